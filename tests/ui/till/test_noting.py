"""What the customer says is written down beside the purchase, and the answer is told at the next one."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from loyaltydesk.model.pledges import NewPledge, PledgeKind, PledgeState
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome, VoicePlan
from tests.ui.till.cards import ANNA, JANIS
from ui.theme.buttons import Button
from ui.till.counter import State

Key = Qt.Key
OAT = "Oat milk, please"


@pytest.fixture
def said(desk, anna):
    """What Anna said, each with its kind."""
    return lambda: [(voice.text, voice.kind) for voice in desk.voices.of(anna)]


def shift_f3(till):
    QTest.keySequence(till.window(), QKeySequence("Shift+F3"))


def test_it_is_written_down_by_keyboard_and_the_purchase_goes_on(desk, till, person, said):
    person.scan(ANNA)
    person.type("12.50")
    shift_f3(till)
    assert person.focus == "What they said"
    assert "What does Anna Kowalska say?" in person.reads()
    person.type(f"{OAT}\r")
    assert said() == [(OAT, VoiceKind.SUGGESTION)]
    assert person.focus == "Purchase amount"
    assert "Written down for the owner." in person.reads()
    person.enter()
    assert desk.till.newest(1)[0].total == 1250


@pytest.mark.parametrize(("words", "kind"), [("Complaint", VoiceKind.COMPLAINT), ("Praise", VoiceKind.PRAISE)])
def test_one_tap_says_what_it_is(till, person, said, words, kind):
    person.scan(ANNA)
    person.tap(till.counter.customer.hero.note)
    person.type(OAT)
    person.tap(person.find(Button, words))
    assert said() == [(OAT, kind)]


def test_nothing_and_too_much_are_refused_in_place(till, person, said):
    person.scan(ANNA)
    shift_f3(till)
    person.enter()
    assert "Write down in a few words what it is about." in person.reads()
    till.counter.customer.note.field.setText("🥛<b>" * 500)
    person.enter()
    assert "That is too long: 500 letters at most" in person.reads()
    assert said() == []
    assert person.focus == "What they said"
    person.type("a")
    assert "What does Anna Kowalska say?" in person.reads()


def test_escape_leads_back_and_what_was_typed_stays_for_that_customer(till, person, janis):
    person.scan(ANNA)
    shift_f3(till)
    person.type("Oat mi")
    person.press(Key.Key_Escape)
    assert (till.counter.state, person.focus) == (State.SALE, "Purchase amount")
    shift_f3(till)
    assert till.counter.customer.note.field.text() == "Oat mi"
    till.counter.buy.amount.setFocus()
    person.press(Key.Key_Escape)
    assert (till.counter.state, till.counter.customer.is_noting) == (State.SALE, False)
    person.scan(JANIS)
    shift_f3(till)
    assert till.counter.customer.note.field.text() == ""
    person.type("Ry")
    person.scan(ANNA)  # a card that is scanned in the middle of a word
    shift_f3(till)
    assert till.counter.customer.note.field.text() == "Oat mi"
    person.scan(JANIS)
    shift_f3(till)
    assert till.counter.customer.note.field.text() == "Ry"


def test_without_a_customer_there_is_nobody_to_write_it_down_for(till, person):
    shift_f3(till)
    assert not till.counter.customer.note.isVisible()
    person.press(Key.Key_F8)
    shift_f3(till)
    assert (till.counter.state, till.counter.customer.is_noting) == (State.GUEST, False)


def test_the_answer_is_told_once(desk, anna, till, person):
    voice = desk.voices.note(anna, "<b>Oat</b> & milk", kind=VoiceKind.SUGGESTION)
    desk.voices.answer(voice.id, "We have it <i>now</i>.", outcome=VoiceOutcome.TAKEN_UP)
    person.scan(ANNA)
    assert "Their suggestion was taken up: “<b>Oat</b> & milk”" in person.reads()
    assert "Tell them: “We have it <i>now</i>.”" in person.reads()
    person.tap(person.find(Button, "Told"))
    assert desk.voices.to_tell(anna) == []
    assert "We have it" not in person.reads()
    person.press(Key.Key_Escape)
    person.scan(ANNA)
    assert "We have it" not in person.reads()


def test_a_late_answer_is_spoken_of_and_stays_to_be_given(desk, anna, till, person):
    plan = VoicePlan(due=date(2026, 3, 1), responsible="Ilze & Co")
    voice = desk.voices.note(anna, "<b>Cold</b> coffee", kind=VoiceKind.COMPLAINT, plan=plan)
    person.scan(ANNA)
    assert "Their complaint waits for an answer: “<b>Cold</b> coffee”" in person.reads()
    assert "Say that Ilze & Co is seeing to it" in person.reads()
    person.tap(person.find(Button, "Said"))
    assert desk.voices.get(voice.id).is_open
    assert "Cold" not in person.reads()


def test_a_promise_is_kept_with_one_button(desk, anna, till, person):
    given = desk.pledges.give(anna, NewPledge(PledgeKind.PROMISE, "A <b>loaf", date(2026, 3, 1)))
    desk.pledges.give(anna, NewPledge(PledgeKind.WARRANTY, "Grinder", date(2026, 4, 1)))
    person.scan(ANNA)
    assert "Promised for 1 Mar 2026: “A <b>loaf”" in person.reads()
    assert "Grinder" in person.reads()
    person.tap(person.find(Button, "Kept"))
    assert desk.pledges.get(given.id).state is PledgeState.KEPT
    assert "Promised for" not in person.reads()


@pytest.mark.parametrize(("kind", "said"), [(PledgeKind.PROMISE, "Kept"), (PledgeKind.WARRANTY, "Told")])
def test_what_was_kept_by_a_slip_is_taken_back_while_the_customer_is_there(desk, anna, till, person, kind, said):
    given = desk.pledges.give(anna, NewPledge(kind, "A <b>loaf", date(2026, 3, 30)))
    desk.pledges.revise(given.id, NewPledge(kind, "A <b>loaf", desk.now().date()))
    person.scan(ANNA)
    asked = person.reads()
    person.tap(person.find(Button, said))
    assert desk.pledges.get(given.id).state is PledgeState.KEPT
    person.type("12")
    person.tap(person.find(Button, "Undo"))
    assert desk.pledges.get(given.id).is_open
    assert "A <b>loaf" in person.reads()
    assert person.find(Button, said)
    assert "slip" not in person.reads()
    assert "slip" not in asked
    person.tap(person.find(Button, said))
    person.enter()
    person.scan(ANNA)
    assert "loaf" not in person.reads()
