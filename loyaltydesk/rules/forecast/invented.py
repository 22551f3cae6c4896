"""Customers who are made up from a few answers, for a shop that has no history yet; the same for the same seed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from msgspec import Struct

from loyaltydesk.model.customers import Account, Customer, Profile
from loyaltydesk.model.history import PastCustomer, PastPurchase
from loyaltydesk.model.purchases import Line
from loyaltydesk.rules.forecast.period import Period
from loyaltydesk.rules.forecast.tally import WHOLE

WEEK = 7
OPENS, CLOSES = 8, 19  # o'clock
HABITS = (1, 1, 2, 2, 3, 4, 6, 9)  # how often people come, compared with each other: few come often
MOST_PURCHASES = 100_000  # in a year; beyond that, only the amounts would grow


class Questions(Struct, frozen=True):
    """What somebody without history is asked: purchases a week in the whole shop, an average one in minor units.

    `share` is how much of the sales members will have, in hundredths of a percent.
    """

    members: int = 200
    visits: int = 300
    basket: int = 1200
    share: int = 45_00


def invented(questions: Questions, period: Period, *, seed: int) -> tuple[list[PastCustomer], Iterator[PastPurchase]]:
    """The members with their purchases, and the purchases of guests."""
    chance = Random(seed)
    visits = min(questions.visits * period.days // WEEK, MOST_PURCHASES)
    by_members = visits * questions.share // WHOLE
    members = _members(questions, period, chance=chance, visits=by_members)
    return members, (_purchase(chance, questions, _day(chance, period)) for _ in range(visits - by_members))


def _members(questions: Questions, period: Period, *, chance: Random, visits: int) -> list[PastCustomer]:
    number = max(questions.members, 1)
    habits = [chance.choice(HABITS) for _ in range(number)]
    bought: list[list[PastPurchase]] = [[] for _ in range(number)]
    for who in chance.choices(range(number), habits, k=visits):
        bought[who].append(_purchase(chance, questions, _day(chance, period)))
    return [
        _member(who, sorted(each, key=lambda past: past.at), period, chance=chance) for who, each in enumerate(bought)
    ]


def _member(number: int, purchases: list[PastPurchase], period: Period, *, chance: Random) -> PastCustomer:
    born, named = _kept(chance), _kept(chance)
    profile = Profile(birth_date=f"--{born}", name_day_on=named)
    joined = datetime.combine(period.first, time(OPENS), UTC)
    return PastCustomer(Customer(f"{number}", profile, joined, Account()), tuple(purchases))


def _kept(chance: Random) -> str:
    """Any day of a year, as MM-DD."""
    return f"{date(2001, 1, 1) + timedelta(days=chance.randrange(365)):%m-%d}"


def _day(chance: Random, period: Period) -> date:
    return period.first + timedelta(days=chance.randrange(period.days))


def _purchase(chance: Random, questions: Questions, day: date) -> PastPurchase:
    """A purchase of half to one and a half times the average."""
    amount = questions.basket * (50 + chance.randrange(101)) // 100
    at = datetime.combine(day, time(chance.randrange(OPENS, CLOSES), chance.randrange(60)), UTC)
    return PastPurchase(at, (Line(amount),), value=amount)
