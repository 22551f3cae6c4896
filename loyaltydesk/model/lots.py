"""Points kept in lots, so that each ends in its own time: the arithmetic of one customer's purse.

A credit opens a lot; a debit draws on the lots that end first, then on the oldest, and never on one that is over;
what no lot can cover becomes a debt that the next credit makes good. The same steps over the same movements in the
same order always give the same lots, which is what lets the tables be derived anew.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

LotKey = tuple[str, int]  # the fact that opened the lot, and its number within that fact


class EntryKind(StrEnum):
    """Why the balance moved."""

    EARNED = "earned"
    SPENT = "spent"  # points used as money
    REWARD = "reward"  # points exchanged for a reward
    TAKEN_BACK = "taken_back"  # earned points that went with a return
    GIVEN_BACK = "given_back"  # spent points that came back
    ADJUSTED = "adjusted"
    OCCASION = "occasion"  # given for a birthday, a name day or a year with the shop
    REFERRAL = "referral"  # given for a customer who was brought, and to that customer
    MERGED = "merged"  # came from, or went to, another account
    EXPIRED = "expired"
    ERASED = "erased"


class Lot(Struct, frozen=True):
    """Points that came together; usable from `from_day` to `last_day` (None: for good), both inclusive."""

    fact: str
    n: int
    points: int
    remaining: int
    day: date
    from_day: date
    last_day: date | None
    source: str = ""  # the purchase they were earned by

    @property
    def key(self) -> LotKey:
        """What tells this lot from every other."""
        return self.fact, self.n

    def usable(self, day: date) -> bool:
        """Whether its points can be spent on `day`."""
        return self.from_day <= day and not self.ended(day)

    def ended(self, day: date) -> bool:
        """Whether its last valid day is over on `day`."""
        return self.last_day is not None and self.last_day < day


class Portion(Struct, frozen=True, array_like=True):
    """Points that can all be spent from `from_day` to `last_day` (None: for good), both inclusive."""

    points: int
    from_day: date
    last_day: date | None


class Use(Struct, frozen=True):
    """Points that a source (a purchase or a voucher) drew from a lot with this last day, and still holds."""

    fact: str
    n: int
    lot: LotKey
    last_day: date | None
    points: int

    def ended(self, day: date) -> bool:
        """Whether the last valid day of its points is over on `day`."""
        return self.last_day is not None and self.last_day < day


class Movement(Struct, frozen=True):
    """What a fact does to a customer's points: signed `points`, except that an expiry takes whatever the lots hold."""

    kind: EntryKind
    points: int
    source: str = ""
    from_day: date | None = None
    last_day: date | None = None
    lots: tuple[LotKey, ...] = ()


class Posting(Struct, frozen=True):
    """One line that a movement leaves in the statement."""

    n: int
    kind: EntryKind
    points: int
    source: str
    last_day: date | None


class Purse:
    """One customer's lots, debt and uses, while a fact is worked out or posted."""

    def __init__(self, lots: Iterable[Lot] = (), debt: int = 0, uses: Iterable[tuple[str, Use]] = ()) -> None:
        self.lots: dict[LotKey, Lot] = {lot.key: lot for lot in lots}
        self.debt = debt
        self.uses: dict[str, list[Use]] = {}
        for source, use in uses:
            self.uses.setdefault(source, []).append(use)
        self.changed: set[LotKey] = set()

    @classmethod
    def holding(cls, portions: Iterable[Portion], debt: int) -> "Purse":
        """A purse to work things out with: how many points it holds and when is true, its lots are nobody's."""
        lots = (Lot("", n, p.points, p.points, p.from_day, p.from_day, p.last_day) for n, p in enumerate(portions))
        return cls(lots, debt)

    # --- what is there

    def balance(self, day: date) -> int:
        """The points that can be spent on `day`; below zero while there is a debt and nothing else."""
        return sum(lot.remaining for lot in self.lots.values() if lot.usable(day)) - self.debt

    def pending(self, day: date) -> int:
        """The points that can be spent later than `day`."""
        return sum(lot.remaining for lot in self.lots.values() if lot.from_day > day and not lot.ended(day))

    def total(self, day: date) -> int:
        """All points that are not over on `day`, pending ones too, less the debt."""
        return sum(lot.remaining for lot in self.lots.values() if not lot.ended(day)) - self.debt

    def in_order(self, day: date) -> list[Lot]:
        """The lots with points left that are not over, the one to be spent first in front; on a par: the oldest.

        Pending ones stand last. One that is over waits for its expiry, and the balance never depends on when that runs.
        """
        open_lots = [lot for lot in self.lots.values() if lot.remaining > 0 and not lot.ended(day)]
        return sorted(open_lots, key=lambda lot: (not lot.usable(day), *_by_end(lot)))

    def overdue(self, day: date) -> list[Lot]:
        """The lots whose last valid day is over and that still hold points, the oldest end first."""
        return sorted((lot for lot in self.lots.values() if lot.remaining > 0 and lot.ended(day)), key=_by_end)

    def alive(self, source: str, points: int, day: date) -> int:
        """How many of so many points that `source` drew could be spent on `day` if they came back."""
        return sum(part for use, part in self._returning(source, points) if use is None or not use.ended(day))

    # --- what a fact does

    def post(self, fact: str, day: date, movements: Iterable[Movement]) -> list[Posting]:
        """Carries out the movements of `fact` on `day` and returns the statement lines they leave."""
        postings: list[Posting] = []
        for movement in movements:
            first = len(postings)
            postings.extend(self._posted(movement, fact=fact, n=first, day=day))
        return postings

    def take_over(self, other: "Purse", day: date) -> int:
        """Takes all that another purse holds, and settles what either owes; returns what that comes to in points."""
        came = sum(lot.remaining for lot in other.lots.values()) - other.debt
        for lot in other.lots.values():
            self._put(lot)
        for source, uses in other.uses.items():
            self.uses.setdefault(source, []).extend(uses)
        self.debt += other.debt
        settled = min(self.debt, sum(lot.remaining for lot in self.lots.values() if not lot.ended(day)))
        self.debt -= settled
        self._draw(settled, day, "")
        return came

    def _posted(self, movement: Movement, *, fact: str, n: int, day: date) -> Iterator[Posting]:
        kind = movement.kind
        if kind is EntryKind.EXPIRED:
            for place, key in enumerate(movement.lots):
                yield self._expire(key, n + place)
        elif kind is EntryKind.ERASED:
            yield Posting(n, kind, self._empty(), "", None)
        elif kind is EntryKind.GIVEN_BACK:
            yield from self._give_back(movement, fact=fact, n=n, day=day)
        elif movement.points == 0:
            yield Posting(n, kind, 0, movement.source, None)
        elif movement.points > 0:
            from_day = movement.from_day or day
            source = movement.source if kind is EntryKind.EARNED else ""
            self._credit(Lot(fact, n, movement.points, movement.points, day, from_day, movement.last_day, source))
            yield Posting(n, kind, movement.points, movement.source, movement.last_day)
        else:
            own = movement.source if kind is EntryKind.TAKEN_BACK else ""
            uses = self._draw(-movement.points, day, own)
            if kind in (EntryKind.SPENT, EntryKind.REWARD):
                held = self.uses.setdefault(movement.source, [])
                held.extend(Use(fact, n, lot.key, lot.last_day, points) for lot, points in uses)
            yield Posting(n, kind, movement.points, movement.source, None)

    def _credit(self, lot: Lot) -> None:
        covered = 0 if lot.ended(lot.day) else min(lot.remaining, self.debt)
        self.debt -= covered
        self._put(replace(lot, remaining=lot.remaining - covered))

    def _draw(self, points: int, day: date, own: str) -> list[tuple[Lot, int]]:
        """Takes `points` from the lots in order, those earned by the purchase `own` first; the rest is debt."""
        order = self.in_order(day)
        if own:
            order.sort(key=lambda lot: lot.source != own)
        drawn: list[tuple[Lot, int]] = []
        for lot in order:
            if points == 0:
                break
            part = min(points, lot.remaining)
            points -= part
            self._put(replace(lot, remaining=lot.remaining - part))
            drawn.append((lot, part))
        self.debt += points
        return drawn

    def _give_back(self, movement: Movement, *, fact: str, n: int, day: date) -> Iterator[Posting]:
        """Opens a lot with its first last day for each use that comes back."""
        uses = self.uses.get(movement.source, [])
        for place, (use, part) in enumerate(self._returning(movement.source, movement.points), n):
            last_day = use.last_day if use else None
            if use:
                uses[uses.index(use)] = replace(use, points=use.points - part)
            self._credit(Lot(fact, place, part, part, day, day, last_day))
            yield Posting(place, movement.kind, part, movement.source, last_day)

    def _returning(self, source: str, points: int) -> list[tuple[Use | None, int]]:
        """From which uses so many points come back, the one that lives longest first; None: spent on credit."""
        uses = sorted(self.uses.get(source, []), key=lambda use: (use.last_day or date.max, use.fact, use.n, use.lot))
        parts: list[tuple[Use | None, int]] = []
        for use in reversed(uses):
            part = min(points, use.points)
            points -= part
            parts += [(use, part)] if part else []
        return [*parts, (None, points)] if points else parts

    def _expire(self, key: LotKey, n: int) -> Posting:
        lot = self.lots.get(key)
        over = lot.remaining if lot else 0
        if lot:
            self._put(replace(lot, remaining=0))
        return Posting(n, EntryKind.EXPIRED, -over, key[0], lot.last_day if lot else None)

    def _empty(self) -> int:
        gone = self.debt - sum(lot.remaining for lot in self.lots.values())
        for lot in list(self.lots.values()):
            if lot.remaining:
                self._put(replace(lot, remaining=0))
        self.debt = 0
        return gone

    def _put(self, lot: Lot) -> None:
        self.lots[lot.key] = lot
        self.changed.add(lot.key)


def _by_end(lot: Lot) -> tuple[bool, date, date, str, int]:
    return lot.last_day is None, lot.last_day or date.max, lot.day, lot.fact, lot.n
