"""Reads what was printed as whoever gets it: the codes by a reader, the words as a PDF viewer finds them."""

import pypdfium2
from PIL.Image import Image

from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document
from tests.reading import codes


def drawn(document: Document, page: int) -> Image:
    """A page as a printer of 300 dpi draws it."""
    with pypdfium2.PdfDocument(pdf_bytes(document)) as pdf:
        picture: Image = pdf[page].render(scale=300 / 72).to_pil()
    return picture


def pages(document: Document) -> list[tuple[list[str], str]]:
    """The codes and the words on each page."""
    found = []
    with pypdfium2.PdfDocument(pdf_bytes(document)) as pdf:
        for sheet in pdf:
            picture = sheet.render(scale=300 / 72).to_pil()
            found.append((codes(picture), str(sheet.get_textpage().get_text_range())))
    return found
