"""Phone numbers: one form however they are typed."""

import pytest

from loyaltydesk.model.phones import e164, national
from loyaltydesk.model.refusals import BadRequest


@pytest.mark.parametrize(
    ("typed", "region", "kept"),
    [
        ("20012345", "LV", "+37120012345"), ("+371 20 012 345", "PL", "+37120012345"),
        ("00371 20012345", "LV", "+37120012345"), ("600 123 456", "PL", "+48600123456"),
        ("(202) 555-0123", "US", "+12025550123"), ("8 (912) 345-67-89", "RU", "+79123456789"),
        ("+48600123456", "", "+48600123456"), ("", "LV", ""), ("   ", "", ""), ("٢٠٠١٢٣٤٥", "LV", "+37120012345"),
        ("37120012345", "PL", "+37120012345"), ("79123456789", "LV", "+79123456789"),
        ("20 01-23 45", "", "20012345"),
    ],
)  # fmt: skip
def test_a_number_is_kept_with_its_country(typed: str, region: str, kept: str) -> None:
    assert e164(typed, region) == kept


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("12", "LV"), ("call me", "LV"), ("200", ""), ("call 20012345", ""), ("1" * 60, "LV"), ("+0000000000", "LV"),
        ("2001234", "LV"), ("60012345612", "PL"), ("11111111111", "LV"), ("00000000000", "LV"),
    ],
)  # fmt: skip
def test_what_is_no_phone_number_is_refused(typed: str, region: str) -> None:
    with pytest.raises(BadRequest) as refused:
        e164(typed, region)
    assert (refused.value.field, refused.value.reason) == ("phone", "phone_unreadable")


@pytest.mark.parametrize(
    ("kept", "digits"),
    [
        ("+37120012345", "20012345"), ("+48600123456", "600123456"), ("+12025550123", "2025550123"),
        ("+79123456789", "9123456789"), ("+358401234567", "401234567"), ("", ""), ("20012345", "20012345"),
    ],
)  # fmt: skip
def test_the_digits_at_home_are_those_without_the_country(kept: str, digits: str) -> None:
    assert national(kept) == digits
