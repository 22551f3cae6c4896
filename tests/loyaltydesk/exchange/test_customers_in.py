"""Customers of messy tables, five thousand of them in the shapes in which shops keep them, and who is refused."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.exchange.csv_writing import Shape
from loyaltydesk.exchange.customers_csv import csv_text
from loyaltydesk.exchange.customers_in import customers, named_columns, suggested
from loyaltydesk.exchange.tables_in import OpenTable, open_table
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.exports import CustomerLine
from loyaltydesk.model.imports import CheckedRow, DayOrder, ImportField, ImportRow, Verdict
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.shop import ShopSettings
from tests.messy import Person, people, write_text, write_workbook

TODAY = date(2026, 3, 14)


@pytest.fixture
def polish(desk: Desk) -> Desk:
    desk.shop.save_settings(ShopSettings(region="PL"))
    return desk


def _reason(checked: CheckedRow) -> str:
    return str(getattr(checked.row.refused, "reason", checked.row.refused))


def _check_all(desk: Desk, path: Path, owners: dict[int, Person]) -> None:
    """Exactly the rows with something wrong are refused, each for its reason; all others say what was meant."""
    with open_table(path) as table, desk.imports.check(customers(table, suggested(table), TODAY)) as draft:
        assert {each.row.number: _reason(each) for each in draft.rows(Verdict.REFUSED)} == {
            number: person.fault for number, person in owners.items() if person.fault
        }
        good = list(draft.rows(Verdict.NEW))
        assert {each.row.number for each in good} == {number for number, each in owners.items() if not each.fault}
        for each in good:
            person, row = owners[each.row.number], each.row
            assert (row.card, row.told["name"], row.points) == (person.card, person.name, person.points)
            assert (row.told["birth_date"], row.told.get("email", "")) == (person.born.isoformat(), person.email)
            assert row.told["phone"].endswith(person.phone)
            assert row.until == date(2026, 12, 31)
        assert draft.counts().points == sum(person.points for person in owners.values() if not person.fault)


@pytest.mark.parametrize(
    ("language", "encoding", "delimiter"),
    [("pl", "cp1250", ";"), ("lv", "cp1257", "\t"), ("pl", "utf-16", "|"), ("lv", "utf-8", ",")],
)
def test_text_of_five_thousand_is_read_to_the_last_row(
    polish: Desk, tmp_path: Path, language: str, encoding: str, delimiter: str
) -> None:
    polish.shop.save_settings(ShopSettings(region=language.upper()))
    path, some = tmp_path / "klienci.csv", people(1250, language)
    _check_all(polish, path, write_text(path, some, language, encoding=encoding, delimiter=delimiter))


def test_a_workbook_of_five_thousand_is_read_to_the_last_row(polish: Desk, tmp_path: Path) -> None:
    path = tmp_path / "klienci.xlsx"
    _check_all(polish, path, write_workbook(path, people(5000, "pl"), "pl"))


# --- small tables


@pytest.fixture
def opened(tmp_path: Path) -> Iterator["Opened"]:
    made = Opened(tmp_path / "table.csv")
    yield made
    made.close()


class Opened:
    """Tables of a few rows, opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tables: list[OpenTable] = []

    def __call__(self, text: str) -> OpenTable:
        self._path.write_text(text, encoding="utf-8")
        self._tables.append(open_table(self._path))
        return self._tables[-1]

    def rows(self, text: str) -> list[ImportRow]:
        table = self(text)
        return list(customers(table, suggested(table), TODAY))

    def close(self) -> None:
        for table in self._tables:
            table.close()


def test_slashes_are_read_as_the_whole_column_says(opened: Opened) -> None:
    day_first = opened.rows("Name,Birthday\nAnna A,3/4/1990\nEwa B,14/3/1991\n")
    month_first = opened.rows("Name,Birthday\nAnna A,3/4/1990\nEwa B,3/14/1991\n")
    assert [row.told["birth_date"] for row in day_first] == ["1990-04-03", "1991-03-14"]
    assert [row.told["birth_date"] for row in month_first] == ["1990-03-04", "1991-03-14"]


def test_what_could_be_read_in_two_ways_is_said_and_can_be_turned_round(opened: Opened) -> None:
    table = opened("Name,Birthday\nAnna A,3/4/1990\nEwa B,5/6/1991\n")
    plan = suggested(table)
    (remark,) = plan.remarks()
    assert (remark.kind, remark.heading, remark.example) == ("days_open", "Birthday", "3/4/1990")
    column = plan.column(ImportField.BIRTH_DATE)
    assert column
    turned = plan.with_column(replace(column, order=DayOrder.MONTH_FIRST))
    assert [row.told["birth_date"] for row in customers(table, turned, TODAY)] == ["1990-03-04", "1991-05-06"]


def test_without_headings_columns_are_known_by_their_cells(opened: Opened) -> None:
    rows = opened.rows("Anna Kowalska,anna@example.org,+48600100200\nJan Nowak,jan@example.org,+48600100201\n")
    assert rows[1].told == {"name": "Jan Nowak", "email": "jan@example.org", "phone": "+48600100201"}


def test_zeros_that_a_spreadsheet_took_are_put_back_where_all_numbers_then_are_right(opened: Opened) -> None:
    table = opened("Karta,Nazwisko\n5901234123457,A\n4006381333931,B\n123456789104,C\n")
    plan = suggested(table)
    assert [remark.kind for remark in plan.remarks()] == ["zeros_lost"]
    assert [row.card for row in customers(table, plan, TODAY)][2] == "0123456789104"


def test_two_columns_make_one_name_and_three_one_address(opened: Opened) -> None:
    (row,) = opened.rows("First name,Surname,Street,Postcode,City\nAnna,Kowalska,Rīgas iela 1,LV-1010,Rīga\n")
    assert row.told == {"name": "Anna Kowalska", "address": "Rīgas iela 1, LV-1010 Rīga"}


@pytest.mark.parametrize("heading", ["Vārds", "Имя", "Imię", "First name"])
def test_a_first_name_without_any_other_is_the_name(opened: Opened, heading: str) -> None:
    text = f"{heading},Phone\nAnna Kalniņa,+37120004444\n"
    assert suggested(opened(text)).columns[0].field is ImportField.NAME
    assert [row.told["name"] for row in opened.rows(text)] == ["Anna Kalniņa"]


def test_house_and_flat_stand_behind_the_street(opened: Opened) -> None:
    head = "Imię i nazwisko;Ulica;Nr domu;Nr lokalu;Kod pocztowy;Miejscowość"
    rows = opened.rows(f"{head}\nAnna Ozola;Długa;5a;3;00-001;Warszawa\nJan Nowak;Krótka;7;;00-002;Warszawa\n")
    assert [row.told["address"] for row in rows] == ["Długa 5a/3, 00-001 Warszawa", "Krótka 7, 00-002 Warszawa"]


def test_a_column_that_counts_the_rows_has_no_cards(opened: Opened) -> None:
    rows = opened.rows("№;ФИО;Номер карты\n1;Иванова Анна;A-0001\n2;Петров Иван;A-0002\n")
    assert [row.card for row in rows] == ["A-0001", "A-0002"]
    assert [row.card for row in opened.rows("Nr;Klient\n1.;Anna Ozola\n2.;Jan Nowak\n")] == ["", ""]
    assert [row.card for row in opened.rows("Nr;Klient\n1001;Anna Ozola\n1002;Jan Nowak\n")] == ["1001", "1002"]


def test_ids_are_no_names(opened: Opened) -> None:
    rows = opened.rows("Klient;Telefon;Nazwa\n1;600100200;Anna Ozola\n2;600100201;Jan Nowak\n")
    assert [row.told["name"] for row in rows] == ["Anna Ozola", "Jan Nowak"]
    assert [row.told for row in opened.rows("Klient;Telefon\n17;600100200\n")] == [{"phone": "600100200"}]


def test_what_is_exported_can_come_in_again(desk: Desk, tmp_path: Path) -> None:
    told = Profile("Anna Ozola", phone="+37120012345", name_day_on="08-12", note="=1+1", birth_date="1990-02-03")
    anna, number = desk.customers.register(told, card="0001234")
    line = CustomerLine(desk.customers.get(anna), number, 12, "Silver")
    path = tmp_path / "customers.csv"
    path.write_text("".join(csv_text([line], desk.shop.programme.currency, Shape())), encoding="utf-8")
    with open_table(path) as table:
        (row,) = customers(table, suggested(table), TODAY)
    known = {"name": "Anna Ozola", "phone": "+37120012345", "note": "=1+1", "birth_date": "1990-02-03"}
    assert (row.told, row.card, row.points, row.tier) == (known, "0001234", 12, "Silver")


def test_a_date_of_zeros_was_never_told(opened: Opened) -> None:
    zeros = ("0000-00-00", "00.00.0000", "0000-00-00 00:00:00", "0")
    rows = opened.rows("Name,Birthday,Joined\n" + "".join(f"Anna,{day},{day}\n" for day in zeros))
    assert [(row.refused, row.told, row.joined) for row in rows] == [(None, {"name": "Anna"}, None)] * 4


def test_a_formula_stays_text(opened: Opened) -> None:
    (row,) = opened.rows("Name,Note\nAnna,=cmd|' /C calc'!A0\n")
    assert row.told["note"] == "=cmd|' /C calc'!A0"


def test_a_row_with_more_cells_than_headings_is_refused(opened: Opened) -> None:
    rows = opened.rows("Name,Points\nAnna,1,5\nJan,7\n")
    assert [getattr(row.refused, "reason", None) for row in rows] == ["cells_beyond", None]


def test_columns_can_be_said_by_heading_number_or_not_at_all(opened: Opened) -> None:
    table = opened("Name,Coins,Memo\nAnna,12,regular\n")
    plan = named_columns(suggested(table), {"points": "coins", "note": "3", "name": ""})
    (row,) = customers(table, plan, TODAY)
    assert (row.points, row.told) == (12, {"note": "regular"})


@pytest.mark.parametrize("chosen", [{"points": "Gold"}, {"shoe_size": "1"}])
def test_a_column_or_field_that_is_none_is_refused(opened: Opened, chosen: dict[str, str]) -> None:
    plan = suggested(opened("Name\nAnna\n"))
    with pytest.raises(BadRequest):
        named_columns(plan, chosen)


def test_a_table_of_headings_alone_is_empty(opened: Opened) -> None:
    with pytest.raises(BadRequest) as refused:
        suggested(opened("Name,Phone\n"))
    assert refused.value.reason == "table_empty"


@pytest.mark.parametrize(
    ("heading", "names", "rows"), [(None, ("Karta", "x Kto"), 2), (2, ("Karta", "Kto"), 2), (0, ("", ""), 4)]
)
def test_where_the_headings_stand_can_be_said(
    tmp_path: Path, heading: int | None, names: tuple[str, ...], rows: int
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Lista;x\nKarta;Kto\nA-1;Anna Ozola\nA-2;Jan Nowak\n", encoding="utf-8")
    with open_table(path) as table:
        plan = suggested(table, heading=heading)
    assert tuple(column.heading for column in plan.columns) == names
    assert plan.rows == rows
