"""A sheet that was measured is taken where it can be, and else refused with the one thing that does not fit."""

import pytest
from msgspec.structs import replace

from loyaltydesk.model.grids import Grid, checked_grid
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words.wrong_requests import REASONS

GOOD = Grid("Office shop", left=1900, top=1300)


def test_a_sheet_of_plastic_sized_cards_fits_a4() -> None:
    assert checked_grid(GOOD) is GOOD
    assert (GOOD.width, GOOD.height) == (1900 + 2 * 8560, 1300 + 5 * 5398)


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"name": " "}, "name", "missing"),
        ({"name": "x" * 41}, "name", "too_long"),
        ({"sheet_width": 4999}, "sheet", "sheet_size"),
        ({"sheet_height": 60001}, "sheet", "sheet_size"),
        ({"columns": 0}, "columns", "grid_count"),
        ({"rows": 21}, "columns", "grid_count"),
        ({"label_width": 4499}, "label", "label_small"),
        ({"label_height": 2499}, "label", "label_small"),
        ({"across": -1}, "margin", "margin_negative"),
        ({"left": 3881}, "columns", "grid_too_wide"),
        ({"across": 1981}, "columns", "grid_too_wide"),
        ({"rows": 6}, "rows", "grid_too_high"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_name(change: dict[str, int], field: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_grid(replace(GOOD, **change))
    assert refused.value.facts() == {"field": field, "reason": reason}
    assert reason in REASONS


def test_a_grid_may_fill_its_sheet_to_the_edge() -> None:
    full = Grid("Full", 18000, 27000, 9000, 5400, 2, 5)
    assert checked_grid(full) is full
