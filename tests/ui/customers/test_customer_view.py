"""A customer's own page: who it is on top, one section at a time, and what was done is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from loyaltydesk.model.customers import Profile
from tests.shop import buy, join
from ui.theme.text import ElidedLabel


def test_sections_are_turned_by_key_and_another_customer_begins_at_the_first(anna, desk, page, person):
    page.open_customer(anna)
    view = page.customer
    window = page.window().windowHandle()
    after_voices = (view.pledges, view.household, view.account, view.profile)
    for section in (view.cards, view.statement, view.vouchers, view.voices, *after_voices):
        QTest.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        assert view.shown is section
    QTest.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.shown is view.account
    page.open_customer(anna)
    assert view.shown is view.account
    page.open_customer(join(desk, "Jānis")[0])
    assert view.shown is view.profile


def test_what_was_done_is_said_until_something_else_is_looked_at(anna, page, person, session):
    page.open_customer(anna)
    page.customer.show_section(page.customer.account)
    page.customer.account.block_button.click()
    assert "The customer is blocked." in person.reads()
    page.customer.show_section(page.customer.cards)
    assert "The customer is blocked." not in person.reads()


def test_what_was_done_is_not_said_beside_what_was_refused(anna, page, person):
    page.open_customer(anna)
    view = page.customer
    for section, refuse in (
        (view.cards, lambda: view.cards.ask_to_link("12") or view.cards.question.answer()),
        (view.account, view.account.adjusting.change),
        (view.profile, lambda: view.profile.form._fields["phone"].setText("abc") or view.profile.save()),
    ):
        view.show_section(section)
        view.say("The card is linked.")
        refuse()
        assert "The card is linked." not in person.reads()


def test_the_head_says_who_it_is(desk, page, person):
    customer, card = join(desk, "Anna Kowalska", phone="+37120012345", company="Rīts")
    page.open_customer(customer)
    words = [each.text().replace("\N{NO-BREAK SPACE}", " ") for each in page.customer.findChildren(ElidedLabel)]
    grouped = f"{card[:4]} {card[4:8]} {card[8:12]} {card[12:]}"
    assert words[:2] == ["Anna Kowalska", f"Rīts · +37120012345 · {grouped}"]


@pytest.mark.parametrize(("cents", "tier"), [(100, ""), (20_000, "Silver"), (60_000, "Gold")])
def test_the_tier_is_a_chip_where_there_is_one(desk, page, cents, tier):
    customer, card = join(desk)
    buy(desk, card, cents)
    page.open_customer(customer)
    assert (page.customer._tier.text() if page.customer._tier.isVisible() else "") == tier


def test_a_customer_without_a_name_is_called_by_the_company(desk, page, session):
    customer, _card = join(desk)
    page.open_customer(customer)
    session.do(lambda desk: desk.customers.change(customer, Profile(company="SIA Rīts")))
    assert page.customer._name.text() == "SIA Rīts"


def test_everything_that_is_kept_is_a_press_away(desk, page, person):
    customer, _card = join(desk, "Anna")
    page.open_customer(customer)
    seen = []
    page.customer.press.show = lambda document, title: seen.append((len(document.pages), title))
    person.tap(page.customer.dossier_button)
    assert seen == [(1, "What is kept about Anna")]


def test_a_greeting_card_is_a_press_away(qtbot, anna, page, person):
    page.open_customer(anna)
    page.wanted.disconnect()  # this window has no other page
    with qtbot.waitSignal(page.wanted) as wanted:
        person.tap(page.customer.greeting_button)
    assert wanted.args == ["greetings", anna]
