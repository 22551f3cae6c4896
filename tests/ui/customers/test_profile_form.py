"""The form of a profile shows, gives back and refuses, each at its own field."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.refusals import BadRequest
from ui.customers.profile_form import ProfileForm

FULL = Profile(
    name="Jānis Bērziņš",
    phone="+37120012345",
    email="janis@example.com",
    birth_date="1990-03-14",
    name_day="Jānis",
    name_day_on="06-24",
    language="lv",
    company="SIA “Rīts”",
    tax_id="LV40000000000",
    note="Oat milk",
    consent="2026-03-14: Agrees to the programme rules",
    address="Brīvības iela 12-4, Rīga, LV-1010",
)


@pytest.fixture
def form(qtbot, theme, session):
    made = ProfileForm(theme, session)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def field(form, name):
    return next(row.field for key, row in form._rows.items() if key == name)


def said(form):
    return [each.text() for each in form.findChildren(QLabel) if each.isVisible() and each.property("tone") == "danger"]


@pytest.mark.parametrize("profile", [FULL, Profile(), replace(FULL, birth_date="--02-29", consent="", language="")])
def test_what_is_shown_comes_back(form, profile):
    form.show_profile(profile)
    assert form.profile() == profile
    assert not form.is_changed


def test_a_language_we_do_not_speak_is_kept_while_no_other_is_chosen(form):
    form.show_profile(replace(FULL, language="fi"))
    assert form.profile().language == "fi"
    field(form, "language").choose("ru")
    assert form.profile().language == "ru"


@pytest.mark.parametrize("name", ["name", "phone", "email", "birth_date", "name_day", "address", "company", "tax_id"])
def test_every_field_that_is_typed_in_is_a_change(qtbot, form, name):
    form.show_profile(FULL)
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(field(form, name), "x")
    assert form.is_changed


def test_language_note_and_consent_are_changes_too(qtbot, form):
    for change in (
        lambda: field(form, "language").chosen.emit(field(form, "language").choose("ru")),
        lambda: qtbot.keyClicks(field(form, "note"), "x"),
        lambda: form._consent.button.click(),
    ):
        form.show_profile(FULL)
        with qtbot.waitSignal(form.edited):
            change()
        assert form.is_changed


def test_enter_sends_the_form_from_a_line_and_from_the_note(qtbot, form):
    for name in ("name", "tax_id", "note"):
        with qtbot.waitSignal(form.submitted):
            qtbot.keyClick(field(form, name), Qt.Key.Key_Return)
    assert form.profile().note == ""


def test_tab_leads_through_the_fields_in_reading_order_and_out_of_the_note(qtbot, form):
    form.start()
    seen = []
    for _step in range(12):
        seen.append(form.focusWidget().accessibleName())
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert seen == [
        "Name",
        "Phone",
        "E-mail",
        "Birthday",
        "Name day of",
        "Name day",
        "Address",
        "Company",
        "Tax number",
        "Language",
        "Note",
        "Agrees today",
    ]


@pytest.mark.parametrize(
    ("name", "reason", "words"),
    [
        ("name", "too_long", "“Name” is too long."),
        ("phone", "phone_unreadable", "This is no phone number."),
        ("email", "email_unreadable", "This is no e-mail address."),
        (
            "birth_date",
            "date_unreadable",
            "This is no date of birth. Write it as 14.03.1990, or 14.03 without the year.",
        ),
        ("name_day_on", "name_day_unreadable", "Write the day and the month, as in 14.03."),
        ("note", "too_long", "“Note” is too long."),
    ],
)
def test_a_refusal_stands_at_its_field_in_words_of_the_form(form, name, reason, words):
    assert form.refuse(BadRequest(name, reason))
    assert said(form) == [words]
    assert field(form, name) in (form.focusWidget(), form.focusWidget().parentWidget())
    form.accept()
    assert said(form) == []


def test_a_refusal_of_something_else_is_not_of_this_form(form):
    assert not form.refuse(BadRequest("card", "card_blank"))


def test_a_birthday_that_is_none_is_a_change_and_is_refused(form):
    form.show_profile(FULL)
    field(form, "birth_date").setText("31.02")
    assert form.is_changed
    with pytest.raises(BadRequest):
        form.profile()


def test_hostile_text_is_shown_as_it_is_and_moves_nothing(form):
    before = form.minimumSizeHint()
    hostile = "<b>x</b> & \u202eabc " + "😀" * 200
    form.show_profile(replace(FULL, name=hostile, company=hostile, note=hostile))
    assert form.profile().name == hostile
    assert form.minimumSizeHint() == before


def test_long_consent_wraps(form):
    form.show_profile(replace(FULL, consent="Agrees " * 60))
    assert form.profile().consent == "Agrees " * 60
    assert form.minimumSizeHint().width() < 700


def test_consent_is_given_today_and_taken_back(form, clock):
    form.show_profile(replace(FULL, consent=""))
    assert form._consent.button.accessibleName() == "Agrees today"
    form._consent.button.click()
    assert form.profile().consent == "2026-03-14: Agrees to the programme rules and to greetings"
    form._consent.button.click()
    assert form.profile().consent == ""


def test_the_note_is_high_enough_for_three_lines_in_every_text_size(form, theme):
    for percent in (100, 150):
        theme.set(text_percent=percent)
        note = form.findChild(QPlainTextEdit)
        assert note.viewport().height() >= 3 * note.fontMetrics().lineSpacing()


def test_a_doubtful_tax_number_is_a_hint_that_comes_and_goes(form, qtbot):
    form.show_profile(replace(FULL, tax_id="LV40003009498"))
    tax = field(form, "tax_id")
    assert tax.accessibleDescription() == "The check digit does not fit: is a digit mistyped? (Latvia)"
    assert form.profile().tax_id == "LV40003009498"
    qtbot.keyClick(tax, Qt.Key.Key_End)
    qtbot.keyClick(tax, Qt.Key.Key_Backspace)
    qtbot.keyClicks(tax, "7")
    assert tax.accessibleDescription() == ""
    form.show_profile(replace(FULL, tax_id="LV123"))
    assert tax.accessibleDescription() == "Tax numbers there look different: is a digit missing? (Latvia)"
    form.show_profile(Profile())
    assert tax.accessibleDescription() == ""
