"""A side to be drawn on: its measures, and boxes for words."""

import pytest

from loyaltydesk.printing.greetings.field import Box, Field, letter_place
from loyaltydesk.printing.greetings.palette import Palette

COLOURS = Palette("#FFFFFF", "#000000", ("#111111", "#222222", "#333333"))


def test_a_box_knows_its_edges_and_its_middle() -> None:
    box = Box(10, 20, 30, 40)
    assert (box.right, box.bottom, box.middle) == (40, 60, (25, 40))
    assert box.inset(5) == Box(15, 25, 20, 30)
    assert box.near((8, 30), 3)
    assert not box.near((8, 30))


@pytest.mark.parametrize(
    ("size", "unit", "wide"),
    [((105.0, 148.0), 1, False), ((148.0, 105.0), 1, True), ((140.0, 140.0), 140 / 148, False)],
)
def test_measures_follow_the_size_of_the_side(size: tuple[float, float], unit: float, wide: bool) -> None:
    field = Field(size, COLOURS, calm=Box(0, 0, 1, 1), seed="")
    assert field.unit == pytest.approx(unit)
    assert field.wide is wide


def test_a_text_stands_beside_a_drawing_or_between_two() -> None:
    assert letter_place(148, 105, top=14, bottom=40, right=34) == Box(11, 11, 103, 85)
    assert letter_place(105, 148, top=14, bottom=40, right=34) == Box(12, 14, 81, 94)
