"""Drawings as scanners see them."""

import pytest

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.light import bright, brightness, red, reflected, seen_in
from loyaltydesk.printing.scene import (
    Bars,
    Disc,
    Gradient,
    Group,
    Image,
    Letter,
    Motif,
    Path,
    Placed,
    Rect,
    Text,
    Written,
)


def test_each_colour_of_a_drawing_becomes_a_grey() -> None:
    text = Text("Anna", 1, 2, 3, colour="#102030")
    items = (
        Rect(0, 0, 1, 1, "#FF0000", "#0000FF"),
        Rect(0, 0, 1, 1, Gradient(0, 0, 1, 1, "#400000", "#800000")),
        Disc(0, 0, 1, "#00FF00"),
        Path((("M", (0, 0)),), stroke="#AB0000"),
        Group((text, Written(text, (Letter(),))), 3, 4, turn=90),
        Placed(Motif(1, 1, (Bars(0, 0, 1, 1, symbol_for("4711"), 4, 300, ink="#7F0000"),)), 5, 6),
    )
    edged, graded, disc, path, group, placed = seen_in(red, items)
    assert edged == Rect(0, 0, 1, 1, "#FFFFFF", "#000000")
    assert graded == Rect(0, 0, 1, 1, Gradient(0, 0, 1, 1, "#404040", "#808080"))
    assert disc == Disc(0, 0, 1, "#000000")
    assert path == Path((("M", (0, 0)),), stroke="#ABABAB")
    grey = Text("Anna", 1, 2, 3, colour="#101010")
    assert group == Group((grey, Written(grey, (Letter(),))), 3, 4, turn=90)
    assert isinstance(placed, Placed)
    (bars,) = placed.motif.items
    assert isinstance(bars, Bars)
    assert (bars.ink, placed.x, placed.y) == ("#7F7F7F", 5, 6)


def test_a_picture_stays_as_it_is() -> None:
    picture = Image(0, 0, 1, 1, b"png")
    assert seen_in(red, (picture,)) == (picture,)


@pytest.mark.parametrize(
    ("colour", "luminance"), [("#FFFFFF", 1), ("#000000", 0), ("#808080", 0.216), ("#14201C", 0.013)]
)
def test_brightness_is_told_by_tones(colour: str, luminance: float) -> None:
    assert brightness(bright(colour)) == pytest.approx(luminance, abs=0.002)


def test_half_of_a_tone_is_a_fifth_of_the_light() -> None:
    assert reflected(255) == 1
    assert reflected(0) == 0
    assert reflected(128) == pytest.approx(0.216, abs=0.001)
