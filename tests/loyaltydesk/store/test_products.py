"""The product list is found by code, barcode and words, and is the same whatever order its facts came in."""

from itertools import pairwise

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.products import Product, ProductSort
from loyaltydesk.store.store import Store
from tests.loyaltydesk.store.tables.conftest import Quarrel, name, one, quarrel  # noqa: F401 - fixtures
from tests.shop import store_of


@pytest.fixture
def listed(desk: Desk) -> Store:
    for number, (what, category, price) in enumerate(
        [("Łagodna kawa", "Kawa", 320), ("Zielona herbata", "Herbata", 280), ("Кофе чёрный", "Кофе", 300)]
    ):
        desk.products.save(Product(f"A{number}", what, f"000000000{number}{number}0", category, price))
    return store_of(desk)


@pytest.mark.parametrize("scanned", ["0036000291452", "036000291452", " 0036 0002 91452 "])
def test_trap_8_a_barcode_from_0_is_found_however_the_reader_shows_it(desk: Desk, scanned: str) -> None:
    desk.products.save(Product("SOAP", "Soap", "0036000291452"))
    desk.products.save(Product("OTHER", "Other"))
    assert store_of(desk).products.by_barcode(scanned) == Product("SOAP", "Soap", "0036000291452")
    desk.products.save(Product("SOAP", "Soap", "036000291452"))
    found = store_of(desk).products.by_barcode(scanned)
    assert found is not None
    assert found.sku == "SOAP"


def test_nothing_is_found_by_no_barcode(listed: Store, desk: Desk) -> None:
    desk.products.save(Product("BARE", "Bare"))
    assert listed.products.by_barcode("") is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lagodna", "A0"), ("KAWA łag", "A0"), ("herb", "A1"), ("черн", "A2"), ("чёрн", "A2"), ("a1", "A1"),
        ("0000000002", "A2"),
    ],
)  # fmt: skip
def test_products_are_found_by_the_beginnings_of_words_codes_and_barcodes(
    listed: Store, typed: str, found: str
) -> None:
    assert [product.sku for product in listed.products.search(typed, 10)] == [found]


@pytest.mark.parametrize("typed", ["", " ", "awa", "%", "_", "'; DROP TABLE products; --", "…"])
def test_what_means_nothing_finds_nothing(listed: Store, typed: str) -> None:
    assert listed.products.search(typed, 10) == []


@pytest.mark.parametrize("sort", ProductSort)
@pytest.mark.parametrize("descending", [False, True])
def test_the_pages_of_an_order_are_all_of_it_once(desk: Desk, sort: ProductSort, descending: bool) -> None:
    for number in range(23):
        desk.products.save(Product(f"P{number:02}", f"Name {number % 4}", category=f"C{number % 3}", price=number % 5))
    products, seen, last = store_of(desk).products, [], ""
    while page := products.page(sort, last, 5, descending=descending):
        seen += page
        last = page[-1].sku
    assert sorted(each.sku for each in seen) == [f"P{number:02}" for number in range(23)]
    keys = {
        ProductSort.NAME: lambda each: each.name, ProductSort.CODE: lambda each: each.sku,
        ProductSort.CATEGORY: lambda each: each.category, ProductSort.PRICE: lambda each: each.price,
    }  # fmt: skip
    key = keys[sort]
    assert all((key(a) >= key(b)) if descending else (key(a) <= key(b)) for a, b in pairwise(seen))


def test_what_was_taken_off_the_list_keeps_its_name_and_nothing_else(listed: Store, desk: Desk) -> None:
    desk.products.remove("A0")
    products = listed.products
    assert (products.by_sku("A0"), products.by_barcode("000000000000"), products.search("lagodna", 5)) == (
        None,
        None,
        [],
    )
    assert (products.count(), products.skus(), products.categories()) == (2, ["A1", "A2"], ["Herbata", "Кофе"])
    assert products.names(["A0", "A1", "never"]) == {"A0": "Łagodna kawa", "A1": "Zielona herbata"}


def _saved(number: int, **fields: str | int | bool | None) -> RecordSaved:
    return RecordSaved(id=name(number), kind="product", record="CAKE", fields=fields)


def test_two_tills_that_change_one_product_agree_field_by_field(quarrel: Quarrel, one) -> None:  # noqa: F811 - a fixture
    apart = [
        quarrel.said(_saved(20, name="Cake", price=300, gone=False), lamport=50),
        quarrel.said(_saved(21, name="Carrot cake"), lamport=52),
        quarrel.said(_saved(22, price=390, name="Old cake"), lamport=51),
        quarrel.said(_saved(23, barcode="12345", strange=True), lamport=49),
    ]
    tables = quarrel.heard(quarrel.known(), apart)
    row = one(tables, "SELECT name, sort_name, price, barcode, gone FROM products WHERE sku = 'CAKE'")
    assert row == ("Carrot cake", "carrot cake", 390, "12345", 0)


def test_a_product_taken_off_and_changed_at_once_is_gone_for_good(quarrel: Quarrel, one) -> None:  # noqa: F811
    apart = [
        quarrel.said(_saved(20, name="Cake", price=300, gone=False), lamport=50),
        quarrel.said(_saved(21, gone=True), lamport=52),
        quarrel.said(_saved(22, price=390), lamport=53),
    ]
    assert one(quarrel.heard(quarrel.known(), apart), "SELECT gone, price FROM products") == (1, 390)


def test_the_list_is_derived_again_from_the_journal(listed: Store, desk: Desk) -> None:
    before = desk.products.find("a")
    desk.shop.rebuild()
    assert desk.products.find("a") == before
    assert desk.shop.faults() == []
