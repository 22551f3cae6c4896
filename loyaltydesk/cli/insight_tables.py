"""The panels of the insights as tables, with cells that know what they are: text, a number, money or a share."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Figure, Period
from loyaltydesk.words import tr
from loyaltydesk.words.insights import HOW, group_name


class Money(NamedTuple):
    """Minor units."""

    minor: int


class Share(NamedTuple):
    """Thousandths."""

    thousandths: int


class Named(NamedTuple):
    """Something by the name that programs know it by in every language, and by its words for people."""

    key: str
    words: str


Cell = str | int | date | Money | Share | Named | None


class Table(Struct, frozen=True):
    """Columns by their name for programs and their head for people; `figures` are what is told of how it is counted."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]
    figures: tuple[str, ...]


def overview(desk: Desk, period: Period) -> Table:
    """The tiles, beside the period before."""
    seen = desk.insights.overview(period)
    held, rows = seen.liability, list[tuple[Cell, ...]]()
    rows += [_compared("active", seen.active), _compared("returning", seen.returning, Share)]
    rows += [_compared("basket", seen.basket, Money), ("guest_basket", *_both(seen.guest_basket, Money))]
    rows.append(("points", *_both(held.points)))
    if held.worth:
        rows.append(_compared("outstanding", held.worth, Money))
    rows.append(("breakage", _share(held.breakage), None))
    rows.append(("ending", held.ending, None))
    figures = ("active", "returning", "basket", "outstanding", "breakage", "ending")
    columns = ("figure", tr("Figure")), ("now", tr("In the period")), ("before", tr("In the period before"))
    named = (_titled(str(name), *cells) for name, *cells in rows)
    return Table(columns, tuple(named), figures)


def customers(desk: Desk, period: Period) -> Table:
    """Customers by month."""
    columns = ("month", tr("Month")), ("active", tr("Bought")), ("joined", tr("New members"))
    rows = ((_month(each.month), each.active, each.joined) for each in desk.insights.members(period).months)
    return Table(columns, tuple(rows), ("members",))


def groups(desk: Desk, _period: Period) -> Table:
    """The groups of customers, as of today."""
    columns = ("group", tr("Group")), ("customers", tr("Customers"))
    rows = ((Named(each.group.value, group_name(each.group)), each.customers) for each in desk.insights.groups().groups)
    return Table(columns, tuple(rows), ("groups",))


def cohorts(desk: Desk, period: Period) -> Table:
    """Who came back, by the month of joining."""
    found = desk.insights.cohorts(period).cohorts
    widest = max((len(each.came) for each in found), default=0)
    columns = [("month", tr("Month of joining")), ("joined", tr("New members"))]
    columns += [(f"after_{place}", f"+{place}") for place in range(widest)]
    rows = (
        (
            _month(each.month),
            each.joined,
            *(None if share is None else Share(share) for share in map(each.share, range(widest))),
        )
        for each in found
    )
    return Table(tuple(columns), tuple(rows), ("cohorts",))


def best(desk: Desk, period: Period) -> Table:
    """Those who paid most."""
    columns = ("customer", tr("Number")), ("name", tr("Customer")), ("paid", tr("Paid")), ("lifetime", tr("Ever"))
    seen = desk.insights.best(period)
    rows: list[tuple[Cell, ...]] = [
        (each.customer, each.name or tr("No name"), Money(each.spend), Money(each.lifetime)) for each in seen.customers
    ]
    if seen.others:
        rows.append(("", tr("Nobody else paid more than"), Money(seen.others), None))
    return Table(columns, tuple(rows), ("best",))


def cost(desk: Desk, period: Period) -> Table:
    """What the programme cost, and what it brought."""
    seen = desk.insights.cost(period)
    columns = ("figure", tr("Figure")), ("now", tr("In the period")), ("before", tr("In the period before"))
    rows: list[tuple[Cell, ...]] = [
        (Named("off", tr("Taken off bills")), *_both(seen.off, Money)),
        (Named("paid", tr("Paid with points and vouchers")), *_both(seen.paid, Money)),
        (Named("apart", tr("Given without a bill")), *_both(seen.apart, Money)),
        _titled("cost", *_both(seen.cost, Money)),
        (Named("turnover", tr("Paid by members")), *_both(seen.turnover, Money)),
        (Named("given", tr("Points given")), *_both(seen.given)),
    ]
    if seen.new_worth is not None:
        rows.append(_titled("new_worth", Money(seen.new_worth), None))
    if seen.gain:
        gain = seen.gain
        rows.append((Named("more_turnover", tr("More turnover by the test group")), Money(gain.whole), None))
        rows.append((Named("margin", tr("Margin")), Share(gain.margin // 10), None))
        rows.append(_titled("gain", Money(gain.kept), None))
        rows.append((Named("gain_low", tr("… at least, eight times out of ten")), Money(gain.kept_low), None))
        rows.append((Named("gain_high", tr("… at most, eight times out of ten")), Money(gain.kept_high), None))
    elif seen.has_test_group:
        words = tr("Nothing can be told yet: one side of the test group has no members.")
        rows.append((Named("gain", words), None, None))
    else:
        words = tr("Without a test group nobody can know what the programme brought.")
        rows.append((Named("gain", words), None, None))
    return Table(columns, tuple(rows), ("cost", "new_worth", "gain"))


def hours(desk: Desk, period: Period) -> Table:
    """Purchases by weekday and hour, as far as there were any."""
    seen = desk.insights.hours(period)
    columns = ("weekday", tr("Weekday")), ("hour", tr("Hour")), ("purchases", tr("Purchases")), ("paid", tr("Paid"))
    names = (
        tr("Monday"), tr("Tuesday"), tr("Wednesday"), tr("Thursday"), tr("Friday"), tr("Saturday"), tr("Sunday"),
    )  # fmt: skip
    rows = (
        (Named(str(weekday + 1), names[weekday]), hour, seen.purchases[weekday][hour], Money(seen.paid[weekday][hour]))
        for weekday in range(7)
        for hour in range(24)
        if seen.purchases[weekday][hour]
    )
    return Table(columns, tuple(rows), ("hours",))


def points(desk: Desk, period: Period) -> Table:
    """Points by month."""
    columns = (
        ("month", tr("Month")), ("given", tr("Given")), ("used", tr("Used")), ("expired", tr("Ended unused")),
        ("other", tr("Changed by hand")), ("held", tr("Held at its end")), ("ending", tr("Ending, left today")),
    )  # fmt: skip
    rows = (
        (_month(each.month), each.given, each.used, each.expired, each.other, each.held, each.ending)
        for each in desk.insights.points(period).months
    )
    return Table(columns, tuple(rows), ("points", "outstanding", "breakage"))


def _compared(name: str, figure: Figure, kind: type[Money] | type[Share] | None = None) -> tuple[Cell, ...]:
    return (name, *_both(figure, kind))


def _both(figure: Figure, kind: type[Money] | type[Share] | None = None) -> Iterator[Cell]:
    for value in (figure.now, figure.before):
        yield kind(value) if kind and value is not None else value


def _titled(name: str, *cells: Cell) -> tuple[Cell, ...]:
    """A row under the title of its figure."""
    titles = {"guest_basket": tr("Average purchase of others"), "points": tr("Points held")}
    return (Named(name, titles.get(name) or tr(HOW[name].title)), *cells)


def _share(thousandths: int | None) -> Share | None:
    return None if thousandths is None else Share(thousandths)


def _month(month: date) -> str:
    return f"{month:%Y-%m}"
