"""The daily round: points whose time is over, tiers that are to be looked at again."""

from datetime import date
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.occasions import Gift, Occasions
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.programme import Basis, Programme, Window
from loyaltydesk.rules import points, tiers
from loyaltydesk.rules.purchase import tier_won


class Expired(Struct, frozen=True):
    """Points of one lot that ended."""

    customer: str
    points: int


class TierChange(Struct, frozen=True):
    """A customer whose tier is another after a review."""

    customer: str
    before: str | None
    after: str | None


class Round(NamedTuple):
    """What a daily round did."""

    given: list[Gift]
    expired: list[Expired]
    changed: list[TierChange]


class Upkeep:
    """What the desk does by itself."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._occasions = Occasions(core)

    def day(self, stamp: Stamp | None = None) -> Round:
        """The whole daily round: occasions, expiry, tier review. Doing it twice changes nothing."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            last = self._last_round()
            given = self._occasions.give(stamp, date.fromisoformat(last) if last else None)
            done = Round(given, self.expire(stamp), self.review(stamp))
            if last < stamp.day.isoformat():
                fields: dict[str, str | int | bool | None] = {"day": stamp.day.isoformat()}
                saved = RecordSaved(id=self._core.new_id()(), kind="shop", record="round", fields=fields)
                self._core.record([saved], stamp)
        return done

    def is_due(self) -> bool:
        """Whether the round was not made today."""
        return self._last_round() < self._core.now().date().isoformat()

    def _last_round(self) -> str:
        return str(self._core.store.records.fields("shop", "round").get("day", ""))

    def expire(self, stamp: Stamp | None = None) -> list[Expired]:
        """Ends every lot whose last valid day is over; one entry for each, with what it still held."""
        stamp = stamp or self._core.stamp()
        ended: list[Expired] = []
        store = self._core.store
        with self._core.writing():
            new_id = self._core.new_id()
            for name in store.customers.with_overdue_points(stamp.day):
                purse = store.postings.purse(name, 0)
                fact = points.expire(name, purse, stamp)
                if fact:
                    ended += [Expired(name, lot.remaining) for lot in purse.overdue(stamp.day)]
                    self._core.record([replace(fact, id=new_id())], stamp)
        return ended

    def review(self, stamp: Stamp | None = None) -> list[TierChange]:
        """Looks at every tier: takes back those that are no longer earned, and gives those that new rules bring."""
        stamp = stamp or self._core.stamp()
        programme = self._core.in_force(stamp.day)[1]
        with self._core.writing():
            above = min((tier.threshold for tier in programme.tiers if tier.threshold), default=None)
            by_spend = programme.basis is Basis.SPEND
            names = self._core.store.customers.with_tiers(
                spend=above if by_spend else None, earned=None if by_spend else above
            )
            return [change for name in names if (change := self.review_one(name, stamp))]

    def review_one(self, customer: str, stamp: Stamp) -> TierChange | None:
        """Looks at one customer's tier; one set by hand stays above it. Only within a transaction."""
        programme = self._core.in_force(stamp.day)[1]
        person = self._core.store.customers.by_id(customer)
        if person is None or not programme.tiers:
            return None
        left = tiers.earned(programme, self._amounts(programme, customer, stamp.day))
        if left == tiers.won(programme, person):
            return None
        name = left.name if left else None
        saved = RecordSaved(id=self._core.new_id()(), kind="customer", record=customer, fields={"tier": name})
        self._core.record([saved], stamp)
        before, after = tiers.held(programme, person), tiers.held(programme, replace(person, tier=name))
        if before == after:
            return None
        return TierChange(customer, before.name if before else None, after.name if after else None)

    def set_floor(self, customer: str, floor: str | None, stamp: Stamp | None = None) -> str | None:
        """Gives a customer a tier below which they never fall, or takes it away (None); returns the tier now.

        What was earned while there was a floor is not lost with it. Raises UnknownCustomer.
        """
        stamp = stamp or self._core.stamp()
        programme = self._core.in_force(stamp.day)[1]
        with self._core.writing():
            person = replace(self._core.customer(customer), floor=floor)
            earned = tiers.earned(programme, self._amounts(programme, person.id, stamp.day))
            held = tiers.higher(tiers.held(programme, person), earned)
            name = held.name if held else None
            saved = RecordSaved(id=self._core.new_id()(), kind="customer", record=person.id, fields={"floor": floor})
            self._core.record([saved, *tier_won(programme, person, name, new_id=self._core.new_id())], stamp)
        return name

    def _amounts(self, programme: Programme, customer: str, day: date) -> tuple[int, ...]:
        """What was reached in each window that still speaks for a tier on `day`."""
        sums = [self._core.store.customers.sums(customer, first=tiers.window_start(programme.window, day))]
        if programme.window is Window.CALENDAR_YEAR:
            first = date(day.year - 1, 1, 1)
            sums.append(self._core.store.customers.sums(customer, first=first, last=date(day.year - 1, 12, 31)))
        return tuple(tiers.counted(programme, spend=spend, earned=earned) for spend, earned in sums)
