"""What a customer told us is changed in place, refused in place, and not lost by leaving."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.shop import join
from ui.theme.forms import Field


@pytest.fixture
def type_into(person, her_page):
    def write(name, text):
        field = person.find(Field, name)
        field.setFocus()
        field.selectAll()
        person.type(text)

    return write


def test_what_is_kept_is_shown(her_page, person):
    assert [person.find(Field, name).text() for name in ("Name", "Phone", "E-mail", "Birthday")] == [
        "Anna Kowalska",
        "+37120012345",
        "anna@example.com",
        "14.03.1990",
    ]
    assert not her_page.profile.save_button.isEnabled()


def test_enter_saves_and_says_so(desk, anna, her_page, person, type_into):
    type_into("Name", "Anna Nowak")
    assert her_page.profile.save_button.isEnabled()
    person.enter()
    assert desk.customers.get(anna).profile.name == "Anna Nowak"
    assert "Saved" in person.reads()
    assert not her_page.profile.is_changed
    assert her_page._name.text() == "Anna Nowak"


def test_ctrl_s_saves_wherever_the_focus_is_in_the_form(desk, anna, her_page, person, type_into):
    type_into("Company", "Rīts")
    her_page.profile.form._note.setFocus()
    QTest.keyClick(her_page.window().windowHandle(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.customers.get(anna).profile.company == "Rīts"


def test_a_phone_is_kept_and_shown_in_one_form(desk, anna, her_page, person, type_into):
    type_into("Phone", "+371 2999-8888")
    person.enter()
    assert desk.customers.get(anna).profile.phone == "+37129998888"
    assert person.find(Field, "Phone").text() == "+37129998888"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("Name", "x" * 121, "“Name” is too long."),
        ("Phone", "abc", "This is no phone number."),
        ("E-mail", "nonsense", "This is no e-mail address."),
        ("Birthday", "31.02", "This is no date of birth. Write it as 14.03.1990, or 14.03 without the year."),
        ("Company", "x" * 501, "“Company” is too long."),
        ("Tax number", "x" * 121, "“Tax number” is too long."),
        ("Name day of", "x" * 121, "“Name day of” is too long."),
    ],
)
def test_every_refusal_stands_at_its_field_and_nothing_is_changed(
    desk, anna, her_page, person, type_into, name, typed, sentence
):
    before = desk.customers.get(anna).profile
    type_into(name, typed)
    person.enter()
    assert sentence in person.reads()
    assert person.focus == name
    assert desk.customers.get(anna).profile == before
    assert person.find(Field, name).text() == typed


def test_a_mended_field_is_taken_and_the_complaint_goes(desk, anna, her_page, person, type_into):
    type_into("E-mail", "nonsense")
    person.enter()
    type_into("E-mail", "anna@nowak.pl")
    person.enter()
    assert "This is no e-mail address." not in person.reads()
    assert desk.customers.get(anna).profile.email == "anna@nowak.pl"


def test_undo_brings_back_what_is_kept(her_page, person, type_into):
    type_into("Name", "Anna Nowak")
    person.tap(person.find(QPushButton, "Undo"))
    assert person.find(Field, "Name").text() == "Anna Kowalska"
    assert not her_page.profile.is_changed


def test_leaving_with_changes_asks_and_saves(desk, anna, page, her_page, person, type_into):
    type_into("Name", "Anna Nowak")
    person.press(Qt.Key.Key_Escape)
    assert "Some changes are not saved yet." in person.reads()
    assert her_page.isVisible()
    person.tap(person.find(QPushButton, "Save"))
    assert page.list.isVisible()
    assert desk.customers.get(anna).profile.name == "Anna Nowak"


def test_leaving_with_changes_can_drop_them(desk, anna, page, her_page, person, type_into):
    type_into("Name", "Anna Nowak")
    person.tap(her_page.back_button)
    person.tap(person.find(QPushButton, "Do not save"))
    assert page.list.isVisible()
    assert desk.customers.get(anna).profile.name == "Anna Kowalska"
    page.open_customer(anna)
    assert not her_page.profile.is_changed


def test_leaving_can_be_thought_better_of(page, her_page, person, type_into):
    type_into("Name", "Anna Nowak")
    person.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert her_page.isVisible()
    assert "Some changes are not saved yet." not in person.reads()
    assert person.find(Field, "Name").text() == "Anna Nowak"


def test_what_cannot_be_saved_is_not_left(desk, page, her_page, person, type_into):
    type_into("E-mail", "nonsense")
    person.press(Qt.Key.Key_Escape)
    person.tap(person.find(QPushButton, "Save"))
    assert her_page.isVisible()
    assert "This is no e-mail address." in person.reads()


def test_somebody_else_is_opened_only_after_the_question(desk, page, her_page, person, type_into):
    other = join(desk, "Jānis")[0]
    type_into("Name", "Anna Nowak")
    page.open_customer(other)
    assert "Some changes are not saved yet." in person.reads()
    person.tap(person.find(QPushButton, "Do not save"))
    assert her_page.customer == other
    assert person.find(Field, "Name").text() == "Jānis"


def test_the_question_leads_back_to_the_form_from_another_section(her_page, person, type_into):
    type_into("Name", "Anna Nowak")
    her_page.show_section(her_page.statement)
    person.press(Qt.Key.Key_Escape)
    assert her_page.shown is her_page.profile
    assert "Some changes are not saved yet." in person.reads()


def test_a_change_elsewhere_leaves_alone_what_is_being_typed(desk, anna, her_page, session, person, type_into):
    type_into("Name", "Anna No")
    session.do(lambda desk: desk.customers.adjust(anna, 5, reason="x"))
    assert person.find(Field, "Name").text() == "Anna No"
    assert her_page.profile.is_changed


def test_a_full_disk_is_said_in_place(monkeypatch, desk, her_page, person, type_into):
    from loyaltydesk.model.refusals import DiskFull

    def full(*_asked):
        raise DiskFull("shop.db")

    monkeypatch.setattr(desk.customers, "change", full)
    type_into("Name", "Anna Nowak")
    person.enter()
    assert "The disk is full" in person.reads()
    assert her_page.profile.is_changed
