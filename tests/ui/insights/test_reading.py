"""Figures are read one question after the other, and only the newest answers arrive."""

import pytest
from PySide6.QtCore import QObject

from loyaltydesk.model.refusals import FileBroken
from ui.insights.reading import Question, Reading


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def reading(session, slow_tools, owner):
    return Reading(session, slow_tools, owner)


@pytest.fixture
def heard():
    return []


@pytest.fixture
def question(heard):
    return lambda answer: Question(lambda _desk: answer, heard.append, lambda refusal: heard.append(type(refusal)))


def test_one_question_is_under_way_at_a_time(reading, slow, question, heard):
    reading.begin([question(1), question(2)])
    assert len(slow.jobs) == 1
    slow.finish()
    assert (heard, len(slow.jobs)) == ([1], 1)
    slow.finish()
    assert heard == [1, 2]
    assert reading.is_over


def test_an_answer_of_an_earlier_round_is_dropped_and_its_other_questions_are_not_asked(reading, slow, question, heard):
    reading.begin([question("old"), question("older")])
    reading.begin([question("new")])
    while slow.jobs:
        slow.finish()
    assert heard == ["new"]


def test_nothing_arrives_after_it_was_stopped(reading, slow, question, heard):
    reading.begin([question(1), question(2)])
    reading.stop()
    slow.finish()
    assert (heard, slow.jobs, reading.is_over) == ([], [], True)


def test_a_refusal_is_told_and_the_next_question_asked(reading, slow, question, heard):
    def broken(_desk):
        raise FileBroken("shop.db", "torn")

    reading.begin([Question(broken, heard.append, lambda refusal: heard.append(type(refusal))), question(2)])
    slow.finish()
    slow.finish()
    assert heard == [FileBroken, 2]


def test_after_a_fault_the_next_question_is_asked(reading, slow, question, heard):
    def faulty(_desk):
        raise ZeroDivisionError

    reading.begin([Question(faulty, heard.append, heard.append), question(2)])
    with pytest.raises(ZeroDivisionError):
        slow.finish()
    slow.finish()
    assert heard == [2]


def test_a_question_is_asked_at_the_desk_of_the_shop(reading, slow, session, heard):
    reading.begin([Question(lambda desk: desk.shop.programme.name, heard.append, heard.append)])
    slow.finish()
    assert heard == [session.ask(lambda desk: desk.shop.programme.name)]
