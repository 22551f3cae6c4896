"""Fills the list of balances with what the desk reads, in the language in use: for paper, and as CSV."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from loyaltydesk.model.codes import shown
from loyaltydesk.model.reports import Held
from loyaltydesk.printing.reports.balance_list import BalanceFace
from loyaltydesk.printing.reports.kept_pages import Row
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import Formats

CODES = 1  # in a line; more of them stand below


def balance_face(*, shop: str, at: datetime, formats: Formats) -> BalanceFace:
    """What stands on every page."""
    about = tr("As of {day}, {time}").format(day=formats.day(at.date()), time=f"{at:%H:%M}")
    note = tr(
        "For the day on which the computer is down: write down what is given and used, and type it in afterwards. "
        "* shared with the family, note it with each of them. ( ) this card only collects. "
        "These are names of customers: keep the list locked away, and destroy it when there is a newer one."
    )
    heads = (
        tr("Name"), tr("Card"), tr("Phone"), tr("Points"), tr("Tier"), tr("Vouchers"), tr("Given"), tr("Used"),
    )  # fmt: skip
    return BalanceFace(shop, tr("Balance list, {shop}").format(shop=shop), about, note, heads, active().language)


def balance_rows(held: Iterable[Held], formats: Formats) -> Iterator[Row]:
    """The lines of the list: one for each, and further ones below for vouchers that have no room."""
    for each in held:
        codes = [shown(code) for code in each.vouchers] or [""]
        card = f"{each.card} +{each.more}" if each.more else each.card
        name = each.name or tr("No name")
        yield name, card, each.phone, _points(each, formats), each.tier, codes[0]
        for code in codes[CODES:]:
            yield "", "", "", "", "", code


def _points(held: Held, formats: Formats) -> str:
    points = f"({formats.number(held.points)})" if held.only_collects else formats.number(held.points)
    return f"{points}*" if held.shared else points
