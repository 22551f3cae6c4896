"""The head of a table: titles above it, two rows of headings, units below it, totals at its end."""

import pytest

from loyaltydesk.exchange.column_names import field_named
from loyaltydesk.exchange.encodings import Row
from loyaltydesk.exchange.table_heads import find_head, is_heading, is_total
from loyaltydesk.model.imports import ImportField as Field


def rows(*lines: str) -> list[Row]:
    return [Row(number, tuple(line.split("|"))) for number, line in enumerate(lines, 1) if line]


def test_titles_above_and_units_below_are_none_of_the_table() -> None:
    head = find_head(rows("Klienci 2026||", "", "Karta|Nazwisko|Punkty", "||(pkt)", "1234|Nowak|5"))
    assert (head.headings, head.first_row) == (("Karta", "Nazwisko", "Punkty"), 5)
    assert [remark.kind for remark in head.remarks] == ["rows_above", "rows_of_units"]


def test_of_two_rows_the_upper_one_says_what_the_lower_one_leaves_open() -> None:
    head = find_head(rows("Klient||Punkty|", "Karta|Nazwisko|Stan|Ważne do", "1234|Nowak|5|"), [((0, 2), (0, 3))])
    fields = [field_named(heading) for heading in head.headings]
    assert fields == [Field.CARD, Field.LAST_NAME, Field.POINTS, Field.POINTS_UNTIL]
    assert head.first_row == 3


def test_columns_that_are_counted_below_their_headings_are_left_out() -> None:
    assert find_head(rows("ФИО|Телефон|Баллы", "1|2|3", "Пётр|+371|5")).first_row == 3


def test_people_are_no_headings() -> None:
    head = find_head(rows("Anna Kowalska|anna@example.org", "Jan Nowak|jan@example.org"))
    assert (head.headings, head.first_row) == ((), 1)
    assert [remark.kind for remark in head.remarks] == ["no_headings"]


def test_totals_and_headings_are_known_again() -> None:
    totals = rows("Razem|5", "||ИТОГО:|9", "Kopā|3", "Total points|8")
    assert [is_total(row) for row in (*totals, *rows("Sumak|5", "Anna|1"))] == [True] * 4 + [False] * 2
    assert is_heading(Row(9, ("Karta", " NAZWISKO ", "")), ("Karta", "Nazwisko", ""))
    assert not is_heading(Row(9, ("Karta", "Nowak", "")), ("Karta", "Nazwisko", ""))


@pytest.mark.parametrize(
    ("field", "headings"),
    [
        (Field.CARD, ["Card No.", "Numer karty", "Nr karty lojalnościowej", "Kartes numurs", "Номер карты", "EAN-13"]),
        (Field.NAME, ["Full name", "Imię i nazwisko", "Vārds, uzvārds", "ФИО", "Customer"]),
        (Field.PHONE, ["Phone", "Telefon kom.", "Tālrunis", "Телефон", "Mobile phone number", "tel. komórkowy"]),
        (Field.EMAIL, ["E-mail", "Adres e-mail", "E-pasts", "Эл. почта", "Customer e-mail address"]),
        (Field.BIRTH_DATE, ["Date of birth", "Data urodzenia (dd.mm.rrrr)", "Dzimšanas datums", "Дата рождения"]),
        (Field.POINTS, ["Points balance", "Stan punktów", "Punktu atlikums", "Баллы", "Saldo punktów [pkt]"]),
        (Field.POINTS_UNTIL, ["Points expiry", "Ważne do", "Derīgi līdz", "Срок действия", "Punkty ważne do"]),
        (Field.CONSENT, ["Marketing consent", "Zgoda marketingowa", "Piekrišana", "Согласие на рассылку"]),
        (Field.TAX_ID, ["VAT ID", "NIP", "PVN nr.", "ИНН"]),
        (Field.JOINED, ["Member since", "Data rejestracji", "Reģistrēts", "Дата регистрации"]),
        (Field.CITY, ["City", "Miasto", "Pilsēta", "Город"]),
    ],
)  # fmt: skip
def test_headings_are_known_in_four_languages(field: Field, headings: list[str]) -> None:
    assert {heading: field_named(heading) for heading in headings} == dict.fromkeys(headings, field)


@pytest.mark.parametrize("heading", ["", "Lp.", "Shoe size", "Anna Kowalska", "x" * 200, "2026-03-14"])
def test_other_words_are_no_headings(heading: str) -> None:
    assert field_named(heading) is None
