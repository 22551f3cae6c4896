"""Card numbers: what is taken, what is refused, and under which spellings a card is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.cards import LONGEST, SHORTEST, check_digit, checked_number, spellings, tidy
from loyaltydesk.model.refusals import BadCardNumber


@pytest.mark.parametrize(
    ("digits", "last"),
    [("400638133393", "1"), ("978030640615", "7"), ("03600029145", "2"), ("590123412345", "7"), ("000000000000", "0")],
)
def test_the_check_digit_is_that_of_the_standard(digits: str, last: str) -> None:
    assert check_digit(digits) == last


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("9810000000013", "9810000000013"), (" 9810 0000 00013\r\n", "9810000000013"), ("abc-123", "ABC-123"),
        ("0036000291452", "0036000291452"), ("1234", "1234"), ("A" * 48, "A" * 48), ("12345678", "12345678"),
        ("!#$%&/()=?*+~", "!#$%&/()=?*+~"), ("036000291453", "036000291453"),
    ],
)  # fmt: skip
def test_a_card_number_is_kept_in_capitals_without_spaces(code: str, number: str) -> None:
    assert checked_number(code) == number


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("9810000000014", "check_digit"), ("0000000000001", "check_digit"), ("123", "length"), ("", "length"),
        ("   ", "length"), ("1" * 49, "length"), ("1" * 400, "length"), ("١٢٣٤٥٦٧٨٩٠", "characters"),
        ("12\x0034", "characters"), ("12\x1b[2J34", "characters"), ("кот1234", "characters"), ("1234…", "characters"),
        ("ß123", "characters"), ("1234ı", "characters"), ("ﬁ1234", "characters"), ("12\u00a034", "characters"),
        ("１２３４５", "characters"), ("1234\u202e", "characters"), ("12\x7f34", "characters"),
        ("é" * 400, "characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_card_number_is_refused_with_the_reason(code: str, reason: str) -> None:
    with pytest.raises(BadCardNumber) as refused:
        checked_number(code)
    assert refused.value.reason == reason
    assert len(refused.value.card) <= LONGEST + 1
    assert refused.value.card.isprintable()


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 9))
def test_of_thirteen_digits_exactly_one_last_digit_is_right(digits: str, last: int) -> None:
    try:
        checked_number(digits + str(last))
    except BadCardNumber:
        assert str(last) != check_digit(digits)
    else:
        assert str(last) == check_digit(digits)


@given(st.text(max_size=60))
def test_whatever_is_scanned_is_a_number_or_a_refusal_and_tidy_only_once(code: str) -> None:
    try:
        number = checked_number(code)
    except BadCardNumber:
        return
    assert SHORTEST <= len(number) <= LONGEST
    assert number.isascii()
    assert number.isprintable()
    assert checked_number(number) == number == tidy(number)


@pytest.mark.parametrize(
    ("scanned", "kept"),
    [
        ("036000291452", "0036000291452"), ("0036000291452", "036000291452"), ("036000291452", "036000291452"),
        ("abc1", "ABC1"), ("9810000000013", "9810000000013"),
    ],
)  # fmt: skip
def test_an_ean_from_zero_is_found_as_the_twelve_digits_that_readers_show(scanned: str, kept: str) -> None:
    assert kept in spellings(scanned)


def test_other_numbers_have_one_spelling() -> None:
    assert spellings("9810000000013") == ("9810000000013",)
    assert spellings("00360002914521") == ("00360002914521",)
