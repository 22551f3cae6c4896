"""What-if years: the months of groups of customers drawn again and again, and what nobody knows drawn with them.

Customers are dealt into at most a hundred groups of equal size by chance; a what-if year draws as many groups with
replacement and adds their months up. The sums spread as if each customer were drawn (a group's sum varies as its
customers do, and as many are drawn), at a cost that does not grow with the number of customers: the bootstrap of
Efron, 1979. What people do is drawn beside it: how much more members buy lies anywhere between nothing and twice what
was supposed, how much of their points they use within 20 points of a percentage of it (both the sum of two even
draws, so that the middle is likelier than the ends), and a new programme needs three to seven months until everybody
has joined. The draws are made once for a seed: moving a slider moves every year by the same chance.
"""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from loyaltydesk.rules.forecast.period import MONTHS_OF_A_YEAR

GROUPS = 100
YEARS = 400
STEPS = 1000  # of a draw to either side
JOINING = (3, 7)  # months until all have joined: the least and the most

Row = tuple[int, ...]  # sales of twelve months, then goods, money and money off of twelve months, in minor units
COLUMNS = 4


class Draw(NamedTuple):
    """What is drawn for a year: `lift` and `use` from −STEPS to STEPS, `joining` in months."""

    lift: int
    use: int
    joining: int


class Dealer:
    """Deals customers into groups, as many to each; the same for the same chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._open: list[int] = []

    def group(self) -> int:
        """The group of the next customer."""
        if not self._open:
            self._open = list(range(GROUPS))
            self._chance.shuffle(self._open)
        return self._open.pop()


def resampled(groups: Sequence[Row], chance: Random) -> tuple[Row, ...]:
    """The sums of YEARS draws of as many groups as there are; nothing where there are none."""
    return tuple(
        tuple(map(sum, zip(*chance.choices(groups, k=len(groups)), strict=True))) for _ in range(YEARS if groups else 0)
    )


def drawn(chance: Random) -> tuple[Draw, ...]:
    """What is drawn for each of YEARS years."""
    return tuple(
        Draw(_around(chance), _around(chance), chance.randrange(JOINING[0], JOINING[1] + 1)) for _ in range(YEARS)
    )


def _around(chance: Random) -> int:
    return chance.randrange(STEPS + 1) - chance.randrange(STEPS + 1)


def ranked(values: Sequence[int], percent: int) -> int:
    """The value below which `percent` of some values lie (nearest rank, downwards)."""
    return sorted(values)[percent * (len(values) - 1) // 100]


def columns(row: Row) -> tuple[Row, Row, Row, Row]:
    """Sales, goods, money and money off, twelve months each."""
    year = MONTHS_OF_A_YEAR
    return row[:year], row[year : 2 * year], row[2 * year : 3 * year], row[3 * year :]
