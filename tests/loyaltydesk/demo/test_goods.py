"""The demo shop's list is one that a café could have, in every language, and part of its bills are made of it."""

from pathlib import Path
from random import Random

import pytest

from loyaltydesk.demo.goods import Goods, goods
from loyaltydesk.demo.stage import stage
from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import check_digit
from loyaltydesk.model.money import currency
from loyaltydesk.model.products import checked_product
from loyaltydesk.model.purchases import Line
from loyaltydesk.words import LANGUAGES
from tests.loyaltydesk.demo.test_making import _rows


def _of(language: str) -> Goods:
    return goods(language, currency(stage(language).currency))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_product_is_whole_and_told_apart(language: str) -> None:
    products = _of(language).products
    assert 15 <= len(products) <= 25
    assert all(checked_product(product) == product for product in products)
    for field in ("sku", "barcode", "name"):
        assert len({getattr(product, field) for product in products}) == len(products), field
    assert 4 <= len({product.category for product in products}) <= 8
    assert all(check_digit(product.barcode[:12]) == product.barcode[12] for product in products)


def test_the_products_of_the_rewards_are_on_the_list(desk: Desk) -> None:
    wanted = {reward.gives.product for reward in desk.shop.programme.rewards if reward.gives.product}
    assert wanted
    assert wanted <= {product.sku for product in _of("en").products}


def test_a_bill_is_the_same_for_the_same_throw_of_the_dice_and_comes_to_the_same() -> None:
    shelf = _of("en")
    one, two = ([shelf.bill(Random(seed), 4) for seed in range(200)] for _ in range(2))
    assert one == two
    scanned = [bill for bill in one if bill[0].sku]
    assert 40 <= len(scanned) <= 120
    assert all(len({line.sku for line in bill}) == len(bill) for bill in scanned)
    assert all(1 <= sum(line.qty for line in bill) <= 4 for bill in scanned)
    sums = [sum(line.price * line.qty for line in bill) for bill in one]
    assert 700 <= sum(sums) // len(sums) <= 1300


def test_what_a_reward_gives_is_put_on_a_bill_of_products_and_on_no_other() -> None:
    shelf = _of("en")
    cake = next(product for product in shelf.products if product.sku == "CAKE")
    scanned = (Line(260, sku="COFFEE"),)
    assert [line.sku for line in shelf.with_one(scanned, "CAKE")] == ["COFFEE", "CAKE"]
    assert shelf.with_one(scanned, "CAKE")[1].price == cake.price
    for lines, sku in ((scanned, "COFFEE"), ((Line(260),), "CAKE"), (scanned, ""), (scanned, "NEVER")):
        assert shelf.with_one(lines, sku) == lines


def test_the_demo_shop_has_the_list_and_bills_of_both_kinds(small: Path, desk: Desk) -> None:
    assert desk.products.count() == len(_of("en").products)
    kinds = dict(
        _rows(
            small,
            "SELECT coalesce(json_extract(payload, '$.lines[0].sku'), '') <> '', count(*) FROM journal "
            "WHERE kind = 'PurchaseRecorded' GROUP BY 1",
        )
    )
    assert 0.2 < kinds[1] / (kinds[0] + kinds[1]) < 0.6
