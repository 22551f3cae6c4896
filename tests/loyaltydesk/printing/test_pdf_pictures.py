"""Pictures in a PDF: a photograph stays as small as it was, and any other is flat pixels."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image as Pillow

from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document, Image, Page


def _file(mode: str, colour: object, *, format_: str = "PNG") -> bytes:
    file = BytesIO()
    Pillow.new(mode, (40, 20), colour).save(file, format_)  # type: ignore[arg-type]  # as many numbers as the mode has
    return file.getvalue()


def _pdf(*pictures: bytes) -> bytes:
    items = tuple(Image(2 + 22 * number, 2, 20, 10, picture) for number, picture in enumerate(pictures))
    return pdf_bytes(Document((Page(90, 14, items),), ""))


@pytest.mark.parametrize(
    ("picture", "seen"),
    [
        (_file("RGB", (200, 30, 40)), (200, 30, 40)),
        (_file("L", 90), (90, 90, 90)),
        (_file("1", 0), (0, 0, 0)),
        (_file("P", 0), (0, 0, 0)),
        (_file("RGB", (0, 0, 254), format_="JPEG"), (0, 0, 254)),
        (_file("CMYK", (0, 255, 255, 0), format_="JPEG"), (254, 0, 0)),
    ],
)
def test_a_picture_of_any_kind_has_its_colours(picture: bytes, seen: tuple[int, int, int]) -> None:
    page = pypdfium2.PdfDocument(_pdf(picture))[0].render(scale=2).to_pil().convert("RGB")
    got = page.getpixel((page.width // 8, page.height // 2))
    assert got == pytest.approx(seen, abs=3)


def test_a_photograph_is_taken_over_as_it_is() -> None:
    photograph = _file("RGB", (1, 2, 3), format_="JPEG")
    assert photograph in _pdf(photograph)


def test_a_picture_that_is_seen_often_is_kept_once() -> None:
    picture = _file("RGB", (200, 30, 40))
    assert _pdf(picture, picture, bytes(bytearray(picture))).count(b"/Subtype/Image") == 1
