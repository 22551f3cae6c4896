"""A file that is not whole is found out, whatever was done to it; what follows from the journal can be made anew."""

from collections.abc import Callable
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import PointsAdjusted, PointsGiven, PurchaseReturned
from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Asked, Basket, GiftCause, Line
from loyaltydesk.model.refusals import FileBroken
from loyaltydesk.store.checking import MOST, faults, rebuild
from loyaltydesk.store.file import memory_store, open_store
from loyaltydesk.store.store import Store
from loyaltydesk.store.tables import Tables
from tests.disk import damage
from tests.shop import PROGRAMME, Clock, buy, dump, join, store_of, undone


@pytest.fixture
def lived(desk: Desk, clock: Clock) -> Desk:
    """A shop with a row in every table."""
    desk.at_work("Marta", "Till 1")
    anna, card = join(desk, email="anna@example.lv")
    desk.customers.adjust(anna, 300, reason="To begin with")
    bought = buy(desk, card, 15000)
    voucher = desk.rewards.redeem("five", card=card)
    desk.rewards.redeem("coffee", card=card)
    buy(desk, card, 2000, vouchers=(voucher.code,))
    desk.till.bring_back(desk.till.purchase(bought.purchase), Asked(amount=100))
    desk.till.bring_back(desk.till.purchase(with_lines(desk, card)), Asked(lines=(("TEA", 1),)))
    desk.upkeep.set_floor(anna, "Silver")
    with_promises(desk, anna, card)
    with_others(desk, anna)
    clock.forward(days=3)
    buy(desk, card, 800)
    return desk


def with_promises(desk: Desk, anna: str, card: str) -> None:
    """A product, stamps, a promotion that was used, and money for a good cause."""
    desk.shop.load_programme(
        PROGRAMME
        + '[[stamp_card]]\nid = "cups"\nevery = 5\ngives = { money = "1.00" }\n'
        + '[[promotion]]\nid = "p"\npercent = 10\n'
        + "[test_group]\nevery = 1000\n"
        + '[[reward]]\nid = "s"\nname = "Shelter"\ncost = 5\ngives = { donate = "Shelter", money = "1.00" }\n'
    )
    desk.products.save(Product("TEA", "Tea", price=300))
    buy(desk, card, 500)
    desk.rewards.redeem("s", customer=anna)


def with_others(desk: Desk, anna: str) -> None:
    """Somebody who was Anna all along, somebody of the household, and a gift."""
    desk.accounts.merge(keep=anna, drop=join(desk, "A. Kowalska")[0])
    desk.accounts.form_household([anna, join(desk, "Jan Kowalski")[0]], "Kowalski")
    with store_of(desk).writing():
        gift = PointsGiven(id=store_of(desk).ids(desk.now())(), customer=anna, points=5, cause=GiftCause.OCCASION)
        store_of(desk).record([gift], desk.stamp())


def with_lines(desk: Desk, card: str) -> str:
    return desk.till.record(Basket((Line(300, 2, "TEA"), Line(250, 1, "CAKE")), card=card)).purchase


def test_there_is_something_to_check_in_every_table(lived: Desk) -> None:
    rows = dump(store_of(lived).connection)
    assert set(rows) == {*Tables.NAMES, "journal", "heads", "installation", "answers"}
    assert [name for name in Tables.NAMES if not rows[name]] == []
    assert lived.shop.faults() == []


def columns() -> list[tuple[str, str]]:
    store = memory_store()
    found = [
        (table, row[1])
        for table in Tables.NAMES
        for row in store.connection.execute(f"PRAGMA table_info({table})").fetchall()
    ]
    store.close()
    return found


@pytest.mark.parametrize(("table", "column"), columns(), ids=lambda name: name)
def test_a_change_of_any_column_of_any_table_is_a_fault(lived: Desk, table: str, column: str) -> None:
    store = store_of(lived)
    with undone(store):
        store.connection.execute("PRAGMA ignore_check_constraints = ON")
        store.connection.execute("PRAGMA defer_foreign_keys = ON")
        kind = store.connection.execute(f"SELECT type FROM pragma_table_info('{table}') WHERE name = ?", (column,))
        other = {"INTEGER": "coalesce({0}, 0) + 1", "TEXT": "coalesce({0}, '') || 'x'", "BLOB": "x'019ceb977e60'"}
        keys = store.connection.execute(f"SELECT name FROM pragma_table_info('{table}') WHERE pk").fetchall()
        row = store.connection.execute(f"SELECT {', '.join(k for (k,) in keys)} FROM {table} LIMIT 1").fetchone()
        where = " AND ".join(f"{key} = ?" for (key,) in keys)
        store.connection.execute(
            f"UPDATE {table} SET {column} = {other[kind.fetchone()[0]].format(column)} WHERE {where}", row
        )
        assert faults(store)
    store.connection.execute("PRAGMA ignore_check_constraints = OFF")


@pytest.mark.parametrize("table", Tables.NAMES)
def test_a_row_less_or_a_table_without_rows_is_a_fault(lived: Desk, table: str) -> None:
    store = store_of(lived)
    for which in (" WHERE rowid IS NULL", ""):
        with undone(store):
            store.connection.execute("PRAGMA defer_foreign_keys = ON")
            if which:
                keys = store.connection.execute(f"SELECT name FROM pragma_table_info('{table}') WHERE pk").fetchall()
                names = ", ".join(key for (key,) in keys)
                store.connection.execute(f"DELETE FROM {table} WHERE ({names}) = (SELECT {names} FROM {table} LIMIT 1)")
            else:
                store.connection.execute(f"DELETE FROM {table}")
            assert faults(store)


def test_no_more_than_twenty_faults_are_named(desk: Desk) -> None:
    store = store_of(desk)
    for number in range(30):
        join(desk, f"Customer {number}")
    with undone(store):
        store.connection.execute("DROP TRIGGER journal_stands")
        store.connection.execute("UPDATE journal SET till = 'another'")
        assert len(faults(store)) == MOST


def test_a_schema_that_was_changed_is_a_fault(desk: Desk) -> None:
    store = store_of(desk)
    for change in (
        "CREATE TABLE extra (x TEXT) STRICT",
        "DROP INDEX lots_ending",
        "DROP TRIGGER journal_is_kept",
        "CREATE TRIGGER gift AFTER INSERT ON purchases BEGIN UPDATE lots SET remaining = points; END",
        "CREATE TRIGGER xsqlite_migrations AFTER INSERT ON purchases BEGIN DELETE FROM hours; END",
        "CREATE VIEW visits AS SELECT * FROM purchases",
    ):
        with undone(store):
            store.connection.execute(change)
            assert faults(store) == ["the schema was changed"]


def test_what_the_planner_keeps_for_itself_is_no_change(filed: Desk) -> None:
    store_of(filed).connection.execute("ANALYZE")
    assert filed.shop.faults() == []


def test_an_index_that_lost_a_row_is_a_fault(full_file: Path, clock: Clock) -> None:
    """Nothing that is read by its key shows it, and a search by receipt would miss a purchase."""
    store = open_store(full_file, clock())
    (page,) = store.connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'purchases_by_receipt'"
    ).fetchone()
    store.close()
    damage(full_file, (page - 1) * 4096 + 4090, 1)
    store = open_store(full_file, clock(), check=False)
    assert faults(store)
    store.close()


def test_a_forged_fact_with_a_right_chain_is_a_fault_and_no_crash(desk: Desk) -> None:
    """Somebody who can write the file can chain whatever they like; what it says must still make sense."""
    store = store_of(desk)
    nobody = "019ceb97-7e60-714c-b05c-3fb50fa319ac"
    forged: list[Callable[[Store], object]] = [
        lambda store: store.journal.append(
            [PointsAdjusted(id=nobody, customer=nobody, points=1_000_000, reason="gift")], desk.stamp(), store._origin
        ),
        lambda store: store.journal.append(
            [PurchaseReturned(id=nobody, purchase=nobody, value=1, refunded=1)], desk.stamp(), store._origin
        ),
    ]
    for forge in forged:
        with undone(store):
            forge(store)
            found = faults(store)
            assert len(found) == 1
            assert "makes no sense" in found[0] or "FOREIGN KEY" in found[0]


def test_rebuilding_gives_the_same_tables(lived: Desk) -> None:
    before = dump(store_of(lived).connection)
    assert lived.shop.rebuild() == len(before["journal"])
    assert dump(store_of(lived).connection) == before


def test_rebuilding_mends_whatever_follows_from_the_journal(lived: Desk) -> None:
    store = store_of(lived)
    before = dump(store.connection)
    store.connection.execute("UPDATE customers SET balance = 9, name = 'Eva'")
    store.connection.execute("DELETE FROM search")
    store.connection.execute("UPDATE lots SET remaining = 0")
    assert len(lived.shop.faults()) == 3
    lived.shop.rebuild()
    assert lived.shop.faults() == []
    assert dump(store.connection) == before


def test_rebuilding_from_a_journal_that_is_not_whole_is_refused(lived: Desk) -> None:
    store = store_of(lived)
    guard = store.connection.execute("SELECT sql FROM sqlite_master WHERE name = 'journal_stands'").fetchone()[0]
    store.connection.execute("DROP TRIGGER journal_stands")
    (kept,) = store.connection.execute("SELECT payload FROM journal WHERE seq = 3").fetchone()
    store.connection.execute("UPDATE journal SET payload = '{' WHERE seq = 3")
    before = dump(store.connection)
    with pytest.raises(FileBroken) as refused:
        rebuild(store)
    assert refused.value.detail == "fact 3 was changed"
    assert dump(store.connection) == before
    store.connection.execute("UPDATE journal SET payload = ? WHERE seq = 3", (kept,))
    store.connection.execute(guard)


def test_it_is_told_how_far_a_check_is(desk: Desk) -> None:
    desk.cards.make(2500)
    told: list[tuple[int, int]] = []
    desk.shop.faults(lambda done, whole: told.append((done, whole)))
    assert told == [(1000, 2501), (2000, 2501), (2501, 2501)]
