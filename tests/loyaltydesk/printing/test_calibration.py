"""The page to measure a printer by: every step stands a tenth of a millimetre further than the one before."""

import itertools

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.calibration import FARTHEST, calibration_scene
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import BLACK, Group, Item, Page, Rect, Text
from loyaltydesk.printing.stocks import CARD_STOCKS, VOUCHER_STOCKS, Flip, Stock
from tests.reading import words

ALL = [*CARD_STOCKS.values(), *VOUCHER_STOCKS.values()]
A4 = CARD_STOCKS["Avery C32011"]


def _steps(page: Page) -> tuple[list[Rect], list[Rect]]:
    """The strokes at a left edge and those at an upper one, where they stand on the page."""
    groups = [item for item in page.items if isinstance(item, Group)]
    upright, level = (
        [replace(each, x=each.x + group.dx, y=each.y + group.dy) for each in _strokes(group.items)] for group in groups
    )
    return upright, level


def _strokes(items: tuple[Item, ...]) -> list[Rect]:
    return [item for item in items if isinstance(item, Rect) and item.fill == BLACK]


@pytest.mark.parametrize("stock", ALL, ids=lambda stock: stock.name)
@pytest.mark.parametrize("flip", Flip)
def test_the_middle_step_lies_on_the_edge_of_a_label_and_each_is_a_tenth_on(stock: Stock, flip: Flip) -> None:
    stock = replace(stock, flip=flip)
    for turned, page in enumerate(calibration_scene(stock).pages):
        upright, level = _steps(page)
        places = list(stock.places(mirrored=bool(turned)))
        assert len(upright) == len(level) == 2 * FARTHEST + 1
        middle = upright[FARTHEST].x + upright[FARTHEST].width / 2
        assert any(middle == pytest.approx(x) for x, _y in places)
        middle = level[FARTHEST].y + level[FARTHEST].height / 2
        assert any(middle == pytest.approx(y) for _x, y in places)
        assert [two.x - one.x for one, two in itertools.pairwise(upright)] == pytest.approx([0.1] * 60)
        assert [two.y - one.y for one, two in itertools.pairwise(level)] == pytest.approx([0.1] * 60)
        assert all(two.y > one.y + one.height - 1e-6 for one, two in itertools.pairwise(upright))
        assert all(two.x > one.x + one.width - 1e-6 for one, two in itertools.pairwise(level))


def test_the_steps_of_the_two_sides_are_at_other_labels() -> None:
    front, back = calibration_scene(A4).pages
    for one, other in zip(_steps(front), _steps(back), strict=True):
        assert abs(one[0].y - other[0].y) > 54


def test_a_correction_that_is_in_force_is_left_out() -> None:
    moved = replace(A4, shift=(1.5, -0.4), back_shift=(0.3, 0.3))
    assert pdf_bytes(calibration_scene(moved)) == pdf_bytes(calibration_scene(A4))


def test_the_page_says_what_to_do_on_each_side() -> None:
    said = words(calibration_scene(A4))
    for part in ("Calibration: Avery C32011 – front", "– back", "Print at 100 %", "−3.0", "+3.0", "against the light"):
        assert part in said
    for field in ("Fronts, right", "Fronts, down", "Backs, right", "Backs, down"):  # as the program calls them
        assert said.count(field) == 1
    assert "short edge" not in said
    assert "short edge" in words(calibration_scene(replace(A4, flip=Flip.SHORT_EDGE)))


def test_the_front_has_whole_lines_where_the_steps_of_the_back_are() -> None:
    front, back = calibration_scene(A4).pages
    framed = [item for item in front.items if isinstance(item, Rect) and item.stroke]
    upright, level = _steps(back)
    assert any(upright[FARTHEST].x + 0.05 == pytest.approx(210 - each.x - each.width) for each in framed)
    assert all(each.y < upright[0].y < upright[-1].y < each.y + each.height for each in framed)
    assert all(level[FARTHEST].y + 0.05 == pytest.approx(each.y) for each in framed)


@pytest.mark.parametrize(("size", "numbers"), [((85.6, 53.98), 26), ((45, 25), 12)])
def test_small_labels_have_as_many_numbers_as_can_be_told_apart(size: tuple[float, float], numbers: int) -> None:
    stock = Stock("Own", (210, 297), 2, 5, size, (15, 15), size)
    (front, _back) = calibration_scene(stock).pages
    steps = [item for item in front.items if isinstance(item, Group)]
    assert sum(isinstance(item, Text) for group in steps for item in group.items) == numbers
