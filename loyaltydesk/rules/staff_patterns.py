"""What somebody does much more often than everybody else at the tills, plainly counted."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

LEAST = 5  # times in the period, before anything is said of it
TIMES = 3  # as often as everybody else
BUSY = 5  # purchases of one customer on one day


class Often(NamedTuple):
    """Somebody with how often it was in a thousand of their purchases, and in a thousand of everybody else's."""

    name: str
    own: int
    others: int


def often(times: Mapping[str, int], purchases: Mapping[str, int]) -> Iterator[Often]:
    """Whoever did something five times at least, and more than three times as often a purchase as all others together.

    Where nobody else was at the till there is nothing to compare with.
    """
    all_times, all_purchases = sum(times.values()), sum(purchases.values())
    for name, count in sorted(times.items()):
        mine = max(purchases.get(name, 0), 1)
        others, theirs = all_times - count, all_purchases - purchases.get(name, 0)
        if count >= LEAST and theirs and count * theirs > TIMES * others * mine:
            yield Often(name, count * 1000 // mine, others * 1000 // theirs)
