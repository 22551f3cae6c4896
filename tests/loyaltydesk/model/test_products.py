"""A product is tidied, and refused where it cannot be: before anything of it is written down."""

import pytest
from msgspec.structs import replace

from loyaltydesk.model.money import LARGEST
from loyaltydesk.model.products import (
    Product,
    changed_fields,
    checked_barcode,
    checked_product,
    sort_name,
    tax_from,
    tax_text,
)
from loyaltydesk.model.refusals import BadRequest

CAKE = Product("CAKE", "Carrot cake", "4750000000048", "Cakes", 390, 2100)


def test_a_product_is_kept_without_control_characters_and_needless_blanks() -> None:
    odd = Product(" CAKE\x00", "Carrot\n\t cake ", " 4750 0000 00048 ", "Cakes\x1b", 390, 2100)
    assert checked_product(odd) == CAKE


@pytest.mark.parametrize(
    ("change", "field", "reason"),
    [
        ({"sku": ""}, "sku", "missing"),
        ({"sku": "\x00 "}, "sku", "missing"),
        ({"sku": "x" * 61}, "sku", "too_long"),
        ({"sku": "2.00012E+12"}, "sku", "number_shortened"),
        ({"sku": "2,00012e12"}, "sku", "number_shortened"),
        ({"name": " "}, "name", "missing"),
        ({"name": "x" * 121}, "name", "too_long"),
        ({"name": 7}, "name", "not_text"),
        ({"category": "x" * 121}, "category", "too_long"),
        ({"price": -1}, "price", "amount_too_large"),
        ({"price": LARGEST + 1}, "price", "amount_too_large"),
        ({"price": True}, "price", "amount_too_large"),
        ({"tax": 10_001}, "tax", "tax_range"),
        ({"tax": -1}, "tax", "tax_range"),
        ({"barcode": "4750000000049"}, "barcode", "barcode_check_digit"),
        ({"barcode": "475Ł"}, "barcode", "barcode_characters"),
        ({"barcode": "4.75E+12"}, "barcode", "number_shortened"),
        ({"barcode": "1" * 49}, "barcode", "too_long"),
        ({"barcode": None}, "barcode", "not_text"),
    ],
)
def test_what_cannot_be_is_refused_with_its_field(change: dict[str, object], field: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        checked_product(replace(CAKE, **change))
    assert (refused.value.field, refused.value.reason) == (field, reason)


@pytest.mark.parametrize("code", ["", "96385074", "012345678905", "AB-12", "12345"])
def test_barcodes_of_every_make_are_taken(code: str) -> None:
    assert checked_barcode(code.lower()) == code


def test_what_is_different_is_told_field_by_field() -> None:
    assert changed_fields(CAKE, replace(CAKE, price=400)) == {"price": 400}
    assert changed_fields(CAKE, CAKE) == {}
    assert set(changed_fields(None, CAKE)) == {"name", "barcode", "category", "price", "tax"}


@pytest.mark.parametrize(("name", "place"), [("Flat-White, duży", "flat white duzy"), ("№ 7", "no 7"), ("!?", "!?")])
def test_a_name_is_sorted_and_found_by_its_folded_words(name: str, place: str) -> None:
    assert sort_name(name) == place


@pytest.mark.parametrize(("text", "tax"), [("21", 2100), ("5,5 %", 550), ("5.05", 505), ("0", 0), (" 8% ", 800)])
def test_a_tax_rate_is_read_as_people_write_it(text: str, tax: int) -> None:
    assert tax_from(text) == tax
    assert tax_from(tax_text(tax)) == tax


@pytest.mark.parametrize("text", ["", "x", "-5", "5.123", "1e2", "1000", "²1"])
def test_what_is_no_tax_rate_is_refused(text: str) -> None:
    with pytest.raises(BadRequest):
        tax_from(text)
