"""The frame of a PDF file: each object is where the file says it is."""

import re
import zlib

import pytest

from loyaltydesk.printing.pdf_file import PdfFile, text_string


def _finished(file: PdfFile) -> bytes:
    return b"".join(file.finish(file.put("<</Type/Catalog>>"), file.put("<<>>")))


def test_each_object_begins_where_the_file_says_in_whatever_order_it_came() -> None:
    file = PdfFile()
    late = file.reserve()
    file.put("<</A 1>>")
    file.stream(b"some words", "/B 2")
    file.put("<</C 3>>", late)
    whole = _finished(file)
    start = int(re.findall(rb"startxref\n(\d+)\n%%EOF\n$", whole)[0])
    places = re.findall(rb"^(\d{10}) 00000 n $", whole[start:], re.MULTILINE)
    assert whole[start:].startswith(b"xref\n0 6\n0000000000 65535 f \n")
    for number, place in enumerate(places, 1):
        assert whole[int(place) :].startswith(b"%d 0 obj\n" % number)
    assert b"1 0 obj\n<</C 3>>\nendobj" in whole
    assert b"/Size 6/Root 4 0 R/Info 5 0 R" in whole


def test_a_stream_says_how_long_it_is_and_how_it_is_packed() -> None:
    file = PdfFile()
    file.stream(b"words " * 99, "/B 2")
    (length, packed), *_ = re.findall(
        rb"<</B 2/Filter/FlateDecode/Length (\d+)>>\nstream\n(.*?)\nendstream", file.take(), re.DOTALL
    )
    assert int(length) == len(packed)
    assert zlib.decompress(packed) == b"words " * 99


def test_what_was_taken_is_not_kept_and_counts_all_the_same() -> None:
    one, other = PdfFile(), PdfFile()
    pieces = []
    for file in (one, other):
        file.put("<</A 1>>")
        pieces.append(file.take() if file is one else b"")
        file.put("<</B 2>>")
    assert pieces[0] + _finished(one) == _finished(other)


def test_files_of_other_content_have_another_name() -> None:
    names = set()
    for body in ("<</A 1>>", "<</A 2>>"):
        file = PdfFile()
        file.put(body)
        names.update(re.findall(rb"/ID\[<(\w{32})><\1>\]", _finished(file)))
    assert len(names) == 2


@pytest.mark.parametrize(("text", "string"), [("", "<FEFF>"), ("A(", "<FEFF00410028>"), ("🎂", "<FEFFD83CDF82>")])
def test_a_text_is_written_in_figures_so_that_nothing_in_it_ends_it(text: str, string: str) -> None:
    assert text_string(text) == string
