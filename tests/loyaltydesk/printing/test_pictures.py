"""A shop's own picture is taken in whole, flat and small, or refused."""

from io import BytesIO

import pytest
from PIL import Image

from loyaltydesk.printing import pictures
from loyaltydesk.printing.pictures import flatten, header_of, proportions
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


def test_sixteen_bits_of_grey_are_not_cut_off_at_eight() -> None:
    assert _open(flatten(_file(Image.new("I;16", (4, 4), 128 * 256)))).getpixel((1, 1)) == (128, 128, 128)


def test_the_inks_of_a_press_become_the_colours_of_a_screen() -> None:
    red = _open(flatten(_file(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG"))).getpixel((4, 4))
    assert isinstance(red, tuple)
    assert red[0] > 240
    assert red[1] + red[2] < 30


def test_of_a_film_the_first_picture_is_taken() -> None:
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("blue", "red")]
    for kind in ("PNG", "WEBP"):
        film = _file(frames[0], kind, save_all=True, append_images=frames[1:], duration=50, lossless=True)
        assert _open(flatten(film)).getpixel((1, 1)) == (0, 0, 255)


def test_what_a_camera_wrote_wrongly_does_not_hurt() -> None:
    broken = b"Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x05\0\0\0\x01\xff\xff\xff\xff\x87\x69"
    assert _open(flatten(_file(Image.new("RGB", (30, 10)), "JPEG", exif=broken))).size == (30, 10)


def test_the_size_of_a_picture_is_read_from_its_first_bytes() -> None:
    whole = _file(Image.effect_noise((200, 100), 90))
    assert header_of(whole[:200]) == (200, 100)
    with pytest.raises(PictureUnreadable):
        header_of(b"GIF89a")


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
