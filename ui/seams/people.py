"""How customers are called and shown on every page: names, the numbers of cards, tiers, and what they agreed to."""

import re
from datetime import date

from loyaltydesk.model.codes import shown
from loyaltydesk.model.customers import Customer, Household
from loyaltydesk.model.programme import Programme
from loyaltydesk.words import tr, tr_n
from ui.theme.sheet import Tone

TIER_TONES: tuple[Tone, ...] = ("", "info", "gold", "accent")  # from the lowest tier up


def shown_name(customer: Customer, *, card: str = "") -> str:
    """What a customer is called: by name, by company, by the `card` in hand or the newest one, or by nothing."""
    called, number = customer.profile.called, card or customer.card
    if called or not number:
        return called or tr("No name")
    return tr("Card {number}").format(number=grouped(number))


def household_text(household: Household) -> str:
    """A household by its name, and how many they are."""
    count = len(household.members)
    members = tr_n("{n} member", "{n} members", count).format(n=count)
    if not household.name:
        return tr("Household · {members}").format(members=members)
    return tr("Household {name} · {members}").format(name=household.name, members=members)


def grouped(number: str) -> str:
    """A number as people read it out: a card's as 2600 0000 0001 7, a voucher's as V7K3-9QXM-2T4R."""
    if not re.fullmatch(r"[0-9]{8,}", number):
        return shown(number)
    return "\N{NO-BREAK SPACE}".join(number[start : start + 4] for start in range(0, len(number), 4))


def tier_tone(programme: Programme, tier: str | None) -> Tone:
    """The colour of a tier by its place: the highest of three is gold; none for a tier that there is no more."""
    names = [each.name for each in programme.tiers]
    return TIER_TONES[min(names.index(tier), len(TIER_TONES) - 1)] if tier in names else ""


def rules() -> str:
    """What a customer is asked to agree to."""
    return tr("Agrees to the programme rules and to greetings")


def agreed(day: date) -> str:
    """The consent as it is kept: what was agreed to and when."""
    return tr("{day}: {words}").format(day=day.isoformat(), words=rules())
