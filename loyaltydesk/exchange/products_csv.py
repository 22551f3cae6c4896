"""Products as a CSV file, as spreadsheets of several countries write it, and back again without any harm.

A file needs a first row that names its columns, in English, Polish, Latvian or Russian; a column that is not there
leaves what is known.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import category

from loyaltydesk.exchange.csv_writing import Shape, harmless, literal, written
from loyaltydesk.exchange.encodings import Row, decoded, header, headers, table, unwrapped
from loyaltydesk.model.money import Currency
from loyaltydesk.model.products import Product, ProductRow, tax_from, tax_text
from loyaltydesk.model.refusals import BadRequest

HEADER = ("sku", "barcode", "name", "category", "price", "tax_percent")
_NAMES = {
    "sku": "sku, code, product code, item code, article, article number, id, number, no, kod, kod produktu, indeks, "
    "symbol, numer, kods, preces kods, artikuls, numurs, код, код товара, артикул, номер",
    "barcode": "barcode, bar code, ean, ean13, ean 13, gtin, upc, kod kreskowy, kod ean, svītrkods, svitru kods, "
    "svītru kods, штрихкод, штрих код, ean код",
    "name": "name, product, product name, item, title, description, nazwa, nazwa produktu, nazwa towaru, produkt, "
    "towar, nosaukums, preces nosaukums, prece, produkts, наименование, название, имя, товар, продукт",
    "category": "category, group, department, kategoria, grupa, dział, kategorija, grupa, категория, группа, раздел",
    "price": "price, unit price, sale price, gross price, cena, cena brutto, cena sprzedaży, pārdošanas cena, "
    "цена, цена продажи, стоимость",
    "tax": "tax, tax percent, tax rate, vat, vat rate, vat percent, podatek, vat stawka, stawka vat, stawka, ptu, pvn, "
    "pvn likme, nodoklis, ндс, ставка ндс, налог",
}
_UNIT = re.compile(r"^[^\W\d]{1,4}\.?|[^\W\d]{1,4}\.?$")  # EUR, zł, руб.
_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3}){2,}|[0-9]{1,3}(\.[0-9]{3}){2,}")
_GROUPED = re.compile(r"[0-9]+|[0-9]{1,3}(,[0-9]{3})+|[0-9]{1,3}(\.[0-9]{3})+")


def read(content: bytes, currency: Currency) -> list[ProductRow]:
    """The rows of a product file; what is wrong with one stands in it. Raises BadRequest for a file that is none."""
    rows = table(decoded(content), score=lambda cells: sum(bool(_field(cell)) for cell in cells))
    columns = [_field(cell) for cell in rows[0].cells] if rows else []
    if not {"sku", "barcode"} & set(columns) or len(rows) < 2:
        raise BadRequest("file", "no_products")
    return [_product(row, columns, currency) for row in rows[1:]]


def csv_text(products: Iterable[Product], currency: Currency, shape: Shape) -> Iterator[str]:
    """The file piece by piece; prices are in major units, tax in percent."""
    return written(HEADER, (_cells(product, currency, shape) for product in products), shape)


def _cells(product: Product, currency: Currency, shape: Shape) -> list[str]:
    price = currency.text(product.price).replace(".", shape.decimal)
    tax = tax_text(product.tax).replace(".", shape.decimal)
    codes = [literal(code, shape) for code in (product.sku, product.barcode)]
    return [*codes, harmless(product.name), harmless(product.category), price, tax]


def price_from(text: str, currency: Currency) -> int:
    """Minor units from a price as people write it: 1.20, 1,20 €, 1 234,50. Raises BadRequest.

    Of two kinds of signs the last is the decimal one. One sign with three figures behind it could be either, and is
    refused, unless the currency has three decimals.
    """
    signs = "".join(sign for sign in text if not sign.isspace() and sign not in "'’" and category(sign) != "Sc")
    bare = _UNIT.sub("", signs).removeprefix("+")
    if _THOUSANDS.fullmatch(bare):
        bare = re.sub("[.,]", "", bare)
    else:
        whole, sign, part = bare.rpartition(max(",.", key=bare.rfind))
        bare = re.sub("[.,]", "", whole) + "." + part if _GROUPED.fullmatch(whole) and sign != whole[-4:-3] else bare
    return currency.amount(bare.removesuffix("."), "price")


def _product(row: Row, columns: list[str], currency: Currency) -> ProductRow:
    cells = [_cell(cell) for cell in row.cells]
    told = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
    sku = told.pop("sku", "") or told.get("barcode", "")
    try:
        if any(cells[len(columns) :]):
            raise BadRequest("row", "cells_too_many")
        fields: dict[str, str | int] = {name: told[name] for name in ("name", "barcode", "category") if name in told}
        if told.get("price"):
            fields["price"] = price_from(told["price"], currency)
        if told.get("tax"):
            fields["tax"] = tax_from(told["tax"])
    except BadRequest as no:
        return ProductRow(row.number, sku, refused=no)
    return ProductRow(row.number, sku, fields)


def _cell(text: str) -> str:
    """What somebody meant to stand in a cell: without ="…" around it, or the apostrophe that disarms a formula."""
    bare = unwrapped(text)
    return bare[1:] if bare.startswith("'") and harmless(bare[1:]) == bare else bare


def _field(cell: str) -> str:
    """The field that a column is for, empty for none of ours."""
    return _headers().get(header(cell), "")


@lru_cache(maxsize=1)
def _headers() -> dict[str, str]:
    return headers(_NAMES)
