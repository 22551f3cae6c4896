"""A shop's own picture is taken in whole, flat and small, or refused."""

from io import BytesIO

import pytest
from PIL import Image

from loyaltydesk.printing import pictures
from loyaltydesk.printing.pictures import flatten, proportions
from loyaltydesk.printing.refusals import PictureUnreadable


def _file(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def _open(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_what_is_transparent_becomes_white() -> None:
    logo = Image.new("RGBA", (10, 10), (255, 0, 0, 0))
    logo.putpixel((5, 5), (0, 0, 255, 255))
    flat = _open(flatten(_file(logo)))
    assert flat.mode == "RGB"
    assert flat.getpixel((0, 0)) == (255, 255, 255)
    assert flat.getpixel((5, 5)) == (0, 0, 255)


@pytest.mark.parametrize("mode", ["L", "P", "1", "LA", "I;16"])
def test_every_kind_of_pixel_is_taken(mode: str) -> None:
    assert _open(flatten(_file(Image.new(mode, (8, 4))))).size == (8, 4)


def test_a_large_picture_is_made_smaller_and_keeps_its_proportions() -> None:
    flat = flatten(_file(Image.new("RGB", (3000, 1500), "red"), "JPEG"))
    assert _open(flat).size == (1200, 600)
    assert proportions(flat) == pytest.approx(2)


def test_a_photograph_is_turned_upright() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6  # a quarter turn
    assert _open(flatten(_file(Image.new("RGB", (30, 10)), "JPEG", exif=turned))).size == (10, 30)


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"x" * 40, b"GIF89a" + b"\x01" * 30])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureUnreadable) as refused:
        flatten(content)
    assert refused.value.reason == "format"


def test_half_a_picture_is_refused() -> None:
    whole = _file(Image.effect_noise((200, 200), 90).convert("RGB"))
    with pytest.raises(PictureUnreadable):
        flatten(whole[: len(whole) // 2])


@pytest.mark.parametrize("side", [6000, 14000])  # too many for us, too many for the library
def test_a_small_file_that_unpacks_to_a_huge_picture_is_refused(side: int) -> None:
    with pytest.raises(PictureUnreadable) as refused:
        flatten(_file(Image.new("1", (side, side))))
    assert refused.value.reason == "size"


def test_a_huge_file_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "MOST_BYTES", 5)
    with pytest.raises(PictureUnreadable) as refused:
        flatten(b"123456")
    assert refused.value.reason == "size"
