"""Points of one customer in entries, lots and uses; a fact that is heard late falls into its place."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import Fact, PointsAdjusted, PointsExpired, Recorded
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.store import Store
from tests.shop import Clock, buy, dump, join, store_of, undone

LATE = "019ceb97-7e60-7000-8000-00000000000{}"


def entries(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT kind, points, balance FROM entries ORDER BY lamport, fact, n").fetchall()


def hear(desk: Desk, fact: Fact, lamport: int) -> None:
    """Takes in a fact of another till that this one had not heard of; its line stands in the journal already."""
    recorded = Recorded(fact, desk.stamp(), LATE.format(9), 1, lamport)
    store_of(desk).tables.apply(recorded)


@pytest.fixture
def account(desk: Desk, clock: Clock) -> str:
    """Anna, who earned 100 points and spent 50 of them (Lamport counters 2 to 5)."""
    anna, card = join(desk)
    buy(desk, card, 9900)
    desk.customers.adjust(anna, 1, reason="To make it a hundred")
    desk.rewards.redeem("coffee", card=card)
    return anna


def counter(store: Store, kind: str) -> int:
    found = store.connection.execute("SELECT lamport FROM journal WHERE kind = ?", (kind,)).fetchone()
    return int(found[0])


def test_every_movement_is_a_line_with_the_balance_after_it(desk: Desk, account: str) -> None:
    assert entries(store_of(desk).connection) == [("earned", 99, 99), ("adjusted", 1, 100), ("reward", -50, 50)]


def test_a_late_debit_falls_before_and_all_after_it_follows(desk: Desk, account: str) -> None:
    store = store_of(desk)
    with undone(store):
        late = PointsAdjusted(id=LATE.format(1), customer=account, points=-80, reason="Elsewhere")
        hear(desk, late, counter(store, "PointsAdjusted"))  # on a par by counter, before it by id
        assert entries(store.connection) == [
            ("earned", 99, 99), ("adjusted", -80, 19), ("adjusted", 1, 20), ("reward", -50, -30),
        ]  # fmt: skip
        row = store.connection.execute("SELECT balance, debt FROM customers WHERE erased = 0").fetchone()
        assert row == (-30, 30)
        assert store.postings.purse(account, 30).balance(date(2026, 3, 14)) == -30


def test_points_that_ended_elsewhere_take_what_was_there_then(desk: Desk, account: str) -> None:
    store = store_of(desk)
    lots = store.connection.execute("SELECT lower(hex(fact)), n FROM lots ORDER BY points DESC").fetchall()
    with undone(store):
        keys = tuple((f"{f[:8]}-{f[8:12]}-{f[12:16]}-{f[16:20]}-{f[20:]}", n) for f, n in lots[:1])
        hear(desk, PointsExpired(id=LATE.format(2), customer=account, lots=keys), counter(store, "PointsAdjusted") + 1)
        assert [row[1:] for row in entries(store.connection)] == [(99, 99), (1, 100), (-99, 1), (-50, -49)]


def test_a_purse_holds_what_is_left_and_a_source_what_it_drew(desk: Desk, account: str) -> None:
    store = store_of(desk)
    purse = store.postings.purse(account, 0)
    assert sorted(lot.remaining for lot in purse.lots.values()) == [1, 49]
    (voucher,) = desk.customers.vouchers(account)
    (use,) = store.postings.uses(account, voucher.id)
    assert (use.points, use.last_day) == (50, date(2027, 3, 14))
    desk.rewards.cancel(voucher.code)
    assert [use.points for use in store.postings.uses(account, voucher.id)] == [0]


def test_a_lot_that_is_used_up_is_in_nobodys_purse_and_still_in_the_books(desk: Desk, account: str) -> None:
    store = store_of(desk)
    desk.customers.adjust(account, -50, reason="All of it")
    assert store.postings.purse(account, 0).lots == {}
    assert len(dump(store.connection)["lots"]) == 2


def test_a_statement_names_what_moved_the_points(desk: Desk, account: str) -> None:
    lines = store_of(desk).purchases.statement(account, 10)
    assert [line.kind for line in lines] == [EntryKind.REWARD, EntryKind.ADJUSTED, EntryKind.EARNED]
    assert [line.receipt for line in lines] == ["", "", "260314-001"]
    assert lines[2].purchase == desk.till.newest()[0].id
    assert lines[2].last_day == date(2027, 3, 14)
