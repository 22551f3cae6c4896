"""Fields keep their text clear of what stands in them, tell their names, and say in place what is wrong."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.theme.forms import Choice, Field, FormRow
from ui.theme.text import label

LANGUAGES = [("en", "English"), ("lv", "Latviešu"), ("ru", "Русский")]


def test_text_stays_clear_of_the_sign_in_front_at_every_size(qtbot, theme):
    sign = label("PLN", "prefix")
    field = Field(theme, "Amount", kind="amount", lead=sign)
    qtbot.addWidget(field)
    field.resize(300, 64)
    field.show()
    for percent in (100, 150):
        theme.set(text_percent=percent)
        assert field.textMargins().left() >= sign.sizeHint().width()
        assert sign.geometry().right() <= field.textMargins().left() + 16


def test_a_click_on_the_sign_is_a_click_into_the_field(qtbot, theme):
    sign = label("€", "prefix")
    field = Field(theme, "Amount", lead=sign)
    qtbot.addWidget(field)
    assert sign.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert field.accessibleName() == "Amount"


def test_a_row_of_a_form_says_what_is_wrong_and_then_its_hint_again(qtbot, theme):
    row = FormRow(theme, Field(theme, "Name"), text="Name", hint="as on the card")
    qtbot.addWidget(row)
    row.refuse("Please type a name.")
    note = row.findChildren(QLabel)[1]
    assert (note.text(), note.property("tone"), row.field.property("state")) == (
        "Please type a name.",
        "danger",
        "error",
    )
    assert row.field.accessibleDescription() == "Please type a name."
    row.accept()
    assert (note.text(), note.property("tone"), row.field.property("state")) == ("as on the card", "", "")


def test_the_name_of_a_row_belongs_to_its_field(qtbot, theme):
    field = Field(theme, "Name")
    row = FormRow(theme, field, text="Name")
    qtbot.addWidget(row)
    assert row.findChildren(QLabel)[0].buddy() is field


@pytest.fixture
def choice(qtbot, theme):
    made = Choice("Language", LANGUAGES, current="lv")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_a_choice_tells_what_a_person_picked_and_not_what_the_program_set(qtbot, choice):
    told = []
    choice.chosen.connect(told.append)
    choice.choose("en")
    assert choice.current() == "en"
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told == ["lv"]


def test_a_choice_there_is_not_is_refused(choice):
    with pytest.raises(ValueError, match="de"):
        choice.choose("de")


def test_every_row_of_a_choice_is_as_high_as_a_finger_needs(choice):
    assert choice.view().sizeHintForRow(0) >= 44
