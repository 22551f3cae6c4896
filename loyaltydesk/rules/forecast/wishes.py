"""What customers use their points for: a model of people, and the only one there is in a forecast.

Of the points a customer was given, a share u is used in the long run (as in the shop's own history). At a visit the
customer may have the dearest thing within reach, a reward or points as money, x points of it. For each thing to come
a patience p is drawn evenly from 1/1000 to 1; the customer takes it as soon as

    u × points given so far − points used so far  ≥  p × x

Then the points used are u × points given on average at every moment at which something is within reach, some
customers take all and others hardly any, and with u = 1 everybody takes whatever can be had at once.
"""

from collections.abc import Mapping
from random import Random

from msgspec import Struct

from loyaltydesk.model.programme import Programme, Redeem, Reward
from loyaltydesk.model.refusals import Refused
from loyaltydesk.rules.redeeming import Taken, as_money, offered

WHOLE = 10_000  # hundredths of a percent
PATIENCES = 1000


class Wish(Struct, frozen=True):
    """So many points: for a reward, or as money where there is none."""

    points: int
    reward: Reward | None = None


class Desire:
    """How one customer comes to use points."""

    def __init__(self, chance: Random, use: int) -> None:
        """`use` is the share of points that are used, in hundredths of a percent."""
        self._chance = chance
        self._use = use
        self._given = 0
        self._used = 0
        self._patience = self._drawn()

    def was_given(self, points: int) -> None:
        """So many points came."""
        self._given += points

    def wants(self, wish: Wish) -> bool:
        """Whether the customer takes it now."""
        ready = self._use * self._given - WHOLE * self._used
        return ready * PATIENCES >= self._patience * WHOLE * wish.points

    def used(self, points: int) -> None:
        """So many points went for it; the patience for the next thing is another."""
        self._used += points
        self._patience = self._drawn()

    def _drawn(self) -> int:
        return self._chance.randrange(PATIENCES) + 1


def within_reach(programme: Programme, balance: int, *, bill: int, taken: Mapping[str, Taken]) -> Wish | None:
    """The dearest thing that can be had for `balance` points with a bill of so many minor units."""
    best: Wish | None = None
    for reward in programme.rewards:
        if (
            0 < reward.cost <= balance
            and (best is None or reward.cost > best.points)
            and (reward.gives.kind != "money" or reward.gives.money <= bill)
            and _is_offered(programme, reward, taken)
        ):
            best = Wish(reward.cost, reward)
    points = _as_money(programme.redeem, balance, bill=bill)
    return Wish(points) if points > (best.points if best else 0) else best


def _is_offered(programme: Programme, reward: Reward, taken: Mapping[str, Taken]) -> bool:
    if reward.stock is None and reward.per_customer is None:
        return True
    try:
        offered(programme, reward.id, times=1, taken=taken.get(reward.id, Taken()))
    except Refused:
        return False
    return True


def _as_money(rules: Redeem | None, balance: int, *, bill: int) -> int:
    if rules is None or balance < rules.points:
        return 0
    try:
        return as_money(rules, balance, bill=bill, left=bill)[0]
    except Refused:  # too few
        return 0
