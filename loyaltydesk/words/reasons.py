"""Says why a purchase brought its points, what an entry of a statement is, and what there is to tell a customer."""

from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.purchases import Voucher, Why
from loyaltydesk.model.staff import Incident
from loyaltydesk.words.catalogue import mark, tr, tr_n
from loyaltydesk.words.formats import Formats

ENTRY_KINDS = {
    EntryKind.EARNED: mark("Points for a purchase"),
    EntryKind.SPENT: mark("Points used as money"),
    EntryKind.REWARD: mark("Points for a reward"),
    EntryKind.TAKEN_BACK: mark("Points of a returned purchase"),
    EntryKind.GIVEN_BACK: mark("Spent points given back"),
    EntryKind.ADJUSTED: mark("Changed by hand"),
    EntryKind.OCCASION: mark("Points for an occasion"),
    EntryKind.REFERRAL: mark("Points for a friend who joined"),
    EntryKind.MERGED: mark("Points of a joined account"),
    EntryKind.EXPIRED: mark("Points that ended"),
    EntryKind.ERASED: mark("Customer forgotten"),
}


def why_text(step: Why, formats: Formats) -> str:
    """One step of the counting as a sentence."""
    points = points_text(step.points, formats)
    if step.kind == "blocks":
        text = tr("{points} for {sum}, {count} × {per}")
        sums = {"sum": formats.money(step.amount), "per": formats.money(step.per)}
        return text.format(points=points, count=formats.number(step.count), **sums)
    if step.kind == "unit":
        pieces = tr_n("{n} piece", "{n} pieces", step.count).format(n=formats.number(step.count))
        return tr("{points} for {pieces}").format(points=points, pieces=pieces)
    if step.kind == "purchase":
        return tr("{points} for the visit").format(points=points)
    if step.kind == "tier":
        rate = step.rate.replace(".", formats.decimal_sign)
        return tr("{points} more with {tier} (× {rate})").format(points=points, tier=step.rule, rate=rate)
    if step.kind == "not_running":
        return tr("No points: the programme does not run on this day")
    if step.kind == Incident.OWN_CARD:
        return tr("No points: the cashier's own card, or that of their household")
    return tr("No points: points or a voucher paid")


def points_text(points: int, formats: Formats) -> str:
    """So many points, with the right plural."""
    return tr_n("{n} point", "{n} points", points).format(n=formats.number(points))


def left_text(voucher: Voucher, formats: Formats) -> str:
    """What a voucher for money can still pay once it paid a part; empty while it is whole, or not for money."""
    worth = voucher.gives.money
    if voucher.gives.kind != "money" or not 0 < voucher.left < worth:
        return ""
    return tr("{left} of {worth} left").format(left=formats.money(voucher.left), worth=formats.money(worth))


def entry_text(kind: EntryKind) -> str:
    """What an entry of a statement is."""
    return tr(ENTRY_KINDS[kind])
