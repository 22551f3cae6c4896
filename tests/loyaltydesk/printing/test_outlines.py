"""Shapes as paths: they touch what the shape touches."""

from itertools import pairwise
from math import hypot

import pytest

from loyaltydesk.printing.outlines import Shape, pairs, steps_of
from loyaltydesk.printing.scene import Disc, Path, Rect


def _corners(shape: Shape) -> list[tuple[float, float]]:
    """Where each step ends."""
    return [list(pairs(numbers))[-1] for _kind, numbers in steps_of(shape) if numbers]


def test_a_rectangle_has_its_four_corners() -> None:
    assert _corners(Rect(1, 2, 10, 5)) == [(1, 2), (11, 2), (11, 7), (1, 7)]


def test_round_corners_begin_where_their_radius_says() -> None:
    assert set(_corners(Rect(0, 0, 10, 6, radius=2))) == {
        *((2, 0), (8, 0), (10, 2), (10, 4)),
        *((8, 6), (2, 6), (0, 4), (0, 2)),
    }


def test_corners_larger_than_the_rectangle_make_it_round_and_no_more() -> None:
    assert {(0, 3), (10, 3)} <= set(_corners(Rect(0, 0, 10, 6, radius=9)))


def test_a_circle_is_round_to_a_thousandth() -> None:
    steps = [list(pairs(numbers)) for _kind, numbers in steps_of(Disc(5, 5, 4, "#000000"))]
    curves = [(before[-1], step) for before, step in pairwise(steps) if len(step) == 3]
    assert len(curves) == 4
    for start, (first, second, end) in curves:
        middle = [(start[axis] + 3 * first[axis] + 3 * second[axis] + end[axis]) / 8 - 5 for axis in (0, 1)]
        assert hypot(*middle) == pytest.approx(4, abs=0.004)


def test_a_path_is_its_own_outline() -> None:
    steps = (("M", (0.0, 0.0)), ("L", (4.0, 0.0)), ("C", (4.0, 1.0, 3.0, 2.0, 2.0, 2.0)), ("Z", ()))
    assert tuple(steps_of(Path(steps))) == steps
