"""A day is what the journal says of it, counted here once more in the simplest way; and so are the balances."""

from collections import Counter, defaultdict
from datetime import date, timedelta

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.agenda import MatterKind
from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.facts import (
    CustomerRegistered,
    PurchaseAttached,
    PurchaseRecorded,
    PurchaseReturned,
    VoucherIssued,
    VoucherUsed,
)
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.pools import Pools
from loyaltydesk.model.purchases import Asked, Basket, Line
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.reports import BalanceWish, DayEnd, Held, ListedBy
from tests.shop import Clock, buy, join, store_of, undone

FIRST = date(2026, 3, 10)
DAYS = tuple(FIRST + timedelta(days=number) for number in range(6))


@pytest.fixture
def lively(desk: Desk, clock: Clock) -> Desk:
    """Some days with a bit of everything, by two cashiers at two tills."""
    clock.to("2026-03-10T09:00:00")
    desk.at_work("Ilze", "Till 1")
    anna, card = join(desk, "Anna")
    zane, other = join(desk, "Zane")
    buy(desk, card, 25_000)
    guest = desk.till.record(Basket((Line(1000),)))
    clock.forward(days=1)
    desk.at_work("Marta", "Till 2")
    paid = buy(desk, card, 3000, redeem_points=100)
    five = desk.rewards.redeem("five", card=card)
    desk.rewards.redeem("coffee", card=card)
    buy(desk, other, 2000)
    desk.till.attach(desk.till.purchase(guest.receipt), card=other)
    clock.forward(days=1)
    desk.at_work("Ilze", "Till 1")
    buy(desk, card, 4000, vouchers=(five.code,))
    desk.till.bring_back(desk.till.purchase(paid.receipt), Asked(amount=1200))
    voided = buy(desk, other, 7000)
    desk.till.bring_back(desk.till.purchase(voided.receipt), Asked(voids=True))
    desk.customers.adjust(zane, -7, reason="A slip of the pen")
    clock.forward(days=1)
    desk.at_work("", "")
    _pēteris, third = join(desk, "Pēteris")
    buy(desk, third, 600)
    desk.accounts.form_household([anna, zane], "Home")
    lost, fourth = join(desk, "Lost")
    buy(desk, fourth, 900)
    desk.customers.erase(lost)
    clock.forward(days=1)
    double, fifth = join(desk, "Zane again")
    buy(desk, fifth, 1100)
    desk.accounts.merge(keep=zane, drop=double)
    clock.forward(days=400)
    desk.upkeep.expire()
    clock.forward(days=-399)
    return desk


def naive_moves(desk: Desk) -> dict[date, Counter[EntryKind]]:
    """The points of each day by reason, posted fact by fact with one great pool of everybody."""
    facts = list(store_of(desk).journal.facts())
    pools = Pools(each.fact.id for each in facts if isinstance(each.fact, CustomerRegistered))
    days: dict[date, Counter[EntryKind]] = defaultdict(Counter)
    for recorded in facts:
        if recorded.fact.customer_id:
            for _account, posting in pools.post(recorded):
                days[recorded.stamp.day][posting.kind] += posting.points
    return days


@pytest.mark.parametrize("number", range(len(DAYS)))
def test_the_points_of_a_day_are_those_of_the_journal(lively: Desk, number: int) -> None:
    day, moves = DAYS[number], naive_moves(lively)
    points = lively.reports.day_end(day).points
    assert {kind: moved for kind, moved in points.moved.items() if moved} == {
        kind: moved for kind, moved in moves[day].items() if moved
    }
    assert points.opening == sum(sum(moved.values()) for other, moved in moves.items() if other < day)
    assert points.closing == sum(sum(moved.values()) for other, moved in moves.items() if other <= day)
    assert points.holds


def test_points_that_ended_are_told_on_the_day_of_the_round(lively: Desk, clock: Clock) -> None:
    clock.forward(days=399)
    end = lively.reports.day_end(clock().date())
    assert end.points.expired == -sum(moved[EntryKind.EXPIRED] for moved in naive_moves(lively).values()) > 0
    assert end.points.holds


def test_a_sum_that_is_not_right_is_seen(lively: Desk) -> None:
    with undone(store_of(lively)):
        store_of(lively).connection.execute("UPDATE lots SET remaining = remaining + 1 WHERE remaining < points")
        assert not lively.reports.day_end(DAYS[2]).points.holds


def naive_sales(desk: Desk, day: date) -> dict[str, object]:
    """What was bought, brought back, promised and used on a day."""
    facts = list(store_of(desk).journal.facts())
    told = [each for each in facts if each.stamp.day == day]
    bought = [each.fact for each in told if isinstance(each.fact, PurchaseRecorded)]
    given = {each.fact.purchase for each in facts if isinstance(each.fact, PurchaseAttached) and each.stamp.day <= day}
    back = [each.fact for each in told if isinstance(each.fact, PurchaseReturned)]
    members = [each for each in bought if each.customer or each.id in given]
    return {
        "members": (len(members), sum(each.due for each in members)),
        "guests": (len(bought) - len(members), sum(each.due for each in bought if each not in members)),
        "returns": (sum(not each.voided for each in back), sum(each.refunded for each in back if not each.voided)),
        "voids": (sum(each.voided for each in back), sum(each.refunded for each in back if each.voided)),
        "issued": sum(isinstance(each.fact, VoucherIssued) for each in told),
        "used": sum(isinstance(each.fact, VoucherUsed) for each in told),
        "staff": {each.stamp.staff for each in told if isinstance(each.fact, PurchaseRecorded)},
    }


def told_sales(end: DayEnd) -> dict[str, object]:
    return {
        "members": (end.members.purchases, end.members.due),
        "guests": (end.guests.purchases, end.guests.due),
        "returns": (end.returns.times, end.returns.refunded),
        "voids": (end.voids.times, end.voids.refunded),
        "issued": end.issued.vouchers,
        "used": end.used.vouchers,
        "staff": {each.name for each in end.cashiers if each.bought.purchases},
    }


@pytest.mark.parametrize("day", DAYS)
def test_the_sales_of_a_day_are_those_of_the_journal(lively: Desk, day: date) -> None:
    end = lively.reports.day_end(day)
    assert told_sales(end) == naive_sales(lively, day)
    for shares in (end.cashiers, end.tills):
        assert sum(each.paid for each in shares) == end.paid
        assert sum(each.given for each in shares) == end.points.given - end.points.taken_back
        assert sum(each.used for each in shares) == end.points.used - end.points.given_back
        assert sum(each.joined for each in shares) == end.joined


def test_a_purchase_that_got_its_customer_later_was_a_guests_on_its_day(lively: Desk) -> None:
    assert lively.reports.day_end(DAYS[0]).guests.purchases == 1


def test_vouchers_are_told_with_what_they_are_worth(lively: Desk) -> None:
    assert (lively.reports.day_end(DAYS[1]).issued.worth, lively.reports.day_end(DAYS[1]).issued.unpriced) == (500, 1)
    assert lively.reports.day_end(DAYS[2]).used.worth == 500


def test_a_voucher_ends_with_its_last_day(lively: Desk, clock: Clock) -> None:
    last = DAYS[1] + timedelta(days=30)
    clock.forward(days=60)
    assert lively.reports.day_end(last - timedelta(days=1)).ended.vouchers == 0
    assert lively.reports.day_end(last).ended.vouchers == 1


def test_a_day_on_which_nothing_happened_is_quiet(desk: Desk) -> None:
    end = desk.reports.day_end(date(2025, 1, 1))
    assert end.is_quiet
    assert end.points.holds
    assert desk.reports.day_end(date.min).is_quiet


def test_days_and_months_to_come_are_refused(desk: Desk) -> None:
    with pytest.raises(BadRequest):
        desk.reports.day_end(date(2026, 3, 15))
    with pytest.raises(BadRequest):
        desk.reports.month(date(2026, 4, 1))


# --- the letter


def test_the_letter_has_thirteen_months_of_which_the_last_is_its_own(lively: Desk) -> None:
    letter = lively.reports.month(date(2026, 3, 20).replace(day=1))
    assert [letter.months[0].month, letter.now.month] == [date(2025, 3, 1), date(2026, 3, 1)]
    bought = [each for day in DAYS if (each := lively.reports.day_end(day))]
    voided = sum(each.voids.times for each in bought)
    assert letter.now.purchases == sum(each.members.purchases + each.guests.purchases for each in bought) - voided
    assert letter.before is None
    assert letter.now.paid == sum(lively.reports.day_end(day).paid for day in DAYS)


# --- the balances


def listed(desk: Desk, wish: BalanceWish | None = None) -> list[Held]:
    return list(desk.reports.balances(wish))


def test_everybody_with_a_card_is_listed_by_name_with_what_can_be_spent(lively: Desk) -> None:
    held = listed(lively)
    assert [each.name for each in held] == ["Anna", "Pēteris", "Zane"]
    assert [each.points for each in held] == [lively.customers.see(each.customer).balance for each in held]
    assert [each.shared for each in held] == [True, False, True]
    assert held[2].more == 1  # the card of the record that went into hers
    assert lively.reports.holders() == 3


def test_by_card_each_card_has_its_line(lively: Desk) -> None:
    held = listed(lively, BalanceWish(ListedBy.CARD))
    assert [each.card for each in held] == sorted(each.card for each in held)
    assert len(held) == 4


def test_open_vouchers_are_told_by_their_codes(desk: Desk) -> None:
    customer, card = join(desk)
    buy(desk, card, 20_000)
    codes = {desk.rewards.redeem("coffee", card=card).code for _time in range(2)}
    assert set(listed(desk)[0].vouchers) == codes
    assert customer == listed(desk)[0].customer


def test_blocked_and_forgotten_customers_and_blocked_cards_are_not_listed(desk: Desk) -> None:
    gone, blocked, without, stays = (join(desk, name)[0] for name in ("Gone", "Blocked", "Without", "Stays"))
    desk.customers.erase(gone)
    desk.customers.block(blocked, blocked=True)
    desk.cards.block(desk.customers.card_number(without))
    assert [each.customer for each in listed(desk)] == [stays]


def test_a_card_that_only_collects_says_so_and_gives_way_to_one_that_spends(desk: Desk) -> None:
    customer, card = join(desk)
    spare = desk.cards.make(1)[0]
    desk.cards.link(spare, customer)
    desk.cards.give_role(spare, CardRole.EARN_ONLY)
    assert listed(desk)[0].card == card
    by_card = {each.card: each.only_collects for each in listed(desk, BalanceWish(ListedBy.CARD))}
    assert by_card == {card: False, spare: True}


def test_only_who_was_here_of_late_may_be_listed(desk: Desk, clock: Clock) -> None:
    join(desk, "Long ago")
    clock.forward(days=400)
    join(desk, "New")
    assert [each.name for each in listed(desk, BalanceWish(months=6))] == ["New"]
    assert desk.reports.holders(BalanceWish(months=6)) == 1
    with pytest.raises(BadRequest):
        desk.reports.balances(BalanceWish(months=0))


def test_an_old_list_is_a_matter_only_where_one_was_ever_printed(desk: Desk, clock: Clock) -> None:
    clock.forward(days=100)
    assert desk.agenda.matters() == ()
    desk.reports.keep_printed()
    clock.forward(days=30)
    assert desk.agenda.matters() == ()
    clock.forward(days=1)
    (matter,) = desk.agenda.matters()
    assert (matter.kind, matter.page, matter.what) == (MatterKind.BALANCES_OLD, "insights", "reports/balances")
