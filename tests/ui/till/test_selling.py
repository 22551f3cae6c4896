"""Scan, amount, Enter: the sale is shown while it is typed, recorded once, and never lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.refusals import DiskFull
from tests.shop import PROGRAMME, buy
from tests.ui.till.cards import ANNA, JANIS
from ui.till.counter import State

AMOUNT, FIELD = "Purchase amount", "Scan a card, or type a name or phone"


def test_scan_amount_enter_records_a_purchase(desk, till, person, sounds):
    person.scan(ANNA)
    assert (till.counter.state, person.focus) == (State.SALE, AMOUNT)
    person.type("14.50\r")
    bought = desk.till.newest(1)[0]
    assert (bought.due, bought.earned, bought.staff) == (1450, 28, "Marta")
    assert "€14.50 recorded for Anna Kowalska" in person.reads()
    assert "+28 points. The balance is 238." in person.reads()
    assert (till.counter.state, person.focus, sounds.heard) == (State.READY, FIELD, ["found", "done"])


def test_a_scan_shows_who_it_is_and_how_they_stand(person, till):
    person.scan(ANNA)
    words = person.reads().replace("\N{NO-BREAK SPACE}", " ")
    for part in ("Anna Kowalska", "Silver", "Card 2600 0000 0001 7 · since 2026", "Oat milk"):
        assert part in words
    for part in ("210", "worth €2.00", "Next tier: Gold", "€370.00 to go", "3 visits", "every 10 days"):
        assert part in words
    assert "€43.33 on average" in words


def test_what_is_typed_is_worked_out_at_once(person, till):
    person.scan(ANNA)
    person.type("24,50")
    assert {"+48 points", "210 → 258"} <= set(person.reads().splitlines())
    till.counter.buy.amount.clear()
    assert "+48 points" not in person.reads()


def test_a_purchase_is_recorded_only_once_however_often_enter_is_hit(desk, person, till):
    person.scan(ANNA)
    person.type("5\r\r\r")
    assert desk.till.today() == (1, 500)


def test_enter_without_an_amount_says_what_is_missing(desk, person, till):
    before = desk.till.newest(1)
    person.scan(ANNA)
    person.enter()
    assert "Type the amount first." in person.reads()
    assert desk.till.newest(1) == before
    assert person.focus == AMOUNT


@pytest.mark.parametrize(("typed", "sum_"), [("1,234.56", "€1.23"), ("-5", "€5.00"), ("1e2", "€12.00")])
def test_an_amount_of_which_something_was_left_out_is_asked_about_once(desk, person, till, sounds, typed, sum_):
    before = desk.till.newest(1)
    person.scan(ANNA)
    person.type(f"{typed}\r")
    assert f"Something was left out. If {sum_} is right, press Enter once more." in person.reads()
    assert (desk.till.newest(1), sounds.heard) == (before, ["found", "refused"])
    person.enter()
    assert f"{sum_} recorded for Anna Kowalska" in person.reads()


def test_what_cannot_stand_in_an_amount_is_said_at_once(person, till):
    person.scan(ANNA)
    person.type("12x")
    assert "That does not belong in an amount and was left out." in person.reads()
    person.type("0")
    assert "That does not belong in an amount and was left out." not in person.reads()


def test_the_keypad_and_the_button_do_the_same(desk, person, till):
    person.scan(ANNA)
    for key in ("7", "Decimal sign", "5", "0"):
        person.tap(person.find(QPushButton, key))
    person.tap(person.find(QPushButton, "Record purchase"))
    assert desk.till.newest(1)[0].due == 750


def test_an_amount_beyond_all_measure_is_asked_about_once(desk, person, till, sounds):
    person.scan(ANNA)
    person.type("9999\r")
    assert "€9,999.00 is far more than usual" in person.reads()
    assert desk.till.newest(1)[0].due == 8000
    person.enter()
    assert desk.till.newest(1)[0].due == 999_900
    assert sounds.heard == ["found", "refused", "done"]


def test_a_finger_that_taps_twice_answers_no_question(desk, person, till):
    person.scan(ANNA)
    person.type("9999")
    record = person.find(QPushButton, "Record purchase")
    person.tap(record)
    QTest.mouseDClick(record, Qt.MouseButton.LeftButton)  # what the window system makes of the second tap
    QTest.mouseRelease(record, Qt.MouseButton.LeftButton)
    assert "is far more than usual" in person.reads()
    assert desk.till.today() == (0, 0)


def test_another_amount_is_asked_about_anew(desk, person, till):
    person.scan(ANNA)
    person.type("9999\r")
    person.type("9\r")
    assert "€99,999.00 is far more than usual" in person.reads()
    assert desk.till.newest(1)[0].due == 8000


def test_a_full_disk_is_said_in_place_and_the_amount_stays(desk, person, till, monkeypatch, sounds):
    person.scan(ANNA)
    person.type("24.50")

    def full(*_asked):
        raise DiskFull("shop.db")

    monkeypatch.setattr(desk.till, "record", full)
    person.enter()
    assert "The disk is full, and nothing was written." in person.reads()
    assert "The last action was not saved" in person.reads()
    assert (till.counter.buy.amount.minor, sounds.heard[-1]) == (2450, "refused")
    monkeypatch.undo()
    person.enter()
    assert desk.till.newest(1)[0].due == 2450
    assert "All saved on this computer" in person.reads()


def test_a_clock_that_went_back_is_said_in_place(desk, clock, person, till):
    person.scan(ANNA)
    clock.forward(days=-60)
    person.type("5")
    assert "Is the computer's clock right?" in person.reads()
    person.enter()
    assert desk.till.newest(1)[0].due == 8000


def test_a_purchase_on_another_page_or_till_is_seen_and_the_amount_stays(desk, session, person, till):
    person.scan(ANNA)
    person.type("10")
    buy(desk, ANNA, 5000)
    session.changed.emit()
    assert "310 → 330" in person.reads()
    assert till.counter.buy.amount.minor == 1000


def test_a_customer_who_is_forgotten_meanwhile_leaves_the_till(desk, session, anna, person, till):
    person.scan(ANNA)
    session.do(lambda desk: desk.customers.erase(anna))
    assert till.counter.state is State.READY
    assert "Anna" not in person.reads()


def test_points_that_count_later_say_so(desk, person, till, session):
    text = PROGRAMME.replace("[points]", "[points]\npending_days = 14")
    session.do(lambda desk: desk.shop.load_programme(text))
    person.scan(ANNA)
    person.type("10")
    assert "they count from 28 Mar 2026" in person.reads()
    person.enter()
    person.scan(ANNA)
    assert "+20 points still to come" in person.reads()


def test_a_discount_of_the_tier_shows_what_is_to_be_paid(person, till, session):
    text = PROGRAMME.replace('multiply = "2"', 'multiply = "2"\ndiscount_percent = 10')
    session.do(lambda desk: desk.shop.load_programme(text))
    person.scan(ANNA)
    person.type("20")
    assert "discount €2.00 · to pay: €18.00" in person.reads()
    person.enter()
    assert "€18.00 recorded for Anna Kowalska" in person.reads()


def test_the_first_visit_hides_what_there_is_not(person, till, janis):
    person.scan(JANIS)
    words = person.reads()
    assert "This is the first visit." in words
    for part in ("visits", "on average", "every"):
        assert part not in words.replace("Last visits", "")


def test_the_new_tier_is_told(person, till):
    person.scan(ANNA)
    person.type("400\r")
    assert "New tier: Gold!" in person.reads()


@pytest.mark.parametrize("key", [Qt.Key.Key_Enter, Qt.Key.Key_Return])
def test_both_enter_keys_record(desk, person, till, key):
    person.scan(ANNA)
    person.type("3")
    person.press(key)
    assert desk.till.newest(1)[0].due == 300


def test_the_day_is_counted_at_the_foot(desk, person, till):
    assert "Today: 0 purchases · €0.00" in person.reads()
    person.scan(ANNA)
    person.type("3\r")
    assert "Today: 1 purchase · €3.00" in person.reads()
