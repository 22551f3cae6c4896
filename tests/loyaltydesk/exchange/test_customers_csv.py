"""The CSV of the customers holds every character, and nothing that a spreadsheet would run or round."""

import csv
import io
from datetime import UTC, datetime

import pytest

from loyaltydesk.exchange.csv_writing import Shape, for_spreadsheet, harmless
from loyaltydesk.exchange.customers_csv import csv_text
from loyaltydesk.model.customers import Account, Customer, Profile
from loyaltydesk.model.exports import CustomerLine
from loyaltydesk.model.money import currency

AT = datetime(2026, 3, 14, 10, 5, tzinfo=UTC)
FOR_PROGRAMS = Shape()
LIST_SIGNS = {"en": ",", "pl": ";", "lv": ";", "ru": ";"}


def _line(card: str = "2600000000017", **told: str) -> CustomerLine:
    return CustomerLine(
        Customer("id", Profile(**told), AT, Account(spend=2450, visits=2), card=card), card, 240, "Gold"
    )


def _cells(line: CustomerLine, shape: Shape = FOR_PROGRAMS) -> dict[str, str]:
    text = "".join(csv_text([line], currency("EUR"), shape)).removeprefix("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text, newline=""), delimiter=shape.delimiter)
    return row


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx"])
def test_text_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert _cells(_line(name=text))["name"] == f"'{text}"


@pytest.mark.parametrize("text", ["+37120012345", "Anna-Marija", "1+1", "", "Jānis @ home", "'quoted'"])
def test_other_text_and_phone_numbers_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_quotes_commas_and_every_alphabet_come_through() -> None:
    told = {"name": 'Łucja "Lu", Żółkiewska', "note": "Пётр; Jānis", "company": "SIA Rīts"}
    cells = _cells(_line(**told))
    assert {key: cells[key] for key in told} == told


def test_a_card_number_of_another_make_cannot_be_a_formula() -> None:
    assert _cells(_line(card="=HYPERLINK"))["card"] == "'=HYPERLINK"


@pytest.mark.parametrize("language", LIST_SIGNS)
def test_a_spreadsheet_keeps_numbers_that_are_names_as_text(language: str) -> None:
    shape = for_spreadsheet(language)
    assert shape.delimiter == LIST_SIGNS[language]
    cells = _cells(_line(card='0012"E5', phone="+37120012345"), shape)
    assert (cells["card"], cells["phone"]) == ('="0012""E5"', '="+37120012345"')
    assert cells["spend"] == ("24.50" if language == "en" else "24,50")


def test_somebody_without_card_and_phone_has_empty_cells() -> None:
    cells = _cells(_line(card=""), for_spreadsheet("pl"))
    assert (cells["card"], cells["phone"], cells["last_visit"]) == ("", "", "")


def test_the_mark_of_utf_8_comes_first_and_only_for_a_spreadsheet() -> None:
    assert next(csv_text([], currency("EUR"), for_spreadsheet("en"))).startswith("\ufeffcustomer,")
    assert next(csv_text([], currency("EUR"), Shape())).startswith("customer,")
