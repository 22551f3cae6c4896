"""The PDF file as a whole: what is in it, what is not, and that it is made page by page."""

import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path as FilePath

import pypdfium2
import pytest

from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.pdf import pdf_bytes, pdf_parts, save_pdf
from loyaltydesk.printing.pdf_file import text_string
from loyaltydesk.printing.scene import Disc, Document, Gradient, Item, Page, Rect, Role, Text, Written


def _document(*items: Item, dpi: int = 300, width: float = 90, height: float = 30) -> Document:
    return Document((Page(width, height, items),), "Cards", "Rīts", dpi)


def test_the_same_scene_is_the_same_file() -> None:
    scene = _document(Text("Anna", 5, 10, 5), Written(Text("Ilze", 5, 20, 5, Role.HAND), ()))
    assert pdf_bytes(scene) == pdf_bytes(scene)


def test_title_and_author_are_there_and_no_date() -> None:
    facts = pypdfium2.PdfDocument(pdf_bytes(_document())).get_metadata_dict()
    assert (facts["Title"], facts["Author"]) == ("Cards", "Rīts")
    assert facts["CreationDate"] == facts["ModDate"] == ""


def test_only_our_own_fonts_are_named_and_all_are_embedded() -> None:
    file = pdf_bytes(
        _document(Text("Jānis Пётр", 5, 10, 5), Text("Łukasz", 5, 20, 5, Role.BOLD), Text("ы" * 3, 5, 25, 5))
    )
    fonts = re.findall(rb"/BaseFont/([^/]+)", file)
    assert {font.split(b"+")[1] for font in fonts} == {b"PTSans-Regular", b"PTSans-Bold"}
    assert len(re.findall(rb"/FontFile2 ", file)) == len(fonts)
    assert b"Helvetica" not in file


def test_a_viewer_is_asked_not_to_shrink_the_page() -> None:
    assert re.search(rb"/PrintScaling\s*/None", pdf_bytes(_document()))


def test_nothing_in_the_file_is_transparent() -> None:
    file = pdf_bytes(_document(Rect(0, 0, 9, 9, Gradient(0, 0, 9, 9, "#000000", "#FFFFFF"))))
    assert not re.search(rb"/SMask|/ca |/CA ", file)


class Stopped(Exception):
    """Somebody had enough."""


def _pages(count: int) -> Iterator[Page]:
    return (
        Page(90, 30, (Text(f"Card {number}", 5, 10, 5, Role.BOLD), Disc(50, 10, 5, "#123456")))
        for number in range(count)
    )


def test_a_file_is_made_page_by_page_and_is_the_same_as_in_one() -> None:
    document = Document(tuple(_pages(7)), "Cards")
    parts = list(pdf_parts(document))
    assert len(parts) > 7
    assert [part.count(b"/Type/Page/") for part in parts[:7]] == [1] * 7
    assert b"".join(parts) == pdf_bytes(document)
    assert len(pypdfium2.PdfDocument(b"".join(parts))) == 7


def test_progress_is_told_after_each_page() -> None:
    told: list[tuple[int, int]] = []
    list(pdf_parts(Document(tuple(_pages(3)), "Cards"), lambda done, whole: told.append((done, whole))))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_file_that_is_stopped_leaves_what_was_there(tmp_path: FilePath) -> None:
    def stop(done: int, _whole: int) -> None:
        if done == 2:
            raise Stopped

    path = tmp_path / "cards.pdf"
    path.write_bytes(b"before")
    with pytest.raises(Stopped):
        save_pdf(Document(tuple(_pages(3)), "Cards"), path, stop)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("cards.pdf", b"before")]


def test_a_file_is_saved_whole(tmp_path: FilePath) -> None:
    document = Document(tuple(_pages(3)), "Cards")
    save_pdf(document, tmp_path / "cards.pdf")
    assert (tmp_path / "cards.pdf").read_bytes() == pdf_bytes(document)


def test_memory_does_not_grow_with_the_pages() -> None:
    def most(count: int) -> int:
        document = Document(LazyPages(range(count), lambda _number: next(_pages(1))), "Cards")
        tracemalloc.start()
        for _part in pdf_parts(document):
            pass
        _now, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return peak

    most(1)
    assert most(300) < most(30) + 30_000


@pytest.mark.parametrize(
    ("document", "wish"),
    [
        (Document((), "", duplex=True), b"/Duplex/DuplexFlipLongEdge"),
        (Document((), "", duplex=True, short_edge=True), b"/Duplex/DuplexFlipShortEdge"),
        (Document((), "", language="lv"), b"/Lang" + text_string("lv").encode()),
    ],
)
def test_a_viewer_is_told_what_the_document_is_made_for(document: Document, wish: bytes) -> None:
    assert wish in pdf_bytes(document)
    assert wish not in pdf_bytes(Document((), ""))


@pytest.mark.parametrize("title", ["Zażółć 🎂 שלום", "(a) \\ <b>", "half \ud800 pair", ""])
def test_a_title_in_any_language_stays_what_it_is(title: str) -> None:
    facts = pypdfium2.PdfDocument(pdf_bytes(Document(tuple(_pages(1)), title))).get_metadata_dict()
    assert facts["Title"] == title.replace("\ud800", "?")
