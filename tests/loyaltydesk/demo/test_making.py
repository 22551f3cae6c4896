"""The demo shop as a whole: whole, believable, the same again, and never half there."""

import json
import sqlite3
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from loyaltydesk.demo import Demo, make_demo
from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardState
from loyaltydesk.model.customers import Sort
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.refusals import FileExists, FolderMissing
from loyaltydesk.words import LANGUAGES
from tests.loyaltydesk.demo.conftest import NOW, now

TINY = Demo(customers=6, purchases=20)


def _rows(path: Path, sql: str) -> list[Any]:
    db = sqlite3.connect(path)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def _journal(path: Path) -> list[Any]:
    """All that the journal says but for who wrote it: an installation is never the same twice."""
    return _rows(
        path, "SELECT id, seq, lamport, at, kind, payload, personal, salt, staff, till FROM journal ORDER BY seq"
    )


def test_the_file_is_proved_whole(desk: Desk) -> None:
    assert desk.shop.faults() == []


def test_it_knows_that_it_is_a_demo_and_another_shop_is_none(desk: Desk, shop_file: Path) -> None:
    own = Desk.open(shop_file, now, alone=False)
    assert (desk.shop.is_demo, own.shop.is_demo) == (True, False)
    own.close()


def test_it_has_as_many_customers_and_purchases_as_were_wished(small: Path, desk: Desk) -> None:
    assert desk.customers.count() == 40
    assert _rows(small, "SELECT count(*) FROM purchases") == [(700,)]


def test_everything_is_in_the_year_before_now_and_nothing_later(small: Path) -> None:
    ((first, last),) = _rows(small, "SELECT min(at), max(at) FROM journal")
    assert first[:10] == (NOW.date() - timedelta(days=364)).isoformat()
    assert last <= NOW.isoformat()
    assert last[:10] >= (NOW.date() - timedelta(days=1)).isoformat()


def test_all_that_can_befall_a_card_has_befallen_one(small: Path) -> None:
    states = Counter(state for (state,) in _rows(small, "SELECT state FROM cards"))
    assert set(states) == {state.value for state in CardState}
    assert states["blank"] >= 5
    assert _rows(small, "SELECT count(*) FROM cards WHERE role = 'earn_only'") != [(0,)]


def test_purchases_were_returned_voided_attached_and_made_by_guests(small: Path) -> None:
    kinds = dict(_rows(small, "SELECT kind, count(*) FROM journal GROUP BY kind"))
    assert kinds["PurchaseReturned"] >= 3
    assert kinds["PurchaseAttached"] >= 1
    assert kinds["PointsAdjusted"] >= 1
    assert kinds["PointsExpired"] >= 1
    states = dict(_rows(small, "SELECT state, count(*) FROM purchases GROUP BY state"))
    assert states["voided"] >= 1
    assert states["returned"] >= 1
    guests = _rows(small, "SELECT count(*) FROM purchases WHERE customer IS NULL")[0][0]
    assert 5 <= guests <= 40


def test_vouchers_are_open_used_over_and_about_to_end(small: Path, desk: Desk) -> None:
    states = dict(_rows(small, "SELECT state, count(*) FROM vouchers GROUP BY state"))
    assert states["open"] >= 2
    assert states["used"] >= 3
    (anna,) = desk.customers.find("anna berzina")
    assert desk.customers.see(anna.id).vouchers[0].last_day == NOW.date() + timedelta(days=3)


def test_the_first_customer_is_worth_a_look(desk: Desk) -> None:
    (anna,) = desk.customers.find("anna berzina")
    seen = desk.customers.see(anna.id)
    kinds = [PromptKind.ANSWERED, PromptKind.BIRTHDAY, PromptKind.VOUCHER_ENDS]
    assert [prompt.kind for prompt in seen.prompts] == kinds
    assert seen.tier
    assert seen.customer.profile.note
    assert seen.customer.account.visits > 20


def test_some_come_often_and_many_rarely(desk: Desk) -> None:
    visits = sorted(customer.account.visits for customer in desk.customers.page(Sort.JOINED, None, 100))
    assert sum(visits[-8:]) > sum(visits[:-8]), "a fifth brings more than all others"
    assert visits[0] <= 3


def test_some_have_not_been_seen_for_long(desk: Desk) -> None:
    customers = desk.customers.page(Sort.JOINED, None, 100)
    kinds = Counter(prompt.kind for each in customers for prompt in desk.customers.see(each.id).prompts)
    assert kinds[PromptKind.WELCOME_BACK] >= 2
    assert kinds[PromptKind.BIRTHDAY] >= 3


def test_several_cashiers_share_the_work(small: Path) -> None:
    assert len(_rows(small, "SELECT DISTINCT staff FROM purchases")) == 3


def test_nothing_is_sold_while_the_shop_is_closed(small: Path) -> None:
    days = {date.fromisoformat(day) for (day,) in _rows(small, "SELECT DISTINCT day FROM purchases")}
    assert not {(day.month, day.day) for day in days} & {(1, 1), (12, 24), (12, 25), (12, 26)}
    hours = {int(at[11:13]) for (at,) in _rows(small, "SELECT at FROM purchases")}
    assert min(hours) >= 7
    assert max(hours) <= 18


def test_the_same_seed_and_day_give_the_same_facts_to_the_last_salt(tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        make_demo(tmp_path / name, now, demo=TINY)
    assert _journal(tmp_path / "one.db") == _journal(tmp_path / "two.db")


def test_another_seed_gives_another_shop(tmp_path: Path) -> None:
    make_demo(tmp_path / "one.db", now, demo=TINY)
    make_demo(tmp_path / "two.db", now, demo=Demo(customers=6, purchases=20, seed=2))
    assert _journal(tmp_path / "one.db") != _journal(tmp_path / "two.db")


def test_an_earlier_last_day_gives_the_same_shop_whenever_it_is_made(tmp_path: Path) -> None:
    wish = Demo(customers=6, purchases=20, until=date(2026, 3, 1))
    make_demo(tmp_path / "one.db", now, demo=wish)
    make_demo(tmp_path / "two.db", lambda: NOW + timedelta(days=3, hours=5), demo=wish)
    assert _journal(tmp_path / "one.db") == _journal(tmp_path / "two.db")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shop_speaks_its_language(tmp_path: Path, language: str) -> None:
    path = tmp_path / "shop.db"
    make_demo(path, now, demo=Demo(customers=6, purchases=20, language=language))
    desk = Desk.open(path, now, alone=False)
    try:
        settings, programme = desk.shop.settings(), desk.shop.programme
    finally:
        desk.close()
    assert settings.language == language
    assert settings.name
    assert settings.region
    assert programme.currency.code == {"pl": "PLN", "ru": "RUB"}.get(language, "EUR")


def test_a_new_installation_writes_on_where_the_demo_ended(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    make_demo(path, now, demo=TINY)
    desk = Desk.open(path, now)
    try:
        desk.cards.make(1)
        assert desk.shop.faults() == []
    finally:
        desk.close()
    assert len(_rows(path, "SELECT DISTINCT origin FROM journal")) == 1


def test_a_file_that_exists_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "shop.db"
    path.write_text("mine")
    with pytest.raises(FileExists):
        make_demo(path, now, demo=TINY)
    assert path.read_text() == "mine"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        make_demo(tmp_path / "nowhere" / "shop.db", now, demo=TINY)


def test_nothing_is_left_of_a_shop_that_was_given_up(tmp_path: Path) -> None:
    def give_up(_done: int, _whole: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_demo(tmp_path / "shop.db", now, demo=TINY, progress=give_up)
    assert list(tmp_path.iterdir()) == []


def test_progress_rises_to_the_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    wish = Demo(customers=6, purchases=120)
    make_demo(tmp_path / "shop.db", now, demo=wish, progress=lambda done, whole: told.append((done, whole)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] >= 120


def test_every_fact_is_one_that_this_release_writes(small: Path) -> None:
    payloads = [
        json.loads(said) for (said,) in _rows(small, "SELECT payload FROM journal WHERE kind = 'PurchaseRecorded'")
    ]
    assert all(said["receipt"] for said in payloads)
    assert any(said.get("rewards") for said in payloads)
    assert any(said.get("redeemed") for said in payloads)
    assert any(said.get("vouchers") for said in payloads)
