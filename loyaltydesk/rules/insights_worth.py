"""What points are worth to the shop, and how much of them is likely to be asked for."""

from collections.abc import Mapping
from fractions import Fraction

from loyaltydesk.model.programme import Programme

WHOLE = 1000  # thousandths


def worth_of_a_point(programme: Programme, prices: Mapping[str, int]) -> Fraction | None:
    """Minor units that a point is worth: as money, else by the reward that gives most for it; None for nothing.

    `prices` are those of products; a reward in percent, or of a product nobody knows the price of, says nothing.
    """
    if programme.redeem:
        return Fraction(programme.redeem.worth, programme.redeem.points)
    gives = [
        Fraction(money, reward.cost)
        for reward in programme.rewards
        if reward.cost
        and (money := reward.gives.money or prices.get(reward.gives.product, 0) * max(reward.gives.qty, 1))
    ]
    return max(gives, default=None)


def breakage(given: int, unused: int) -> int | None:
    """The thousandths of points given that ended unused; None where none were given."""
    return min(max(unused, 0) * WHOLE // given, WHOLE) if given > 0 else None


def expected(worth: int, breakage: int | None) -> int:
    """What is likely to be asked for of a worth."""
    return worth - worth * (breakage or 0) // WHOLE
