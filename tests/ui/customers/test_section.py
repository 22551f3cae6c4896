"""What all sections share: refusals and questions in place, and nothing left open for the next customer."""

import pytest

from loyaltydesk.model.refusals import DiskFull
from tests.shop import join
from ui.seams.question import Answer


@pytest.fixture
def section(her_page):
    her_page.show_section(her_page.vouchers)
    return her_page.vouchers


def fail(_desk):
    raise DiskFull("shop.db")


def test_a_refusal_is_said_in_place_and_nothing_is_said_to_be_done(qtbot, section, person):
    with qtbot.assertNotEmitted(section.done):
        assert not section.do(fail, said="Done")
    assert "The disk is full" in person.reads()


def test_what_was_done_is_said_and_the_refusal_before_is_gone(qtbot, section, person):
    section.do(fail)
    with qtbot.waitSignal(section.done) as caught:
        assert section.do(lambda desk: None, said="Done")
    assert caught.args == ["Done"]
    assert not section.trouble.isVisible()


def test_going_back_takes_the_refusal_first_and_then_the_question(section):
    section.question.ask("Sure?", [Answer("Yes", lambda: None)])
    section.do(fail)
    assert section.go_back()
    assert section.question.is_asked
    assert section.go_back()
    assert not section.question.is_asked
    assert not section.go_back()


def test_the_question_takes_the_place_of_what_can_be_done(section):
    section.question.ask("Sure?", [Answer("Yes", lambda: None)])
    assert not section.foot.isVisible()
    section.question.withdraw()
    assert section.foot.isVisible()


def test_somebody_else_finds_nothing_open(desk, page, section):
    section.question.ask("Sure?", [Answer("Yes", lambda: None)])
    section.do(fail)
    section.question.ask("Sure?", [Answer("Yes", lambda: None)])
    page.open_customer(join(desk, "Jānis")[0])
    assert not section.question.is_asked
    assert section.trouble.isHidden()
