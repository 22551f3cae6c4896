"""With whom the demo shop works: suppliers and a partner shop with their terms, and who carries a company's cards."""

from collections.abc import Sequence
from datetime import timedelta

from loyaltydesk.demo.stage import Year, resource
from loyaltydesk.desk import Desk
from loyaltydesk.model.partners import NewReminder, Partner, PartnerCard, PartnerKind, Repetition

_KNOWN = timedelta(days=200)  # before the last day the partners were written down
_CARDS = timedelta(days=20)  # before it the first company asked for more cards


def trade(desk: Desk, year: Year) -> None:
    """Each partner with what was noted and is to be remembered; one reminder is late, and one agreement ends soon."""
    told = resource("partners")[year.stage.language]
    partners = [_partner(desk, year, line) for line in told["partners"]]
    for line in told["notes"]:
        number, days, text = line.split(" | ")
        at = year.end - timedelta(days=int(days))
        desk.partner_log.note(partners[int(number)].id, text, stamp=desk.stamp(at, staff=year.stage.cashiers[0]))
    for line in told["reminders"]:
        number, days, repeats, text = line.split(" | ")
        asked = NewReminder(text, year.until + timedelta(days=int(days)), Repetition(repeats))
        stamp = desk.stamp(year.end - _CARDS, staff=year.stage.cashiers[0])
        desk.partner_log.remind(partners[int(number)].id, asked, stamp)
    _carry(desk, year, told["carriers"])


def _partner(desk: Desk, year: Year, line: str) -> Partner:
    kind, name, contact, terms, days, discount, ends = (each.strip() for each in line.split("|"))
    card = PartnerCard(
        name,
        PartnerKind(kind),
        contact,
        terms=terms,
        payment_days=int(days) if days else None,
        discount=discount,
        until=year.until + timedelta(days=int(ends)) if ends else None,
    )
    return desk.partners.add(card, desk.stamp(year.end - _KNOWN, staff=year.stage.cashiers[0]))


def _carry(desk: Desk, year: Year, carriers: Sequence[str]) -> None:
    """The company that bought most has a card for each who fetches the coffee."""
    companies = sorted(desk.companies.page(None, 20), key=lambda each: (-each.account.visits, each.id))
    for customer in companies[:1]:
        stamp = desk.stamp(max(year.end - _CARDS, customer.registered), staff=year.stage.cashiers[1])
        desk.companies.give(desk.customers.card_number(customer.id), carriers[0], stamp=stamp)
        for name in carriers[1:]:
            (number,) = desk.cards.make(1, stamp)
            desk.companies.give(desk.cards.link(number, customer.id, stamp=stamp).number, name, stamp=stamp)
