"""Vouchers at the till: good for anybody, read as they are meant, used in parts, given to a good cause."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.codes import shown
from loyaltydesk.model.purchases import VoucherState
from tests.shop import PROGRAMME, buy
from tests.ui.till.cards import ANNA, FOREIGN, JANIS, NO_VOUCHER, SPOILT_VOUCHER
from tests.ui.till.shelf import COFFEE
from ui.paper.dialog import PaperDialog
from ui.till.counter import State

F4, F8, F11, ESC, ENTER = (Qt.Key.Key_F4, Qt.Key.Key_F8, Qt.Key.Key_F11, Qt.Key.Key_Escape, Qt.Key.Key_Return)
MORE = """
[[reward]]
id = "gift"
name = "Gift voucher"
cost = 10
gives = { money = "10.00" }
bearer = true

[[reward]]
id = "dogs"
name = "Dogs without a home"
cost = 20
gives = { donate = "Animal shelter", money = "3.00" }
"""


@pytest.fixture
def anna(desk, anna) -> str:
    desk.shop.load_programme(PROGRAMME + MORE)
    return anna


@pytest.fixture
def gift(desk, anna) -> str:
    """A voucher for ten euros that is good for anybody."""
    return desk.rewards.redeem("gift", card=ANNA).code


def test_one_for_anybody_scanned_first_opens_a_guests_sale_and_pays_in_it(desk, person, till, gift, sounds):
    person.scan(gift)
    assert (till.counter.state, sounds.heard) == (State.GUEST, ["found"])
    person.type("24.50")
    assert "No points without a card · to pay: €14.50" in person.reads()
    assert person.find(QPushButton, "Uses: Gift voucher").isChecked()
    person.enter()
    assert (desk.till.newest(1)[0].due, desk.rewards.voucher(gift).state) == (1450, VoucherState.USED)


def test_one_for_anybody_is_used_in_the_sale_in_hand(desk, person, till, janis, gift):
    for card in ("", JANIS):
        person.press(F8) if not card else person.scan(card)
        person.type("4")
        person.scan(gift)
        assert "to pay: €0.00" in person.reads()
        person.enter()
        assert desk.till.newest(1)[0].due == 0
    assert desk.rewards.voucher(gift).left == 200


def test_a_guest_can_keep_it_after_all(desk, person, till, gift):
    person.scan(gift)
    person.type("24.50")
    person.press(F4)
    assert not person.find(QPushButton, "Use: Gift voucher").isChecked()
    person.press(F4, F4)
    person.enter()
    assert (desk.till.newest(1)[0].due, desk.rewards.voucher(gift).state) == (2450, VoucherState.OPEN)


def test_a_customer_can_keep_it_after_all(desk, person, till, janis, gift):
    person.scan(JANIS)
    person.type("24.50")
    person.scan(gift)
    person.press(F4)
    assert person.focus == "Use: Gift voucher"
    person.enter()
    person.enter()
    assert desk.till.newest(1)[0].due == 2450


def test_it_goes_along_when_the_card_turns_up(desk, person, till, janis, gift):
    person.scan(gift)
    person.type("24.50")
    person.scan(JANIS)
    assert "to pay: €14.50" in person.reads()
    person.enter()
    assert (desk.till.newest(1)[0].customer, desk.till.newest(1)[0].due) == (janis, 1450)


def test_it_goes_along_with_whoever_joins_meanwhile(desk, person, till, gift):
    person.scan(gift)
    person.type("24.50")
    person.scan(FOREIGN)
    person.type("Olga")
    person.tap(person.find(QPushButton, "Register"))
    person.enter()
    assert (desk.till.newest(1)[0].customer is None, desk.till.newest(1)[0].due) == (False, 1450)


def test_it_waits_with_a_parked_purchase(desk, person, till, gift):
    person.scan(gift)
    person.type("24.50")
    person.press(F11, F11)
    person.enter()
    assert person.find(QPushButton, "Uses: Gift voucher")
    person.enter()
    assert desk.till.newest(1)[0].due == 1450


def test_one_for_anybody_that_was_used_is_refused(desk, person, till, gift, sounds):
    desk.rewards.use(gift)
    person.scan(gift)
    assert f"Voucher {shown(gift)} was used before." in person.reads()
    assert sounds.heard[-1] == "refused"
    assert person.names(QPushButton).count("Use: Gift voucher") == 0


def test_one_for_anybody_waits_until_the_new_customer_is_settled(person, till, gift):
    person.scan(FOREIGN)
    person.type("Olga")
    person.scan(gift)
    assert "Olga is not registered yet" in person.reads()
    person.press(ESC)
    assert till.counter.state is State.GUEST
    assert person.find(QPushButton, "Uses: Gift voucher")


@pytest.mark.parametrize(
    ("code", "said"),
    [(NO_VOUCHER, "There is no voucher V000-0000-0004."), (SPOILT_VOUCHER, "A character of the code V000-0000-0000")],
)
def test_what_is_no_voucher_of_ours_is_refused_in_the_desks_own_words(person, till, sounds, code, said):
    person.press(F8)
    person.type("5")
    person.scan(code)
    assert said in person.reads()
    assert (till.counter.state, sounds.heard) == (State.GUEST, ["refused"])


def test_letters_that_were_taken_for_figures_are_owned_up_to(desk, person, till):
    code = desk.rewards.redeem("coffee", card=ANNA).code
    while "0" not in code:
        code = desk.rewards.reprint(code).code
    person.scan(ANNA)
    person.type("5")
    person.scan(code)
    assert "Read as" not in person.reads()
    person.press(ESC)
    person.press(Qt.Key.Key_F2)
    person.type(shown(code.replace("0", "O")))
    assert till.counter.results.current.detail == shown(code)
    person.enter()
    assert f"Read as {shown(code)}" in person.reads()
    assert till._flows.selling.sale.vouchers == [code]


def test_what_is_left_of_one_for_money_is_told_in_the_list(desk, person, till, gift):
    desk.shop.load_programme(PROGRAMME + MORE.replace("bearer = true\n", ""))
    code = desk.rewards.redeem("gift", card=ANNA).code
    buy(desk, ANNA, 600, vouchers=(code,))
    person.scan(ANNA)
    person.press(F4)
    assert "€4.00 of €10.00 left" in person.reads()


def test_points_for_a_good_cause_are_thanked_for_and_nothing_is_printed(desk, anna, person, till):
    person.scan(ANNA)
    person.press(F4)
    person.tap(person.find(QPushButton, "Give now: Dogs without a home"))
    assert "€3.00 go to Animal shelter. Thank you!" in person.reads()
    assert person.window.findChild(PaperDialog) is None
    assert (desk.customers.see(anna).balance, till.counter.state) == (190, State.SALE)
    assert desk.customers.vouchers(anna)[0].state is VoucherState.USED


def test_a_voucher_for_a_full_stamp_card_tells_what_it_gives(desk, anna, person, till):
    desk.products.save(COFFEE)
    card = '[[stamp_card]]\nid = "cups"\nname = "Cups"\nevery = 1\ngives = { product = "COFFEE" }\nvalid_days = 30\n'
    desk.shop.load_programme(PROGRAMME + card)
    buy(desk, ANNA, 500)
    person.scan(ANNA)
    person.press(F4)
    assert "Cups\nfree: Coffee of the day · until 13 Apr 2026" in person.reads()
