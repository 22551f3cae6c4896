"""Settings are as the last writer left them, by counter and never by the clock."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import Recorded, RecordSaved
from loyaltydesk.store.file import memory_store
from tests.shop import Clock, store_of


def test_fields_keep_their_kind(desk: Desk) -> None:
    fields: dict[str, str | int | bool | None] = {"text": "ā", "number": 5, "yes": True, "nothing": None}
    desk.shop.save("printer", "counter", fields=fields)
    assert store_of(desk).records.fields("printer", "counter") == fields
    assert store_of(desk).records.fields("printer", "office") == {}
    assert store_of(desk).records.names("printer") == ["counter"]
    assert store_of(desk).records.names("scanner") == []


def test_the_rules_in_force_are_the_newest(desk: Desk) -> None:
    records = store_of(desk).records
    assert records.programme()[0] == records.programme(1)[0] == 1
    with pytest.raises(KeyError):
        records.programme(2)


def test_a_shop_without_rules_has_none() -> None:
    store = memory_store()
    with pytest.raises(KeyError):
        store.records.programme()
    assert store.records.programme_history() == []
    store.close()


def test_the_higher_counter_wins_though_the_clock_says_otherwise(desk: Desk, clock: Clock) -> None:
    store = store_of(desk)
    stamp = desk.stamp()

    def saved(lamport: int, number: int, value: str) -> Recorded:
        fact = RecordSaved(
            id=f"019ceb97-7e60-714c-b05c-3fb50fa319{number:02}",
            kind="printer",
            record="counter",
            fields={"name": value},
        )
        return Recorded(fact, stamp, fact.id, 1, lamport)

    for fact, left in (
        (saved(5, 10, "five"), "five"),
        (saved(4, 99, "four"), "five"),
        (saved(5, 9, "five, of a lower id"), "five"),
        (saved(5, 11, "five, of a higher id"), "five, of a higher id"),
        (saved(6, 1, "six"), "six"),
    ):
        store.tables.apply(fact)
        assert store.records.fields("printer", "counter") == {"name": left}
    store.connection.execute("DELETE FROM records WHERE kind = 'printer'")  # these facts are in no journal
