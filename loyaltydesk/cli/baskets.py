"""Turns what another program asks to buy or bring back into the desk's own values."""

import re
from collections.abc import Callable, Collection
from typing import Any

from loyaltydesk.cli import requests as asked
from loyaltydesk.model.money import Currency
from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Asked, Basket, Line, RewardWish
from loyaltydesk.model.refusals import BadRequest

MOST_LINES = 2000
ByCode = Callable[[str], Product | None]


def basket(request: asked.Purchase, currency: Currency, by_code: ByCode) -> Basket:
    """The basket of a purchase. Raises BadRequest unless exactly one of amount and lines is given and all fits.

    `by_code` finds a product of the list by its code or barcode.
    """
    return Basket(
        lines=_lines(request, currency, by_code),
        card=request.card,
        customer="" if request.card else request.customer,
        discount=0 if request.discount is None else currency.amount(request.discount, "discount"),
        redeem_points=request.redeem_points,
        rewards=tuple(RewardWish(wish.reward, wish.times) for wish in request.rewards),
        vouchers=tuple(request.vouchers),
        codes=tuple(code for each in request.codes if (code := _tidy(each))),
        receipt=_tidy(request.receipt),
    )


def brought_back(request: asked.Return, currency: Currency) -> Asked:
    """What comes back of a purchase: a value, units of products, or all that is left."""
    if request.amount is not None and request.lines is not None:
        raise BadRequest("amount", "amount_or_lines")
    amount = None if request.amount is None else currency.amount(request.amount)
    if request.lines is not None and not request.lines:
        raise BadRequest("lines", "missing")
    return Asked(amount, tuple(_line_back(line, place, currency) for place, line in enumerate(request.lines or ())))


def _line_back(line: asked.LineBack, place: int, currency: Currency) -> tuple[str, int] | tuple[str, int, int]:
    if line.price is not None:
        return line.sku or "", line.qty, currency.amount(line.price, f"lines[{place}].price")
    if line.sku is None:
        raise BadRequest(f"lines[{place}].sku", "missing")
    return line.sku, line.qty


def listed(wanted: Asked, bought: Collection[str], by_code: ByCode) -> Asked:
    """What comes back under the codes it was `bought` under, where it is named by the barcode of a product."""

    def code(sku: str) -> str:
        product = None if sku in bought else by_code(sku)
        return product.sku if product else sku

    return Asked(wanted.amount, tuple((code(line[0]), *line[1:]) for line in wanted.lines), wanted.voids)


def _lines(request: asked.Purchase, currency: Currency, by_code: ByCode) -> tuple[Line, ...]:
    if (request.amount is None) == (not request.lines):
        raise BadRequest("amount", "amount_or_lines")
    if request.amount is not None:
        return (Line(currency.amount(request.amount)),)
    lines = request.lines or []
    if len(lines) > MOST_LINES:
        raise BadRequest("lines", "too_long")
    made = tuple(_line(line, f"lines[{place}]", currency, by_code=by_code) for place, line in enumerate(lines))
    currency.amount(currency.text(sum(line.price * line.qty for line in made)), "lines")
    return made


def _line(line: asked.LineAsked, place: str, currency: Currency, *, by_code: ByCode) -> Line:
    """One line, with what it leaves open from the product list."""
    product = by_code(line.sku) if line.sku else None
    if line.price is not None:
        price = currency.amount(line.price, f"{place}.price")
    elif product:
        price = product.price
    else:
        raise BadRequest(f"{place}.price", "missing")
    tax = 0 if product is None else product.tax
    return Line(
        price=price,
        qty=line.qty,
        sku=product.sku if product else line.sku,
        category=line.category or (product.category if product else ""),
        tax=tax if line.tax_percent is None else _tax(line.tax_percent, f"{place}.tax_percent"),
        shipping=line.shipping,
    )


def _tax(percent: Any, field: str) -> int:
    """A tax rate in hundredths of a percent: "21", "5.5" or 21."""
    written = str(percent)
    if isinstance(percent, bool) or not re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", written):
        raise BadRequest(field, "wrong_value")
    whole, _, part = written.partition(".")
    return int(whole) * 100 + int(part.ljust(2, "0"))


def _tidy(receipt: str) -> str:
    return "".join(character for character in receipt if character.isprintable()).strip()
