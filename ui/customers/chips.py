"""The states of customers, cards and vouchers as chips."""

from datetime import date

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.pledges import Pledge, PledgeState
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.model.voices import Voice, VoiceOutcome
from loyaltydesk.words import mark, trc
from loyaltydesk.words.pledges import state_text
from ui.seams.people import tier_tone
from ui.seams.tables import Chip

ROLES = {CardRole.FULL: mark("Collects and spends"), CardRole.EARN_ONLY: mark("Only collects")}


def tier_chip(programme: Programme, tier: str | None) -> Chip | None:
    """A tier in the colour of its place; none where the programme has none."""
    known = any(each.name == tier for each in programme.tiers)
    return Chip(tier, tier_tone(programme, tier)) if tier and known else None


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


def voice_chip(voice: Voice) -> Chip:
    """How far something that was said has come."""
    if voice.outcome is VoiceOutcome.OPEN:
        return Chip(trc("suggestion", "To be answered"), "warning")
    return Chip(trc("suggestion", "To be told"), "accent") if voice.is_to_tell else Chip(trc("suggestion", "Told"))


def pledge_chip(pledge: Pledge, today: date) -> Chip:
    """How a promise or a warranty stands on a day."""
    late = pledge.is_overdue(today) or pledge.state is PledgeState.BROKEN
    near = pledge.is_near(today)
    return Chip(state_text(pledge, today), "danger" if late else "warning" if near else "")
