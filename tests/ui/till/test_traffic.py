"""Whatever is scanned leads to the right place, and nothing that was typed is lost on the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.shop import buy
from tests.ui.till.cards import ANNA, FOREIGN, JANIS, MISREAD, NO_VOUCHER, OURS_UNKNOWN, PRODUCT
from ui.till.counter import State

ESC = Qt.Key.Key_Escape
QUESTION = "€24.50 for Anna Kowalska is not recorded yet: Enter records it, Esc drops it."


@pytest.fixture
def unrecorded(person, till, janis) -> None:
    """Anna's amount is typed, and not recorded."""
    person.scan(ANNA)
    person.type("24.50")


# --- the second card


def test_a_second_card_asks_about_the_amount_that_is_not_recorded(desk, person, till, unrecorded, sounds):
    person.scan(JANIS)
    assert QUESTION in person.reads()
    assert (till._flows.selling.sale.minor, person.focus) == (2450, "Purchase amount")
    assert (desk.till.today(), sounds.heard) == ((0, 0), ["found", "unknown"])


def test_enter_records_it_and_goes_on_to_the_second_card(desk, anna, janis, person, till, unrecorded):
    person.scan(JANIS)
    person.enter()
    assert (desk.till.newest(1)[0].customer, desk.till.newest(1)[0].due) == (anna, 2450)
    assert till._flows.selling.sale.customer == janis
    assert QUESTION not in person.reads()
    assert till.counter.buy.amount.minor is None


def test_escape_drops_it_and_goes_on_to_the_second_card(desk, janis, person, till, unrecorded):
    person.scan(JANIS)
    person.press(ESC)
    assert desk.till.today() == (0, 0)
    assert till._flows.selling.sale.customer == janis
    assert not till.counter.question.isVisible()


def test_escape_puts_a_list_away_before_it_answers_the_question(person, till, unrecorded):
    person.scan(JANIS)
    person.press(Qt.Key.Key_F2)
    person.type("kow")
    person.press(ESC)
    assert (till.counter.is_finding, till.counter.question.isVisible()) == (False, True)
    assert till.counter.buy.amount.minor == 2450


@pytest.mark.parametrize(("button", "recorded"), [("Record it", 1), ("Drop it", 0)])
def test_both_answers_can_be_tapped(desk, janis, person, till, unrecorded, button, recorded):
    person.scan(JANIS)
    person.tap(person.find(QPushButton, button))
    assert (desk.till.today()[0], till._flows.selling.sale.customer) == (recorded, janis)


def test_the_same_card_again_asks_nothing(person, till, unrecorded, sounds):
    person.scan(ANNA)
    assert not till.counter.question.isVisible()
    assert (till.counter.buy.amount.minor, sounds.heard) == (2450, ["found", "found"])


def test_without_an_amount_the_second_card_comes_at_once(person, till, janis):
    person.scan(ANNA)
    person.scan(JANIS)
    assert till._flows.selling.sale.customer == janis


def test_a_chosen_reward_is_not_dropped_without_a_word_either(person, till, janis):
    person.scan(ANNA)
    person.press(Qt.Key.Key_F4)
    person.enter()
    person.scan(JANIS)
    assert "€0.00 for Anna Kowalska is not recorded yet" in person.reads()


def test_a_blank_card_a_receipt_and_a_name_ask_just_so(desk, person, till, unrecorded):
    receipt, blank = buy(desk, "", 100).receipt, desk.cards.make(1)[0]
    for code in (blank, receipt):
        person.scan(code)
        assert QUESTION in person.reads()
        assert till.counter.state is State.SALE
    person.press(Qt.Key.Key_F2)
    person.type("berz\r")
    assert QUESTION in person.reads()
    person.press(ESC)
    assert "Jānis Bērziņš" in person.reads()


def test_a_new_customer_by_f3_asks_too(person, till, unrecorded):
    person.press(Qt.Key.Key_F3)
    assert QUESTION in person.reads()
    person.press(ESC)
    assert till.counter.state is State.NEW


# --- a customer who is not registered yet


def test_a_card_scanned_over_a_form_that_was_begun_asks_first(desk, person, till, janis):
    person.scan(OURS_UNKNOWN)
    person.type("Zane")
    person.scan(JANIS)
    assert "Zane is not registered yet: Enter registers, Esc drops it." in person.reads()
    assert (till.counter.state, desk.customers.find("zane", 1)) == (State.NEW, [])


def test_enter_registers_and_goes_on_to_the_card_that_was_scanned(desk, person, till, janis):
    person.scan(OURS_UNKNOWN)
    person.type("Zane")
    person.scan(JANIS)
    person.enter()
    assert desk.cards.owner(OURS_UNKNOWN).profile.name == "Zane"
    assert (till._flows.selling.sale.customer, till.counter.question.isVisible()) == (janis, False)
    assert "Type the amount first." not in person.reads()


def test_an_amount_that_was_typed_for_the_new_customer_is_recorded_with_it(desk, person, till, janis):
    person.scan(OURS_UNKNOWN)
    person.type("Zane")
    till.counter.buy.amount.setFocus()
    person.type("12.50")
    person.scan(JANIS)
    person.enter()
    assert desk.till.newest(1)[0].customer == desk.cards.owner(OURS_UNKNOWN).id
    assert (till._flows.selling.sale.customer, till.counter.buy.amount.minor) == (janis, None)


def test_a_form_filled_to_its_end_goes_on_just_so_once_the_amount_is_settled(desk, person, till, janis):
    person.scan(OURS_UNKNOWN)
    person.type("Zane")
    till.counter.buy.amount.setFocus()
    person.type("12.50")
    person.scan(JANIS)
    till.counter.form.start_typing()
    person.type("20099887\r\r")
    assert "€12.50 for Zane is not recorded yet: Enter records it, Esc drops it." in person.reads()
    person.enter()
    assert desk.till.newest(1)[0].due == 1250
    assert till._flows.selling.sale.customer == janis


def test_escape_drops_what_was_typed_and_goes_on(desk, person, till, janis):
    person.scan(OURS_UNKNOWN)
    person.type("Zane")
    person.scan(JANIS)
    person.press(ESC)
    assert (desk.customers.find("zane", 1), till._flows.selling.sale.customer) == ([], janis)


def test_what_is_missing_for_a_registration_keeps_the_question(desk, person, till, janis):
    person.scan(OURS_UNKNOWN)
    person.type("\r123\r")
    person.scan(JANIS)
    person.enter()
    assert "Type a name, or choose “Just collect points for now”." in person.reads()
    assert (till.counter.state, person.focus) == (State.NEW, "Name")


def test_an_empty_form_is_left_at_once(person, till, janis):
    person.scan(OURS_UNKNOWN)
    person.scan(JANIS)
    assert till._flows.selling.sale.customer == janis


def test_a_refusal_keeps_the_question_and_the_amount(desk, person, till, unrecorded, clock):
    person.scan(JANIS)
    clock.forward(days=-60)
    person.enter()
    assert (desk.till.today(), till.counter.question.isVisible()) == ((0, 0), True)
    assert till.counter.buy.amount.minor == 2450


# --- codes that are no card


@pytest.mark.parametrize(
    ("code", "says"),
    [
        (MISREAD, f"The last digit of {MISREAD} is wrong: scan it again, or look for a slip of the finger."),
        (NO_VOUCHER, "There is no voucher V000-0000-0004."),
    ],
)
def test_what_cannot_be_used_says_why_wherever_the_till_is(person, till, sounds, code, says):
    person.scan(code)
    assert says in person.reads()
    assert (till.counter.state, sounds.heard) == (State.READY, ["refused"])
    person.scan(ANNA)
    person.type("5")
    person.scan(code)
    assert says in person.reads()
    assert (till.counter.state, till.counter.buy.amount.minor) == (State.SALE, 500)
    person.enter()
    person.scan(OURS_UNKNOWN)
    person.scan(code)
    assert says in person.reads()
    assert till.counter.state is State.NEW


def test_a_product_scanned_during_a_sale_leaves_it_alone(person, till, unrecorded, sounds):
    person.scan(PRODUCT)
    assert f"{PRODUCT} looks like the barcode of a product, not a card." in person.reads()
    assert (till.counter.buy.amount.minor, sounds.heard[-1]) == (2450, "refused")


def test_a_card_that_comes_to_light_takes_over_what_was_typed_without_it(desk, anna, person, till):
    person.press(Qt.Key.Key_F8)
    person.type("24.50")
    person.scan(ANNA)
    assert (till.counter.state, till.counter.buy.amount.minor) == (State.SALE, 2450)
    assert "+48 points" in person.reads().replace("\N{NO-BREAK SPACE}", " ")
    person.enter()
    assert [(bought.customer, bought.due) for bought in desk.till.newest(1)] == [(anna, 2450)]


def test_a_new_card_takes_over_what_was_typed_without_it(desk, person, till):
    person.press(Qt.Key.Key_F8)
    person.type("24.50")
    person.scan(OURS_UNKNOWN)
    person.type("Zofia Nowak\r\r\r")
    assert (till.counter.state, till.counter.buy.amount.minor) == (State.SALE, 2450)
    person.enter()
    bought = desk.till.newest(1)[0]
    assert (desk.customers.see(bought.customer).customer.profile.name, bought.due) == ("Zofia Nowak", 2450)


def test_a_card_that_is_refused_leaves_what_was_typed_without_it(person, till):
    person.press(Qt.Key.Key_F8)
    person.type("24.50")
    person.scan(MISREAD)
    assert (till.counter.state, till.counter.buy.amount.minor) == (State.GUEST, 2450)


def test_a_product_scanned_without_a_card_leaves_the_guests_sale_alone(person, till):
    person.press(Qt.Key.Key_F8)
    person.type("5")
    person.scan(PRODUCT)
    assert (till.counter.state, till.counter.buy.amount.minor) == (State.GUEST, 500)


def test_a_scan_that_is_no_code_at_all_asks_for_another(person, till, unrecorded, sounds):
    person.scan("9" * 200)
    assert "The scanner sent something that is no code. Please scan it again." in person.reads()
    assert (till.counter.buy.amount.minor, sounds.heard[-1]) == (2450, "refused")


# --- blocked and replaced


def test_a_scan_that_is_no_code_is_said_where_the_list_is(person, till):
    person.type("ann")
    person.scan("7" * 120)
    assert "The scanner sent something that is no code. Please scan it again." in person.reads()
    assert till.top.search.text() == "ann"


def test_a_blocked_card_says_whose_it_is_and_takes_nothing(desk, person, till, sounds):
    desk.cards.block(ANNA)
    person.scan(ANNA)
    words = person.reads().replace("\N{NO-BREAK SPACE}", " ")
    assert "Card 2600 0000 0001 7 is blocked." in words
    assert "It belongs to Anna Kowalska. The owner can unblock it under Profile." in words
    assert (till.counter.buy.amount.isEnabled(), person.focus) == (False, "Scan a card, or type a name or phone")
    assert sounds.heard == ["refused"]
    person.press(ESC)
    assert till.counter.state is State.READY


def test_a_replaced_card_says_what_replaced_it(desk, person, till):
    desk.cards.replace(ANNA, JANIS)
    person.scan(ANNA)
    words = person.reads().replace("\N{NO-BREAK SPACE}", " ")
    assert "Card 2600 0000 0001 7 was replaced by 2600 0000 0002 4." in words
    assert not till.counter.buy.record.isEnabled()


def test_the_new_card_after_the_replaced_one_goes_on_at_once(desk, person, till, sounds):
    desk.cards.block(ANNA)
    new = desk.cards.replace(ANNA, OURS_UNKNOWN).replaced_by
    person.scan(ANNA)
    person.scan(new)
    assert (sounds.heard, person.focus) == (["refused", "found"], "Purchase amount")
    assert "was replaced by" not in person.reads()
    person.type("5\r")
    assert desk.till.newest(1)[0].due == 500


def test_a_blocked_card_of_the_customer_in_hand_stops_the_sale_and_keeps_the_amount(desk, person, till, sounds):
    desk.cards.link(FOREIGN, desk.cards.owner(ANNA).id)
    desk.cards.block(FOREIGN)
    person.scan(ANNA)
    person.type("5")
    person.scan(FOREIGN)
    assert "is blocked." in person.reads()
    assert (sounds.heard[-1], till.counter.buy.record.isEnabled()) == ("refused", False)
    person.scan(ANNA)
    person.enter()
    assert desk.till.newest(1)[0].due == 500


def test_the_card_of_somebody_found_by_name_is_the_one_that_counts(desk, person, till):
    person.type("kowalska\r")
    person.type("5")
    person.scan(ANNA)
    assert till._flows.selling.sale.card == ANNA
    assert till.counter.buy.amount.minor == 500


def test_a_blocked_customer_takes_nothing_under_any_card_or_name(desk, anna, person, till):
    desk.customers.block(anna, blocked=True)
    for way in (lambda: person.scan(ANNA), lambda: person.type("kowa\r")):
        way()
        assert "Anna Kowalska is blocked." in person.reads()
        assert not till.counter.buy.amount.isEnabled()
        person.press(ESC)


def test_an_unblocked_card_goes_on_at_once(desk, session, person, till):
    desk.cards.block(ANNA)
    person.scan(ANNA)
    session.do(lambda desk: desk.cards.unblock(ANNA))
    assert till.counter.buy.amount.isEnabled()


# --- a guest


def test_a_purchase_without_a_card_is_recorded_for_later(desk, person, till):
    person.press(Qt.Key.Key_F8)
    assert (till.counter.state, person.focus) == (State.GUEST, "Purchase amount")
    assert "Purchase without a card" in person.reads()
    person.type("12")
    assert "No points without a card" in person.reads()
    person.enter()
    bought = desk.till.newest(1)[0]
    assert (bought.customer, bought.due) == (None, 1200)
    assert f"Receipt {bought.receipt}: with it the points can be given later." in person.reads()


def test_a_guests_amount_is_asked_about_when_something_else_comes(desk, person, till):
    receipt = buy(desk, ANNA, 500).receipt
    person.press(Qt.Key.Key_F8)
    person.type("12")
    person.scan(receipt)
    assert "€12.00 for a customer without a card is not recorded yet" in person.reads()
