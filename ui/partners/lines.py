"""Suppliers and partner shops as lines of a list, and which of them are shown."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from loyaltydesk.model.folding import fold
from loyaltydesk.model.partners import Due, Partner, PartnerKind
from loyaltydesk.words import mark, tr
from loyaltydesk.words.partners import PARTNER_KINDS, end_text
from ui.seams.formats import QtFormats
from ui.seams.lines import Line
from ui.seams.tables import Chip
from ui.theme.sheet import Tone

ICONS = {PartnerKind.SUPPLIER: "truck", PartnerKind.SHOP: "store", PartnerKind.BOTH: "handshake"}


class Sieve(StrEnum):
    """Which of them are shown."""

    ALL = "all"
    SUPPLIERS = "suppliers"
    SHOPS = "shops"
    DUE = "due"
    AWAY = "away"


SIEVES = {
    Sieve.ALL: mark("All partners"),
    Sieve.SUPPLIERS: mark("Suppliers"),
    Sieve.SHOPS: mark("Partner shops"),
    Sieve.DUE: mark("To see to now"),
    Sieve.AWAY: mark("Those put away"),
}


def sifted(partners: Sequence[Partner], sieve: Sieve, due: Mapping[str, Due]) -> list[Partner]:
    """The partners that a sieve lets through; `due` is the first thing to see to of each, by its id."""
    kinds = {
        Sieve.SUPPLIERS: (PartnerKind.SUPPLIER, PartnerKind.BOTH),
        Sieve.SHOPS: (PartnerKind.SHOP, PartnerKind.BOTH),
    }.get(sieve, tuple(PartnerKind))
    here = [each for each in partners if each.put_away is (sieve is Sieve.AWAY) and each.card.kind in kinds]
    if sieve is Sieve.DUE:
        return sorted((each for each in here if each.id in due), key=lambda each: due[each.id].day)
    return here


def matches(typed: str, partner: Partner) -> bool:
    """Whether every word that was typed stands somewhere in what is kept of a partner."""
    card = partner.card
    said = fold(" ".join((card.name, card.contact, card.phone, card.email, card.tax_id, card.address, card.terms)))
    return all(word in said for word in fold(typed).split())


def partner_line(partner: Partner, due: Due | None, formats: QtFormats, *, today: date) -> Line:
    """A partner as a line, with the first thing there is to see to."""
    card = partner.card
    what = " · ".join(words for words in (tr(PARTNER_KINDS[card.kind]), card.contact) if words)
    if due is None:
        return Line(partner.id, card.name, what, ICONS[card.kind], "" if partner.put_away else "accent")
    tone: Tone = "danger" if due.day < today else "warning"
    words = tr("Reminder") if due.reminder else end_text(due.day, today)
    return Line(
        partner.id, card.name, what, ICONS[card.kind], tone, (Chip(words, tone),), day=formats.short_day(due.day)
    )
