"""Tells what a scanned or typed code is: a card, a voucher, a receipt, a product, a promotion, or nothing we know."""

import re
from collections.abc import Iterable
from enum import Enum, auto

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import check_digit, checked_number, tidy
from loyaltydesk.model.codes import bare, is_voucher_like, is_whole
from loyaltydesk.model.codes import meant as voucher_meant
from loyaltydesk.model.numbers import Numbering
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Voucher, VoucherState
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
    """A code and what it is; `number` is its tidy form, `about` the id of whose or what it is, a product's own code.

    `written` is a voucher's code as it was typed, where letters had to be taken for figures.
    """

    kind: Kind
    number: str
    about: str = ""
    refused: Refused | None = None
    written: str = ""


def meaning(desk: Desk, code: str) -> Meant:
    """What `code` is to this shop: what is known comes first, then what its digits give away."""
    return known(desk, code) or _no_voucher(desk, code) or _unknown(code, desk.numbers.scheme())


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
        voucher = desk.rewards.voucher(code)
        written = "" if voucher.code in (number, bare(code)) else bare(code)
        return Meant(Kind.VOUCHER, voucher.code, voucher.customer or "", written=written)
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


def for_anybody(desk: Desk, codes: Iterable[str]) -> list[Voucher]:
    """Those of some vouchers that are open, and good for whoever brings them."""
    today = desk.now().date()
    found = [voucher for voucher in map(desk.rewards.voucher, codes) if voucher.customer is None]
    return [voucher for voucher in found if voucher.state_on(today) is VoucherState.OPEN]


def promotion_codes(programme: Programme) -> dict[str, str]:
    """The codes that something in the programme asks for, by how they look in small letters."""
    found = [rule.when for rule in programme.promotions] + [rule.when for rule in programme.next_purchase]
    found += [rule.when for rules in (programme.earn, programme.multiply, programme.bonus) for rule in rules]
    return {when.code.casefold(): when.code for when in found if when.code}


def _no_voucher(desk: Desk, code: str) -> Meant | None:
    """What looks like a voucher of ours and is none, with what the desk says of it."""
    if not is_voucher_like(code):
        return None
    try:
        desk.rewards.voucher(code)
    except UnknownVoucher as no:
        return Meant(Kind.REFUSED, tidy(code), refused=no)
    return None


def _unknown(code: str, scheme: Numbering) -> Meant:
    number = tidy(code)
    refused = _card_refusal(number)
    if refused:
        return Meant(Kind.REFUSED, number, refused=refused)
    if scheme.place(number) is not None:
        return Meant(Kind.OURS, number)
    if scheme.looks_own(number):
        return Meant(Kind.REFUSED, number, refused=BadCardNumber(number, "check_digit"))
    return Meant(Kind.PRODUCT if _is_product(number) else Kind.FOREIGN, number)


def _card_refusal(number: str) -> BadCardNumber | None:
    try:
        checked_number(number)
    except BadCardNumber as no:
        return no
    return None


def _is_product(number: str) -> bool:
    """An EAN-13, EAN-8 or UPC-A outside of the ranges that shops use among themselves (GS1: 02, 04 and 20 to 29)."""
    if not re.fullmatch(r"[0-9]{8}|[0-9]{12,13}", number) or check_digit(number[:-1]) != number[-1]:
        return False
    return len(number) == 8 or not number.rjust(13, "0").startswith(("2", "02", "04", "98", "99"))


def looks_like_a_number(text: str) -> bool:
    """Whether somebody typed a number off a card, a voucher or a receipt and not a name."""
    code = tidy(text)
    if is_voucher_like(text):  # with or without blanks; some have no figure at all, and some names are as long
        return any(letter.isdigit() for letter in code) or is_whole(voucher_meant(text))
    return len(code) >= LEAST_SCANNED and any(letter.isdigit() for letter in code) and " " not in text.strip()
