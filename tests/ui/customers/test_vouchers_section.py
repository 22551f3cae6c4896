"""A customer's vouchers: printed, printed anew so that the old paper is void, and cancelled for their points."""

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.codes import shown
from loyaltydesk.model.purchases import VoucherState
from tests.shop import PROGRAMME, buy, join
from ui.theme.buttons import Button


@pytest.fixture
def vouchers(her_page):
    her_page.show_section(her_page.vouchers)
    return her_page.vouchers


@pytest.fixture
def printed(her_page):
    shown = []
    her_page.press.show_vouchers = shown.append
    return shown


@pytest.fixture
def hers(desk, anna):
    return lambda: desk.customers.vouchers(anna)


def balance(desk, anna):
    return desk.customers.statement(anna).balance


def test_a_voucher_is_shown_with_its_state_and_last_day(vouchers, hers):
    model = vouchers.table.rows_model
    words = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(5)]
    assert words[2] == shown(hers()[0].code)
    assert [words[0], words[1], words[3], words[4]] == ["Free coffee", "Open", "17 Mar 2026", "16 Apr 2026"]


def test_it_is_printed_as_it_is(vouchers, hers, printed, person):
    before = hers()
    person.tap(person.find(Button, "Print"))
    assert [[face.code for face in faces] for faces in printed] == [[before[0].code]]
    assert hers() == before


def test_several_open_ones_are_printed_together(desk, anna, her_page, vouchers, hers, printed, person):
    assert not vouchers.all_button.isVisible()
    desk.rewards.redeem("coffee", customer=anna)
    her_page.open(anna)
    her_page.show_section(vouchers)
    person.tap(vouchers.all_button)
    assert [{face.code for face in faces} for faces in printed] == [{each.code for each in hers()}]
    assert len(hers()) == 2


def test_it_is_printed_anew_and_the_old_paper_is_void(vouchers, hers, printed, person):
    old = hers()[0]
    person.tap(person.find(Button, "Print anew"))
    assert "counts no more" in person.reads()
    assert printed == []
    person.tap(person.find(Button, "Print it"))
    new, before = hers()
    assert (before.code, before.state) == (old.code, VoucherState.REPRINTED)
    assert new.state is VoucherState.OPEN
    assert len(printed) == 1
    assert vouchers.table.current().code == new.code


def test_it_is_cancelled_and_its_points_come_back(desk, anna, vouchers, hers, person):
    before = balance(desk, anna)
    person.tap(person.find(Button, "Cancel"))
    assert "50 points go back to the customer" in person.reads()
    person.tap(person.find(Button, "Cancel the voucher"))
    assert hers()[0].state is VoucherState.CANCELLED
    assert balance(desk, anna) == before + 50
    assert not vouchers.cancel_button.isEnabled()


def next_time(desk) -> tuple[str, str]:
    """Somebody with a voucher of ten euros that a purchase brought: id and code."""
    desk.shop.load_programme(
        f'{PROGRAMME}\n[[next_purchase]]\nid = "n"\nname = "Ten off"\ngives = {{ money = "10.00" }}\n'
    )
    customer, card = join(desk, "Jānis")
    code = buy(desk, card, 100).issued[0].code
    desk.shop.load_programme(PROGRAMME)
    return customer, code


def test_what_is_left_of_one_for_money_is_told_and_it_cannot_be_cancelled_any_more(desk, clock, page, person):
    customer, code = next_time(desk)
    buy(desk, "", 600, customer=customer, vouchers=(code,))
    page.open_customer(customer)
    page.customer.show_section(page.customer.vouchers)
    section = page.customer.vouchers
    assert section.table.rows_model.index(0, 0).data() == "Ten off: €4.00 of €10.00 left"
    assert [section.reprint_button.isEnabled(), section.cancel_button.isEnabled()] == [True, False]


def test_one_that_cost_nothing_is_cancelled_without_a_word_of_points(desk, page, person):
    customer, _code = next_time(desk)
    page.open_customer(customer)
    page.customer.show_section(page.customer.vouchers)
    person.tap(person.find(Button, "Cancel"))
    assert "The paper counts no more." in person.reads().splitlines()


def test_escape_cancels_nothing(vouchers, hers, person):
    person.tap(person.find(Button, "Cancel"))
    person.press(Qt.Key.Key_Escape)
    assert hers()[0].state is VoucherState.OPEN
    assert vouchers.isVisible()


def test_one_that_is_used_or_over_has_nothing_to_press(desk, clock, her_page, vouchers, hers, session):
    session.do(lambda desk: desk.rewards.use(hers()[0].code))
    assert not any(b.isEnabled() for b in (vouchers.print_button, vouchers.reprint_button, vouchers.cancel_button))


def test_one_used_meanwhile_is_refused_in_place(desk, vouchers, hers, person):
    person.tap(person.find(Button, "Cancel"))
    desk.rewards.use(hers()[0].code)  # at another till: this window has not heard of it
    person.tap(person.find(Button, "Cancel the voucher"))
    assert "was used before" in person.reads()


def test_somebody_without_vouchers_is_told_where_they_come_from(desk, page, person):
    page.open_customer(join(desk, "Jānis")[0])
    page.customer.show_section(page.customer.vouchers)
    assert "No vouchers yet" in person.reads()
