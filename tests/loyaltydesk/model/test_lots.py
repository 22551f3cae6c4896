"""A purse against a naive one that keeps every point by itself, and the rules of lots one by one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loyaltydesk.model.lots import EntryKind, Lot, LotKey, Movement, Portion, Purse, Use

DAY = date(2026, 3, 14)


def _day(offset: int) -> date:
    return DAY + timedelta(days=offset)


def _credit(points: int, ends: int | None = None, *, starts: int | None = None, source: str = "") -> Movement:
    from_day = None if starts is None else _day(starts)
    return Movement(EntryKind.EARNED, points, source, from_day, None if ends is None else _day(ends))


def _spend(points: int, source: str = "s") -> Movement:
    return Movement(EntryKind.SPENT, -points, source)


def _purse(*steps: tuple[str, int, Movement]) -> Purse:
    purse = Purse()
    for fact, offset, movement in steps:
        purse.post(fact, _day(offset), [movement])
    return purse


def _remaining(purse: Purse) -> dict[str, int]:
    return {f"{fact}{n or ''}": lot.remaining for (fact, n), lot in purse.lots.items()}


# --- what is drawn first


def test_points_go_from_the_lot_that_ends_first_and_those_without_an_end_last() -> None:
    purse = _purse(("a", 0, _credit(10)), ("b", 0, _credit(10, 90)), ("c", 1, _credit(10, 30)))
    purse.post("d", _day(2), [_spend(15)])
    assert _remaining(purse) == {"a": 10, "b": 5, "c": 0}


def test_of_lots_that_end_together_the_oldest_goes_first_then_the_one_noted_first() -> None:
    purse = _purse(("b", 0, _credit(10, 90)), ("c", 0, _credit(10, 90)), ("a", 1, _credit(10, 90)))
    purse.post("d", _day(2), [_spend(15)])
    assert _remaining(purse) == {"b": 0, "c": 5, "a": 10}


def test_the_last_day_still_counts_and_the_day_after_does_not() -> None:
    purse = _purse(("a", 0, _credit(10, 5)))
    assert (purse.balance(_day(5)), purse.balance(_day(6))) == (10, 0)
    assert purse.overdue(_day(5)) == []
    assert [lot.key for lot in purse.overdue(_day(6))] == [("a", 0)]


def test_pending_points_are_there_and_cannot_be_spent_before_their_day() -> None:
    purse = _purse(("a", 0, _credit(10, starts=3)))
    assert (purse.balance(_day(2)), purse.pending(_day(2)), purse.total(_day(2))) == (0, 10, 10)
    assert (purse.balance(_day(3)), purse.pending(_day(3))) == (10, 0)


def test_pending_points_are_drawn_after_all_others() -> None:
    purse = _purse(("a", 0, _credit(10, 20, starts=3)), ("b", 0, _credit(10)))
    purse.post("c", _day(1), [_spend(12)])
    assert _remaining(purse) == {"a": 8, "b": 0}


def test_what_is_over_is_never_drawn_whether_or_not_it_was_ended_yet() -> None:
    def after(*, ended: bool) -> int:
        purse = _purse(("a", 0, _credit(100, 30, source="p")))
        if ended:
            purse.post("e", _day(40), [Movement(EntryKind.EXPIRED, 0, lots=(("a", 0),))])
        purse.post("r", _day(40), [Movement(EntryKind.TAKEN_BACK, -100, "p")])
        return purse.balance(_day(40))

    assert after(ended=True) == after(ended=False) == -100


def test_a_return_takes_the_points_of_its_own_purchase_first() -> None:
    purse = _purse(("a", 0, _credit(10, 10, source="p")), ("b", 0, _credit(10, 90, source="q")))
    purse.post("r", _day(1), [Movement(EntryKind.TAKEN_BACK, -12, "q")])
    assert _remaining(purse) == {"a": 8, "b": 0}


# --- debt


def test_what_no_lot_covers_is_made_good_by_the_next_points() -> None:
    purse = _purse(("a", 0, _credit(50)), ("b", 1, _spend(80)))
    assert (purse.debt, purse.balance(_day(1))) == (30, -30)
    purse.post("c", _day(2), [_credit(20)])
    assert (purse.debt, purse.balance(_day(2)), _remaining(purse)["c"]) == (10, -10, 0)
    purse.post("d", _day(3), [_credit(100)])
    assert (purse.debt, purse.balance(_day(3)), _remaining(purse)["d"]) == (0, 90, 90)


def test_points_that_come_back_too_late_to_be_used_make_no_debt_good() -> None:
    purse = _purse(("a", 0, _credit(50, 5, source="p")), ("b", 1, _spend(50)), ("c", 2, _spend(20, "t")))
    purse.post("r", _day(9), [Movement(EntryKind.GIVEN_BACK, 50, "s")])
    assert purse.balance(_day(9)) == -20
    assert [lot.remaining for lot in purse.overdue(_day(9))] == [50]


# --- giving back


def test_points_come_back_with_their_first_last_day_the_longest_lived_first() -> None:
    purse = _purse(("a", 0, _credit(10, 10)), ("b", 0, _credit(10, 90)), ("c", 0, _credit(10)), ("d", 1, _spend(25)))
    postings = purse.post("r", _day(2), [Movement(EntryKind.GIVEN_BACK, 18, "s")])
    assert [(each.points, each.last_day) for each in postings] == [(5, None), (10, _day(90)), (3, _day(10))]
    purse.post("t", _day(3), [Movement(EntryKind.GIVEN_BACK, 7, "s")])
    assert purse.lots["t", 0].last_day == _day(10)
    assert purse.balance(_day(3)) == 30


def test_points_spent_on_credit_come_back_without_an_end() -> None:
    purse = _purse(("a", 0, _spend(10)), ("r", 1, Movement(EntryKind.GIVEN_BACK, 10, "s")))
    assert (purse.debt, purse.balance(_day(1))) == (0, 0)


def test_how_many_would_be_alive_tells_nothing_but_looks() -> None:
    purse = _purse(("a", 0, _credit(10, 10)), ("b", 0, _credit(10, 90)), ("d", 1, _spend(20)))
    assert [purse.alive("s", points, _day(20)) for points in (20, 10, 15, 0, 25)] == [10, 10, 10, 0, 15]
    assert purse.alive("s", 20, _day(5)) == 20
    assert purse.alive("unknown", 5, _day(5)) == 5
    assert sum(use.points for use in purse.uses["s"]) == 20


def test_it_makes_no_difference_in_which_order_uses_were_read() -> None:
    uses = [Use("d", 0, ("a", 0), None, 30), Use("d", 0, ("b", 0), None, 70)]

    def lots(order: Iterable[Use]) -> dict[LotKey, Lot]:
        purse = Purse(uses=[("s", use) for use in order])
        purse.post("r", DAY, [Movement(EntryKind.GIVEN_BACK, 50, "s")])
        return purse.lots

    assert lots(uses) == lots(reversed(uses))


# --- ending


def test_an_end_takes_what_is_left_of_each_lot_and_nothing_the_second_time() -> None:
    purse = _purse(("a", 0, _credit(150, 5)), ("b", 0, _credit(20, 6)), ("s", 1, _spend(50)))
    over = Movement(EntryKind.EXPIRED, 0, lots=tuple(lot.key for lot in purse.overdue(_day(7))))
    postings = purse.post("e", _day(7), [over])
    assert [(each.n, each.points) for each in postings] == [(0, -100), (1, -20)]
    assert purse.overdue(_day(7)) == []
    assert [each.points for each in purse.post("f", _day(7), [over])] == [0, 0]


def test_a_lot_that_is_not_there_ends_without_harm() -> None:
    assert [each.points for each in Purse().post("e", DAY, [Movement(EntryKind.EXPIRED, 0, lots=(("x", 0),))])] == [0]


@pytest.mark.parametrize(("first", "gone"), [(_credit(40), -40), (_spend(15), 15)])
def test_a_person_who_is_forgotten_leaves_neither_points_nor_debt(first: Movement, gone: int) -> None:
    purse = _purse(("a", 0, first))
    assert [each.points for each in purse.post("e", DAY, [Movement(EntryKind.ERASED, 0)])] == [gone]
    assert (purse.total(DAY), purse.debt) == (0, 0)


# --- against a naive purse


@dataclass
class Point:
    """One point with all it knows."""

    lot: LotKey
    day: date
    from_day: date
    last_day: date | None
    source: str


@dataclass
class SinglePoints:
    """A purse that keeps every point by itself, in lists, and looks through all of them each time."""

    points: list[Point] = field(default_factory=list)
    debt: int = 0
    spent: dict[str, list[tuple[str, Point]]] = field(default_factory=dict)

    def credit(self, points: int, new: Point) -> None:
        over = new.last_day is not None and new.last_day < new.day
        for _ in range(points):
            if self.debt and not over:
                self.debt -= 1
            else:
                self.points.append(new)

    def take(self, points: int, day: date, *, own: str = "") -> list[Point]:
        taken = []
        for _ in range(points):
            alive = [each for each in self.points if each.last_day is None or each.last_day >= day]
            if not alive:
                self.debt += 1
                continue
            first = min(alive, key=lambda each: (own != "" and each.source != own, each.from_day > day, *_end(each)))
            self.points.remove(first)
            taken.append(first)
        return taken

    def give_back(self, source: str, points: int, fact: str, day: date) -> None:
        held = self.spent.get(source, [])
        ends: list[date | None] = []
        for _ in range(points):
            if held:
                last = max(held, key=lambda each: (each[1].last_day or date.max, each[0], each[1].lot))
                held.remove(last)
                ends.append(last[1].last_day)
            else:
                ends.append(None)
        for last_day in ends:
            self.credit(1, Point((fact, 0), day, day, last_day, ""))

    def balance(self, day: date) -> int:
        usable = [p for p in self.points if p.from_day <= day and (p.last_day is None or p.last_day >= day)]
        return len(usable) - self.debt

    def by_end(self) -> dict[date | None, int]:
        ends: dict[date | None, int] = {}
        for point in self.points:
            ends[point.last_day] = ends.get(point.last_day, 0) + 1
        return ends


def _end(point: Point) -> tuple[bool, date, date, LotKey]:
    return point.last_day is None, point.last_day or date.max, point.day, point.lot


_SOURCES = st.sampled_from("pqr")
_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["credit", "credit", "spend", "take back", "give back", "expire"]),
        st.integers(1, 12),
        st.one_of(st.none(), st.integers(0, 9)),
        st.integers(0, 3),
        _SOURCES,
    ),
    max_size=25,
)


@settings(max_examples=150)
@given(_STEPS)
def test_a_purse_does_what_single_points_do(steps: list[tuple[str, int, int | None, int, str]]) -> None:
    purse, naive, entries, today = Purse(), SinglePoints(), 0, 0
    for number, (what, points, life, wait, source) in enumerate(steps):
        fact, today = f"f{number:03}", today + wait
        day, end = _day(today), None if life is None else _day(today + life)
        if what == "credit":
            movement = Movement(EntryKind.EARNED, points, source, _day(today + wait), end)
            naive.credit(points, Point((fact, 0), day, _day(today + wait), end, source))
        elif what == "spend":
            movement = Movement(EntryKind.SPENT, -points, source)
            naive.spent.setdefault(source, []).extend((fact, point) for point in naive.take(points, day))
        elif what == "take back":
            movement = Movement(EntryKind.TAKEN_BACK, -points, source)
            naive.take(points, day, own=source)
        elif what == "give back":
            movement = Movement(EntryKind.GIVEN_BACK, points, source)
            naive.give_back(source, points, fact, day)
        else:
            movement = Movement(EntryKind.EXPIRED, 0, lots=tuple(lot.key for lot in purse.overdue(day)))
            naive.points = [each for each in naive.points if each.last_day is None or each.last_day >= day]
        entries += sum(posting.points for posting in purse.post(fact, day, [movement]))
        _agree(purse, naive, day)
        assert entries == sum(lot.remaining for lot in purse.lots.values()) - purse.debt


def _agree(purse: Purse, naive: SinglePoints, day: date) -> None:
    assert (purse.debt, purse.balance(day)) == (naive.debt, naive.balance(day))
    ends: dict[date | None, int] = {}
    for lot in purse.lots.values():
        assert 0 <= lot.remaining <= lot.points
        if lot.remaining:
            ends[lot.last_day] = ends.get(lot.last_day, 0) + lot.remaining
    assert ends == naive.by_end()
    assert purse.balance(day) + purse.pending(day) == purse.total(day)
    assert not purse.debt or purse.in_order(day) == []


@settings(max_examples=100)
@given(_STEPS, st.integers(0, 25))
def test_a_purse_that_was_put_away_goes_on_as_if_it_had_not_been(
    steps: list[tuple[str, int, int | None, int, str]], when: int
) -> None:
    """Keeping only open lots, the debt and the uses, as the file does, changes nothing."""

    def played(*, put_away: bool) -> tuple[dict[LotKey, int], int]:
        purse, today = Purse(), 0
        for number, (what, points, life, wait, source) in enumerate(steps):
            today += wait
            if put_away and number == when:
                uses = [(name, use) for name, held in purse.uses.items() for use in reversed(held)]
                purse = Purse((lot for lot in purse.lots.values() if lot.remaining), purse.debt, uses)
            kinds = {"credit": EntryKind.EARNED, "spend": EntryKind.SPENT, "take back": EntryKind.TAKEN_BACK}
            signed = -points if what in ("spend", "take back") else points
            end = None if life is None else _day(today + life)
            movement = Movement(kinds.get(what, EntryKind.GIVEN_BACK), signed, source, None, end)
            purse.post(f"f{number:03}", _day(today), [movement])
        return {key: lot.remaining for key, lot in purse.lots.items() if lot.remaining}, purse.debt

    assert played(put_away=True) == played(put_away=False)


@given(
    st.lists(st.tuples(st.integers(1, 50), st.integers(-9, 9), st.none() | st.integers(-9, 9))),
    st.integers(0, 60),
    st.integers(0, 40),
)
def test_a_purse_to_work_things_out_with_knows_what_can_be_spent(
    portions: list[tuple[int, int, int | None]], debt: int, cost: int
) -> None:
    day = date(2026, 3, 14)
    held = [
        Portion(points, day + timedelta(start), None if end is None else day + timedelta(end))
        for points, start, end in portions
    ]
    purse = Purse.holding(held, debt)
    now = [p for p in held if p.from_day <= day and (p.last_day is None or p.last_day >= day)]
    assert purse.balance(day) == sum(p.points for p in now) - debt
    assert purse.total(day) == purse.balance(day) + purse.pending(day)
    before = purse.balance(day)
    if cost <= before:
        purse.post("f", day, [Movement(EntryKind.SPENT, -cost, "f")])
        assert purse.balance(day) == before - cost
