"""Tells what a scanned or typed code is: somebody's card, a voucher, a receipt, a new card, or no card at all."""

import re
from enum import Enum, auto

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import VOUCHER_PREFIX, check_digit, checked_number, tidy
from loyaltydesk.model.refusals import BadCardNumber, Refused, UnknownCard, UnknownPurchase, UnknownVoucher

LEAST_SCANNED = 6  # characters that somebody may have typed off a card


class Kind(Enum):
    """What a code can be."""

    CARD = auto()  # somebody's
    VOUCHER = auto()
    PURCHASE = auto()
    BLANK = auto()  # a card of ours that waits for its customer
    OURS = auto()  # from our range of numbers, and not in this file
    FOREIGN = auto()  # could be a card of another make
    PRODUCT = auto()  # the barcode of something on a shelf
    REFUSED = auto()  # cannot be anything; `refused` says why


class Meant(Struct, frozen=True):
    """A code and what it is; `number` is its tidy form, `about` the id of the customer or purchase it belongs to."""

    kind: Kind
    number: str
    about: str = ""
    refused: Refused | None = None


def meaning(desk: Desk, code: str) -> Meant:
    """What `code` is to this shop: what is known comes first, then what its digits give away."""
    return known(desk, code) or _unknown(code, desk.shop.settings().card_prefix)


def known(desk: Desk, code: str) -> Meant | None:
    """The card, voucher or purchase with this number, None when there is none."""
    number = tidy(code)
    try:
        return Meant(Kind.CARD, number, desk.cards.owner(number).id)
    except UnknownCard as no:
        if no.blank:
            return Meant(Kind.BLANK, no.card)
    except BadCardNumber:
        pass
    try:
        return Meant(Kind.VOUCHER, number, desk.rewards.voucher(number).customer)
    except UnknownVoucher:
        pass
    try:
        return Meant(Kind.PURCHASE, code.strip(), desk.till.purchase(code.strip()).id)
    except UnknownPurchase:
        return None


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
