"""The staff of the demo shop: who is on the list, what the months ask of them, and one purchase on an own card."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from loyaltydesk.demo.people import Person
from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.model.staff import Contest, Deed, Goal, Goals, month_of
from loyaltydesk.rules.ready import in_currency

_OWN_PURCHASE = timedelta(days=3)  # before the last day
_ASKED = (Deed.CARD, Deed.ADDRESS, Deed.VOUCHER)


def employ(desk: Desk, year: Year, people: Sequence[Person]) -> None:
    """Everybody who was at the till is on the list; the first of them is a customer too, and forgot it once."""
    desk.staff.take_in(year.stage.cashiers)
    for number, member in enumerate(desk.staff.members(), 1):
        desk.staff.save(replace(member, payroll=f"{100 + number}"))
    month = month_of(year.until).first
    before = month_of(month - timedelta(days=1)).first
    for each, like in ((before, before), (month, before)):
        desk.staff.save_goals(_goals(desk, each, like=desk.staff.contest(like)))
    faithful = (person.profile.name for person in people if person.profile.name and person.left == year.until)
    customer = next((found for name in faithful for found in desk.customers.find(name)[:1]), None)
    at = year.end - _OWN_PURCHASE
    if customer is None or customer.registered > at:
        return
    cashier = next(each for each in desk.staff.members() if each.name == year.stage.cashiers[0])
    desk.staff.save(replace(cashier, customer=customer.id))
    bill = Basket((Line(in_currency("4.20", desk.shop.programme.currency)),), customer=customer.id)
    desk.till.record(bill, desk.stamp(at, staff=cashier.name))


def _goals(desk: Desk, month: date, *, like: Contest) -> Goals:
    """Goals that a good month just reaches, by what a month was like; a little money for each."""
    currency, share = desk.shop.programme.currency, max(1, len(like.rows))
    of = {}
    for score in like.team:
        if score.deed in _ASKED and score.count:
            team = score.count + score.count // 10
            of[score.deed] = Goal(max(1, team // share), team, in_currency("0.20", currency))
    of[Deed.PRAISE] = Goal(0, 2, in_currency("2.00", currency))
    return Goals(month, of, in_currency("15.00", currency), in_currency("60.00", currency))
