"""The shop keeps the sheets that it measured itself."""

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.grids import Grid
from loyaltydesk.model.refusals import BadRequest
from tests.shop import refuses

MINE = Grid("Office shop", left=1900, top=1300)


def test_a_shop_has_no_sheets_of_its_own_to_begin_with(desk: Desk) -> None:
    assert desk.stocks.all() == []


def test_sheets_are_kept_by_name_and_changed(desk: Desk) -> None:
    desk.stocks.save(MINE)
    desk.stocks.save(replace(MINE, name="Another", rows=4))
    desk.stocks.save(replace(MINE, left=2000))
    assert desk.stocks.all() == [replace(MINE, name="Another", rows=4), replace(MINE, left=2000)]


def test_a_sheet_that_was_removed_can_be_kept_again(desk: Desk) -> None:
    desk.stocks.save(MINE)
    desk.stocks.remove(MINE.name)
    desk.stocks.remove("never there")
    assert desk.stocks.all() == []
    desk.stocks.save(MINE)
    assert desk.stocks.all() == [MINE]


@pytest.mark.parametrize("change", [{"columns": 3}, {"name": ""}])
def test_a_sheet_that_cannot_be_is_refused(desk: Desk, change: dict[str, int]) -> None:
    with refuses(desk, BadRequest):
        desk.stocks.save(replace(MINE, **change))


def test_a_sheet_that_another_release_wrote_and_that_cannot_be_is_left_out(desk: Desk) -> None:
    desk.stocks.save(MINE)
    desk.shop.save("stock", "Strange", fields={"columns": 0, "rows": 2})
    assert desk.stocks.all() == [MINE]
