"""Looks at paper the way a printer and a reader do: as pixels, as bars and as the text inside the file."""

from collections.abc import Callable

import pypdfium2
import pytest
from PIL import Image

from tests.reading import codes

Picture = Callable[..., Image.Image]


@pytest.fixture
def picture() -> Picture:
    """A page of a PDF as a picture of `dpi`."""

    def render(pdf: bytes, page: int = 0, dpi: int = 300) -> Image.Image:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return document[page].render(scale=dpi / 72).to_pil().convert("L")
        finally:
            document.close()

    return render


@pytest.fixture
def read() -> Callable[[Image.Image], list[str]]:
    """The codes a barcode reader sees, sorted; exactly what it says, nothing left out."""

    def scan(image: Image.Image) -> list[str]:
        return codes(image)

    return scan


@pytest.fixture
def words() -> Callable[..., str]:
    """The text layer of a page."""

    def extract(pdf: bytes, page: int = 0) -> str:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return str(document[page].get_textpage().get_text_range())
        finally:
            document.close()

    return extract
