"""Points in lots, kept in plain lists: each comes, is spent and ends by itself."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count

FOREVER = date.max
_numbers = count()  # of two lots of one day, the one that came first has the lower one


@dataclass
class Lot:
    """Points that came together."""

    left: int
    day: date
    first: date  # the first day on which they can be spent
    last: date  # the last one
    source: str = ""  # the purchase that brought them
    number: int = field(default_factory=lambda: next(_numbers))

    def over(self, day: date) -> bool:
        return self.last < day


@dataclass
class Purse:
    """The lots of one customer in the order in which they came, and what was spent out of them, by what it paid."""

    lots: list[Lot] = field(default_factory=list)
    debt: int = 0
    spent: dict[str, list[list]] = field(default_factory=dict)  # purchase or voucher: [last day, points] of each draw

    def balance(self, day: date) -> int:
        """What can be spent on a day."""
        return sum(lot.left for lot in self.lots if lot.first <= day and not lot.over(day)) - self.debt

    def pending(self, day: date) -> int:
        return sum(lot.left for lot in self.lots if lot.first > day and not lot.over(day))

    def all_there(self, day: date) -> int:
        """What is there on a day, whether or not it can be spent yet."""
        return sum(lot.left for lot in self.lots if not lot.over(day)) - self.debt

    def come(
        self, points: int, day: date, *, first: date | None = None, last: date = FOREVER, source: str = ""
    ) -> None:
        """Points come in; what was missing is made good out of them."""
        lot = Lot(points, day, first or day, last, source)
        if not lot.over(day):
            made_good = min(points, self.debt)
            self.debt -= made_good
            lot.left -= made_good
        self.lots.append(lot)

    def go(self, points: int, day: date, *, paid: str = "", own: str = "") -> None:
        """Points go: those that `own` brought first, then those that end first, then the oldest, then pending ones.

        What is not there is missing from now on.
        """
        there = [lot for lot in self.lots if lot.left and not lot.over(day)]
        there.sort(key=lambda lot: (not (own and lot.source == own), lot.first > day, lot.last, lot.day, lot.number))
        for lot in there:
            part = min(points, lot.left)
            points -= part
            lot.left -= part
            if part and paid:
                self.spent.setdefault(paid, []).append([lot.last, part])
        self.debt += points

    def would_live(self, paid: str, points: int, day: date) -> int:
        """How many of so many spent points could be used on a day, if they came back."""
        lived = 0
        for last, there in self._longest(paid):
            part = min(points, there)
            points -= part
            lived += part if last >= day else 0
        return lived + points

    def come_back(self, paid: str, points: int, day: date) -> None:
        """Spent points come back with their own last day, those that live longest first."""
        for draw in self._longest(paid):
            last, there = draw
            part = min(points, there)
            points -= part
            draw[1] -= part
            if part:
                self.come(part, day, last=last)
        if points:
            self.come(points, day)

    def _longest(self, paid: str) -> list[list]:
        return sorted(self.spent.get(paid, []), key=lambda draw: draw[0])[::-1]

    def end(self, day: date) -> list[int]:
        """Ends every lot whose last day is over; what each of them still held."""
        over = [lot for lot in self.lots if lot.left and lot.over(day)]
        held = [lot.left for lot in over]
        for lot in over:
            lot.left = 0
        return held

    def swallow(self, other: "Purse", day: date) -> None:
        """All of another purse is in this one now; what was missing is made good out of what is there."""
        self.lots += other.lots
        for paid, draws in other.spent.items():
            self.spent.setdefault(paid, []).extend(draws)
        missing, self.debt = self.debt + other.debt, 0
        self.go(missing, day)
