"""The way through the page: list, customer, new; by key, by scan and from another page; and always back."""

from unittest.mock import Mock

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.refusals import UnknownCustomer
from tests.shop import PROGRAMME, join
from ui.theme.buttons import Button
from ui.theme.forms import Field

FREE = "9810000000013"


def test_escape_leads_from_the_customer_to_the_list_and_then_on(anna, page, person):
    page.open_customer(anna)
    person.press(Qt.Key.Key_Escape)
    assert page.list.isVisible()
    page.list.search.setText("nobody")
    person.press(Qt.Key.Key_Escape)
    assert page.list.search.text() == ""
    assert not page.go_back()


def test_the_back_button_leads_to_the_list_with_the_customer_chosen(anna, desk, page, person):
    join(desk, "Aaron")
    page.list.reload()
    page.list.search.setFocus()
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    person.tap(page.customer.back_button)
    assert page.list.table.current().id == anna


def test_the_list_is_read_anew_on_the_way_back_only_when_something_changed(anna, desk, page, session, monkeypatch):
    read = Mock(wraps=page.list.listing.read_again)
    monkeypatch.setattr(page.list.listing, "read_again", read)
    page.open_customer(anna)
    page.customer.go_back()
    assert not read.called
    page.open_customer(anna)
    session.do(lambda desk: join(desk, "Aaron"))
    page.customer.go_back()
    assert read.call_count == 1
    assert page.list.listing.rows.rows[0].profile.name == "Aaron"


def test_another_page_leads_to_a_customer(anna, page, person):
    page.open(anna)
    assert "Anna Kowalska" in person.reads()


def test_a_customer_who_is_gone_is_said_above_the_list(anna, desk, page, person):
    desk.customers.erase(anna)
    page.open_customer(anna)
    assert page.list.isVisible()
    assert "There is no such customer." in person.reads()


def test_a_customer_who_goes_while_shown_gives_way_to_the_list(anna, page, session):
    page.open_customer(anna)
    session.do(lambda desk: desk.customers.erase(anna))
    session.changed.emit()
    assert page.list.isVisible()
    with pytest.raises(UnknownCustomer):
        session.ask(lambda desk: desk.customers.get(anna))


def test_a_change_at_the_till_shows_on_the_customers_page(anna, page, person, session):
    page.open_customer(anna)
    session.do(lambda desk: desk.customers.adjust(anna, 1000, reason="x"))
    assert "1,260" in person.reads()


# --- scans


def test_a_scanned_card_opens_its_customer(anna, desk, page, person, sounds):
    person.scan(desk.customers.card_number(anna))
    assert page.customer.customer == anna
    assert page.customer.shown is page.customer.profile
    assert sounds.heard == ["found"]


def test_a_scanned_voucher_opens_its_customer_at_the_vouchers(anna, desk, page, person, sounds):
    person.scan(desk.customers.vouchers(anna)[0].code)
    assert page.customer.customer == anna
    assert page.customer.shown is page.customer.vouchers
    assert sounds.heard == ["found"]


@pytest.mark.parametrize(
    ("code", "said"),
    [("V00000000004", "There is no voucher V000-0000-0004."), ("V00000000000", "A character of the code")],
)
@pytest.mark.parametrize("on_her_page", [False, True])
def test_what_looks_like_a_voucher_and_is_none_is_refused(anna, page, person, sounds, code, said, on_her_page):
    if on_her_page:
        page.open_customer(anna)
    person.scan(code)
    assert said in person.reads()
    assert not page.list.register.isVisible()
    assert sounds.heard == ["refused"]


def test_a_voucher_for_anybody_is_for_the_till(anna, desk, page, person, sounds):
    gift = '[[reward]]\nid = "gift"\nname = "Gift"\ncost = 50\ngives = { money = "10.00" }\nbearer = true\n'
    desk.shop.load_programme(PROGRAMME + gift)
    person.scan(desk.rewards.redeem("gift", customer=anna).code)
    assert "good for whoever brings it" in person.reads()
    assert (page.list.isVisible(), sounds.heard) == (True, ["refused"])


def test_a_scanned_card_of_somebody_else_opens_them(anna, desk, page, person):
    other, card = join(desk, "Jānis")
    page.open_customer(anna)
    person.scan(card)
    assert page.customer.customer == other


def test_a_scanned_card_of_the_one_shown_leads_to_the_cards(anna, desk, page, person):
    page.open_customer(anna)
    person.scan(desk.customers.card_number(anna))
    assert page.customer.shown is page.customer.cards
    assert not page.customer.cards.question.is_asked


@pytest.mark.parametrize("blank", [False, True])
def test_a_card_of_nobody_is_offered_for_registering(desk, page, person, sounds, blank):
    number = desk.cards.make(1)[0] if blank else FREE
    person.scan(number)
    assert page.list.isVisible()
    assert sounds.heard == ["unknown"]
    person.tap(person.find(Button, "Register with this card"))
    assert person.find(Field, "Card number").text() == number
    person.type("Jānis\r")
    assert desk.cards.owner(number).profile.name == "Jānis"


def test_a_code_that_can_be_no_card_is_refused_above_the_list(page, person, sounds):
    person.scan("9810000000014")
    assert "The last digit of 9810000000014 is wrong" in person.reads()
    assert not page.list.register.isVisible()
    assert sounds.heard == ["refused"]


def test_typing_takes_the_notice_away(page, person):
    person.scan("9810000000014")
    person.type("a")
    assert not page.list.notice.isVisible()


def test_the_page_makes_only_what_is_looked_at(page):
    assert "customer" not in vars(page)
    assert "new" not in vars(page)


def test_coming_back_to_the_page_shows_what_changed_meanwhile(anna, page, session, desk):
    page.hide()
    session.do(lambda desk: join(desk, "Aaron"))
    page.show()
    page.entered()
    assert [row.profile.name for row in page.list.listing.rows.rows] == ["Aaron", "Anna Kowalska"]
