"""Tells what a scanned or typed code is: a card, a voucher, a receipt, a product, a promotion, or nothing we know."""

import re
from enum import Enum, auto

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import VOUCHER_PREFIX, check_digit, checked_number, tidy
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.refusals import BadCardNumber, Refused, UnknownCard, UnknownPurchase, UnknownVoucher

LEAST_SCANNED = 6  # characters that somebody may have typed off a card


class Kind(Enum):
    """What a code can be."""

    CARD = auto()  # somebody's
    VOUCHER = auto()
    PURCHASE = auto()
    GOODS = auto()  # on the product list
    PROMOTION = auto()  # a code of the programme
    PARKED = auto()
    BLANK = auto()  # a card of ours that waits for its customer
    OURS = auto()  # from our range of numbers, and not in this file
    FOREIGN = auto()  # could be a card of another make
    PRODUCT = auto()  # the barcode of something on a shelf that is not on the list
    REFUSED = auto()  # cannot be anything; `refused` says why


class Meant(Struct, frozen=True):
    """A code and what it is; `number` is its tidy form, `about` the id of whose or what it is, a product's own code."""

    kind: Kind
    number: str
    about: str = ""
    refused: Refused | None = None


def meaning(desk: Desk, code: str) -> Meant:
    """What `code` is to this shop: what is known comes first, then what its digits give away."""
    return known(desk, code) or _unknown(code, desk.shop.settings().card_prefix)


def known(desk: Desk, code: str) -> Meant | None:
    """The card, voucher, purchase, product or promotion with this number, None when there is none."""
    number = tidy(code)
    try:
        return Meant(Kind.CARD, number, desk.cards.owner(number).id)
    except UnknownCard as no:
        if no.blank:
            return Meant(Kind.BLANK, no.card)
    except BadCardNumber:
        pass
    try:
        return Meant(Kind.VOUCHER, number, desk.rewards.voucher(number).customer or "")
    except UnknownVoucher:
        pass
    try:
        return Meant(Kind.PURCHASE, code.strip(), desk.till.purchase(code.strip()).id)
    except UnknownPurchase:
        pass
    product = desk.products.by_code(code)
    if product:
        return Meant(Kind.GOODS, number, product.sku)
    promotion = promotion_codes(desk.shop.programme).get(code.strip().casefold())
    return Meant(Kind.PROMOTION, promotion) if promotion else None


def promotion_codes(programme: Programme) -> dict[str, str]:
    """The codes that something in the programme asks for, by how they look in small letters."""
    found = [rule.when for rule in programme.promotions] + [rule.when for rule in programme.next_purchase]
    found += [rule.when for rules in (programme.earn, programme.multiply, programme.bonus) for rule in rules]
    return {when.code.casefold(): when.code for when in found if when.code}


def _unknown(code: str, own_prefix: str) -> Meant:
    number = tidy(code)
    if _is_ean(number) and number.startswith(VOUCHER_PREFIX):
        return Meant(Kind.REFUSED, number, refused=UnknownVoucher(number))
    refused = _card_refusal(number)
    if refused:
        return Meant(Kind.REFUSED, number, refused=refused)
    if _is_ean(number) and number.startswith(own_prefix):
        return Meant(Kind.OURS, number)
    return Meant(Kind.PRODUCT if _is_product(number) else Kind.FOREIGN, number)


def _card_refusal(number: str) -> BadCardNumber | None:
    try:
        checked_number(number)
    except BadCardNumber as no:
        return no
    return None


def _is_ean(number: str) -> bool:
    return re.fullmatch(r"[0-9]{13}", number) is not None and check_digit(number[:-1]) == number[-1]


def _is_product(number: str) -> bool:
    """An EAN-13, EAN-8 or UPC-A outside of the ranges that shops use among themselves (GS1: 02, 04 and 20 to 29)."""
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,13}", number) or check_digit(number[:-1]) != number[-1]:
        return False
    return len(number) == 8 or not number.rjust(13, "0").startswith(("2", "02", "04", "98", "99"))


def looks_like_a_number(text: str) -> bool:
    """Whether somebody typed a number off a card, a voucher or a receipt and not a name."""
    code = tidy(text)
    return len(code) >= LEAST_SCANNED and any(letter.isdigit() for letter in code) and " " not in text.strip()
