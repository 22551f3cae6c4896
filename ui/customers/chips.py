"""How customers, cards and vouchers are called, and their states as chips."""

import re
from datetime import date

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.words import mark, tr, trc
from ui.seams.tables import Chip
from ui.theme.sheet import Tone

ROLES = {CardRole.FULL: mark("Collects and spends"), CardRole.EARN_ONLY: mark("Only collects")}


TIER_TONES: tuple[Tone, ...] = ("", "info", "gold", "accent")  # from the lowest tier up


def shown_name(customer: Customer) -> str:
    """What a customer is called: by name, by company, by the card, or by nothing."""
    profile = customer.profile
    if profile.name or profile.company or not customer.card:
        return profile.name or profile.company or tr("No name")
    return tr("Card {number}").format(number=grouped(customer.card))


def grouped(number: str) -> str:
    """A card number as people read it out: 2600 0000 0001 7."""
    if not re.fullmatch(r"[0-9]{8,}", number):
        return number
    return "\N{NO-BREAK SPACE}".join(number[start : start + 4] for start in range(0, len(number), 4))


def tier_chip(programme: Programme, tier: str | None) -> Chip | None:
    """A tier in the colour of its place; none where the programme has none."""
    names = [each.name for each in programme.tiers]
    if tier not in names or tier is None:
        return None
    return Chip(tier, TIER_TONES[min(names.index(tier), len(TIER_TONES) - 1)])


def blocked_chip(customer: Customer) -> Chip | None:
    """What marks a blocked customer."""
    return Chip(trc("customer", "Blocked"), "danger") if customer.blocked else None


def card_chip(card: Card) -> Chip:
    """What a card can do now."""
    return {
        CardState.BLANK: Chip(trc("card", "Blank")),
        CardState.ACTIVE: Chip(trc("card", "In use"), "accent"),
        CardState.BLOCKED: Chip(trc("card", "Blocked"), "danger"),
        CardState.REPLACED: Chip(trc("card", "Replaced")),
    }[card.state]


def voucher_chip(voucher: Voucher, day: date) -> Chip:
    """What a voucher can do on `day`."""
    return {
        VoucherState.OPEN: Chip(trc("voucher", "Open"), "accent"),
        VoucherState.USED: Chip(trc("voucher", "Used")),
        VoucherState.CANCELLED: Chip(trc("voucher", "Cancelled")),
        VoucherState.REPRINTED: Chip(trc("voucher", "Printed again")),
        VoucherState.EXPIRED: Chip(trc("voucher", "Over"), "warning"),
    }[voucher.state_on(day)]
