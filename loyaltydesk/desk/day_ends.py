"""A day as it ended, put together from what was written down on it: what moved, who did it, and whether it adds up."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.staff import Staff
from loyaltydesk.model.insights import Period
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.reports import Back, Bought, DayEnd, PointsOfDay, Promised, Share
from loyaltydesk.store.history import History
from loyaltydesk.store.reports import BroughtBack, Moves, Paper, Sold

_GIVEN = (EntryKind.EARNED, EntryKind.OCCASION, EntryKind.REFERRAL, EntryKind.TAKEN_BACK)
_USED = (EntryKind.SPENT, EntryKind.REWARD, EntryKind.GIVEN_BACK)


class DayEnds:
    """Any day of the shop."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def of(self, day: date) -> DayEnd:
        """What a day did, and what people held before and after it."""
        with self._core.store.reading():
            return self._of(day)

    def _of(self, day: date) -> DayEnd:
        store = self._core.store.reports
        moved, sold, back = store.moved(day), store.sold(day), store.brought_back(day)
        joined = store.joined(day)
        whole = _Whole(moved, sold, back=back, joined=joined)
        issued = [each for each in store.issued(day) if each.gives.kind != "donate"]  # money that was given, not owed
        ended = store.ended(day)
        prices = self._prices([*issued, *ended, *(paper for paper, _bought in store.used(day))])
        return DayEnd(
            day=day,
            points=self._points(day, moved),
            members=_bought(each for each in sold if each.member),
            guests=_bought(each for each in sold if not each.member),
            returns=_back(each for each in back if not each.voided),
            voids=_back(each for each in back if each.voided),
            issued=_promised(issued, lambda paper: _worth(paper, prices)),
            used=self._used(day, sold, prices),
            ended=_promised(ended, lambda paper: _left(paper, prices)),
            cashiers=whole.by(lambda staff, _till: staff),
            tills=whole.by(lambda _staff, till: till),
            joined=sum(count for _staff, _till, count in joined),
            greetings=store.greetings(day),
            donated=tuple(self._core.store.vouchers.donations(day, day)),
            unusual=Staff(self._core).unusual(Period(day, day)),
        )

    def _points(self, day: date, moved: Iterable[Moves]) -> PointsOfDay:
        kinds: Counter[EntryKind] = Counter()
        for each in moved:
            kinds[each.kind] += each.points
        before = day - timedelta(days=1) if day > date.min else None
        opening = self._core.store.points.held(before) if before else 0
        return PointsOfDay(opening, self._core.store.reports.held(day), dict(kinds))

    def _used(self, day: date, sold: Iterable[Sold], prices: dict[str, int]) -> Promised:
        """What was handed in: of money and percentages on a bill it is known what they paid, of all else the worth."""
        found = self._core.store.reports.used(day)
        alone = [paper for paper, bought in found if not bought or paper.gives.kind == "product"]
        loose = _promised(alone, lambda paper: paper.money or _worth(paper, prices))
        paid = sum(each.by_vouchers for each in sold)
        return Promised(sum(paper.vouchers for paper, _bought in found), paid + loose.worth, loose.unpriced)

    def _prices(self, papers: Iterable[Paper]) -> dict[str, int]:
        wanted = {paper.gives.product for paper in papers if paper.gives.product}
        return History(self._core.store.connection).prices(wanted) if wanted else {}


class _Whole:
    """What everybody did everywhere, to be parted by cashier or by till."""

    def __init__(
        self,
        moved: Iterable[Moves],
        sold: Iterable[Sold],
        *,
        back: Iterable[BroughtBack],
        joined: Iterable[tuple[str, str, int]],
    ) -> None:
        self._moved, self._sold, self._back, self._joined = moved, sold, back, joined

    def by(self, name: Callable[[str, str], str]) -> tuple[Share, ...]:
        """The shares of all who did anything, by name; who is not known comes last."""
        sums: dict[str, Counter[str]] = defaultdict(Counter)
        for moves in self._moved:
            if moves.kind in _GIVEN:
                sums[name(moves.staff, moves.till)]["given"] += moves.points
            elif moves.kind in _USED:
                sums[name(moves.staff, moves.till)]["used"] -= moves.points
        for sold in self._sold:
            sums[name(sold.staff, sold.till)].update(purchases=sold.purchases, due=sold.due)
        for back in self._back:
            sums[name(back.staff, back.till)].update(times=back.times, refunded=back.refunded)
        for staff, till, count in self._joined:
            sums[name(staff, till)]["joined"] += count
        names = sorted(sums, key=lambda each: (not each, each.casefold(), each))
        return tuple(_share(each, sums[each]) for each in names if any(sums[each].values()))


def _share(name: str, sums: Counter[str]) -> Share:
    bought, back = Bought(sums["purchases"], sums["due"]), Back(sums["times"], sums["refunded"])
    return Share(name, bought, back, sums["given"], sums["used"], sums["joined"])


def _bought(sold: Iterable[Sold]) -> Bought:
    rows = list(sold)
    return Bought(sum(each.purchases for each in rows), sum(each.due for each in rows))


def _back(back: Iterable[BroughtBack]) -> Back:
    rows = list(back)
    return Back(sum(each.times for each in rows), sum(each.refunded for each in rows))


def _promised(papers: Iterable[Paper], worth: Callable[[Paper], int | None]) -> Promised:
    vouchers = sum_ = unpriced = 0
    for paper in papers:
        known = worth(paper)
        vouchers += paper.vouchers
        sum_ += known or 0
        unpriced += 0 if known is not None else paper.vouchers
    return Promised(vouchers, sum_, unpriced)


def _worth(paper: Paper, prices: dict[str, int]) -> int | None:
    """What these vouchers are worth; None where that hangs on what is bought."""
    gives = paper.gives
    if gives.kind == "money":
        return gives.money * paper.vouchers
    price = prices.get(gives.product) if gives.kind == "product" else None
    return price * gives.qty * paper.vouchers if price else None


def _left(paper: Paper, prices: dict[str, int]) -> int | None:
    """What was left of them."""
    return paper.money if paper.gives.kind == "money" else _worth(paper, prices)
