"""Frames and outlines: where a millimetre lies among dots, and which corners a shape has."""

import math

import pytest

from loyaltydesk.printing.outlines import steps_of
from loyaltydesk.printing.raster_frame import Frame, Trace, traces
from loyaltydesk.printing.scene import Disc, Group, Path, Rect

TEN = Frame.of(254)  # ten dots are a millimetre


def test_a_frame_moves_turns_and_enlarges_in_that_order() -> None:
    inside = TEN.within(Group((), dx=1, dy=2, turn=90, scale=2))
    assert inside.at(3, 0) == pytest.approx((10, 80))  # right becomes down, clockwise
    assert inside.at(0, 3) == pytest.approx((-50, 20))
    assert inside.scale == pytest.approx(20)


def test_four_right_angles_are_exactly_where_one_began() -> None:
    frame = TEN
    for _ in range(4):
        frame = frame.turned(90)
        assert frame.is_square
    assert frame == TEN
    assert TEN.turned(-90) == TEN.turned(270)
    assert not TEN.turned(45).is_square
    assert TEN.turned(0) is TEN


def test_a_box_has_its_edges_on_whole_dots_and_is_never_empty() -> None:
    assert TEN.box(Rect(0.06, 0.04, 1, 1)) == (1, 0, 11, 10)
    assert TEN.box(Rect(1, 1, 0, 0.001)) == (10, 10, 11, 11)
    assert TEN.turned(180).box(Rect(-2, -2, 1, 1)) == (10, 10, 20, 20)


def test_a_disc_is_as_round_as_its_radius() -> None:
    (trace,) = traces(steps_of(Disc(5, 5, 3, "#000000")), TEN)
    assert trace.closed
    assert all(math.dist(point, (50, 50)) == pytest.approx(30, abs=0.2) for point in trace.points)
    assert len(trace.points) > 12


def test_a_radius_larger_than_half_a_side_is_half_the_side() -> None:
    (trace,) = traces(steps_of(Rect(0, 0, 10, 2, radius=9)), TEN)
    assert min(x for x, _y in trace.points) == pytest.approx(0)
    assert max(y for _x, y in trace.points) == pytest.approx(20)


def test_a_path_that_goes_on_after_it_closed_begins_where_it_closed() -> None:
    steps = (("M", (1.0, 1.0)), ("L", (2.0, 1.0)), ("L", (2.0, 2.0)), ("Z", ()), ("L", (0.0, 1.0)))
    first, second = traces(Path(steps).steps, TEN)
    assert first.closed
    assert second.points == [(10, 10), (0, 10)]


def test_clockwise_is_seen_on_paper() -> None:
    assert Trace([(0, 0), (1, 0), (1, 1)]).is_clockwise
    assert not Trace([(0, 0), (1, 1), (1, 0)]).is_clockwise
