"""Where things lie on the paper of a PDF, turned or not."""

import pytest

from loyaltydesk.printing.pdf_frame import Frame
from loyaltydesk.printing.scene import Group

DOT = 72 / 300
INCH = 25.4


def test_millimetres_from_the_top_are_points_from_the_foot() -> None:
    assert Frame(144, DOT).point(INCH, INCH / 2) == pytest.approx((72, 108))
    assert Frame(144, DOT).moved(INCH, INCH).point(0, 0) == pytest.approx((72, 72))


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
@pytest.mark.parametrize("place", [(3.1, 4.7), (-10.03, 5.51)])
def test_a_point_on_the_dots_is_on_the_dots_of_the_page(turn: int, place: tuple[float, float]) -> None:
    frame, _operator = Frame(200, DOT).moved(7.013, 3.3).turned(Group((), 11.017, 13.009, turn=turn))
    inner, _operator = frame.turned(Group((), 1.003, 2.007, turn=90))
    for each in (frame, inner):
        x, y = each.on_dots(*place)
        a, b, c, d, e, f = each.matrix
        page = (a * x + c * y + e, b * x + d * y + f)
        assert [points / DOT for points in page] == pytest.approx([round(points / DOT) for points in page], abs=1e-6)
        assert (x, y) == pytest.approx(place, abs=DOT)


def test_a_group_in_a_turned_group_is_placed_within_it() -> None:
    frame, operator = Frame(144, DOT).turned(Group((), INCH, INCH, turn=90, scale=2))
    assert [float(number) for number in operator.split()[:-1]] == [0, -2, 2, 0, 72, 72]
    inner, _operator = frame.turned(Group((), INCH, 0, turn=-90))
    assert inner.matrix == pytest.approx((2, 0, 0, 2, 72, -72))


@pytest.mark.parametrize(("turn", "scale"), [(0.001, 1), (89.99999, 0.00001), (1e-12, 1)])
def test_a_small_number_is_never_written_with_an_exponent(turn: float, scale: float) -> None:
    _frame, operator = Frame(144, DOT).turned(Group((), 1e-7, 1e-7, turn=turn, scale=scale))
    assert "e" not in operator
