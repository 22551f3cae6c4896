"""What things that are given are worth in the shop, in minor units: products at their price, money as it is."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from loyaltydesk.model.programme import Gives, Programme
from loyaltydesk.rules.exact import percent_of, rounded

TENTH = Fraction(1, 10)


class Worth(NamedTuple):
    """A worth, in minor units: of goods, which cost the shop less than that, and of money, which costs all of it."""

    goods: int = 0
    money: int = 0


NOTHING = Worth()


class Prices:
    """What each product costs in the shop; `guessed` has those whose price nobody knows.

    A product without a price is taken to be worth a tenth of what must be spent for the cheapest reward that gives
    it, or what the reward's points are worth as money; where neither can be said, an average purchase.
    """

    def __init__(
        self,
        programme: Programme,
        known: Mapping[str, int],
        *,
        purchase: int,
        guessed: Mapping[str, int] | None = None,
    ) -> None:
        """`known` are prices by product, `purchase` is what an average one comes to (minor units).

        What was `guessed` under other rules stays, so that two programmes can be compared.
        """
        self._purchase = purchase
        self._prices = dict(known)
        before, self.guessed = guessed or {}, dict[str, int]()
        for product, points in _wanted(programme):
            if product not in self._prices:
                worth = before.get(product) or _guess(programme, points, purchase=purchase)
                self.guessed[product] = min(worth, self.guessed.get(product, worth))

    def of(self, gives: Gives, bill: int | None = None) -> Worth:
        """What `gives` is worth; a percentage is one of `bill` (minor units), or of an average purchase."""
        if gives.kind == "product":
            price = self._prices.get(gives.product, self.guessed.get(gives.product, self._purchase))
            return Worth(goods=price * gives.qty)
        if gives.kind == "percent":
            off = percent_of(self._purchase if bill is None else bill, gives.percent)
            return Worth(money=off if gives.max_money is None else min(off, gives.max_money))
        return Worth(money=gives.money)


def products(programme: Programme) -> set[str]:
    """The products that a programme gives away."""
    return {product for product, _points in _wanted(programme)}


def _wanted(programme: Programme) -> Iterator[tuple[str, int]]:
    """The products that are given, with the points for one; 0 where no points are asked for it."""
    for reward in programme.rewards:
        if reward.gives.kind == "product":
            yield reward.gives.product, reward.cost // max(reward.gives.qty, 1)
    for gives in (*(card.gives for card in programme.stamp_cards), *(rule.gives for rule in programme.next_purchase)):
        if gives.kind == "product":
            yield gives.product, 0


def _guess(programme: Programme, points: int, *, purchase: int) -> int:
    if points and programme.redeem:
        return rounded(Fraction(points * programme.redeem.worth, programme.redeem.points))
    per_point = [Fraction(rule.per, rule.points) for rule in programme.earn if rule.per and rule.points]
    return rounded(points * min(per_point) * TENTH) if points and per_point else purchase
