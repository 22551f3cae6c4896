"""Grey pictures as dots: which are dithered, and that none comes out darker than it is."""

from PIL import Image, ImageDraw

from loyaltydesk.printing.halftone import dots, is_drawing


def logo() -> Image.Image:
    """A disc with smooth edges, as a logo has after it was made smaller."""
    large = Image.new("L", (400, 400), 255)
    ImageDraw.Draw(large).ellipse((40, 40, 360, 360), fill=20)
    return large.reduce(4)


def test_only_black_and_white_is_left() -> None:
    for picture in (logo(), Image.linear_gradient("L"), Image.new("L", (30, 30), 99)):
        seen = dots(picture)
        assert seen.mode == "L"
        assert seen.size == picture.size
        assert set(seen.tobytes()) <= {0, 255}


def test_a_logo_is_cut_sharp_and_a_photo_is_made_of_dots() -> None:
    assert is_drawing(logo())
    assert not is_drawing(Image.linear_gradient("L"))
    row = dots(logo()).crop((0, 50, 100, 51)).tobytes()
    assert row.count(b"\xff\x00") == row.count(b"\x00\xff") == 1


def test_a_photo_is_made_lighter_for_the_heat() -> None:
    ramp = Image.linear_gradient("L")
    middle = dots(ramp).crop((0, 118, 256, 138)).tobytes()
    assert 0.25 < middle.count(0) / len(middle) < 0.42
