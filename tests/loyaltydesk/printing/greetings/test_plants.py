"""What grows on cards: of the size and in the place it was planted."""

from collections.abc import Iterable

import pytest

from loyaltydesk.printing.greetings.field import Box, Field
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.plants import berries, blossom, daisy, leaf, sprig
from loyaltydesk.printing.scene import Disc, Item, Path
from loyaltydesk.printing.strokes import bent


def _reach(items: Iterable[Item]) -> tuple[float, float, float, float]:
    xs: list[float] = []
    ys: list[float] = []
    for item in items:
        if isinstance(item, Disc):
            xs += [item.x - item.radius, item.x + item.radius]
            ys += [item.y - item.radius, item.y + item.radius]
        elif isinstance(item, Path):
            xs += [step[1][-2] for step in item.steps if step[1]]
            ys += [step[1][-1] for step in item.steps if step[1]]
    return min(xs), min(ys), max(xs), max(ys)


def _field() -> Field:
    colours = Palette("#FFFFFF", "#000000", ("#111111", "#222222", "#333333"))
    return Field((105, 148), colours, calm=Box(0, 0, 1, 1), seed="a")


def test_a_leaf_points_where_it_is_turned() -> None:
    assert _reach(leaf((50, 50), ("#00AA00", "#007700"), length=10, turn=90))[2] == pytest.approx(60)


def test_flowers_are_as_large_as_they_are_told() -> None:
    assert _reach(daisy((50, 50), "#FFFFFF", middle="#FFCC00", radius=6)) == pytest.approx((44, 44, 56, 56), abs=0.4)
    assert _reach(blossom((50, 50), "#FFFFFF", middle="#FFCC00", radius=6)) == pytest.approx((44, 44, 56, 56), abs=1.2)
    left, top, right, bottom = _reach(berries(_field(), (50, 50), "#CC0000", radius=1))
    assert left > 47.5
    assert top > 47.5
    assert right < 52.5
    assert bottom < 52.5


def test_a_sprig_has_a_stem_and_leaves_on_both_sides() -> None:
    items = list(sprig(_field(), bent((20, 100), (20, 40), bow=0), leaves=8, length=10))
    assert len(items) == 1 + 2 * 9
    left, top, right, _ = _reach(items)
    assert left < 15
    assert right > 25
    assert top == pytest.approx(34, abs=0.5)
