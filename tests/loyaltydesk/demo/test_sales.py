"""The counter of the demo shop: what the programme promises is given, used within some days, and never piles up."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Sort
from tests.loyaltydesk.demo.conftest import NOW


@pytest.fixture
def db(small: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(small)
    yield connection
    connection.close()


def test_every_promise_of_the_programme_was_kept_to_somebody(db: sqlite3.Connection, desk: Desk) -> None:
    programme = desk.shop.programme
    sources = {source for (source,) in db.execute("SELECT DISTINCT source FROM vouchers")}
    assert sources == {"points", "stamps", "next_purchase", "campaign"}
    rules = {rule for (rule,) in db.execute("SELECT DISTINCT rule FROM gifts WHERE cause = 'occasion'")}
    assert rules == {rule.id for rule in programme.occasions}
    used = {promotion for (promotion,) in db.execute("SELECT DISTINCT promotion FROM promoted")}
    assert used == {promotion.id for promotion in programme.promotions}
    assert db.execute("SELECT count(*) FROM donations").fetchone() != (0,)


def test_points_are_multiplied_on_sunday_mornings_and_at_no_other_time(db: sqlite3.Connection) -> None:
    steps = db.execute(
        "SELECT json_extract(payload, '$.why'), at FROM journal WHERE kind = 'PurchaseRecorded'"
    ).fetchall()
    doubled = [at for why, at in steps if why and "sunday-morning" in why]
    assert doubled
    assert {_weekday(db, at) for at in doubled} == {"0"}
    assert {int(at[11:13]) for at in doubled} <= {8, 9, 10}


def test_vouchers_of_stamps_and_purchases_are_used_and_few_lie_open(db: sqlite3.Connection) -> None:
    for source in ("stamps", "next_purchase"):
        states = dict(
            db.execute(
                "SELECT CASE WHEN state = 'open' AND last_day < ? THEN 'over' ELSE state END, count(*) "
                "FROM vouchers WHERE source = ? GROUP BY 1",
                (NOW.date().isoformat(), source),
            ).fetchall()
        )
        assert states["used"] >= 2
        assert states.get("open", 0) <= states["used"]


def test_nobody_has_a_pile_of_open_vouchers_least_of_all_the_one_to_look_at(desk: Desk) -> None:
    open_of = {
        each.profile.name: len(desk.customers.see(each.id).vouchers)
        for each in desk.customers.page(Sort.JOINED, None, 100)
    }
    assert max(open_of.values()) <= 3
    assert 1 <= open_of["Anna Bērziņa"] <= 2


def test_a_voucher_of_the_slip_is_for_whoever_has_it(db: sqlite3.Connection) -> None:
    owners = db.execute("SELECT DISTINCT customer FROM vouchers WHERE source = 'next_purchase'").fetchall()
    assert owners == [(None,)]


def test_only_a_first_visit_has_the_code_for_newcomers(db: sqlite3.Connection) -> None:
    twice = db.execute(
        "SELECT customer FROM promoted WHERE promotion = 'welcome' GROUP BY customer HAVING count(*) > 1"
    ).fetchall()
    assert twice == []


def _weekday(db: sqlite3.Connection, at: str) -> str:
    (day,) = db.execute("SELECT strftime('%w', substr(?, 1, 10))", (at,)).fetchone()
    return str(day)
