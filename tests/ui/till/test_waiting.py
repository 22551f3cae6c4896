"""F11 puts a purchase aside and brings it back as it was; nothing of it counts meanwhile."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.refusals import DiskFull
from tests.ui.till.cards import ANNA, JANIS
from tests.ui.till.shelf import CAKE, CAPPUCCINO, shelf  # noqa: F401 - a fixture
from ui.till.counter import State

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("shelf")


def test_a_sale_is_parked_and_taken_up_with_all_that_was_on_the_counter(desk, anna, till, person):
    person.scan(ANNA)
    person.scan(CAKE.barcode)
    person.scan(CAKE.barcode)
    person.type("2.50")
    till._flows.using.use_reward("coffee", 50, True)
    till._flows.using.use_points(None)
    before = till._flows.selling.sale
    person.press(Key.Key_F11)
    assert till.counter.state is State.READY
    assert "Parked: No. 1: Anna Kowalska, €10.30" in person.reads()
    assert (desk.till.today(), desk.customers.see(anna).balance) == ((0, 0), 210)
    person.press(Key.Key_F11)
    assert "Parked purchases" in person.reads()
    person.enter()
    after = till._flows.selling.sale
    assert after is not before
    assert after.basket() == before.basket()
    assert (after.rewards, after.card) == ({"coffee": 50}, ANNA)
    assert desk.parking.count() == 0
    person.enter()
    assert desk.till.newest(1)[0].total == 1030


def test_trap_7_neither_parking_nor_taking_up_touches_the_balance(desk, anna, till, person):
    person.scan(ANNA)
    person.type("50")
    till._flows.using.use_points(None)
    person.press(Key.Key_F11)
    assert desk.customers.statement(anna).balance == 210
    person.press(Key.Key_F11, Key.Key_Return)
    person.press(Key.Key_Escape)
    assert (desk.customers.statement(anna).balance, desk.till.today()) == (210, (0, 0))


def test_the_number_of_parked_purchases_is_on_the_button(till, person, desk):
    assert not [name for name in person.names(QPushButton) if name.startswith("Park")]
    for amount in ("3", "4"):
        person.press(Key.Key_F8)
        person.type(amount)
        person.tap(person.find(QPushButton, "Park"))
    assert desk.parking.count() == 2
    person.tap(person.find(QPushButton, "Parked: 2"))
    assert {"Parked purchases", "Enter goes on with the one chosen."} <= set(person.reads().splitlines())
    person.press(Key.Key_Escape)
    assert till.counter.state is State.READY


def test_the_arrows_choose_among_them_and_the_one_in_hand_is_asked_about(desk, till, person):
    for amount in ("3", "4"):
        person.press(Key.Key_F8)
        person.type(amount)
        person.press(Key.Key_F11)
    person.press(Key.Key_F11, Key.Key_Down, Key.Key_Return)
    assert till.counter.buy.amount.minor == 400
    person.press(Key.Key_F11)  # the one in hand first
    assert desk.parking.count() == 2


def test_they_survive_a_restart(till, person, open_window, desk):
    person.press(Key.Key_F8)
    person.scan(CAPPUCCINO.barcode)
    person.press(Key.Key_F11)
    again = open_window().shown
    assert [each.parked.total for each in desk.parking.waiting()] == [320]
    again._codes.adding.park()
    assert again.counter.is_finding


def test_somebody_who_was_forgotten_meanwhile_leaves_the_goods(desk, anna, till, person):
    person.scan(ANNA)
    person.scan(CAKE.barcode)
    person.press(Key.Key_F11)
    desk.customers.erase(anna)
    person.press(Key.Key_F11, Key.Key_Return)
    assert till.counter.state is State.GUEST
    assert "There is no such customer." in person.reads()
    assert till.counter.buy.outcome.sentence
    assert [line.product for line in till.counter.bill.lines] == [CAKE]


def test_a_purchase_that_another_till_has_taken_up_is_gone(desk, till, person):
    person.press(Key.Key_F8)
    person.type("3")
    person.press(Key.Key_F11, Key.Key_F11)
    desk.parking.take(desk.parking.waiting()[0].id)
    person.enter()
    assert "somebody has taken it up" in person.reads()
    assert till.counter.state is State.READY


def test_a_full_disk_leaves_the_sale_in_hand(till, person, desk, monkeypatch):
    def full(*_asked):
        raise DiskFull("shop.db")

    person.scan(ANNA)
    person.type("3")
    monkeypatch.setattr(desk.parking, "park", full)
    person.press(Key.Key_F11)
    assert "The disk is full, and nothing was written." in person.reads()
    assert (till.counter.state, till.counter.buy.amount.minor) == (State.SALE, 300)


def test_with_nothing_in_hand_and_nothing_parked_the_key_does_nothing(till, person):
    person.press(Key.Key_F11)
    assert (till.counter.state, till.counter.is_finding) == (State.READY, False)
    person.scan(ANNA)
    person.press(Key.Key_F11)
    assert till.counter.state is State.SALE


def test_a_card_that_may_only_collect_still_may_not_spend(desk, anna, till, person):
    from loyaltydesk.model.cards import CardRole

    desk.cards.give_role(ANNA, CardRole.EARN_ONLY)
    desk.cards.link(desk.cards.make(1)[0], anna)
    person.scan(ANNA)
    person.type("3")
    person.press(Key.Key_F11, Key.Key_F11, Key.Key_Return)
    assert till._flows.selling.sale.card == ANNA


def test_the_names_in_the_list_are_those_of_today(desk, janis, till, person):
    person.scan(JANIS)
    person.type("3")
    person.press(Key.Key_F11)
    desk.customers.change(janis, replace(Profile(), name="Jānis Ozols"))
    person.press(Key.Key_F11)
    words = [row.what for row in till.counter.results.table.rows_model.rows]
    assert words == ["No. 1: Jānis Ozols"]
