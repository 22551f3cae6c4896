"""Whatever a shop goes through, every day adds up: what was held, what came and went, and what the lots hold then."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Asked, Basket, Line
from loyaltydesk.model.refusals import Refused
from tests.loyaltydesk.desk.test_reports import naive_moves
from tests.shop import PROGRAMME, Clock, buy, join

STEPS = 60


class History:
    """A shop to which anything may happen, even a clock going back; `days` are those on which something was tried."""

    def __init__(self, seed: int) -> None:
        self.random, self.clock = random.Random(seed), Clock("2026-03-10T09:00:00")
        self.desk = Desk.in_memory(PROGRAMME, self.clock)
        self.people = [join(self.desk, f"Customer {number}") for number in range(5)]
        self.receipts = [buy(self.desk, self.people[0][1], 30_000).receipt]
        self.days = {self.clock().date()}

    def live(self) -> None:
        """Goes through everything, and ends on the last of its days."""
        moves = [self._buy, self._buy, self._guest, self._back, self._redeem, self._adjust, self._attach, self._join]
        moves += [self._merge, self._household, self._erase, self._later, self._earlier, self._expire]
        for _step in range(STEPS):
            self.desk.at_work(self.random.choice(["Ilze", "Marta", ""]), self.random.choice(["Till 1", "Till 2"]))
            move: Callable[[], object] = self.random.choice(moves)
            with suppress(Refused):  # what cannot be done is not done
                move()
            self.days.add(self.clock().date())
        self.clock.forward(days=(max(self.days) - self.clock().date()).days)

    def _who(self) -> tuple[str, str]:
        return self.random.choice(self.people)

    def _buy(self) -> None:
        wish = self.random.choice([0, 0, 100])
        done = buy(self.desk, self._who()[1], self.random.randrange(100, 40_000), redeem_points=wish)
        self.receipts.append(done.receipt)

    def _guest(self) -> None:
        self.receipts.append(self.desk.till.record(Basket((Line(self.random.randrange(100, 9000)),))).receipt)

    def _back(self) -> None:
        asked = self.random.choice([Asked(voids=True), Asked(amount=self.random.randrange(1, 500))])
        self.desk.till.bring_back(self.desk.till.purchase(self.random.choice(self.receipts)), asked)

    def _redeem(self) -> None:
        self.desk.rewards.redeem(self.random.choice(["coffee", "five"]), card=self._who()[1])

    def _adjust(self) -> None:
        self.desk.customers.adjust(self._who()[0], self.random.randrange(-300, 300), reason="A slip of the pen")

    def _attach(self) -> None:
        self.desk.till.attach(self.desk.till.purchase(self.random.choice(self.receipts)), card=self._who()[1])

    def _join(self) -> None:
        self.people.append(join(self.desk, "Another customer"))

    def _merge(self) -> None:
        self.desk.accounts.merge(keep=self._who()[0], drop=self._who()[0])

    def _household(self) -> None:
        self.desk.accounts.form_household([self._who()[0], self._who()[0]], "Home")

    def _erase(self) -> None:
        self.desk.customers.erase(self._who()[0])

    def _expire(self) -> None:
        self.desk.upkeep.expire()

    def _later(self) -> None:
        self.clock.forward(days=self.random.choice([1, 1, 5, 60, 200]))

    def _earlier(self) -> None:
        self.clock.forward(days=-self.random.choice([1, 3]))


@pytest.mark.parametrize("seed", range(6))
def test_every_day_adds_up(seed: int) -> None:
    history = History(seed)
    history.live()
    moves = naive_moves(history.desk)
    assert len(moves) > 1
    for day in sorted(history.days | {each - timedelta(days=1) for each in history.days}):
        end = history.desk.reports.day_end(day)
        assert end.points.holds, day
        assert end.points.closing == sum(sum(moved.values()) for other, moved in moves.items() if other <= day)
        assert sum(each.given for each in end.cashiers) == end.points.given - end.points.taken_back
        assert sum(each.paid for each in end.cashiers) == end.paid
