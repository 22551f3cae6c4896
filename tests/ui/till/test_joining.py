"""A card that is nobody's becomes somebody's: registered, given to somebody known, or in place of a lost one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from loyaltydesk.model.cards import CardState
from tests.ui.till.cards import ANNA, FOREIGN, OURS_UNKNOWN, PRODUCT
from ui.paper.dialog import PaperDialog
from ui.till.counter import State

F3, ESC, TAB, SPACE = Qt.Key.Key_F3, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space


@pytest.fixture
def blank(desk, anna) -> str:
    return desk.cards.make(1)[0]


def owner(desk, number):
    return desk.cards.owner(number)


def test_a_blank_card_is_registered_by_typing_through_the_form(desk, person, till, blank, sounds):
    person.scan(blank)
    assert (till.counter.state, person.focus, sounds.heard) == (State.NEW, "Name", ["unknown"])
    assert "is blank. Fill in what the customer tells you." in person.reads()
    person.type("Ilze Kalniņa\r26000222\r14.3.\r")
    profile = owner(desk, blank).profile
    assert (profile.name, profile.phone, profile.birth_date) == ("Ilze Kalniņa", "+37126000222", "--03-14")
    assert profile.consent == ""
    assert (till.counter.state, person.focus) == (State.SALE, "Purchase amount")
    person.type("12\r")
    assert desk.till.newest(1)[0].customer == owner(desk, blank).id


def test_the_name_is_enough(desk, person, till, blank):
    person.scan(blank)
    person.type("Ilze\r\r\r")
    assert owner(desk, blank).profile.name == "Ilze"


def test_consent_is_kept_with_its_day_and_words(desk, person, till, blank):
    person.scan(blank)
    person.type("Ilze")
    person.press(TAB, TAB, TAB, SPACE, TAB)
    assert person.focus == "Register"
    person.enter()
    assert owner(desk, blank).profile.consent == "2026-03-14: Agrees to the programme rules and to greetings"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (OURS_UNKNOWN, "has one of our numbers and belongs to nobody yet"),
        (FOREIGN, "is not from this shop. It can be registered all the same."),
        (PRODUCT, "4750123456784 looks like the barcode of a product. Register it only if it is printed on a card."),
    ],
)
def test_what_kind_of_card_it_is_is_said_in_words(person, till, code, words):
    person.scan(code)
    assert words in person.reads()
    assert till.counter.state is State.NEW


def test_a_foreign_card_can_be_registered(desk, person, till):
    person.scan(FOREIGN)
    person.type("Ilze\r\r\r")
    assert owner(desk, FOREIGN).profile.name == "Ilze"


def test_the_amount_can_be_typed_first_and_enter_registers_and_records(desk, person, till, blank):
    person.scan(blank)
    person.type("Ilze")
    till.counter.buy.amount.setFocus()
    person.type("9.90\r")
    bought = desk.till.newest(1)[0]
    assert (bought.customer, bought.due) == (owner(desk, blank).id, 990)
    assert "€9.90 recorded for Ilze" in person.reads()


def test_the_amount_stays_when_the_form_is_finished_after_it(desk, person, till, blank):
    person.scan(blank)
    till.counter.buy.amount.setFocus()
    person.type("9.90")
    person.find(QLineEdit, "Name").setFocus()
    person.type("Ilze\r\r\r")
    assert (till.counter.state, till.counter.buy.amount.minor) == (State.SALE, 990)
    assert "+9 points" in person.reads()


def test_a_card_can_just_collect_for_now(desk, person, till, blank):
    person.scan(blank)
    person.tap(person.find(QPushButton, "Just collect points for now"))
    assert owner(desk, blank).profile.name == ""
    shown = " ".join(blank[start : start + 4] for start in range(0, 13, 4))
    assert f"Card {shown}" in person.reads().replace("\N{NO-BREAK SPACE}", " ")
    person.type("5\r")
    assert f"€5.00 recorded for Card {shown}" in person.reads().replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("typed", "says", "focus"),
    [
        ("\r\r\r", "Type a name, or choose “Just collect points for now”.", "Name"),
        ("Ilze\r123\r\r", "This is no phone number.", "Phone"),
        ("Ilze\r\r31.2\r", "Write the day and the month, as in 14.03.", "Birthday (day and month)"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(desk, person, till, blank, typed, says, focus):
    person.scan(blank)
    person.type(typed)
    assert says in person.reads()
    assert (till.counter.state, person.focus) == (State.NEW, focus)
    assert desk.customers.count() == 1
    person.type("1")
    assert says not in person.reads()


def test_a_name_far_too_long_is_said_in_place(person, till, blank):
    person.scan(blank)
    till.counter.form.name.field.setText("I" * 400)
    person.find(QLineEdit, "Birthday").setFocus()
    person.enter()
    assert "“name” is too long." in person.reads()
    assert till.counter.state is State.NEW


# --- without a card


def test_f3_registers_without_a_card_and_offers_to_print_one(desk, person, till):
    person.press(F3)
    assert (till.counter.state, person.focus) == (State.NEW, "Name")
    assert "Replace a lost card" not in person.names(QPushButton)
    person.type("Zane\r\r\r")
    (zane,) = desk.customers.find("zane")
    number = desk.customers.card_number(zane.id)
    assert number.startswith("26")
    assert "The new card number is" in person.reads()
    person.tap(person.find(QPushButton, "Print card"))
    assert person.window.findChild(PaperDialog).isVisible()


def test_a_card_scanned_into_the_form_is_the_one_that_is_registered(desk, person, till, blank):
    person.press(F3)
    person.type("Zane")
    person.scan(blank)
    assert "is blank" in person.reads()
    person.press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert owner(desk, blank).profile.name == "Zane"


def test_what_found_nobody_is_taken_over_as_name_or_phone(person, till):
    person.type("Zane")
    person.press(F3)
    assert (person.find(QLineEdit, "Name").text(), person.focus) == ("Zane", "Phone")
    person.press(ESC)
    person.type("26 000 333")
    person.press(F3)
    assert (person.find(QLineEdit, "Phone").text(), person.focus) == ("26 000 333", "Name")


def test_escape_leaves_the_form(desk, person, till, blank):
    person.scan(blank)
    person.press(ESC)
    assert (till.counter.state, desk.customers.count()) == (State.READY, 1)


# --- somebody known


def test_a_phone_that_is_somebodys_offers_that_person(desk, anna, person, till, blank):
    person.scan(blank)
    person.type("Ann\r20012345")
    assert "Anna Kowalska has this phone number already" in person.reads()
    person.tap(person.find(QPushButton, "It is the same person"))
    assert (owner(desk, blank).id, desk.customers.count()) == (anna, 1)
    assert till.counter.state is State.SALE


def test_without_a_card_the_same_person_is_simply_opened(desk, anna, person, till):
    person.press(F3)
    person.type("Ann\r20012345")
    person.tap(person.find(QPushButton, "It is the same person"))
    assert (till.counter.state, desk.customers.count()) == (State.SALE, 1)
    assert "Anna Kowalska" in person.reads()


def test_a_blank_card_can_be_given_to_somebody_known(desk, anna, person, till, blank):
    person.scan(blank)
    person.tap(person.find(QPushButton, "Belongs to somebody we know"))
    assert "Whose card is" in person.reads()
    person.type("kowa\r")
    assert owner(desk, blank).id == anna
    assert desk.cards.get(ANNA).state is CardState.ACTIVE
    assert (till.counter.state, person.focus) == (State.SALE, "Purchase amount")


def test_a_lost_card_is_replaced_and_says_so(desk, anna, person, till, blank):
    person.scan(blank)
    person.tap(person.find(QPushButton, "Replace a lost card"))
    person.type("anna\r")
    assert (desk.cards.get(ANNA).state, desk.cards.get(ANNA).replaced_by) == (CardState.REPLACED, blank)
    assert owner(desk, blank).id == anna
    assert till.counter.state is State.SALE


def test_with_several_cards_it_is_asked_which_one_is_lost(desk, anna, person, till, blank):
    desk.cards.link(FOREIGN, anna)
    person.scan(blank)
    person.tap(person.find(QPushButton, "Replace a lost card"))
    person.type("anna\r")
    assert "Which card is lost?" in person.reads()
    person.press(Qt.Key.Key_Down)
    person.enter()
    assert desk.cards.get(ANNA).state is CardState.REPLACED
    assert desk.cards.get(FOREIGN).state is CardState.ACTIVE


def test_somebody_without_any_card_simply_gets_it(desk, anna, person, till, blank):
    desk.cards.block(ANNA)
    desk.cards.replace(ANNA, FOREIGN)
    desk.cards.block(FOREIGN)
    person.scan(blank)
    person.tap(person.find(QPushButton, "Replace a lost card"))
    person.type("anna\r")
    assert desk.cards.get(FOREIGN).state is CardState.REPLACED
    assert owner(desk, blank).id == anna


def test_escape_from_the_search_goes_back_to_the_form_and_what_was_typed(person, till, blank):
    person.scan(blank)
    person.type("Ilze")
    person.tap(person.find(QPushButton, "Replace a lost card"))
    person.press(ESC)
    assert (till.counter.state, person.find(QLineEdit, "Name").text()) == (State.NEW, "Ilze")


def test_a_card_that_was_taken_meanwhile_is_refused_in_place(desk, anna, person, till, blank):
    person.scan(blank)
    person.type("Ilze")
    desk.cards.link(blank, anna)
    person.press(Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert f"Card {blank} is in use already." in person.reads()
    assert desk.customers.count() == 1
