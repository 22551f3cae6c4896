"""Products: what the shop sells by name, with a code, a barcode, a category, a price and a tax rate."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from msgspec import Struct

from loyaltydesk.model.cards import LONGEST, check_digit, tidy
from loyaltydesk.model.folding import fold, folded_words
from loyaltydesk.model.money import LARGEST
from loyaltydesk.model.refusals import BadRequest

LONGEST_CODE = 60
LONGEST_NAME = 120
WHOLE = 100_00  # hundredths of a percent
_TAX = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?")
_MANGLED = re.compile(r"[0-9]+(?:[.,][0-9]+)?[Ee]\+?[0-9]+")


class Product(Struct, frozen=True):
    """One thing that is sold; `price` is in minor units for one, `tax` in hundredths of a percent within it."""

    sku: str
    name: str = ""
    barcode: str = ""
    category: str = ""
    price: int = 0
    tax: int = 0


FIELDS = ("name", "barcode", "category", "price", "tax")  # that can change; the code is what a product is known by


class ProductSort(StrEnum):
    """The orders in which products can be paged through."""

    NAME = "name"
    CODE = "code"
    CATEGORY = "category"
    PRICE = "price"


class ProductRow(Struct, frozen=True):
    """A line of a product file: its number there, and the fields it gives by name, or why it cannot be read."""

    number: int
    sku: str = ""
    fields: dict[str, str | int] = {}
    refused: BadRequest | None = None


def checked_product(product: Product) -> Product:
    """`product` tidied: no control characters, no blanks too many. Raises BadRequest for what cannot be."""
    sku = checked_code(product.sku)
    name = _text(product.name, "name")
    if not name:
        raise BadRequest("name", "missing")
    if not _is_count(product.price, LARGEST):
        raise BadRequest("price", "amount_too_large")
    if not _is_count(product.tax, WHOLE):
        raise BadRequest("tax", "tax_range")
    barcode = checked_barcode(product.barcode)
    return Product(sku, name, barcode, _text(product.category, "category"), product.price, product.tax)


def checked_code(code: object) -> str:
    """A product's own code. Raises BadRequest when there is none, or when a spreadsheet has shortened it."""
    sku = _text(code, "sku", most=LONGEST_CODE)
    if not sku:
        raise BadRequest("sku", "missing")
    return whole_code(sku, "sku")


def checked_barcode(code: object) -> str:
    """A barcode as scanners send it; empty for none. Raises BadRequest for one that no scanner can send.

    Only thirteen digits are held to be an EAN-13 and checked (GS1 General Specifications, 7.9).
    """
    if not isinstance(code, str):
        raise BadRequest("barcode", "not_text")
    barcode = whole_code(tidy(code), "barcode")
    if not all("!" <= character <= "~" for character in barcode):
        raise BadRequest("barcode", "barcode_characters")
    if len(barcode) > LONGEST:
        raise BadRequest("barcode", "too_long")
    if re.fullmatch(r"[0-9]{13}", barcode) and check_digit(barcode[:12]) != barcode[12]:
        raise BadRequest("barcode", "barcode_check_digit")
    return barcode


def sort_name(name: str) -> str:
    """Where a product stands in a list by name, and the words it is found by."""
    return " ".join(folded_words(name)) or fold(name).strip()


def changed_fields(before: Product | None, after: Product) -> dict[str, Any]:
    """What is different; everything of a product that was not there."""
    known: Callable[[str], object] = (lambda _name: None) if before is None else lambda name: getattr(before, name)
    return {name: getattr(after, name) for name in FIELDS if getattr(after, name) != known(name)}


def tax_text(tax: int) -> str:
    """Hundredths of a percent as a percentage: 2100 → "21", 550 → "5.5"."""
    whole, part = divmod(tax, 100)
    return f"{whole}.{part:02d}".rstrip("0").rstrip(".")


def tax_from(text: str) -> int:
    """Hundredths of a percent from 21, 21 %, 5,5. Raises BadRequest."""
    match = _TAX.fullmatch(text.strip().removesuffix("%").strip())
    if not match:
        raise BadRequest("tax", "tax_range")
    return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))


def whole_code(code: str, field: str) -> str:
    """`code`, unless a spreadsheet wrote it as 2.00012E+12: then most of its digits are lost."""
    if _MANGLED.fullmatch(code):
        raise BadRequest(field, "number_shortened")
    return code


def _text(text: object, field: str, *, most: int = LONGEST_NAME) -> str:
    if not isinstance(text, str):
        raise BadRequest(field, "not_text")
    clean = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if len(clean) > most:
        raise BadRequest(field, "too_long")
    return clean


def _is_count(number: object, most: int) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= most
