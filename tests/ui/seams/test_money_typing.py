"""Money is typed as each country types it, and nothing else can be."""

import pytest
from PySide6.QtGui import QValidator

from loyaltydesk.model.money import currency
from ui.seams.formats import QtFormats
from ui.seams.money_typing import MoneyOnly, minor_from, typed_form

ENGLISH, RUSSIAN = QtFormats("en", currency("EUR")), QtFormats("ru", currency("RUB"))
YEN = QtFormats("en", currency("JPY"))


@pytest.mark.parametrize(
    ("formats", "typed", "minor"),
    [
        (ENGLISH, "14.50", 1450), (ENGLISH, ".5", 50), (ENGLISH, "7.", 700), (ENGLISH, "", None), (ENGLISH, ".", None),
        (RUSSIAN, "14,5", 1450), (YEN, "1450", 1450), (ENGLISH, "9" * 30, None),
    ],
)  # fmt: skip
def test_what_is_typed_is_so_many_minor_units(formats: QtFormats, typed: str, minor: int | None) -> None:
    assert minor_from(typed, formats) == minor


@pytest.mark.parametrize(("formats", "shown"), [(ENGLISH, "1234.50"), (RUSSIAN, "1234,50"), (YEN, "123450")])
def test_a_sum_is_shown_as_it_is_typed(formats: QtFormats, shown: str) -> None:
    assert typed_form(123450, formats) == shown
    assert minor_from(shown, formats) == 123450


@pytest.mark.parametrize(
    ("typed", "shown", "fits"),
    [("1,2", "1.2", True), ("€ 1,234.56", "1234.56", True), ("1.234", "1.234", False), ("-1", "-1", False)],
)
def test_only_money_can_be_typed(qapp, typed: str, shown: str, fits: bool) -> None:
    state, text, _at = MoneyOnly(ENGLISH, qapp).validate(typed, len(typed))
    assert (state is QValidator.State.Acceptable, text) == (fits, shown)
