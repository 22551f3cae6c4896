"""What the desk gives its customers by itself on a birthday, a name day, or a year after they joined."""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.knowing import making
from loyaltydesk.desk.outlook import kept_on
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import Fact, PointsGiven, Stamp, VoucherIssued
from loyaltydesk.model.programme import OccasionRule, Programme, Reward
from loyaltydesk.model.purchases import GiftCause, VoucherSource
from loyaltydesk.rules.calendar import days_after, last_valid_day, valid_until
from loyaltydesk.rules.control_group import is_without_offers
from loyaltydesk.rules.following import Making, with_gift

CAUGHT_UP = 31  # days, for a shop that was closed


class Gift(Struct, frozen=True):
    """What a customer was given for an occasion: points, or the voucher with this code."""

    customer: str
    occasion: str
    points: int
    voucher: str = ""


class Occasions:
    """Gives what the programme promises for an occasion, each once a year."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def give(self, stamp: Stamp, last_round: date | None) -> list[Gift]:
        """What is due on the day of `stamp` and on the days since the last round. Only within a transaction."""
        first = stamp.day
        if last_round is not None and last_round < stamp.day:
            first = max(last_round + timedelta(days=1), stamp.day - timedelta(days=CAUGHT_UP - 1))
        days = [first + timedelta(days=n) for n in range((stamp.day - first).days + 1)]
        return [gift for day in days for gift in self._on(day, stamp)]

    def give_ahead(self, rule: OccasionRule, person: Customer, *, kept: date, stamp: Stamp) -> str:
        """What a rule gives for the day that is `kept`, before its time: the voucher's code, empty without one.

        The daily round gives it no second time. Only within a transaction.
        """
        programme = self._core.in_force(kept)[1]
        return self._given(programme, rule, person, kept=kept, stamp=stamp).voucher

    def _on(self, day: date, stamp: Stamp) -> Iterator[Gift]:
        programme = self._core.in_force(day)[1]
        if not programme.runs_on(day):
            return
        for rule in programme.occasions:
            kept = days_after(day, rule.days_before)
            for name in self._core.store.customers.celebrating(rule.on, kept_on(kept)):
                person = self._core.store.customers.by_id(name)
                if person and self._is_due(programme, rule, person, day=day, kept=kept):
                    yield self._given(programme, rule, person, kept=kept, stamp=stamp)

    def _is_due(self, programme: Programme, rule: OccasionRule, person: Customer, *, day: date, kept: date) -> bool:
        joined = person.registered.date()
        if person.blocked or joined > day or (rule.on == "joined" and joined.year >= kept.year):
            return False
        if is_without_offers(programme, person):
            return False
        return not self._core.store.gifts.given(GiftCause.OCCASION, rule.id, period=str(kept.year), customer=person.id)

    def _given(self, programme: Programme, rule: OccasionRule, person: Customer, *, kept: date, stamp: Stamp) -> Gift:
        make = making(self._core)
        facts: list[Fact] = [
            PointsGiven(
                id=make.new_id(),
                customer=person.id,
                points=rule.points,
                cause=GiftCause.OCCASION,
                rule=rule.id,
                period=str(kept.year),
                last_day=last_valid_day(programme.points, stamp.day),
            )
        ]
        code = ""
        if rule.reward:
            code = make.new_code()
            reward = programme.rewards_by_id[rule.reward]
            last_day = valid_until(max(stamp.day, kept), reward.valid_days)
            facts += with_gift(voucher_for(reward, person, make, last_day=last_day, code=code), make)
        self._core.record(facts, stamp)
        return Gift(person.id, rule.id, rule.points, code)


def voucher_for(
    reward: Reward, person: Customer, make: Making, *, last_day: date | None, code: str = ""
) -> VoucherIssued:
    """A voucher that a customer is given for an occasion, as a fact; with a new code unless there is one."""
    return VoucherIssued(
        id=make.new_id(),
        code=code or make.new_code(),
        customer=None if reward.bearer else person.id,
        payer=person.id if reward.bearer else "",
        reward=reward.id,
        name=reward.name,
        gives=reward.gives,
        last_day=last_day,
        source=VoucherSource.OCCASION,
    )
