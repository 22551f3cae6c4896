"""Cells of other people's tables: numbers that are names, points, a yes, a language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.exchange.cells_in import (
    cell_text,
    code_text,
    consent_in,
    first_email,
    language_in,
    phones_in,
    points_in,
)
from loyaltydesk.model.refusals import BadRequest


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('="0012"', "0012"), ("'+48600", "+48600"), ("'=1+1", "=1+1"), ("'t Hart", "'t Hart"), ("=cmd()", "=cmd()"),
        (" Anna ", "Anna"), ("-", ""), ("N/A", ""), ("brak", ""), ("#REF!", ""), ("Brakowska", "Brakowska"), ("", ""),
    ],
)  # fmt: skip
def test_a_cell_is_what_somebody_meant(cell: str, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("2600001234567.0", "2600001234567"), ("2.600001234567E+12", "2600001234567"),
        ("2,600001234567e12", "2600001234567"),
        ("26000", "26000"), ("LD-12", "LD-12"), ("12.34", "12.34"),
    ],
)  # fmt: skip
def test_a_number_with_all_its_digits_is_whole_again(cell: str, number: str) -> None:
    assert code_text(cell, "card") == number


@pytest.mark.parametrize("cell", ["2.00012E+12", "2,6E+12", "2E+12", "1.2345678901E+16"])
def test_a_number_that_lost_digits_is_refused(cell: str) -> None:
    with pytest.raises(BadRequest) as refused:
        code_text(cell, "card")
    assert refused.value.reason == "digits_lost"


@pytest.mark.parametrize(
    ("cell", "points"),
    [
        ("12", 12), ("1 234", 1234), ("1\N{NO-BREAK SPACE}234", 1234), ("1.234", 1234), ("1,234", 1234),
        ("1'234", 1234),
        ("1.234,00", 1234), ("1,234.00", 1234), ("12,0", 12), ("1 234 567 pkt.", 1234567), ("+5", 5), ("0", 0),
    ],
)  # fmt: skip
def test_points_are_read_with_any_separators(cell: str, points: int) -> None:
    assert points_in(cell) == points


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("12,5", "points_unreadable"), ("12.3450", "points_unreadable"), ("1,23", "points_unreadable"),
        ("many", "points_unreadable"), ("-5", "points_negative"), ("1.2E+15", "digits_lost"),
        ("9" * 30, "points_unreadable"), ("١٢", "points_unreadable"),
    ],
)  # fmt: skip
def test_what_is_no_whole_number_of_points_is_refused(cell: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        points_in(cell)
    assert refused.value.reason == reason


@given(st.text(max_size=30))
def test_any_cell_has_points_or_is_refused(cell: str) -> None:
    try:
        assert points_in(cell) >= 0
        code_text(cell, "card")
    except BadRequest:
        pass


def test_a_mere_yes_is_kept_with_its_question() -> None:
    cells = ("tak", "X", "2024-05-01", "nie", "Nē", "agreed in the shop, 2024")
    assert [consent_in(cell, "Zgoda") for cell in cells] == [
        "Zgoda: tak", "Zgoda: X", "Zgoda: 2024-05-01", "", "", "agreed in the shop, 2024",
    ]  # fmt: skip


def test_languages_are_known_by_code_and_name() -> None:
    cells = ("PL", "pl_PL", "Latviešu", "русский", "Polish", "Klingon")
    assert [language_in(cell) for cell in cells] == ["pl", "pl", "lv", "ru", "pl", ""]


def test_of_several_the_first_address_and_number_are_taken() -> None:
    assert first_email("Anna <anna@example.org>; x@y.lv") == "anna@example.org"
    assert phones_in("600 100 200, dom 22 123 45 67") == ("600 100 200", "dom 22 123 45 67")
    assert phones_in("+371 20012345") == ("+371 20012345", "")
