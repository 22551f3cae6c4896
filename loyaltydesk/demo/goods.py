"""What the demo shop sells, and what somebody buys of it."""

from random import Random
from typing import Any

from msgspec import Struct

from loyaltydesk.demo.stage import resource
from loyaltydesk.model.cards import check_digit
from loyaltydesk.model.money import Currency
from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Line
from loyaltydesk.rules.ready import in_currency

_SCANNED = 0.4  # of all bills; on the others the amount was typed


class Goods(Struct, frozen=True):
    """The products of the demo shop, and how often each is bought."""

    products: tuple[Product, ...]
    often: tuple[int, ...]

    def bill(self, chance: Random, most: int) -> tuple[Line, ...]:
        """One to so many things, scanned one by one or typed as one amount."""
        count, by_line = chance.randrange(1, most + 1), chance.random() < _SCANNED
        bought = chance.choices(self.products, self.often, k=count)
        if not by_line:
            return (Line(sum(product.price for product in bought)),)
        return tuple(line_of(product, bought.count(product)) for product in dict.fromkeys(bought))

    def with_one(self, lines: tuple[Line, ...], sku: str) -> tuple[Line, ...]:
        """The bill with the product that a reward makes free; a typed amount has no products to be free."""
        product = next((each for each in self.products if each.sku == sku), None)
        if product is None or not lines[0].sku or any(line.sku == sku for line in lines):
            return lines
        return (*lines, line_of(product, 1))


def goods(language: str, currency: Currency) -> Goods:
    """The products in a language of `stage`, with prices that make sense in the currency."""
    found = resource("products")
    products = [_product(found, number, language, currency=currency) for number in range(len(found["product"]))]
    return Goods(tuple(products), tuple(each["often"] for each in found["product"]))


def line_of(product: Product, qty: int) -> Line:
    """So many of a product on a bill."""
    return Line(product.price, qty, product.sku, product.category, product.tax)


def _product(found: dict[str, Any], number: int, language: str, *, currency: Currency) -> Product:
    told = found["product"][number]
    digits = f"{found['barcodes'][language]}{number + 11:05}"
    return Product(
        sku=told["sku"],
        name=told[language],
        barcode=digits + check_digit(digits),
        category=found["categories"][told["category"]][language],
        price=in_currency(told["euros"], currency),
        tax=found["tax"][language] * 100,
    )
