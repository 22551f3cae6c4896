"""Who is to be greeted is found by an index, and what is kept of a person is found whichever record it was for."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import RecordSaved
from tests.shop import Clock, buy, dump, join, store_of


def keep(desk: Desk, record: str, kind: str = "greeting", **fields: str) -> None:
    store = store_of(desk)
    with desk.writing():
        saved = RecordSaved(id=store.ids(desk.now())(), kind=kind, record=record, fields=dict(fields))
        store.record([saved], desk.stamp())


def test_customers_are_read_whole_by_their_day(desk: Desk) -> None:
    anna, _ = join(desk, "Anna", birth_date="1984-03-14", name_day_on="07-26")
    join(desk, "Other", birth_date="1984-03-15")
    (found,) = store_of(desk).greetings.celebrating("birthday", ["03-14", "02-29"])
    assert (found.id, found.profile.name) == (anna, "Anna")
    assert [each.id for each in store_of(desk).greetings.celebrating("name_day", ["07-26"])] == [anna]
    assert len(store_of(desk).greetings.celebrating("joined", ["03-14"])) == 2
    assert store_of(desk).greetings.celebrating("birthday", []) == []


def test_everybody_is_everybody_but_who_went_or_was_forgotten(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    twin, _ = join(desk, "Anna K.")
    gone, _ = join(desk, "Gone")
    desk.accounts.merge(keep=anna, drop=twin)
    desk.customers.erase(gone)
    assert [each.id for each in store_of(desk).greetings.everybody()] == [anna]


def test_what_was_kept_for_a_record_counts_for_the_one_it_went_into(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    twin, _ = join(desk, "Anna K.")
    keep(desk, f"birthday/2026/{twin}", mark="old")
    keep(desk, f"birthday/2025/{twin}", mark="last year's")
    keep(desk, f"name_day/2026/{anna}", mark="other")
    desk.accounts.merge(keep=anna, drop=twin)
    reading = store_of(desk).greetings
    assert [(each.customer, each.fields) for each in reading.kept("greeting", "birthday/2026/")] == [
        (anna, {"mark": "old"})
    ]
    keep(desk, f"birthday/2026/{anna}", mark="new")
    assert [each.fields["mark"] for each in reading.kept("greeting", "birthday/2026/")] == ["old", "new"]
    keep(desk, f"birthday/2026/{twin}", mark="newest")
    assert [each.fields["mark"] for each in reading.kept("greeting", "birthday/2026/")] == ["new", "newest"]
    assert len(reading.kept("greeting")) == 4


def test_notes_of_a_forgotten_person_go_with_them(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    store = store_of(desk)
    with desk.writing():
        saved = RecordSaved(
            id=store.ids(desk.now())(), kind="call", record=f"birthday/2026/{anna}", personal={"note": "Secret"}
        )
        store.record([saved], desk.stamp())
    desk.customers.erase(anna)
    assert store.greetings.kept("call") == []
    assert not any("Secret" in str(row) for row in dump(store.connection).items())


def test_who_has_not_been_here_for_long_came_often_before(desk: Desk, clock: Clock) -> None:
    faithful, card = join(desk, "Anna")
    _once, other = join(desk, "Once")
    for _time in range(3):
        buy(desk, card, 500)
    buy(desk, other, 500)
    found = store_of(desk).greetings.absent(date(2026, 3, 14), date(2026, 3, 14), visits=3)
    assert [each.id for each in found] == [faithful]
    assert store_of(desk).greetings.absent(date(2026, 3, 15), date(2026, 3, 20), visits=3) == []


def test_vouchers_that_end_come_with_whose_they_are(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    desk.customers.adjust(anna, 100, reason="To begin with")
    voucher = desk.rewards.redeem("coffee", customer=anna)
    assert voucher.last_day == date(2026, 4, 13)
    ((found, person),) = store_of(desk).greetings.vouchers_ending(date(2026, 4, 13), date(2026, 4, 14))
    assert (found.code, person.profile.name) == (voucher.code, "Anna")
    assert store_of(desk).greetings.in_place_of(found) == found
    again = desk.rewards.reprint(voucher.code)
    assert store_of(desk).greetings.in_place_of(voucher).code == again.code


@pytest.mark.parametrize("occasion", ["birthday", "name_day", "joined"])
def test_no_day_goes_through_all_customers(desk: Desk, occasion: str) -> None:
    asked: list[str] = []
    connection = store_of(desk).connection
    connection.set_trace_callback(asked.append)
    store_of(desk).greetings.celebrating(occasion, ["03-14", "03-15"])
    store_of(desk).greetings.absent(date(2026, 3, 1), date(2026, 3, 7), visits=3)
    store_of(desk).greetings.vouchers_ending(date(2026, 3, 1), date(2026, 3, 7))
    connection.set_trace_callback(None)
    steps = [step[3] for sql in asked for step in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert len(asked) == 3
    assert [step for step in steps if step.startswith("SCAN")] == []
