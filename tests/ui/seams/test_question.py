"""A question in place: asked, answered once, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.seams.question import Answer, Question
from ui.theme.buttons import Button
from ui.theme.forms import Field

MARKUP = "<b>Cancel</b> & go?"


@pytest.fixture
def question(qtbot, theme):
    made = Question(theme)
    qtbot.addWidget(made)
    return made


def buttons(question):
    return [each.accessibleName() for each in question.findChildren(Button) if each.isVisibleTo(question)]


def test_it_is_hidden_until_something_is_asked(qtbot, question):
    assert not question.is_asked
    with qtbot.waitSignal(question.asked) as caught:
        question.ask(MARKUP, [Answer("Do it", lambda: None)], detail="Really")
    assert caught.args == [True]
    words = [each.text() for each in question.findChildren(QLabel) if each.isVisibleTo(question)]
    assert words == [MARKUP, "Really"]
    assert buttons(question) == ["Do it", "Go back"]
    assert question.accessibleName() == MARKUP


def test_an_answer_is_carried_out_once_and_the_question_is_gone(qtbot, question):
    done = []
    (yes,) = question.ask("Sure?", [Answer("Yes", lambda: done.append(question.is_asked))])
    with qtbot.waitSignal(question.asked) as caught:
        yes.click()
    assert caught.args == [False]
    assert done == [False]
    assert buttons(question) == []


def test_going_back_does_nothing_else(question):
    question.ask("Sure?", [Answer("Yes", lambda: pytest.fail("this was not the answer"))])
    assert question.withdraw()
    assert not question.withdraw()


def test_a_new_question_takes_the_place_of_the_old_one(question):
    question.ask("First?", [Answer("One", lambda: None), Answer("Two", lambda: None)], detail="x")
    question.ask("Second?", [Answer("Three", lambda: None)])
    assert buttons(question) == ["Three", "Go back"]
    assert [each.text() for each in question.findChildren(QLabel) if each.isVisibleTo(question)] == ["Second?"]


def test_the_keyboard_is_led_to_the_field_or_to_the_first_answer(qtbot, theme, question):
    with qtbot.waitExposed(question):
        question.show()
    question.ask("Sure?", [Answer("Yes", lambda: None)])
    assert question.focusWidget().accessibleName() == "Yes"
    number = Field(theme, "Number")
    question.keep(number)
    assert not number.isVisible()
    question.ask("Which?", [Answer("This", lambda: None)], body=number)
    assert question.focusWidget() is number
    assert number.isVisible()
    question.withdraw()
    assert not number.isVisible()
    question.ask("Which?", [Answer("This", lambda: None)], body=number)
    assert number.isVisibleTo(question)


def test_enter_answers(qtbot, question):
    with qtbot.waitExposed(question):
        question.show()
    done = []
    question.ask("Sure?", [Answer("Yes", lambda: done.append(1))])
    qtbot.keyClick(question.focusWidget(), Qt.Key.Key_Return)
    assert done == [1]
