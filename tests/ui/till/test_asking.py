"""Customers are asked after a purchase, on the display or by the cashier, and nobody twice in a while."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from loyaltydesk.desk import Desk
from loyaltydesk.model.surveys import Asking, Question, QuestionKind, Survey
from tests.ui.till.cards import ANNA, JANIS
from ui.display.window import CustomerDisplay
from ui.till.ask_panel import AskPanel

NO_KEYS = Qt.KeyboardModifier.NoModifier
F9, ESC = Qt.Key.Key_F9, Qt.Key.Key_Escape
ASK = (Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
QUESTIONS = (
    Question(QuestionKind.SATISFACTION, {"en": "How was it?"}),
    Question(QuestionKind.RECOMMEND, {"en": "Would you recommend us?"}),
    Question(QuestionKind.TEXT, {"en": "What could be better?"}),
)


@pytest.fixture
def survey(desk: Desk) -> Survey:
    made = desk.surveys.make("How was it?", QUESTIONS, anonymous=False)
    desk.surveys.ask_at_till(Asking(made.id, every=1))
    return made


@pytest.fixture
def display(person, till, survey) -> CustomerDisplay:
    person.press(F9)
    return till.findChild(CustomerDisplay)


def buys(person, sum_: str = "10") -> None:
    person.scan(ANNA)
    person.type(sum_)
    person.enter()


def answers(desk: Desk, survey: Survey) -> list[tuple[tuple[int | None, ...], dict[int, str]]]:
    return [(each.given.values, each.given.words) for each in desk.survey_answers.all(survey.id)]


def test_the_display_asks_by_itself_and_the_customer_touches(person, desk, survey, display):
    buys(person)
    screen = display.asking
    assert screen.isVisible()
    screen.ticks[5].click()
    screen.ticks[10].click()  # what asks for words is not asked where nobody can type
    assert answers(desk, survey) == [((5, 10, None), {})]
    assert desk.survey_answers.all(survey.id)[0].customer is not None
    assert not screen.ticks  # thank you, and nothing more to touch


def test_the_display_never_takes_the_keyboard(person, till, survey, display):
    buys(person)
    focus = QApplication.focusWidget()
    assert focus is till.top.search
    QTest.mouseClick(display.asking.ticks[4], Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert QApplication.focusWidget() is focus
    assert all(button.focusPolicy() is Qt.FocusPolicy.NoFocus for button in display.asking.ticks.values())


def test_the_next_customer_ends_it_and_what_was_answered_is_kept(person, desk, survey, display):
    buys(person)
    display.asking.ticks[3].click()
    person.scan(ANNA)
    assert not display.asking.isVisible()
    assert answers(desk, survey) == [((3, None, None), {})]


def test_a_card_that_is_scanned_while_the_cashier_asks_ticks_nothing(person, till, desk, survey, janis):
    buys(person)
    till.counter.ready.ask.click()
    person.scan(JANIS)
    assert answers(desk, survey) == []
    assert till.counter.customer.isVisible()
    assert not till.findChild(AskPanel).isVisible()


def test_two_quick_taps_answer_one_question(person, desk, survey, display):
    buys(person)
    QTest.mouseClick(display.asking.ticks[4], Qt.MouseButton.LeftButton)
    second, place = display.asking.ticks[4], QPointF(9, 9)
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        left = Qt.MouseButton.LeftButton
        QApplication.sendEvent(second, QMouseEvent(kind, place, second.mapToGlobal(place), left, left, NO_KEYS))
    person.scan(ANNA)
    assert answers(desk, survey) == [((4, None, None), {})]


def test_questions_that_cannot_be_touched_are_not_asked_and_nobody_counts_as_asked(person, till, desk, survey, display):
    words = desk.surveys.make("Your words", QUESTIONS[2:])
    desk.surveys.ask_at_till(Asking(words.id, every=1))
    buys(person)
    assert not display.asking.isVisible()
    assert till.counter.ready.ask.isVisible()  # the cashier still can
    till.counter.ready.ask.click()
    person.type("a larger table\r")
    assert answers(desk, words) == [((None,), {0: "a larger table"})]


def test_a_survey_that_is_changed_meanwhile_is_answered_as_it_was_asked(person, desk, survey, display):
    buys(person)
    display.asking.ticks[4].click()
    desk.surveys.change(survey.id, title="How was it?", questions=QUESTIONS[1:])
    display.asking.ticks[10].click()
    (kept,) = desk.survey_answers.all(survey.id)
    assert (kept.version, kept.given.values) == (survey.version.id, (4, 10, None))


def test_no_thanks_keeps_nothing(person, desk, survey, display):
    buys(person)
    display.asking.no_thanks.click()
    assert (display.asking.isVisible(), answers(desk, survey)) == (False, [])


def test_patience_ends(person, till, desk, survey, display):
    buys(person)
    till._asking._patience.timeout.emit()
    assert (display.asking.isVisible(), answers(desk, survey)) == (False, [])


def test_nobody_is_asked_twice_in_a_while(person, till, desk, survey, display):
    buys(person)
    display.asking.no_thanks.click()
    buys(person, "11")
    assert not display.asking.isVisible()
    assert not till.counter.ready.ask.isVisible()


def test_it_asks_by_itself_only_so_often(person, desk, survey, display):
    desk.surveys.ask_at_till(Asking(survey.id, every=2))
    buys(person)
    assert not display.asking.isVisible()
    buys(person, "11")
    assert display.asking.isVisible()


def test_without_a_display_the_cashier_asks_and_types_digits(person, till, desk, survey):
    buys(person)
    till.counter.ready.ask.click()
    panel = till.findChild(AskPanel)
    assert panel.isVisible()
    person.type("410")  # 4 of 5, and then 10
    person.type("a larger table\r")
    assert answers(desk, survey) == [((4, 10, None), {2: "a larger table"})]
    assert not panel.isVisible()
    assert QApplication.focusWidget() is till.top.search


def test_escape_asks_no_more(person, till, desk, survey):
    buys(person)
    till.counter.ready.ask.click()
    person.press(ESC)
    assert not till.findChild(AskPanel).isVisible()
    assert answers(desk, survey) == []


def test_a_locked_till_asks_nobody(person, till, session, desk, survey, display):
    buys(person)
    session.locked.emit(True)
    assert not display.asking.isVisible()


def test_a_sheet_that_is_scanned_leads_to_where_it_is_entered(person, till, desk, survey):
    (sheet,) = desk.survey_sheets.make(survey.id, 1)
    wished = []
    till.wanted.connect(lambda page, what: wished.append((page, what)))
    till.take_scan(sheet.code)
    assert wished == [("voices", f"surveys:{sheet.code}")]


def test_the_till_grows_by_no_question(person, till, desk, survey):
    buys(person)
    till.counter.ready.ask.click()
    assert till.minimumSizeHint().height() <= 768
    person.type("4")
    assert till.minimumSizeHint().height() <= 768


def test_long_answers_to_choose_from_make_no_window_wider(person, till, desk, display):
    choices = tuple({"en": sign * 60} for sign in "WЖMШ")
    asked = desk.surveys.make("Which?", (Question(QuestionKind.CHOICE, {"en": "Which?"}, choices),))
    desk.surveys.ask_at_till(Asking(asked.id))
    buys(person)
    before = till.window().width()
    till.counter.ready.ask.click()
    QApplication.processEvents()
    assert till.minimumSizeHint().width() <= before
    assert display.asking.ticks[1].text().endswith("…")


@pytest.mark.parametrize("size", [(640, 480), (800, 480), (1024, 600)])
def test_every_number_can_be_read_on_a_small_display(person, desk, survey, display, size):
    display.resize(*size)
    buys(person)
    display.asking.ticks[5].click()
    QApplication.processEvents()
    ten = display.asking.ticks[10]
    assert ten.text() == "10"
    assert ten.fontMetrics().horizontalAdvance("10") + ten.chrome() <= ten.width()


def test_what_is_looked_for_meanwhile_can_be_seen(person, till, desk, survey):
    buys(person)
    till.counter.ready.ask.click()
    person.press(Qt.Key.Key_F2)
    person.type("anna")
    assert till.counter.is_finding
    assert till.counter.results.isVisible()
    assert not till.findChild(AskPanel).isVisible()
