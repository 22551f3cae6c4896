"""The staff at the desk: who they are, what the month asks of them and brings them, and what looks unusual."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec.structs import replace

from loyaltydesk.desk.core import Core, customer_named
from loyaltydesk.desk.own_cards import members_in
from loyaltydesk.model.agenda import Matter, MatterKind, Urgency
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.insights import Period
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.staff import (
    GOALS,
    MOST_MEMBERS,
    STAFF,
    Contest,
    Deed,
    Goal,
    Goals,
    Incident,
    Member,
    Offered,
    Role,
    Unusual,
    UnusualKind,
    checked_goals,
    checked_name,
    checked_payroll,
    month_of,
)
from loyaltydesk.rules import staff as rules
from loyaltydesk.rules.staff_patterns import BUSY, often
from loyaltydesk.store.deeds import Seen

Fields = dict[str, str | int | bool | None]
_MONTH = re.compile("[0-9]{4}-[0-9]{2}")
_WEEK = 7  # days, for the list of today
_TILL = "till"  # the record that says whether the goals are shown there


class Staff:
    """The people of the shop. A record for each; the last word of all tills counts, field by field."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- who they are

    def members(self) -> tuple[Member, ...]:
        """Everybody on the list, whoever left at the end, by name."""
        return members_in(self._core.store)

    def at_till(self) -> tuple[str, ...]:
        """The names of those who may be at the till; empty while there is no list."""
        return tuple(member.name for member in self.members() if member.is_active)

    def known_as(self, name: str) -> str:
        """What the list calls whoever was at a till under `name`: empty for somebody who left or was never on it.

        While there is no list everybody is called what they say.
        """
        here = [member for member in self.members() if member.is_active]
        if not here:
            return name
        known = {each.casefold(): member.name for member in here for each in member.names}
        return known.get(name.casefold(), "")

    def member(self, member: str) -> Member:
        """The one with this id. Raises BadRequest when there is none."""
        found = next((each for each in self.members() if each.id == member), None)
        if found is None:
            raise BadRequest("staff", "staff_gone")
        return found

    def offered(self) -> tuple[Offered, ...]:
        """The names that stand with what was done and are nobody's on the list, the busiest first."""
        known = {name.casefold() for member in self.members() for name in member.names}
        found = [Offered(*each) for each in self._core.store.deeds.names() if each[0].casefold() not in known]
        return tuple(sorted(found, key=lambda offered: (-offered.purchases, offered.name.casefold())))

    def add(self, name: str, *, role: Role = Role.CASHIER, payroll: str = "", stamp: Stamp | None = None) -> Member:
        """Puts somebody on the list. Raises BadRequest for a name that is missing, too long, or somebody's already."""
        with self._core.writing():
            return self.save(Member(self._core.new_id()(), name, role, payroll=payroll), stamp)

    def save(self, member: Member, stamp: Stamp | None = None) -> Member:
        """Keeps what is different; a name that was changed stays known as another one of theirs.

        `customer` is an id or the number of a card. Raises BadRequest, UnknownCustomer, UnknownCard or BadCardNumber.
        """
        with self._core.writing():
            kept = {each.id: each for each in self.members()}
            before = kept.pop(member.id, None)
            if before is None and len(kept) >= MOST_MEMBERS:
                raise BadRequest("staff", "staff_too_many")
            after = self._checked(member, before, others=kept.values())
            told, had = _fields(after), _fields(before) if before else {}
            changed = {field: value for field, value in told.items() if field not in had or had[field] != value}
            self._record(STAFF, member.id, fields=changed, stamp=stamp)
        return after

    def take_in(self, names: Iterable[str], stamp: Stamp | None = None) -> None:
        """Puts names that were offered on the list, as cashiers, all or none. Raises BadRequest."""
        with self._core.writing():
            for name in names:
                self.add(name, stamp=stamp)

    def _checked(self, member: Member, before: Member | None, *, others: Iterable[Member]) -> Member:
        name = checked_name(member.name)
        also = [each for each in map(checked_name, member.also) if each != name]
        if before and before.name != name:
            also.append(before.name)
        taken = {each.casefold() for other in others for each in other.names}
        if not taken.isdisjoint(each.casefold() for each in (name, *also)):
            raise BadRequest("name", "staff_name_taken")
        customer = customer_named(self._core, member.customer).id if member.customer else None
        payroll = checked_payroll(member.payroll)
        return replace(member, name=name, also=tuple(dict.fromkeys(also)), customer=customer, payroll=payroll)

    # --- the month

    def goals(self, month: date) -> Goals:
        """The goals of a month: those of the newest month for which any were set, until then none."""
        store, wanted = self._core.store.records, f"{month:%Y-%m}"
        months = [name for name in store.names(GOALS) if _MONTH.fullmatch(name) and name <= wanted]
        fields = store.fields(GOALS, months[-1]) if months else {}
        of = {deed: Goal(*(_number(fields.get(f"{deed.value}_{what}")) for what in _AIMS)) for deed in Deed}
        return Goals(month.replace(day=1), of, _number(fields.get("reaching")), _number(fields.get("team")))

    def save_goals(self, goals: Goals, stamp: Stamp | None = None) -> None:
        """Sets the goals of a month, and of those after it that have none of their own. Raises BadRequest."""
        checked = checked_goals(goals)
        fields: Fields = {"reaching": checked.reaching, "team": checked.team}
        for deed in Deed:
            goal = checked.goal(deed)
            fields |= {f"{deed.value}_{what}": getattr(goal, what) for what in _AIMS}
        with self._core.writing():
            self._record(GOALS, f"{checked.month:%Y-%m}", fields=fields, stamp=stamp)

    @property
    def shows_goals(self) -> bool:
        """Whether the till shows how far the team is."""
        return self._core.store.records.fields(GOALS, _TILL).get("shown") is not False

    def show_goals(self, shown: bool, stamp: Stamp | None = None) -> None:
        """Lets the tills show how far the team is, or not."""
        with self._core.writing():
            self._record(GOALS, _TILL, fields={"shown": shown}, stamp=stamp)

    def contest(self, month: date) -> Contest:
        """What everybody did in a month, against their goals, and what it brings them.

        Whoever is on the list and still here, or did anything in that month; a name that is on no list counts for the
        team alone. What somebody did to their own record as a customer does not count.
        """
        span, store = month_of(month), self._core.store.deeds
        members = self.members()
        called = _called(members)
        deeds: dict[str, Counter[Deed]] = {}
        for name, deed, count in store.counts(span.first, span.last, own=self._own(span, called)):
            deeds.setdefault(_name(name, called), Counter())[deed] += count
        days = self._days(span, called)
        done = {name: rules.Done(days.get(name, 0), deeds.get(name, {})) for name in {*days, *deeds}}
        alone = [each for each in members if called[each.name.casefold()] is each]  # two tills may have added them
        rows = [each for each in alone if each.is_active or each.name in done]
        rows += [Member("", name) for name in sorted(done.keys() - {each.name for each in rows}, key=str.casefold)]
        return rules.contest(rows, done, self.goals(span.first))

    def _days(self, span: Period, called: Mapping[str, Member]) -> dict[str, int]:
        """On how many days everybody was at the till, by the name on the list."""
        days: dict[str, set[date]] = {}
        for name, day in self._core.store.deeds.days(span.first, span.last):
            days.setdefault(_name(name, called), set()).add(day)
        return {name: len(each) for name, each in days.items()}

    def _own(self, span: Period, called: Mapping[str, Member]) -> list[tuple[str, str]]:
        """The names of those days with the customer each of them is."""
        found = []
        for name in self._core.store.deeds.names_between(span.first, span.last):
            member = called.get(name.casefold())
            person = self._core.store.deeds.person(member.customer) if member and member.customer else None
            found += [(name, person[0])] if person else []
        return found

    # --- what looks unusual

    def unusual(self, period: Period) -> tuple[Unusual, ...]:
        """What an owner may want to look at in a period; none of it proves anything.

        Purchases on one's own card; somebody with five or more purchases brought back, or balances changed by hand, and
        more than three times as often for each purchase as everybody else; five or more purchases of one customer on
        one day.
        """
        called = _called(self.members())
        store, first, last = self._core.store.deeds, period.first, period.last
        found = list(_on_own_cards(store.on_own_card(first, last), called))
        purchases: Counter[str] = Counter()
        for name, count in store.purchases(first, last):
            purchases[_name(name, called)] += count
        for kind, incidents in _OFTEN.items():
            times: Counter[str] = Counter()
            newest: dict[str, date] = {}
            for seen in store.incidents(incidents, first=first, last=last):
                name = _name(seen.staff, called)
                times[name] += seen.count
                newest[name] = max(seen.last, newest.get(name, seen.last))
            found += [
                Unusual(kind, each.name, times[each.name], newest[each.name], None, each.own, each.others)
                for each in often(times, purchases)
            ]
        found += [
            Unusual(UnusualKind.BUSY_CARD, seen.staff, seen.count, seen.last, seen.customer)
            for seen in store.busy_cards(first, last, least=BUSY)
        ]
        return tuple(found)

    def matters(self, today: date) -> Iterator[Matter]:
        """What looks unusual in the last week, as one matter for the owner's list of today."""
        found = self.unusual(Period(today - timedelta(days=_WEEK - 1), today))
        if found:
            last = max(found, key=lambda each: each.last)
            yield Matter(MatterKind.UNUSUAL, Urgency.NOTED, len(found), "settings", STAFF, last.staff, "", last.last)

    # --- inside

    def _record(self, kind: str, record: str, *, fields: Fields, stamp: Stamp | None) -> None:
        if fields:
            saved = RecordSaved(id=self._core.new_id()(), kind=kind, record=record, fields=fields)
            self._core.record([saved], stamp or self._core.stamp())
            self._core.own_cards.forget()


_AIMS = ("each", "team", "bonus")
_OFTEN = {
    UnusualKind.MANY_BACK: (Incident.VOID, Incident.RETURN),
    UnusualKind.MANY_ADJUSTMENTS: (Incident.ADJUSTMENT,),
}


def _fields(member: Member) -> Fields:
    return {
        "name": member.name,
        "role": member.role.value,
        "active": member.is_active,
        "customer": member.customer,
        "payroll": member.payroll,
        "also": "\n".join(member.also),
    }


def _on_own_cards(all_seen: Iterable[Seen], called: Mapping[str, Member]) -> Iterator[Unusual]:
    """Once for each of the staff and each customer, under however many names and records it stands."""
    together: dict[tuple[str, str | None], list[Seen]] = {}
    for seen in all_seen:
        together.setdefault((_name(seen.staff, called), seen.customer), []).append(seen)
    for (name, customer), each in together.items():
        count, last = sum(seen.count for seen in each), max(seen.last for seen in each)
        yield Unusual(UnusualKind.OWN_CARD, name, count, last, customer)


def _number(kept: object) -> int:
    """A number that is kept; another release may have written anything."""
    return kept if type(kept) is int and kept > 0 else 0


def _called(members: Iterable[Member]) -> dict[str, Member]:
    """Whose each name is; that of today goes before what somebody else was called once."""
    everybody = list(members)
    once = {name.casefold(): member for member in everybody for name in member.also}
    return once | {member.name.casefold(): member for member in everybody}


def _name(name: str, called: Mapping[str, Member]) -> str:
    """Whose name it is: the one on the list, or itself."""
    member = called.get(name.casefold())
    return member.name if member else name
