"""A logo is kept without its margins, flat and small."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from loyaltydesk.printing.logo import LARGEST, LONGEST, small
from loyaltydesk.printing.pictures import FORMATS, proportions
from loyaltydesk.printing.refusals import PictureUnreadable
from loyaltydesk.printing.svg import DrawingRefused


def _file(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def _open(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content), formats=FORMATS)


@pytest.fixture
def sign() -> Image.Image:
    """A blue bar, four times as wide as high, with much that is transparent around it."""
    picture = Image.new("RGBA", (1000, 1000), (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((300, 450, 699, 549), fill="#1D4E89")
    return picture


def test_empty_margins_are_cut_off(sign: Image.Image) -> None:
    kept = small(_file(sign))
    assert _open(kept).size == (400, 100)
    assert proportions(kept) == 4


def test_a_pale_logo_is_kept_and_one_that_vanishes_on_white_is_refused(sign: Image.Image) -> None:
    assert _open(small(_file(Image.new("RGB", (40, 20), "#FFFFE0")))).size == (40, 20)
    for white in (Image.new("RGB", (9, 9), "white"), Image.new("RGBA", (9, 9), (0, 0, 0, 0))):
        with pytest.raises(DrawingRefused) as refused:
            small(_file(white))
        assert refused.value.reason == "empty"


def test_a_drawing_keeps_each_of_its_few_colours() -> None:
    picture = Image.new("RGB", (600, 300), "#0B7A5B")
    ImageDraw.Draw(picture).ellipse((20, 20, 200, 200), fill="#F2C14E")
    kept = small(_file(picture))
    assert len(kept) < 5_000
    colours = _open(kept).convert("RGB").getcolors()
    assert colours is not None
    assert {colour for _count, colour in colours} == {(0x0B, 0x7A, 0x5B), (0xF2, 0xC1, 0x4E)}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_large_photograph_becomes_small(kind: str) -> None:
    photograph = Image.effect_noise((1600, 1200), 90).convert("RGB")
    kept = small(_file(photograph, kind))
    assert len(kept) <= LARGEST
    assert max(_open(kept).size) <= LONGEST
    assert proportions(kept) == pytest.approx(4 / 3, abs=0.01)


def test_what_is_no_picture_is_refused() -> None:
    for content in (b"", b"GIF89a" + b"\x01" * 30, _file(Image.new("P", (9, 9)), "GIF")):
        with pytest.raises(PictureUnreadable):
            small(content)
