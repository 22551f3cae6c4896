"""The staff of the demo shop: their list, the goals of its months, and a purchase of a guest on an own card."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from loyaltydesk.demo.people import Person
from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import PurchaseState
from loyaltydesk.model.staff import Contest, Deed, Goal, Goals, month_of
from loyaltydesk.rules.ready import in_currency

_LOOKED_AT = 400  # purchases, the newest, for one without a card
_ASKED = (Deed.CARD, Deed.ADDRESS, Deed.VOUCHER)


def employ(desk: Desk, year: Year, people: Sequence[Person]) -> None:
    """Everybody who was at the till is on the list; the first of them is a customer too, and once kept a guest's."""
    desk.staff.take_in(year.stage.cashiers)
    for number, member in enumerate(desk.staff.members(), 1):
        desk.staff.save(replace(member, payroll=f"{100 + number}"))
    month = month_of(year.until).first
    before = month_of(month - timedelta(days=1)).first
    for each, like in ((before, before), (month, before)):
        desk.staff.save_goals(_goals(desk, each, like=desk.staff.contest(like)))
    names = (person.profile.name for person in people)
    theirs = (name for name in names if name.startswith(f"{year.stage.cashiers[0]} "))
    customer = next((found for name in theirs for found in desk.customers.find(name)[:1]), None)
    guests = [bought for bought in desk.till.newest(_LOOKED_AT) if bought.customer is None]
    able = [each for each in guests if each.state is PurchaseState.DONE and not each.returned]
    bought = next((each for each in able if customer and customer.registered < each.at), None)
    if customer is None or bought is None:
        return
    cashier = next(each for each in desk.staff.members() if each.name == year.stage.cashiers[0])
    desk.staff.save(replace(cashier, customer=customer.id))
    at = min(bought.at + timedelta(hours=1), year.end)
    desk.till.attach(bought, customer=customer.id, stamp=desk.stamp(at, staff=cashier.name))


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
