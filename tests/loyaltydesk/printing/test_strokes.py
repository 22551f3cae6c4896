"""The pen of the designs: shapes read, placed and bent; chances that fall the same way each time."""

import math

import pytest

from loyaltydesk.printing.strokes import (
    Chance,
    along,
    bent,
    curve,
    filled,
    joined,
    line,
    oval,
    set_down,
    shape,
    star,
    tapered,
    toward,
)


def test_a_drawing_is_read_step_by_step() -> None:
    assert shape("M 0 0 L 1 0 L 1 1 C 1 2 3 4 5 6 6 5 4 3 2 1 Z") == (
        ("M", (0, 0)),
        ("L", (1, 0)),
        ("L", (1, 1)),
        ("C", (1, 2, 3, 4, 5, 6)),
        ("C", (6, 5, 4, 3, 2, 1)),
        ("Z", ()),
    )


def test_a_shape_is_made_larger_turned_and_moved_in_this_order() -> None:
    assert set_down(shape("M 1 0 L 0 1"), (10, 10), size=(2, 3), turn=90) == (("M", (10, 12)), ("L", (7, 10)))


def test_up_is_nought_and_right_is_ninety() -> None:
    assert toward((5, 5), 2, angle=0) == pytest.approx((5, 3))
    assert toward((5, 5), 2, angle=90) == pytest.approx((7, 5))


def test_a_curve_goes_through_its_points() -> None:
    points = [(0.0, 0.0), (1.0, 2.0), (3.0, 1.0)]
    assert [step[1][-2:] for step in curve(points)] == points
    assert curve(points, closed=True)[-2][1][-2:] == (0.0, 0.0)
    assert curve(points, closed=True)[-1] == ("Z", ())


def test_places_are_found_along_a_line() -> None:
    corner = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)]
    assert along(corner, 0.25) == ((2.0, 0.0), 90.0)
    assert along(corner, 0.75) == ((4.0, 2.0), 180.0)
    assert along(corner, 1.0)[0] == (4.0, 4.0)
    with pytest.raises(ValueError, match="two points"):
        along([(0.0, 0.0)], 0.5)


def test_an_arc_bows_to_its_right() -> None:
    arc = bent((0, 0), (10, 0), bow=0.2)
    assert arc[0] == (0, 0)
    assert arc[-1] == (10, 0)
    assert arc[6] == pytest.approx((5, 2))


def test_a_stem_is_as_thick_as_it_is_told() -> None:
    steps = tapered([(0.0, 0.0), (0.0, -10.0)], thick=2, thin=1)
    assert steps[0] == ("M", (-1.0, 0.0)) or steps[0] == ("M", (1.0, 0.0))
    corners = {step[1][-2:] for step in steps if step[1]}
    assert corners == {(-1.0, 0.0), (1.0, 0.0), (-0.5, -10.0), (0.5, -10.0)}


def test_round_and_pointed_shapes_lie_about_their_middle() -> None:
    ends = [step[1][-2:] for step in oval((3, 4), (2, 1)) if step[1]]
    assert (min(x for x, _ in ends), max(x for x, _ in ends)) == (1, 5)
    tips = [math.dist(step[1], (0, 0)) for step in star((0, 0), 2, points=4, inner=0.5) if step[1]]
    assert tips == pytest.approx([2, 1] * 4, abs=0.001)


def test_several_shapes_make_one_path() -> None:
    square = shape("M 0 0 L 1 0 L 1 1 Z")
    assert joined((square, square), "#112233").steps == square * 2
    assert filled(square, (0, 0), "#112233").fill == "#112233"
    assert line([(0, 0), (1, 1)], "#112233", 0.5).stroke_width == 0.5


def test_chances_of_one_seed_are_the_same() -> None:
    one, two = Chance("seed"), Chance("seed")
    assert [one.between(0, 1) for _ in range(4)] == [two.between(0, 1) for _ in range(4)]
    assert Chance(1).between(5, 7) == pytest.approx(5.268728488224803)  # on every computer
    assert {Chance(n).pick("abc") for n in range(40)} == set("abc")
    assert all(0.9 <= Chance(n).about(1, 0.1) <= 1.1 for n in range(20))
