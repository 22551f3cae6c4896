"""A product file is read as people write it, and written so that no spreadsheet does any harm with it."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.exchange.csv_writing import Shape, for_spreadsheet
from loyaltydesk.exchange.products_csv import csv_text, price_from, read
from loyaltydesk.model.money import currency
from loyaltydesk.model.products import Product, ProductRow
from loyaltydesk.model.refusals import BadRequest

EUR, JPY, KWD = currency("EUR"), currency("JPY"), currency("KWD")
NASTY = [
    Product("=cmd|' /C calc'!A0", "=cmd()", "4750000000048", "+1", 390, 2100),
    Product("0012", "@SUM(A1)", "0036000291452", "-2", 0, 550),
    Product("26E12", 'Salt & "Pepper"; fine', "", "\tTab", 120, 0),
]


@pytest.mark.parametrize(
    "header",
    [
        "code;name;price;category", "Kod;Nazwa;Cena;Kategoria", "Kods;Nosaukums;Cena;Grupa",
        "Артикул;Наименование;Цена;Группа",
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names_in_four_languages(header: str) -> None:
    rows = read(f"{header}\n007;Ser;1,20;Nabiał\n".encode(), EUR)
    assert rows == [ProductRow(2, "007", {"name": "Ser", "category": "Nabiał", "price": 120})]


def test_columns_that_are_not_ours_and_that_are_missing_are_no_matter() -> None:
    assert read(b"Colour,EAN-13\nred,4750000000048\n", EUR) == [
        ProductRow(2, "4750000000048", {"barcode": "4750000000048"})
    ]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"a,b\n1,2\n", b"code,name\n", b"name,price\nTea,1\n"])
def test_a_file_without_products_is_refused(content: bytes) -> None:
    with pytest.raises(BadRequest) as refused:
        read(content, EUR)
    assert refused.value.reason == "no_products"


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1,20", 120), ("1.20", 120), ("€1.20", 120), ("1,2 €", 120), ("12 zł", 1200), ("12,5 руб.", 1250), ("7", 700),
        ("1 234,50", 123_450), ("1.234,50", 123_450), ("1,234.50", 123_450), ("1'200.50", 120_050),
        ("1.234.567", 123_456_700), ("EUR 3.00", 300), ("5.", 500), ("1\N{NO-BREAK SPACE}000", 100_000),
    ],
)  # fmt: skip
def test_prices_are_read_as_people_write_them(text: str, minor: int) -> None:
    assert price_from(text, EUR) == minor


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,234", "amount_too_fine"), ("-3", "amount_negative"), ("", "amount_not_money"), ("abc", "amount_not_money"),
        ("1,2,3", "amount_not_money"), ("12abc5", "amount_not_money"), ("1e5", "amount_not_money"),
        ("9" * 20, "amount_too_large"), ("=1+1", "amount_not_money"), ("١٢", "amount_not_money"),
    ],
)  # fmt: skip
def test_what_may_be_another_price_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        price_from(text, EUR)
    assert (refused.value.field, refused.value.reason) == ("price", reason)


def test_the_currency_says_how_many_decimals_there_are() -> None:
    assert (price_from("1,234", KWD), price_from("1234", JPY)) == (1234, 1234)


def test_each_wrong_row_says_why_and_leaves_the_others_be() -> None:
    content = b"code;name;price;tax\n1;A;1,20;21\n2;B;x;\n3;C;1;1000\n4;D;1;5;6\n;E;1;\n"
    rows = read(content, EUR)
    assert [(row.number, row.refused and (row.refused.field, row.refused.reason)) for row in rows] == [
        (2, None), (3, ("price", "amount_not_money")), (4, ("tax", "tax_range")), (5, ("row", "cells_too_many")),
        (6, None),
    ]  # fmt: skip
    assert rows[4].sku == ""  # which the desk refuses


def test_a_decimal_comma_in_a_file_of_commas_is_seen() -> None:
    (row,) = read(b"code,price\n1,1,20\n", EUR)
    assert row.refused is not None
    assert row.refused.reason == "cells_too_many"


@pytest.mark.parametrize("shape", [Shape(), for_spreadsheet("en"), for_spreadsheet("ru")])
def test_trap_8_what_is_written_is_read_back_with_every_leading_zero(shape: Shape) -> None:
    rows = read("".join(csv_text(NASTY, EUR, shape)).encode(), EUR)
    made = [Product(row.sku, **{"barcode": "", **row.fields}) for row in rows]  # type: ignore[arg-type]  # by name
    assert [each.sku for each in made] == [each.sku for each in NASTY]
    assert [(each.name, each.price, each.tax) for each in made] == [(p.name, p.price, p.tax) for p in NASTY]
    assert [each.barcode for each in made] == [each.barcode for each in NASTY]


@pytest.mark.parametrize("shape", [Shape(), for_spreadsheet("lv")])
def test_no_cell_is_a_formula_for_a_spreadsheet(shape: Shape) -> None:
    text = "".join(csv_text(NASTY, EUR, shape)).lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=shape.delimiter):
        for cell in cells:
            assert not cell.startswith(("+", "-", "@", "\t")), cell
            assert not cell.startswith("=") or (shape.literal and cell.startswith('="') and cell.endswith('"')), cell


@given(st.binary(max_size=200))
def test_no_bytes_bring_it_down(content: bytes) -> None:
    with suppress(BadRequest):
        read(b"code;name;price;tax;barcode\n" + content, EUR)
