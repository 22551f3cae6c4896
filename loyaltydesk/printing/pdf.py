"""A document as a PDF: vectors, embedded fonts, bars in whole dots, and the same bytes for the same scene.

Each page is written as soon as it is painted, so that ten thousand cards take no more memory than ten.
"""

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

from loyaltydesk.printing.files import save_parts
from loyaltydesk.printing.pdf_file import PdfFile, text_string
from loyaltydesk.printing.pdf_press import Press
from loyaltydesk.printing.scene import Document

Progress = Callable[[int, int], None]
"""Is told how many pages are done, of how many. What it raises ends the work."""


def pdf_bytes(document: Document) -> bytes:
    """`document` as a PDF file in memory: for a few pages."""
    return b"".join(pdf_parts(document))


def save_pdf(document: Document, path: Path, progress: Progress | None = None) -> None:
    """Writes `document` to `path`, whole or not at all, page by page.

    Raises DiskFull, FolderMissing and FileReadOnly as `files.save` does, what the making of a page raises, and what
    `progress` raises in order to stop; the folder is then as it was.
    """
    save_parts(pdf_parts(document, progress), path)


def pdf_parts(document: Document, progress: Progress | None = None) -> Iterator[bytes]:
    """The PDF file of `document` piece by piece, a page at a time."""
    file = PdfFile()
    tree, pages = file.reserve(), array("L")
    press, whole = Press(file, document.dpi), len(document.pages)
    for done, page in enumerate(document.pages, 1):
        pages.append(press.page(page, tree))
        yield file.take()
        if progress is not None:
            progress(done, whole)
    press.finish()
    file.put(f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{page} 0 R' for page in pages)}]>>", tree)
    yield from file.finish(file.put(_catalogue(document, tree)), file.put(_facts(document)))


def _catalogue(document: Document, tree: int) -> str:
    # A viewer that shrinks the page to the printer's margins would break the bars.
    wishes = "/PrintScaling/None/DisplayDocTitle true"
    if document.duplex:
        wishes += "/Duplex/DuplexFlipShortEdge" if document.short_edge else "/Duplex/DuplexFlipLongEdge"
    language = f"/Lang{text_string(document.language)}" if document.language else ""
    return f"<</Type/Catalog/Pages {tree} 0 R{language}/ViewerPreferences<<{wishes}>>>>"


def _facts(document: Document) -> str:
    """Title and author, and no date: a card printed again is the same file."""
    named = {"Title": document.title, "Author": document.author, "Creator": "Loyalty Desk"}
    return f"<<{''.join(f'/{name}{text_string(text)}' for name, text in named.items())}>>"
