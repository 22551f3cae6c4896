"""What another program leaves open of a line is taken from the product list."""

from typing import Any

import pytest

from loyaltydesk.cli import requests as asked
from loyaltydesk.cli.baskets import basket, listed
from loyaltydesk.model.money import currency
from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Asked, Line
from loyaltydesk.model.refusals import BadRequest

CAKE = Product("CAKE", "Carrot cake", "4750000000048", "Cakes", 390, 2100)
EUR = currency("EUR")


def by_code(code: str) -> Product | None:
    return CAKE if code in ("CAKE", CAKE.barcode) else None


def lines(*told: dict[str, Any]) -> tuple[Line, ...]:
    return basket(asked.typed({"do": "quote", "lines": list(told)}, asked.Purchase), EUR, by_code).lines


@pytest.mark.parametrize("sku", ["CAKE", CAKE.barcode])
def test_a_line_without_a_price_is_the_lists(sku: str) -> None:
    assert lines({"sku": sku, "qty": 2}, {"sku": sku, "price": None}) == (
        Line(390, 2, "CAKE", "Cakes", 2100), Line(390, 1, "CAKE", "Cakes", 2100),
    )  # fmt: skip


def test_what_is_told_counts_more_than_the_list() -> None:
    told = {"sku": "CAKE", "price": "1.00", "category": "Stale", "tax_percent": "5"}
    assert lines(told, {"sku": "CAKE", "price": "1.00"}, {"sku": "CAKE", "tax_percent": 0}) == (
        Line(100, 1, "CAKE", "Stale", 500), Line(100, 1, "CAKE", "Cakes", 2100), Line(390, 1, "CAKE", "Cakes", 0),
    )  # fmt: skip


def test_a_product_that_is_not_on_the_list_stays_as_it_was_told() -> None:
    assert lines({"sku": "TEA", "price": "2.50"}, {"price": "1.00"}) == (Line(250, 1, "TEA"), Line(100))


@pytest.mark.parametrize("told", [{"sku": "TEA"}, {}, {"qty": 2}])
def test_without_a_price_anywhere_it_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(BadRequest) as refused:
        lines({"price": "1.00"}, told)
    assert refused.value.facts() == {"field": "lines[1].price", "reason": "missing"}


def test_what_comes_back_by_its_barcode_is_found_under_its_code() -> None:
    wanted = Asked(lines=((CAKE.barcode, 1), ("CAKE", 2, 390), ("TEA", 1)))
    assert listed(wanted, {"CAKE"}, by_code).lines == (("CAKE", 1), ("CAKE", 2, 390), ("TEA", 1))
    assert listed(wanted, {CAKE.barcode}, by_code).lines[0] == (CAKE.barcode, 1)  # bought before it was on the list


def test_codes_are_taken_without_the_blanks_around_them() -> None:
    told = {"do": "quote", "amount": "1.00", "codes": [" HELLO\n", "", "  ", "BYE BYE"]}
    assert basket(asked.typed(told, asked.Purchase), EUR, by_code).codes == ("HELLO", "BYE BYE")


@pytest.mark.parametrize("field", ["codes", "vouchers"])
def test_no_purchase_has_more_than_a_hundred_of_them(field: str) -> None:
    told = {"do": "quote", "amount": "1.00", field: ["X"] * 100}
    assert len(getattr(basket(asked.typed(told, asked.Purchase), EUR, by_code), field)) == 100
    with pytest.raises(BadRequest):
        asked.typed({**told, field: ["X"] * 101}, asked.Purchase)
