"""The till counts in the shop's own currency, with as many decimals as that has."""

import pytest

from loyaltydesk.desk import Desk
from tests.shop import PROGRAMME, join
from tests.ui.till.cards import ANNA


@pytest.fixture
def code(request) -> str:
    return request.param


@pytest.fixture
def desk(clock, code):
    text = PROGRAMME.replace('"EUR"', f'"{code}"').replace(".00", "" if code == "JPY" else ".000")
    desk = Desk.in_memory(text, clock)
    join(desk, card=ANNA)
    yield desk
    assert desk.shop.faults() == []


@pytest.fixture
def window(desk, open_window):
    return open_window()


@pytest.mark.parametrize(
    ("code", "typed", "due", "shown"),
    [
        ("JPY", "1450", 1450, "¥1,450"),
        ("JPY", "14.50\r", 1450, "¥1,450"),  # Enter once more: there are no parts of a yen
        ("KWD", "2.750", 2750, "KWD\N{NO-BREAK SPACE}2.750"),
    ],
    indirect=["code"],
)
def test_an_amount_is_typed_shown_and_recorded(desk, person, typed, due, shown):
    person.scan(ANNA)
    person.type(f"{typed}\r")
    assert desk.till.newest(1)[0].due == due
    assert f"{shown} recorded for Anna Kowalska" in person.reads()
