"""Vouchers, rewards and points within the purchase: the cost is shown before Enter, refusals in place."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSpinBox

from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.codes import shown
from loyaltydesk.model.purchases import VoucherState
from loyaltydesk.model.refusals import VoucherNotUsable
from tests.shop import buy
from tests.ui.till.cards import ANNA, JANIS
from ui.paper.dialog import PaperDialog
from ui.till.counter import State

F4, UP, DOWN, ESC, ENTER = (
    Qt.Key.Key_F4,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Return,
)


@pytest.fixture
def voucher(desk, anna) -> str:
    """A voucher of Anna's for five euros."""
    return desk.rewards.redeem("five", card=ANNA).code


def test_f4_and_enter_take_the_first_thing_and_go_back_to_the_amount(desk, person, till):
    person.scan(ANNA)
    person.press(F4)
    assert person.focus == "Use: Free coffee"
    person.enter()
    assert (till.counter.customer.is_choosing, person.focus) == (False, "Purchase amount")
    assert "−50 points" in person.reads()
    assert person.find(QPushButton, "Uses: Free coffee").isChecked()
    person.type("10\r")
    bought = desk.till.newest(1)[0]
    assert (bought.spent, bought.due) == (50, 1000)
    assert "50 points used. The balance is 180." in person.reads()


def test_a_free_coffee_alone_needs_no_amount(desk, person, till):
    person.scan(ANNA)
    person.press(F4)
    person.enter()
    assert "210 → 160" in person.reads()
    person.enter()
    assert (desk.till.newest(1)[0].spent, desk.till.newest(1)[0].due) == (50, 0)


def test_the_cost_and_the_new_balance_are_shown_before_enter(person, till):
    person.scan(ANNA)
    person.type("20")
    person.press(F4, DOWN)
    assert person.focus == "Use: Five euros off"
    person.enter()
    assert {"+30 points", "210 → 120", "−120 points · to pay: €15.00"} <= set(person.reads().splitlines())


def test_the_arrows_lead_from_row_to_row_and_not_out_of_the_list(desk, person, till):
    before = desk.till.newest(1)
    person.scan(ANNA)
    person.type("20")
    person.press(F4, UP)
    assert person.focus == "Use: Free coffee"
    person.press(*[DOWN] * 9)
    assert person.focus == "Use: Points as money"
    person.enter()
    assert (desk.till.newest(1), person.focus) == (before, "Points to use as money")
    person.press(ENTER)
    assert person.focus == "Purchase amount"


def test_the_row_that_is_reached_is_in_sight(desk, person, till):
    buy(desk, ANNA, 100_000)
    for _ in range(4):
        desk.rewards.redeem("coffee", card=ANNA)
    person.scan(ANNA)
    person.press(F4, *[DOWN] * 9)
    last = person.find(QPushButton, "Use: Points as money")
    assert last.visibleRegion().boundingRect() == last.rect()


def test_what_is_used_is_left_again_by_the_same_way(person, till):
    person.scan(ANNA)
    for _ in range(2):
        person.press(F4)
        person.enter()
    assert not till._flows.selling.sale.uses_anything
    assert not person.find(QPushButton, "Rewards and points").isChecked()


def test_points_pay_as_much_as_they_can_and_that_can_be_changed(desk, person, till):
    person.scan(ANNA)
    person.type("20")
    person.press(F4)
    person.tap(person.find(QPushButton, "Use: Points as money"))
    spin = person.find(QSpinBox, "Points to use as money")
    assert (spin.value(), spin.hasFocus()) == (200, True)
    assert "pays €2.00" in person.reads()
    person.press(DOWN, ENTER)
    assert (till.counter.customer.is_choosing, person.focus) == (False, "Purchase amount")
    assert "−100 points · to pay: €19.00" in person.reads()
    person.enter()
    assert (desk.till.newest(1)[0].spent, desk.till.newest(1)[0].due) == (100, 1900)


def test_more_points_than_a_spin_box_can_count_can_be_used_all_the_same(desk, person, till):
    buy(desk, ANNA, 10**11)
    buy(desk, ANNA, 10**11)
    person.scan(ANNA)
    person.type("5000000000")
    person.press(F4)
    person.tap(person.find(QPushButton, "Use: Points as money"))
    assert "pays €" in person.reads()
    person.press(ENTER)
    person.enter()
    person.enter()
    assert desk.till.newest(1)[0].spent > 10**9


def test_too_few_points_for_the_bill_are_refused_in_place(person, till, sounds):
    person.scan(ANNA)
    person.type("0.50")
    person.press(F4)
    person.tap(person.find(QPushButton, "Use: Points as money"))
    assert "At least 100 points must be used at once." in person.reads()
    assert not till.counter.buy.record.isEnabled()
    assert sounds.heard[-1] == "refused"


def test_a_voucher_scanned_during_the_sale_is_used_in_it(desk, person, till, voucher, sounds):
    person.scan(ANNA)
    person.type("20")
    person.scan(voucher)
    assert "to pay: €15.00" in person.reads()
    assert (till.counter.buy.amount.minor, sounds.heard) == (2000, ["found", "found"])
    person.enter()
    assert desk.rewards.voucher(voucher).state is VoucherState.USED


def test_a_voucher_scanned_first_opens_its_holder_with_the_voucher_chosen(person, till, voucher):
    person.scan(voucher)
    assert till.counter.state is State.SALE
    assert "Anna Kowalska" in person.reads()
    assert person.find(QPushButton, "Uses: Five euros off")


def test_somebody_elses_voucher_is_refused_in_place_and_the_sale_goes_on(desk, person, till, janis, voucher, sounds):
    person.scan(JANIS)
    person.type("20")
    person.scan(voucher)
    assert f"Voucher {shown(voucher)} belongs to another customer." in person.reads()
    assert sounds.heard[-1] == "refused"
    person.enter()
    assert desk.till.newest(1)[0].due == 2000


def test_a_voucher_that_was_used_is_refused_but_its_holder_is_shown(desk, person, till, voucher):
    desk.rewards.use(voucher)
    person.scan(voucher)
    assert f"Voucher {shown(voucher)} was used before." in person.reads()
    assert till.counter.state is State.SALE


def test_a_reward_becomes_a_voucher_to_be_printed(desk, anna, person, till, qtbot):
    person.scan(ANNA)
    person.press(F4)
    person.tap(person.find(QPushButton, "As a voucher: Free coffee"))
    (open_voucher,) = desk.customers.vouchers(anna)
    assert (open_voucher.reward, desk.customers.see(anna).balance) == ("coffee", 160)
    dialog = person.window.findChild(PaperDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert till.counter.state is State.SALE
    assert "160" in person.reads()


def test_a_reward_that_is_used_up_meanwhile_is_refused_in_place(desk, person, till, monkeypatch):
    person.scan(ANNA)
    person.press(F4)

    def refuse(*_asked, **_named):
        raise VoucherNotUsable("27", "used")

    monkeypatch.setattr(desk.rewards, "redeem", refuse)
    person.tap(person.find(QPushButton, "As a voucher: Free coffee"))
    assert "Voucher 27 was used before." in person.reads()


def test_somebody_without_anything_has_no_button_and_f4_does_nothing(person, till, janis):
    person.scan(JANIS)
    person.press(F4)
    assert not till.counter.customer.is_choosing
    assert not till.counter.buy.spend.isVisible()
    assert not person.find(QPushButton, "Use reward").isEnabled()


def test_a_card_that_only_collects_cannot_spend(desk, person, till):
    desk.cards.give_role(ANNA, CardRole.EARN_ONLY)
    person.scan(ANNA)
    person.press(F4)
    assert not till.counter.customer.is_choosing


def test_escape_leaves_the_list_and_keeps_the_sale(person, till):
    person.scan(ANNA)
    person.type("5")
    person.press(F4, ESC)
    assert (till.counter.state, till.counter.customer.is_choosing) == (State.SALE, False)
    assert (till.counter.buy.amount.minor, person.focus) == (500, "Purchase amount")


def test_figures_typed_on_a_button_go_to_the_amount(person, till):
    person.scan(ANNA)
    person.press(F4)
    person.type("7.5")
    assert (till.counter.buy.amount.minor, person.focus) == (750, "Purchase amount")


# --- prompts


def test_a_prompt_for_a_reward_takes_it(person, till):
    person.scan(ANNA)
    person.tap(person.find(QPushButton, "Use now: Enough points for: Five euros off"))
    assert person.find(QPushButton, "Uses: Five euros off")
    assert "Enough points for" not in person.reads()
    assert person.focus == "Purchase amount"


def test_a_prompt_for_a_voucher_that_ends_uses_it(desk, clock, person, till):
    code = desk.rewards.redeem("coffee", card=ANNA).code
    clock.forward(days=27)
    person.scan(ANNA)
    person.tap(person.find(QPushButton, "Use now: Free coffee: ends in 3 days"))
    assert till._flows.selling.sale.vouchers == [code]


def test_a_prompt_for_points_that_end_uses_them(desk, clock, anna, person, till):
    buy(desk, ANNA, 10_000)
    clock.to("2027-02-10T10:00:00")
    person.scan(ANNA)
    person.type("50")
    person.tap(person.find(QPushButton, "Use now: 20 points"))
    assert "−400 points" in person.reads()


def test_what_was_said_is_noted_and_not_said_again(desk, clock, person, till, janis):
    person.scan(JANIS)
    person.tap(person.find(QPushButton, "Told: First purchase with the card"))
    assert "First purchase with the card" not in person.reads()
    person.press(ESC)
    person.scan(JANIS)
    assert "Nothing in particular today" in person.reads()


def test_a_birthday_is_wished_once(desk, anna, person, till):
    profile = desk.customers.get(anna).profile
    desk.customers.change(anna, replace(profile, birth_date="--03-15"))
    person.scan(ANNA)
    person.tap(person.find(QPushButton, "Wished: Birthday tomorrow"))
    assert "Birthday tomorrow" not in person.reads()
