"""What a customer said: written down, answered with what became of it, and to be seen whole."""

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from ui.theme.buttons import Button
from ui.theme.forms import Field

OAT = "Oat milk, please"


@pytest.fixture
def voices(desk, her_page):
    desk.at_work("Marta", "Till 1")
    her_page.show_section(her_page.voices)
    return her_page.voices


@pytest.fixture
def hers(desk, anna):
    return lambda: desk.voices.of(anna)


@pytest.fixture
def said(desk, anna, her_page, voices):
    """She said it, and her page shows it."""

    def say(text=OAT, kind=VoiceKind.SUGGESTION):
        voice = desk.voices.note(anna, text, kind=kind)
        her_page.reload()
        voices.table.choose(voice.id)
        return voice

    return say


def row(voices, number=0):
    """The words of a row."""
    model = voices.table.rows_model
    return [model.index(number, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(4)]


def test_nothing_is_said_yet_and_the_keyboard_begins_with_writing(voices, person):
    voices.start()
    assert "Nothing said yet" in person.reads()
    assert person.focus == "Write one down"


def test_it_is_written_down_by_keyboard_as_a_suggestion(voices, person, hers):
    person.tap(person.find(Button, "Write one down"))
    assert person.focus == "What they said"
    person.type(f"{OAT}\r")
    (voice,) = hers()
    assert (voice.text, voice.kind, voice.staff) == (OAT, VoiceKind.SUGGESTION, "Marta")
    assert row(voices) == [OAT, "Suggestion", "To be answered", "17 Mar 2026"]
    assert "It is written down." in person.reads()
    assert "17 Mar 2026, written down by Marta" in person.reads()


def test_it_is_written_down_as_what_it_is(voices, person, hers):
    person.tap(person.find(Button, "Write one down"))
    person.type("It was cold")
    person.tap(person.find(Button, "Complaint"))
    assert [voice.kind for voice in hers()] == [VoiceKind.COMPLAINT]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [(" ", "Write down in a few words what it is about."), ("🥛<b>" * 500, "That is too long: 500 letters at most")],
)
def test_what_is_refused_can_be_mended(voices, person, hers, text, sentence):
    voices.ask_to_note()
    voices.words.setText(text)
    person.enter()
    assert sentence in person.reads()
    assert (voices.words.text(), person.focus) == (text, "What they said")
    voices.words.setText(OAT)
    person.enter()
    assert [voice.text for voice in hers()] == [OAT]
    assert sentence not in person.reads()


def test_it_is_answered_and_waits_to_be_told(desk, anna, voices, said, person, hers):
    said("<b>Oat</b> & milk")
    person.tap(person.find(Button, "Answer"))
    assert person.focus == "The answer"
    assert "<b>Oat</b> & milk" in person.reads()
    person.type("We have it now.\r")
    (voice,) = hers()
    assert (voice.answer, voice.outcome) == ("We have it now.", VoiceOutcome.TAKEN_UP)
    assert row(voices)[2] == "To be told"
    assert "It is told at the next visit." in person.reads()
    assert "Taken up on 17 Mar 2026" in person.reads()
    desk.voices.told(voice.id)
    voices.window().shown.reload()
    assert row(voices)[2] == "Told"
    assert "told at the till on 17 Mar 2026" in person.reads()


@pytest.mark.parametrize(
    ("kind", "outcomes"),
    [
        (VoiceKind.SUGGESTION, ["Taken up", "Not taken up"]),
        (VoiceKind.COMPLAINT, ["Put right", "Not put right"]),
        (VoiceKind.PRAISE, ["Answered"]),
    ],
)
def test_what_became_of_it_is_one_of_a_few(said, voices, person, hers, kind, outcomes):
    said(kind=kind)
    voices.table.opened.emit(voices.table.current())
    person.type("So it is.")
    assert [name for name in person.names(Button) if name in [*outcomes, "Go back"]] == [*outcomes, "Go back"]
    person.tap(person.find(Button, outcomes[-1]))
    last = VoiceOutcome.TAKEN_UP if kind is VoiceKind.PRAISE else VoiceOutcome.DECLINED
    assert [voice.outcome for voice in hers()] == [last]


def test_an_answer_that_was_given_can_be_changed(desk, said, voices, person, hers):
    voice = said()
    desk.voices.told(desk.voices.answer(voice.id, "Yes", outcome=VoiceOutcome.TAKEN_UP).id)
    voices.window().shown.reload()
    voices.ask_to_answer()
    assert person.find(Field, "The answer").text() == "Yes"
    person.type("Yes and no\r")
    (voice,) = hers()
    assert (voice.answer, voice.is_to_tell) == ("Yes and no", True)


def test_what_is_typed_about_one_is_not_said_of_another(said, voices, person):
    first, second = said("one"), said("two")
    voices.table.choose(first.id)
    voices.ask_to_answer()
    person.type("about the first")
    voices.go_back()
    voices.table.choose(second.id)
    voices.ask_to_answer()
    assert voices.answer.text() == ""


def test_an_answer_too_long_is_refused_and_stays_to_be_shortened(said, voices, person, hers):
    said()
    voices.ask_to_answer()
    voices.answer.setText("a" * 201)
    person.enter()
    assert "That is too long to be said and printed: 200 letters at most." in person.reads()
    assert (len(voices.answer.text()), person.focus, hers()[0].answer) == (201, "The answer", "")
