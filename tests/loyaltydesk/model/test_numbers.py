"""Numbers of our own: never with a 0 in front, with their check digit, each in one place only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.cards import check_digit, checked_number
from loyaltydesk.model.codes import is_voucher_like
from loyaltydesk.model.numbers import (
    Numbering,
    NumberKind,
    checked_numbering,
    meets_scale,
    number_range,
    scale_prefixes,
)
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.words.wrong_requests import REASONS

TEXT = Numbering(NumberKind.CODE128)


@st.composite
def schemes(draw: st.DrawFn) -> Numbering:
    """Every way of numbering that can be."""
    kind = draw(st.sampled_from(NumberKind))
    prefix = draw(st.from_regex("2[0-9]{1,5}", fullmatch=True))
    text = draw(st.from_regex("[A-Z1-9-][A-Z0-9-]{0,9}", fullmatch=True))
    scheme = Numbering(kind, prefix, text, len(text) + 1 + draw(st.integers(4, 12)))
    return scheme if kind is NumberKind.EAN13 or scheme.length <= 24 else replace(scheme, length=24)


@given(schemes(), st.data())
def test_every_number_is_one_a_card_can_have_and_says_its_place(scheme: Numbering, data: st.DataObject) -> None:
    if is_voucher_like(scheme.number(0)) or not 4 <= scheme.free <= 12:
        return
    assert checked_numbering(scheme) is scheme
    place = data.draw(st.integers(0, scheme.count - 1))
    number = scheme.number(place)
    assert checked_number(number) == number
    assert number[0] != "0"
    assert len(number) == (13 if scheme.kind is NumberKind.EAN13 else scheme.length)
    assert scheme.place(number) == place
    spoilt = number[:-1] + str((int(number[-1]) + data.draw(st.integers(1, 9))) % 10)
    assert scheme.place(spoilt) is None
    assert scheme.looks_own(spoilt)


def test_numbers_of_thirteen_digits_have_the_check_digit_of_an_ean() -> None:
    assert Numbering().number(1) == "2600000000017"
    digits = Numbering(NumberKind.CODE128, text_prefix="9", length=13).number(7)
    assert check_digit(digits[:12]) == digits[12]


@pytest.mark.parametrize("number", ["2600000000014", "260000000001", "2500000000018", "LD-0012345", ""])
def test_what_is_none_of_ours_has_no_place(number: str) -> None:
    assert Numbering().place(number) is None


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"prefix": "02"}, "prefix_zero"), ({"prefix": "04"}, "prefix_zero"), ({"prefix": "0"}, "prefix_zero"),
        ({"prefix": "30"}, "bad_prefix"), ({"prefix": "2"}, "bad_prefix"), ({"prefix": "2000000"}, "bad_prefix"),
        ({"prefix": "２６"}, "bad_prefix"), ({"prefix": ""}, "bad_prefix"),
        ({"scale": "21-"}, "scale_prefixes"), ({"scale": "25-21"}, "scale_prefixes"),
        ({"scale": "x"}, "scale_prefixes"),
    ],
)  # fmt: skip
def test_an_ean_that_cannot_be_is_refused_with_the_reason(change: dict[str, str], reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_numbering(replace(Numbering(), **change))
    assert refused.value.reason == reason
    assert reason in REASONS


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"text_prefix": "0LD"}, "prefix_zero"), ({"text_prefix": "ld"}, "prefix_characters"),
        ({"text_prefix": "L D"}, "prefix_characters"), ({"text_prefix": ""}, "prefix_characters"),
        ({"text_prefix": "Ł"}, "prefix_characters"),
        ({"length": 5}, "number_length"), ({"length": 25}, "number_length"),
        ({"text_prefix": "ABCDEFGHIJ", "length": 14}, "number_length"),
        ({"text_prefix": "A", "length": 15}, "number_length"),
        ({"text_prefix": "V", "length": 12}, "prefix_voucher"),
    ],
)  # fmt: skip
def test_letters_and_digits_that_cannot_be_are_refused_with_the_reason(change: dict[str, int], reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_numbering(replace(TEXT, **change))
    assert refused.value.reason == reason
    assert reason in REASONS


def test_the_words_for_a_scale_are_taken_as_people_write_them() -> None:
    assert scale_prefixes("21-23, 29") == ("21", "22", "23", "29")
    assert scale_prefixes(" 20–21;2812 20 ") == ("20", "21", "2812")
    assert scale_prefixes("") == ()


@pytest.mark.parametrize(
    ("prefix", "scale", "meets"),
    [("26", "", False), ("26", "21-25", False), ("26", "25-27", True), ("2612", "26", True), ("26", "2699", True)],
)
def test_a_scale_is_met_where_one_beginning_is_that_of_the_other(prefix: str, scale: str, *, meets: bool) -> None:
    assert meets_scale(Numbering(prefix=prefix, scale=scale)) is meets
    assert not meets_scale(replace(TEXT, prefix=prefix, scale=scale))


def test_a_range_runs_from_the_first_to_the_last() -> None:
    assert number_range("LD-0998", "LD-1001") == ["LD-0998", "LD-0999", "LD-1000", "LD-1001"]
    assert number_range("7", "7") == ["7"]
    assert number_range("96385074", "96385098", symbology=Symbology.EAN8) == ["96385074", "96385081", "96385098"]
    assert number_range("96385074", "96385076") == ["96385074", "96385075", "96385076"]
    assert number_range("2600000000017", "2600000000031") == ["2600000000017", "2600000000024", "2600000000031"]


@pytest.mark.parametrize(
    ("first", "last"),
    [("LD-2", "LD-1"), ("LD-1", "LX-2"), ("LD-1", "LD-10"), ("LD", "LD"), ("", ""), ("00000", "10000"), ("1A", "2A")],
)
def test_two_numbers_that_make_no_range_are_refused(first: str, last: str) -> None:
    with pytest.raises(BadRequest) as refused:
        number_range(first, last)
    assert refused.value.reason == "number_range"
