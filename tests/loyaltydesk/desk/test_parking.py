"""A parked purchase waits, survives a restart, is taken up once, and counts as nothing meanwhile."""

from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.parked import BillLine, Parked
from loyaltydesk.model.products import Product
from loyaltydesk.model.refusals import BadRequest
from tests.shop import PROGRAMME, Clock, buy, dump, join, refuses, store_of

CAKE = BillLine(Product("CAKE", "Carrot cake", price=390), 350, 2)
SALE = Parked((CAKE,), amount=500, points=None, rewards=("coffee",), codes=("WELCOME",))


def test_trap_7_a_parked_purchase_touches_no_balance_no_day_and_no_stock(desk: Desk) -> None:
    customer, card = join(desk)
    buy(desk, card, 20_000)
    kept = dump(store_of(desk).connection)
    waiting = desk.parking.park(Parked((CAKE,), customer=customer, points=None, rewards=("coffee",)))
    desk.parking.take(waiting.id)
    after = dump(store_of(desk).connection)
    changed = {name for name in after if after[name] != kept[name]}
    assert changed <= {"journal", "heads", "records"}


def test_what_was_on_the_counter_comes_back_as_it_was(desk: Desk, clock: Clock) -> None:
    desk.at_work("Marta", "Till 1")
    waiting = desk.parking.park(SALE)
    assert desk.parking.waiting() == [waiting]
    assert (waiting.number, waiting.staff, waiting.at, waiting.parked.total) == (1, "Marta", clock(), 1200)
    assert desk.parking.take(waiting.id).parked == SALE
    assert desk.parking.waiting() == []


def test_the_lowest_free_number_is_given(desk: Desk) -> None:
    first, second, third = (desk.parking.park(Parked(amount=number)) for number in (1, 2, 3))
    assert (first.number, second.number, third.number) == (1, 2, 3)
    desk.parking.take(second.id)
    assert desk.parking.park(SALE).number == 2
    assert desk.parking.count() == 3


def test_the_longest_parked_comes_first(desk: Desk, clock: Clock) -> None:
    clock.forward(hours=1)
    late = desk.parking.park(SALE)
    clock.forward(hours=-1)
    early = desk.parking.park(SALE)
    assert [each.id for each in desk.parking.waiting()] == [early.id, late.id]


def test_nobody_takes_it_up_twice(desk: Desk) -> None:
    waiting = desk.parking.park(SALE)
    desk.parking.take(waiting.id)
    with refuses(desk, BadRequest) as refused:
        desk.parking.take(waiting.id)
    assert refused.value.facts() == {"field": "parked", "reason": "parked_gone"}


def test_it_survives_a_restart(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "shop.db"
    desk = Desk.create(path, PROGRAMME, clock)
    waiting = desk.parking.park(SALE)
    desk.close()
    again = Desk.open(path, clock)
    assert again.parking.waiting() == [waiting]
    assert again.shop.faults() == []
    again.close()


@pytest.mark.parametrize("text", ["x", "{}", "[]", '{"number": "one"}', "null"])
def test_what_another_release_wrote_is_left_out(desk: Desk, text: str) -> None:
    waiting = desk.parking.park(SALE)
    store = store_of(desk)
    with desk.writing():
        fact = RecordSaved(id=store.ids(desk.now())(), kind="parked", record="strange", fields={"sale": text})
        store.record([fact], desk.stamp())
    assert desk.parking.waiting() == [waiting]


def test_nothing_personal_is_written_down_with_it(desk: Desk) -> None:
    customer, card = join(desk)
    desk.parking.park(Parked((CAKE,), customer=customer))
    rows = store_of(desk).connection.execute("SELECT payload FROM journal WHERE kind = 'RecordSaved'").fetchall()
    assert not any("Kowalska" in str(row) or card in str(row) for row in rows)
