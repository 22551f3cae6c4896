"""The shapes of cards, and the sheets that have room for them."""

import pytest

from loyaltydesk.printing.greetings.envelope import ENVELOPES
from loyaltydesk.printing.greetings.formats import FORMATS, SHEETS, arranged, per_sheet, sheets_for


@pytest.mark.parametrize(
    ("card", "a4", "letter"), [("folded", 2, 1), ("square", 1, 0), ("postcard", 4, 2), ("note", 4, 2)]
)
def test_so_many_cards_go_on_a_sheet(card: str, a4: int, letter: int) -> None:
    assert per_sheet(FORMATS[card], SHEETS["a4"]) == a4
    assert per_sheet(FORMATS[card], SHEETS["letter"]) == letter
    assert ("letter" in sheets_for(FORMATS[card])) is (letter > 0)
    assert per_sheet(FORMATS[card], SHEETS["own"]) == 1


def test_cards_are_turned_where_more_of_them_have_room() -> None:
    assert arranged((100, 50), (100, 100)) == (1, 2, False)
    assert arranged((148, 105), (210, 297)) == (2, 2, True)


def test_a_card_goes_into_its_envelope() -> None:
    for each in FORMATS.values():
        inner, outer = sorted(each.front), sorted(ENVELOPES[each.envelope].size)
        assert inner[0] + 4 <= outer[0]
        assert inner[1] + 4 <= outer[1]
