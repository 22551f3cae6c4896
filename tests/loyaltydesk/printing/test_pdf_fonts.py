"""The typefaces within a PDF: as many subsets as are needed, small, and every code in them known as its letter."""

import re
import zlib
from collections.abc import Callable

import pypdfium2

from loyaltydesk.printing.fonts import face, printable
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.pdf_file import PdfFile
from loyaltydesk.printing.pdf_fonts import Lettering
from loyaltydesk.printing.scene import Document, Page, Role, Text

LETTERS = [chr(code) for code in sorted(face(Role.BODY).face.charToGlyph) if chr(code).isalpha()]
MANY = [letter for letter in LETTERS if printable(letter, Role.BODY) == letter]


def _pdf(*texts: str) -> bytes:
    lines = tuple(Text(text, 5, 10 + number * 8, 4) for number, text in enumerate(texts))
    return pdf_bytes(Document((Page(400, 300, lines),), ""))


def test_more_letters_than_a_subset_holds_are_all_shown_and_found(words: Callable[..., str]) -> None:
    rows = ["".join(MANY[start : start + 40]) for start in range(0, 400, 40)]
    file = _pdf(*rows)
    assert words(file).split("\r\n") == rows
    assert len(set(re.findall(rb"/BaseFont/(\w{6}\+PTSans-Regular)", file))) == 2


def test_letters_of_two_subsets_in_one_word_stand_in_their_order(words: Callable[..., str]) -> None:
    far = "".join(MANY[n] for pair in zip(range(20), range(300, 320), strict=True) for n in pair)
    assert words(_pdf("".join(MANY[:320]), far)).endswith(far)


def test_a_few_letters_are_a_small_file() -> None:
    assert len(_pdf("Anna")) < 12_000


def test_only_what_is_used_is_embedded() -> None:
    fonts = pypdfium2.PdfDocument(_pdf("Anna"))
    assert fonts[0].get_textpage().get_text_range() == "Anna"
    assert _pdf("Anna").count(b"/FontFile2") == 1


def test_no_list_of_letters_is_longer_than_the_standard_allows() -> None:
    lettering, file = Lettering(), PdfFile()
    lettering.shown("".join(MANY[:250]), Role.BODY, 10)
    lettering.written(file)
    streams = [zlib.decompress(each) for each in re.findall(rb"stream\n(.*?)\nendstream", file.take(), re.DOTALL)]
    (listed,) = (stream for stream in streams if b"beginbfchar" in stream)
    counts = [int(count) for count in re.findall(rb"(\d+) beginbfchar", listed)]
    assert max(counts) <= 100
    assert sum(counts) == listed.count(b"> <") - 1  # the other pair is the range of all codes


def test_two_documents_at_once_do_not_mix_their_letters() -> None:
    one, other = Lettering(), Lettering()
    first = one.shown("Ab", Role.BODY, 10)
    other.shown("Ωж", Role.BODY, 10)
    assert one.shown("Ab", Role.BODY, 10) == first == Lettering().shown("Ab", Role.BODY, 10)
