"""A forecast says what it stands on, and every supposition only where it was made."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.model.history import Basis
from loyaltydesk.model.money import Currency
from loyaltydesk.words.forecast import assumptions, percent, stands_on
from loyaltydesk.words.formats import BabelFormats

ENGLISH = BabelFormats("en", Currency("EUR", 2))
BASIS = Basis(date(2025, 3, 15), date(2026, 3, 14), 120, 1240, use=62_50, measured=True, share=45_00)


@pytest.mark.parametrize(
    ("hundredths", "tenths", "text"),
    [(62_50, False, "63%"), (3_04, True, "3.0%"), (3_05, True, "3.1%"), (9_96, True, "10.0%"), (0, True, "0.0%")],
)
def test_shares_are_written_as_percentages(hundredths: int, tenths: bool, text: str) -> None:
    assert percent(hundredths, ENGLISH, tenths=tenths) == text


def test_history_is_told_with_its_days_and_made_up_customers_are_called_so() -> None:
    told = "Worked out from your own 1,240 purchases with a card, 15 Mar 2025 to 14 Mar 2026"
    assert stands_on(BASIS, ENGLISH) == told
    assert "made-up" in stands_on(replace(BASIS, invented=True), ENGLISH)


def test_only_what_was_supposed_is_told() -> None:
    whole = " ".join(assumptions(BASIS, ENGLISH))
    assert "63% of points are used, as in your shop so far." in whole
    assert "less than a year" not in whole
    assert "few purchases" not in whole
    short = replace(BASIS, last=date(2025, 6, 1), purchases=12, measured=False, guessed=(("CAKE", 450),), refused=1)
    told = " ".join(assumptions(short, ENGLISH))
    for part in ("less than a year", "few purchases", "63% of points are used.", "CAKE €4.50", "1 purchase does not"):
        assert part in told
    assert "made up from your answers" in " ".join(assumptions(replace(BASIS, invented=True), ENGLISH))
