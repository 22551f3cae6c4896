"""The owner keeps the list; a file is looked at first, and then taken as a whole or not at all."""

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.desk.products import Preview
from loyaltydesk.model.products import Product, ProductRow
from loyaltydesk.model.refusals import BadRequest
from tests.shop import refuses, store_of

CAKE = Product("CAKE", "Carrot cake", "4750000000048", "Cakes", 390, 2100)
TEA = Product("TEA", "Tea", "4750000000055", "Tea", 250, 2100)


def _facts(desk: Desk) -> int:
    return int(store_of(desk).connection.execute("SELECT count(*) FROM journal").fetchone()[0])


def test_a_product_is_kept_found_and_changed(desk: Desk) -> None:
    assert desk.products.save(CAKE, new=True) == CAKE
    assert desk.products.get("CAKE") == desk.products.by_code("4750000000048") == desk.products.by_code("cake") == CAKE
    dearer = desk.products.save(replace(CAKE, price=420))
    assert desk.products.get("CAKE") == dearer
    assert desk.products.count() == 1


def test_saving_what_is_kept_already_writes_nothing(desk: Desk) -> None:
    desk.products.save(CAKE)
    before = _facts(desk)
    desk.products.save(CAKE)
    desk.products.remove("NEVER")
    assert _facts(desk) == before


@pytest.mark.parametrize(
    ("product", "field", "reason"),
    [
        (replace(TEA, sku="CAKE", barcode=""), "sku", "code_taken"),
        (replace(TEA, barcode=CAKE.barcode), "barcode", "barcode_taken"),
        (replace(TEA, name=""), "name", "missing"),
    ],
)
def test_a_new_product_that_cannot_be_is_refused_and_changes_nothing(
    desk: Desk, product: Product, field: str, reason: str
) -> None:
    desk.products.save(CAKE)
    with refuses(desk, BadRequest) as refused:
        desk.products.save(product, new=True)
    assert refused.value.facts() == {"field": field, "reason": reason}


def test_a_barcode_is_free_again_when_its_product_is_off_the_list(desk: Desk) -> None:
    desk.products.save(CAKE)
    desk.products.remove("CAKE")
    desk.products.save(replace(TEA, barcode=CAKE.barcode))
    assert desk.products.by_code(CAKE.barcode) == replace(TEA, barcode=CAKE.barcode)


def test_a_product_that_was_taken_off_comes_back_whole(desk: Desk) -> None:
    desk.products.save(CAKE)
    desk.products.remove("CAKE")
    desk.products.save(replace(CAKE, price=1, category=""), new=True)
    assert desk.products.get("CAKE") == replace(CAKE, price=1, category="")


def test_a_product_without_a_code_gets_the_next_number(desk: Desk) -> None:
    assert desk.products.new_code() == "101"
    for sku in ("7", "204", "CAKE", "4750000000048", "²"):
        desk.products.save(Product(sku, "x"))
    assert desk.products.new_code() == "205"


def _row(number: int, sku: str, **fields: str | int) -> ProductRow:
    return ProductRow(number, sku, fields)


def test_a_file_is_looked_at_and_nothing_is_written(desk: Desk) -> None:
    desk.products.save(CAKE)
    desk.products.save(TEA)
    desk.products.save(Product("JUICE", "Juice", "96385074"))
    before = _facts(desk)
    preview = desk.products.preview(
        [
            _row(2, "CAKE", price=400),
            _row(3, "TEA", name="Tea", price=250),
            _row(4, "NEW", name="New", barcode="12345"),
            _row(5, "NAMELESS", price=100),
            _row(6, "NEW", name="Twice"),
            _row(7, "OTHER", name="Other", barcode="12345"),
            _row(8, "THIEF", name="Thief", barcode="96385074"),
            ProductRow(9, "BAD", refused=BadRequest("price", "amount_not_money")),
        ]
    )
    assert preview.changed == (replace(CAKE, price=400),)
    assert preview.new == (Product("NEW", "New", "12345"),)
    assert preview.same == 1
    assert [(row.number, row.refused.field, row.refused.reason) for row in preview.refused if row.refused] == [
        (5, "name", "missing"), (6, "sku", "twice_in_file"), (7, "barcode", "twice_in_file"),
        (8, "barcode", "barcode_taken"), (9, "price", "amount_not_money"),
    ]  # fmt: skip
    assert _facts(desk) == before
    assert desk.products.take(preview) == 2
    assert desk.products.get("CAKE") == replace(CAKE, price=400)
    assert desk.products.preview([_row(2, "NEW", name="New")]).same == 1


def test_a_file_is_taken_as_a_whole_or_not_at_all(desk: Desk) -> None:
    preview = desk.products.preview([_row(2, "A", name="A"), _row(3, "B", name="B", barcode="12345")])
    desk.products.save(Product("LATE", "Late", "12345"))  # between the look and the button
    with refuses(desk, BadRequest):
        desk.products.take(preview)
    assert desk.products.get("A") is None


def test_a_preview_that_was_tampered_with_is_checked_again(desk: Desk) -> None:
    with refuses(desk, BadRequest):
        desk.products.take(Preview(new=(Product("A", "A"), Product("B", ""))))


@pytest.mark.parametrize("scanned", ["", " ", "x" * 5000, "\x00", "%", "4750000000049"])
def test_a_code_of_nothing_finds_nothing(desk: Desk, scanned: str) -> None:
    desk.products.save(CAKE)
    assert desk.products.by_code(scanned) is None
