"""The whole shop behind one object: opened and made, with a clock, a cashier, and keys that make a repeat harmless."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.model.refusals import BadProgramme, DuplicateCard, FileBroken, FileExists, UnknownCard
from loyaltydesk.store.sqlite import driver
from tests.disk import damage
from tests.shop import PROGRAMME, Clock, buy, dump, join, refuses, store_of, undone

Do = Callable[[], tuple[str, str | None]]


def purchase(desk: Desk, card: str, cents: int, key: str = "") -> Do:
    """A purchase as a keyed request does it."""

    def do() -> tuple[str, str | None]:
        done = desk.till.record(Basket((Line(cents),), card=card), desk.stamp(key=key))
        return json.dumps({"ok": True, "earned": done.quote.earned}), done.customer

    return do


def test_a_new_shop_has_its_programme_and_nothing_else(tmp_path: Path, clock: Clock) -> None:
    desk = Desk.create(tmp_path / "shop.db", PROGRAMME, clock)
    assert desk.shop.programme.name == "Rīts Club"
    assert (desk.customers.count(), desk.till.today(), desk.path) == (0, (0, 0), tmp_path / "shop.db")
    assert desk.shop.faults() == []
    desk.close()


def test_a_shop_is_not_made_twice_nor_with_bad_rules(shop_file: Path, tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(FileExists):
        Desk.create(shop_file, PROGRAMME, clock)
    with pytest.raises(BadProgramme):
        Desk.create(tmp_path / "new.db", PROGRAMME + "[[nonsense]]", clock)
    with pytest.raises(BadProgramme):
        Desk.in_memory("", clock)
    assert not (tmp_path / "new.db").exists()


def test_what_is_not_said_is_now_this_cashier_and_this_till(desk: Desk, clock: Clock) -> None:
    desk.at_work("Ilze", "Till 1")
    assert desk.cashier == "Ilze"
    stamp = desk.stamp()
    assert (stamp.at, stamp.staff, stamp.till, stamp.key) == (clock.at, "Ilze", "Till 1", "")
    said = desk.stamp(clock.at.replace(year=2025), staff="Olga", till="Till 2", key="k")
    assert (said.at.year, said.staff, said.till, said.key) == (2025, "Olga", "Till 2", "k")
    assert desk.now() == clock.at


def test_the_same_key_again_gives_the_first_answer_and_changes_nothing(desk: Desk) -> None:
    _anna, card = join(desk)
    first = desk.once("k1", purchase(desk, card, 4200, "k1"))
    before = dump(store_of(desk).connection)
    assert desk.once("k1", purchase(desk, card, 4200, "k1")) == first
    assert desk.once("k1", purchase(desk, card, 99900, "k1")) == first
    assert dump(store_of(desk).connection) == before
    assert desk.once("k2", purchase(desk, card, 4200, "k2")) == first
    assert desk.till.today() == (2, 8400)


def test_a_key_is_remembered_over_a_restart(shop_file: Path, clock: Clock) -> None:
    answers = []
    for _day in range(2):
        desk = Desk.open(shop_file, clock)
        answers.append(desk.once("k1", purchase(desk, "", 4200, "k1")))
        assert desk.till.today() == (1, 4200)
        desk.close()
    assert answers[0] == answers[1]


def test_a_key_is_remembered_over_a_rebuild(desk: Desk) -> None:
    first = desk.once("k1", purchase(desk, "", 4200, "k1"))
    desk.shop.rebuild()
    assert desk.once("k1", purchase(desk, "", 100, "k1")) == first


def test_a_refused_request_is_not_remembered(desk: Desk) -> None:
    with refuses(desk, UnknownCard):
        desk.once("k1", purchase(desk, "NOBODY", 4200, "k1"))
    _anna, card = join(desk, card="NOBODY")
    desk.once("k1", purchase(desk, card, 4200, "k1"))
    assert desk.till.today() == (1, 4200)


def test_a_request_that_fails_at_its_end_changes_nothing(desk: Desk) -> None:
    def fails() -> tuple[str, str | None]:
        join(desk, card="AB-1")
        raise DuplicateCard("AB-1")

    with refuses(desk, DuplicateCard):
        desk.once("k1", fails)


def test_one_key_at_two_connections_is_one_purchase(filed: Desk, shop_file: Path, clock: Clock) -> None:
    """The second asks while the first is still at it."""
    other = Desk.open(shop_file, clock, alone=False)
    answers = []

    def slow() -> tuple[str, str | None]:
        answer = purchase(filed, "", 4200, "k1")()
        store_of(other).connection.execute("PRAGMA busy_timeout = 1")
        return answer

    answers.append(filed.once("k1", slow))
    answers.append(other.once("k1", purchase(other, "", 4200, "k1")))
    assert answers[0] == answers[1]
    assert other.till.today() == (1, 4200)
    other.close()


def test_a_key_may_stand_for_an_action_of_many_facts(desk: Desk, clock: Clock) -> None:
    for name in ("Anna", "Olga"):
        _customer, card = join(desk, name)
        buy(desk, card, 20000)
    clock.forward(days=400)
    desk.once("day", lambda: (str(desk.upkeep.day(desk.stamp(key="day"))), None))
    desk.once("cards", lambda: (str(desk.cards.make(5, desk.stamp(key="cards"))), None))
    assert len(desk.cards.blank()) == 5


def test_many_actions_can_be_one_transaction(desk: Desk) -> None:
    with desk.writing():
        _anna, card = join(desk)
        buy(desk, card, 100)
    assert desk.till.today() == (1, 100)


def test_two_desks_on_one_file_see_each_other(filed: Desk, shop_file: Path, clock: Clock) -> None:
    other = Desk.open(shop_file, clock, alone=False)
    _anna, card = join(filed)
    assert buy(other, card, 1500).balance == 15
    assert filed.customers.scan(card).balance == 15
    filed.shop.load_programme(PROGRAMME.replace("points = 1\n", "points = 3\n"))
    assert buy(other, card, 1000).quote.earned == 30
    assert other.shop.programme_version == 2
    other.shop.load_programme(PROGRAMME.replace('name = "Rīts Club"', 'name = "Vakars"'))
    assert filed.shop.programme.name == "Vakars"
    other.close()


def test_rules_that_were_taken_back_are_not_in_force(desk: Desk) -> None:
    def fails() -> tuple[str, str | None]:
        desk.shop.load_programme(PROGRAMME.replace("points = 1\n", "points = 9\n"))
        assert buy(desk, "", 100)
        assert desk.shop.programme.earn[0].points == 9
        raise UnknownCard("x")

    with refuses(desk, UnknownCard):
        desk.once("k1", fails)
    assert desk.shop.programme.earn[0].points == 1
    assert desk.shop.programme_version == 1


def test_of_two_second_versions_only_the_one_that_was_kept_is_in_force(
    filed: Desk, shop_file: Path, clock: Clock
) -> None:
    other = Desk.open(shop_file, clock, alone=False)
    with undone(store_of(filed)):
        filed.shop.load_programme(PROGRAMME.replace("points = 1\n", "points = 9\n"))
        assert filed.shop.programme.earn[0].points == 9
    other.shop.load_programme(PROGRAMME.replace("points = 1\n", "points = 3\n"))
    assert filed.shop.programme.earn[0].points == 3
    other.close()


def test_what_sqlite_complains_of_is_a_refusal(full_file: Path, clock: Clock) -> None:
    """A page that is damaged after the start, when nobody looks for it."""
    desk = Desk.open(full_file, clock, check=False)
    connection = driver.connect(str(full_file))
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'search'").fetchone()
    connection.close()
    for place in range(8):
        damage(full_file, (page - 1) * 4096 + place)
    with pytest.raises(FileBroken), desk.asking():
        desk.customers.find("customer")
    desk.close()


def test_asking_lets_refusals_and_answers_through(desk: Desk) -> None:
    with pytest.raises(UnknownCard), desk.asking():
        desk.customers.scan("NOBODY")
    with desk.asking():
        assert desk.customers.count() == 0
