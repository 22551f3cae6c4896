"""The journal stands as it was written: every change is seen, and a person can still be taken out of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Asked
from loyaltydesk.store import codec
from loyaltydesk.store.checking import faults
from loyaltydesk.store.journal import link_hash, personal_digest
from loyaltydesk.store.sqlite import Connection, driver
from tests.shop import PROGRAMME, Clock, buy, join, store_of, undone

COLUMNS = (
    "arrival", "id", "origin", "seq", "lamport", "at", "kind", "customer", "staff", "till", "key", "payload",
    "personal", "salt", "digest", "hash",
)  # fmt: skip


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A shop in which a bit of everything happened."""
    desk.at_work("Ilze", "Till 1")
    anna, card = join(desk, phone="+37120012345")
    bought = buy(desk, card, 6000)
    desk.rewards.redeem("coffee", card=card, stamp=desk.stamp(key="voucher-1"))
    desk.till.bring_back(desk.till.purchase(bought.purchase), Asked(amount=1000))
    desk.customers.adjust(anna, 7, reason="For the wait")
    desk.cards.make(2)
    join(desk, "Jānis Bērziņš", email="janis@example.lv")
    return desk


@contextmanager
def tampered(connection: Connection, sql: str, *values: object) -> Iterator[None]:
    """The file after a change past the journal's guards, until the end of the block."""
    guards = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    connection.execute("BEGIN")
    try:
        for name, _made in guards:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in sql.split(";"):
            connection.execute(statement, values)
        for _name, made in guards:
            connection.execute(made)
        yield
    finally:
        connection.execute("ROLLBACK")


def rows(connection: Connection) -> list[dict[str, Any]]:
    found = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM journal ORDER BY arrival").fetchall()
    return [dict(zip(COLUMNS, row, strict=True)) for row in found]


def one_byte_off(value: Any, place: int) -> Any:
    """`value` with another byte, character or count; something where there was nothing."""
    if value is None:
        return b"\x00" * 16
    if isinstance(value, int):
        return value + (1, -1, 256)[place % 3]
    if not value:
        return b"\x00" if isinstance(value, bytes) else "x"
    place %= len(value)
    if isinstance(value, bytes):
        return value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
    return value[:place] + ("x" if value[place] != "x" else "y") + value[place + 1 :]


def seen_through(connection: Connection, desk: Desk, row: dict[str, Any], column: str, place: int) -> bool:
    """Whether a change of one byte of a row is a fault; so is a change that the file does not take at all."""
    changed = one_byte_off(row[column], place)
    if column in ("key", "personal") and isinstance(changed, bytes):
        changed = "x"
    try:
        with tampered(connection, f"UPDATE journal SET {column} = ? WHERE arrival = ?", changed, row["arrival"]):
            return list(store_of(desk).journal.faults()) != []
    except driver.IntegrityError:
        return True


@pytest.mark.parametrize(
    "change", ["DELETE FROM journal", "UPDATE journal SET till = 'another'", "UPDATE journal SET personal = 'x'"]
)
def test_the_file_itself_refuses_to_change_the_journal(busy: Desk, change: str) -> None:
    with pytest.raises(driver.IntegrityError, match="the journal"):
        store_of(busy).connection.execute(change)


def test_a_replaced_row_is_a_deleted_row(filed: Desk) -> None:
    with pytest.raises(driver.IntegrityError, match="kept for good"):
        store_of(filed).connection.execute("INSERT OR REPLACE INTO journal SELECT * FROM journal")


def test_a_whole_journal_has_no_faults(busy: Desk) -> None:
    assert list(store_of(busy).journal.faults()) == []


@pytest.mark.parametrize("column", COLUMNS)
def test_a_byte_changed_in_any_row_is_seen(busy: Desk, column: str) -> None:
    connection, random = store_of(busy).connection, Random(column)
    for row in rows(connection):
        for place in (0, -1, random.randrange(1000)):
            assert seen_through(connection, busy, row, column, place), (row, place)


@pytest.mark.parametrize("kind", ["CustomerRegistered", "PurchaseRecorded"])
def test_every_byte_of_a_row_counts(busy: Desk, kind: str) -> None:
    connection = store_of(busy).connection
    row = next(row for row in rows(connection) if row["kind"] == kind)
    for column in COLUMNS:
        for place in range(len(row[column]) if isinstance(row[column], bytes | str) else 3):
            assert seen_through(connection, busy, row, column, place), (column, place)


@pytest.mark.parametrize("column", ["customer", "key", "personal", "salt", "digest"])
def test_a_value_taken_out_is_seen(busy: Desk, column: str) -> None:
    connection = store_of(busy).connection
    for row in rows(connection):
        if row[column] is not None:
            with tampered(connection, f"UPDATE journal SET {column} = NULL WHERE arrival = ?", row["arrival"]):
                assert list(store_of(busy).journal.faults())


def test_a_person_taken_out_without_being_forgotten_is_seen(busy: Desk) -> None:
    store = store_of(busy)
    with undone(store):  # the file allows it: this is the way of forgetting
        store.connection.execute("UPDATE journal SET personal = NULL, salt = NULL WHERE kind = 'CardIssued'")
        assert any("the personal part" in fault for fault in faults(store))


def test_a_fact_taken_out_of_the_middle_is_missing(busy: Desk) -> None:
    connection = store_of(busy).connection
    with tampered(connection, "DELETE FROM journal WHERE seq = 4"):
        found = list(store_of(busy).journal.faults())
    assert "fact 4 is missing" in found
    assert "fact 5 was changed" in found


def test_a_tail_cut_off_is_seen(busy: Desk) -> None:
    connection = store_of(busy).connection
    with tampered(connection, "DELETE FROM journal WHERE seq > 6"):
        assert list(store_of(busy).journal.faults()) == ["the journal was cut off"]


def test_rows_that_changed_places_are_seen(busy: Desk) -> None:
    reverse = "arrival + (SELECT count(*) + 1 FROM journal)"
    changed = f"UPDATE journal SET arrival = -arrival; UPDATE journal SET arrival = {reverse}"
    with tampered(store_of(busy).connection, changed):
        assert "fact 2 is out of order" in list(store_of(busy).journal.faults())


@pytest.mark.parametrize("column", ["seq", "lamport", "id", "hash"])
def test_a_head_that_does_not_fit_is_seen(busy: Desk, column: str) -> None:
    connection = store_of(busy).connection
    (value,) = connection.execute(f"SELECT {column} FROM heads").fetchone()
    with tampered(connection, f"UPDATE heads SET {column} = ?", one_byte_off(value, 0)):
        assert list(store_of(busy).journal.faults()) == ["the journal was cut off"]


def test_a_link_stands_on_everything_before_it(busy: Desk) -> None:
    before = b""
    for row in rows(store_of(busy).connection):
        values = tuple(row[name] for name in COLUMNS[1:12])
        before = link_hash(before, values, row["digest"])
        assert before == row["hash"]


def test_a_personal_part_is_known_by_a_salted_digest_only(busy: Desk) -> None:
    told = [row for row in rows(store_of(busy).connection) if row["personal"]]
    assert {row["kind"] for row in told} == {"CustomerRegistered", "CardIssued"}
    assert all(personal_digest(row["salt"], row["personal"]) == row["digest"] for row in told)
    assert len({row["salt"] for row in told}) == len(told)
    assert not any(
        "Kowalska" in row["payload"] or "20012345" in row["payload"] for row in rows(store_of(busy).connection)
    )


def test_numbers_have_no_gaps_and_ids_and_counters_only_rise(busy: Desk) -> None:
    found = rows(store_of(busy).connection)
    assert [row["seq"] for row in found] == list(range(1, len(found) + 1))
    for earlier, later in pairwise(found):
        assert later["id"] > earlier["id"]
        assert later["lamport"] > earlier["lamport"]


def test_a_refused_action_leaves_no_gap(busy: Desk) -> None:
    store = store_of(busy)
    before = store.journal.count()
    with undone(store):
        buy(busy, "", 100)
    buy(busy, "", 100)
    assert store.journal.count() == before + 1
    assert rows(store_of(busy).connection)[-1]["seq"] == before + 1


def test_ids_rise_over_a_clock_that_steps_back_and_over_a_restart(shop_file: Path, clock: Clock) -> None:
    for step in (timedelta(0), timedelta(days=-3), timedelta(days=400), timedelta(days=-3650)):
        clock.at += step
        desk = Desk.open(shop_file, clock)
        _anna, card = join(desk)
        desk.cards.block(card)
        desk.close()
    desk = Desk.open(shop_file, clock)
    ids = [row["id"] for row in rows(store_of(desk).connection)]
    assert ids == sorted(set(ids))
    assert all(codec.identity(fact_id)[14] == "7" for fact_id in ids)
    desk.close()


def test_ids_rise_from_one_connection_to_the_other(filed: Desk, shop_file: Path, clock: Clock) -> None:
    other = Desk.open(shop_file, clock, alone=False)
    for desk in (filed, other, filed, other):
        desk.cards.make(1)
        clock.forward(seconds=-5)
    ids = [row["id"] for row in rows(store_of(filed).connection)]
    assert ids == sorted(ids)
    other.close()


def test_a_forgotten_person_is_gone_with_salt_and_card_and_the_chain_still_proves(busy: Desk) -> None:
    anna = busy.customers.find("kowalska")[0].id
    blank = busy.cards.blank()[0].number
    busy.cards.link(blank, anna)
    numbers = [card.number for card in busy.customers.cards(anna)]
    busy.customers.change(anna, Profile(name="Anna Nowak"))
    busy.customers.erase(anna)
    left = repr(rows(store_of(busy).connection))
    assert not any(said in left for said in ("Anna", "Kowalska", "Nowak", "20012345", *numbers))
    about = [row for row in rows(store_of(busy).connection) if row["customer"] == codec.blob(anna)]
    assert about
    assert all(row["personal"] is None and row["salt"] is None for row in about)
    assert any(row["digest"] for row in about)
    assert busy.shop.faults() == []
    busy.shop.rebuild()
    assert busy.shop.faults() == []


def test_one_request_carries_its_key_once(busy: Desk, clock: Clock) -> None:
    for name in ("Olga", "Pēteris"):
        _customer, card = join(busy, name)
        buy(busy, card, 5000)
    clock.forward(days=500)
    ended = busy.upkeep.expire(busy.stamp(key="expiry-1"))
    assert len(ended) > 1
    assert [row["key"] for row in rows(store_of(busy).connection)].count("expiry-1") == 1


def test_the_same_key_twice_is_one_fact_at_most(busy: Desk) -> None:
    first = store_of(busy).journal.count()
    busy.cards.make(1, busy.stamp(key="k"))
    with pytest.raises(driver.IntegrityError):
        busy.cards.make(1, busy.stamp(key="k"))
    assert store_of(busy).journal.count() == first + 1


def test_facts_come_by_their_counter_whatever_order_they_arrived_in(busy: Desk) -> None:
    order = [(recorded.lamport, recorded.fact.id) for recorded in store_of(busy).journal.facts()]
    assert order == sorted(order)
    assert len(order) == store_of(busy).journal.count()


def test_a_new_programme_text_is_kept_word_for_word(desk: Desk) -> None:
    said = next(store_of(desk).journal.facts()).fact
    assert getattr(said, "toml", "") == PROGRAMME
