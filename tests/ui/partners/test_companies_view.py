"""Companies on the screen: found, registered, and each of their cards seen to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from loyaltydesk.model.cards import CardState
from loyaltydesk.model.companies import LONGEST_HOLDER
from loyaltydesk.model.customers import Profile
from ui.theme.tokens import density_for


@pytest.fixture
def view(page):
    return page.go("companies")


def _fill(form, **told):
    for name, text in told.items():
        form.fields[name].setText(text)


def _row(view, number):
    return next(each for each in view.panel.cards.table.rows_model.rows if each.card.number == number)


def test_a_company_is_found_by_tax_number_and_shown_with_its_cards(person, view, desk):
    desk.companies.register(Profile(company="Harbour Books"))
    view.session.changed.emit()
    person.type("40003")
    assert [each.profile.company for each in view.list.listing.rows.rows] == ["SIA Baltais Ledus"]
    assert "Anna Kalniņa" in person.reads()
    assert "42 points · 1 purchase in 12 months · €42.50" in person.reads()
    cards = {row.card.number: (row.holder, row.spent) for row in view.panel.cards.table.rows_model.rows}
    assert cards == {"ICE-0001": ("Jānis", 4250), "ICE-0002": ("", 0)}


def test_what_was_looked_for_and_not_found_is_the_name_of_a_new_one(person, view, desk):
    person.type("Riverside Yoga")
    assert "No such company" in person.reads()
    person.tap(view.new_button)
    form = view.form
    assert form.fields["company"].text() == "Riverside Yoga"
    _fill(form, name="Laura", tax_id="526-025-02-74", card="yoga-0001", holder="Laura <b>")
    person.tap(form.save_button)
    (company,) = desk.companies.find("Riverside")
    assert view.list.company == company.id
    assert (company.profile.name, company.profile.tax_id) == ("Laura", "526-025-02-74")
    assert [(each.card.number, each.holder) for each in desk.companies.get(company.id).cards] == [
        ("YOGA-0001", "Laura <b>")
    ]


@pytest.mark.parametrize(
    ("told", "field", "sentence"),
    [
        ({}, "company", "Type the name of the company."),
        ({"company": "x", "phone": "abc"}, "phone", "This is no phone number."),
        ({"company": "x", "email": "abc"}, "email", "This is no e-mail address."),
        ({"company": "x", "card": "ice-0001"}, "card", "Card ICE-0001 is in use already."),
        ({"company": "x", "card": "x"}, "card", "A card number has 4 to 48 characters; X has not."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(person, view, desk, told, field, sentence):
    view.ask_for_new()
    _fill(view.form, **told)
    person.tap(view.form.save_button)
    assert view.form.rows[field].field.accessibleDescription() == sentence
    assert view.form.rows[field].field.hasFocus()
    assert desk.companies.count() == 1


def test_a_doubtful_tax_number_is_a_hint_and_is_kept(person, view, desk):
    view.ask_for_new()
    _fill(view.form, company="Yoga", tax_id="PL5260250275")
    assert view.form.fields["tax_id"].accessibleDescription().startswith("The check digit does not fit")
    person.tap(view.form.save_button)
    (company,) = desk.companies.find("Yoga")
    assert company.profile.tax_id == "PL5260250275"
    assert "The check digit does not fit: is a digit mistyped? (Poland)" in person.reads()


def test_a_tax_number_that_another_company_has_is_told(view):
    view.ask_for_new()
    _fill(view.form, tax_id="4000 300 9497")
    assert view.form.fields["tax_id"].accessibleDescription() == "SIA Baltais Ledus has this number already."


def test_escape_leaves_the_form_then_the_search(person, view):
    person.type("sia")
    person.tap(view.new_button)
    person.press(Qt.Key.Key_Escape)
    assert view.panel.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert view.list.search.text() == ""


def test_who_carries_a_card_is_asked_in_place(person, view, desk, ice):
    cards = view.panel.cards
    cards.table.choose(_row(view, "ICE-0002").card.id)
    person.tap(cards.holder_button)
    assert person.focus == "Who carries it"
    person.type("Kristaps")
    person.enter()
    assert _row(view, "ICE-0002").holder == "Kristaps"
    assert not cards.question.is_asked
    assert cards.new_holder.maxLength() == LONGEST_HOLDER


def test_a_card_is_blocked_and_unblocked(person, view):
    cards = view.panel.cards
    cards.table.choose(_row(view, "ICE-0001").card.id)
    person.tap(cards.block_button)
    assert _row(view, "ICE-0001").card.state is CardState.BLOCKED
    assert cards.block_button.accessibleName() == "Unblock"
    person.tap(cards.block_button)
    assert _row(view, "ICE-0001").card.state is CardState.ACTIVE


def test_a_replaced_card_can_only_be_looked_at(view, desk):
    desk.cards.replace("ICE-0001", "ICE-0003")
    view.session.changed.emit()
    cards = view.panel.cards
    cards.table.choose(_row(view, "ICE-0001").card.id)
    assert not cards.block_button.isEnabled()
    cards.table.opened.emit(_row(view, "ICE-0001"))
    assert not cards.question.is_asked
    assert _row(view, "ICE-0003").holder == "Jānis"


def test_a_further_card_is_added_by_number_and_without_one(person, view, desk, ice):
    cards = view.panel.cards
    cards.number.setText("ice-0007")
    cards.holder.setText("Ilze")
    person.tap(cards.add_button)
    assert _row(view, "ICE-0007").holder == "Ilze"
    assert (cards.number.text(), cards.holder.text()) == ("", "")
    person.tap(cards.add_button)
    assert len(desk.companies.get(ice).cards) == 4


def test_a_card_that_is_somebodys_is_refused_and_stays_typed(person, view, desk, ice):
    view.panel.cards.number.setText("ICE-0001")
    person.tap(view.panel.cards.add_button)
    assert view.notice.accessibleName() == "Card ICE-0001 is in use already."
    assert view.panel.cards.number.text() == "ICE-0001"
    assert len(desk.companies.get(ice).cards) == 2


def test_a_company_that_is_forgotten_gives_way(person, view, desk, ice):
    desk.customers.erase(ice)
    view.session.changed.emit()
    assert "No companies yet" in person.reads()
    assert "No company is chosen" in person.reads()


def test_a_lost_card_is_replaced_by_the_one_that_is_scanned(person, view, desk):
    cards = view.panel.cards
    cards.table.choose(_row(view, "ICE-0001").card.id)
    person.tap(cards.replace_button)
    assert person.focus == "Number of the new card"
    cards.take_card("ICE-0002")
    person.enter()
    assert view.notice.accessibleName() == "Card ICE-0002 is in use already."
    assert cards.new_number.text() == "ICE-0002"  # to be mended
    cards.new_number.setText("ICE-0009")
    person.enter()
    assert (_row(view, "ICE-0001").card.replaced_by, _row(view, "ICE-0009").holder) == ("ICE-0009", "Jānis")
    assert cards.number.text() == ""


def test_no_column_of_the_cards_is_beyond_the_edge_with_large_letters(person, view, theme):
    person.window.resize(1280, 720)
    theme.set(density=density_for(720, 150), text_percent=150)
    QApplication.processEvents()
    table = view.panel.cards.table
    assert table.horizontalHeader().length() <= table.viewport().width()
