"""Money: text in, minor units, text out, exactly, and nothing else let in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.money import LARGEST, NO_DIGITS, THREE_DIGITS, TWO_DIGITS, Currency, currency
from loyaltydesk.model.refusals import BadRequest

EUR, JPY, KWD = currency("EUR"), currency("JPY"), currency("KWD")


@pytest.mark.parametrize(
    ("unit", "text", "minor"),
    [
        (EUR, "12.50", 1250), (EUR, "12.5", 1250), (EUR, "12", 1200), (EUR, "0", 0), (EUR, "0.00", 0),
        (EUR, "0.01", 1), (EUR, "007.10", 710), (EUR, " 3.00\n", 300), (EUR, "10000000000.00", LARGEST),
        (JPY, "1250", 1250), (JPY, "0", 0), (KWD, "1.250", 1250), (KWD, "1.25", 1250), (KWD, "0.001", 1),
        (EUR, "0" * 400 + "1", 100),
    ],
)  # fmt: skip
def test_an_amount_is_read(unit: Currency, text: str, minor: int) -> None:
    assert unit.amount(text) == minor


@pytest.mark.parametrize(
    ("unit", "text", "reason"),
    [
        (EUR, "-5", "amount_negative"), (EUR, "-0.01", "amount_negative"), (EUR, " −5", "amount_negative"),
        (EUR, "1e400", "amount_not_money"), (EUR, "1E2", "amount_not_money"), (EUR, "10.001", "amount_too_fine"),
        (EUR, "10.000", "amount_too_fine"), (EUR, "1,234.56", "amount_not_money"), (EUR, "12,50", "amount_not_money"),
        (EUR, "", "amount_not_money"), (EUR, " ", "amount_not_money"), (EUR, "١٢", "amount_not_money"),
        (EUR, "１２", "amount_not_money"), (EUR, "²", "amount_not_money"), (EUR, "+5", "amount_not_money"),
        (EUR, ".5", "amount_not_money"), (EUR, "5.", "amount_not_money"), (EUR, "1_000", "amount_not_money"),
        (EUR, "0x10", "amount_not_money"), (EUR, "NaN", "amount_not_money"), (EUR, "inf", "amount_not_money"),
        (EUR, "5 5", "amount_not_money"), (EUR, "€5", "amount_not_money"), (EUR, "5.00\n6", "amount_not_money"),
        (EUR, "1\x00", "amount_not_money"), (EUR, "--5", "amount_not_money"), (EUR, "1" * 400, "amount_too_large"),
        (EUR, "1" * 20_000, "amount_too_large"), (EUR, "10000000000.01", "amount_too_large"),
        (EUR, "1234567890123456.00", "amount_too_large"), (EUR, 5, "amount_not_text"), (EUR, 5.0, "amount_not_text"),
        (EUR, None, "amount_not_text"), (EUR, True, "amount_not_text"), (EUR, ["5"], "amount_not_text"),
        (EUR, b"5", "amount_not_text"), (JPY, "1.0", "amount_too_fine"), (JPY, "1.", "amount_not_money"),
        (KWD, "0.0001", "amount_too_fine"),
    ],
)  # fmt: skip
def test_anything_else_is_refused_with_the_field_and_the_reason(unit: Currency, text: object, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        unit.amount(text, "discount")
    assert (refused.value.field, refused.value.reason) == ("discount", reason)


@given(st.integers(-(10**30), 10**30), st.sampled_from([EUR, JPY, KWD]))
def test_what_is_written_has_the_digits_of_the_currency_and_means_the_same(minor: int, unit: Currency) -> None:
    text = unit.text(minor)
    whole, _, cents = text.partition(".")
    assert len(cents) == unit.exponent
    assert int(whole + cents) == minor
    assert whole.lstrip("-") == str(int(whole.lstrip("-")))


@given(st.integers(0, LARGEST), st.sampled_from([EUR, JPY, KWD]))
def test_what_is_written_is_read_back(minor: int, unit: Currency) -> None:
    assert unit.amount(unit.text(minor)) == minor


@given(st.text(max_size=12) | st.text("0123456789.,-+eE _", max_size=12))
def test_no_text_is_read_as_anything_but_the_number_it_writes(text: str) -> None:
    try:
        minor = EUR.amount(text)
    except BadRequest:
        return
    whole, _, cents = text.strip().partition(".")
    assert minor == int(whole) * 100 + int(cents.ljust(2, "0"))


@pytest.mark.parametrize(("code", "exponent"), [("JPY", 0), ("ISK", 0), ("EUR", 2), ("PLN", 2), ("KWD", 3), ("TND", 3)])
def test_a_currency_has_the_exponent_of_iso_4217(code: str, exponent: int) -> None:
    assert currency(code) == Currency(code, exponent)


@pytest.mark.parametrize("code", ["", "eur", "EURO", "XXX", "XAU", "XTS", "LVL", "€", "EU R"])
def test_what_is_no_money_a_till_can_take_is_no_currency(code: str) -> None:
    with pytest.raises(KeyError):
        currency(code)


def test_no_currency_stands_in_two_lists() -> None:
    assert len(TWO_DIGITS | NO_DIGITS | THREE_DIGITS) == len(TWO_DIGITS) + len(NO_DIGITS) + len(THREE_DIGITS)
    assert all(len(code) == 3 and code.isupper() for code in TWO_DIGITS | NO_DIGITS | THREE_DIGITS)
