"""The inbox: the oldest due first, found and sifted, written down, answered and told."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.voices import Telling, VoiceKind, VoiceOutcome
from tests.shop import buy
from ui.theme.buttons import Button

YES = "We have it now."


def names(page):
    return [line.name for line in page.view.list.lines.lines]


@pytest.fixture
def three(say):
    """A suggestion of Anna's, a late complaint of Jānis's, and a review by nobody known."""
    return (
        say("Anna", "Oat milk"),
        say("Jānis", "Cold <b>coffee", VoiceKind.COMPLAINT, responsible="Ilze"),
        say("", "Lovely & slow", VoiceKind.REVIEW, source="A map", responsible="marta"),
    )


def test_an_empty_shop_says_what_the_page_is_for(shown, at):
    page = shown()
    assert "Nobody has said anything yet" in at(page).reads()
    assert not page.view.letters_button.isVisible()


def test_what_is_overdue_comes_first_and_stands_out(shown, at, three):
    page = shown()
    lines = page.view.list.lines.lines
    assert [(line.name, line.tone, [chip.words for chip in line.chips]) for line in lines] == [
        ("Jānis", "danger", ["Overdue"]), ("Nobody known", "accent", []), ("Anna", "accent", []),
    ]  # fmt: skip
    assert "“Cold <b>coffee”" in at(page).reads()
    assert "Answer by: 17 Mar 2026" in at(page).reads()
    assert "Who sees to it: Ilze" in at(page).reads()


@pytest.mark.parametrize(
    ("sieve", "found"),
    [
        ("overdue", ["Jānis"]),
        ("due", ["Nobody known"]),
        ("mine", ["Nobody known"]),
        ("answered", []),
        ("all", ["Nobody known", "Jānis", "Anna"]),
    ],
)
def test_the_list_is_sifted(shown, three, sieve, found):
    page = shown()
    page.open(f"inbox:{sieve}")
    assert names(page) == found


def test_the_list_is_searched_by_name_and_words_without_accents(shown, three):
    page = shown()
    search = page.view.list.search
    for typed, found in (("janis", ["Jānis"]), ("oat MILK", ["Anna"]), ("coffee oat", []), ("<b>", ["Jānis"])):
        search.setText(typed)
        assert names(page) == found, typed
    assert page.go_back()
    assert len(names(page)) == 3
    page.view.list.kinds.choose("review")
    page.view.list.kinds.chosen.emit("review")
    assert names(page) == ["Nobody known"]


def test_an_answer_is_typed_and_told_by_letter_or_at_the_till(desk, shown, at, three):
    page = shown()
    person = at(page)
    page.open(f"inbox:{three[0].id}")
    page.view.panel.answer.setFocus()
    person.type(f"{YES}\r")
    kept = desk.voices.get(three[0].id)
    assert (kept.answer, kept.outcome, kept.answered_by) == (YES, VoiceOutcome.TAKEN_UP, "Marta")
    assert "It is told at the next visit." in person.reads()
    page.open(f"inbox:{kept.id}")
    assert page.view.list.sieve.current() == "all"
    person.tap(page.view.panel.told_button)
    assert desk.voices.get(kept.id).told_how == Telling.TILL
    assert "told at the till on 19 Mar 2026" in person.reads()
    assert not page.view.panel.told_button.isVisible()


def test_enter_leads_from_the_list_to_the_answer(desk, shown, at, three):
    page = shown()
    person = at(page)
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert person.focus == "The answer"
    person.type(f"{YES}\r")
    assert desk.voices.get(three[2].id).answer == YES
    assert person.focus == "Voices"


def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(desk, shown, at, three):
    page = shown()
    person = at(page)
    page.view.panel.answer.setText("x" * 10_000)
    person.tap(page.view.panel.outcome_buttons[VoiceOutcome.DECLINED])
    assert "200 letters at most" in person.reads()
    assert len(page.view.panel.answer.text()) == 10_000
    assert len(desk.voices.open()) == 3


def test_a_new_one_is_written_down_by_keyboard_with_its_customer(desk, people, shown, at):
    buy(desk, people["Anna"][1], 2350)
    page = shown()
    person = at(page)
    person.tap(page.view.new_button)
    form = page.view.form
    assert person.focus == "What they said"
    form.kind.choose("praise")
    form.who.finder.field.setText("ann")
    form.who.finder.buttons[0].click()
    assert form.purchase.choice.itemText(1).startswith("14 Mar 2026 · €23.50 · ")
    form.purchase.choice.setCurrentIndex(1)
    form.about.setText("Marta")
    form.text.setFocus()
    person.type("She remembered <b>me</b>\r")
    (voice,) = desk.voices.of(people["Anna"][0])
    assert (voice.kind, voice.plan.about, voice.text) == (VoiceKind.PRAISE, "Marta", "She remembered <b>me</b>")
    assert voice.plan.due == date(2026, 4, 2)
    assert voice.plan.purchase
    assert names(page) == ["Anna"]
    assert "Praise for: Marta" in person.reads()
    assert "Purchase: 14 Mar 2026" in person.reads()


def test_a_form_without_a_day_keeps_none_and_refuses_in_place(desk, shown, at):
    page = shown()
    page.view.ask_to_note()
    form = page.view.form
    form.submitted.emit()
    assert "in a few words" in at(page).reads()
    form.text.setPlainText("No hurry")
    form.due.tick.setChecked(False)
    form.save_button.click()
    assert desk.voices.open()[0].plan.due is None
    assert "Answer by: no day set" in at(page).reads()


def test_the_day_follows_the_kind_until_somebody_chooses_one(shown):
    page = shown()
    page.view.ask_to_note()
    form = page.view.form
    assert form.due.chosen() == date(2026, 4, 18)
    form.kind.choose("complaint")
    assert form.due.chosen() == date(2026, 3, 22)
    form.due.show_day(date(2026, 5, 1), otherwise=date(2026, 5, 1))
    form.kind.choose("phone_note")
    assert form.due.chosen() == date(2026, 5, 1)


def test_who_sees_to_it_and_what_it_is_can_be_changed(desk, shown, at, three):
    page = shown()
    page.open(f"inbox:{three[0].id}")
    page.view.panel.change_button.click()
    form = page.view.form
    assert not form.text.isVisible()
    form.kind.choose("mystery_visit")
    form.score.choose("4")
    form.responsible.setText("Ilze")
    form.save_button.click()
    kept = desk.voices.get(three[0].id)
    assert (kept.kind, kept.plan.score, kept.plan.responsible) == (VoiceKind.MYSTERY_VISIT, 4, "Ilze")
    assert "Score: 4 of 5" in at(page).reads()


def test_one_answer_is_for_all_who_ask_for_the_same(desk, shown, at, three, say):
    other = say("<b>Olga</b>", "Oat milk too")
    page = shown()
    page.open(f"inbox:{three[0].id}")
    panel = page.view.panel
    panel.wish_button.click()
    page.view.answering.wish.choose(other.id)
    panel.question.answer()
    assert "1 more asks for the same: <b>Olga</b>" in at(page).reads()
    panel.answer.setText(YES)
    panel.answer.returnPressed.emit()
    assert {voice.answer for voice in desk.voices.same_wish(desk.voices.get(other.id))} == {YES}
    assert page.view.letters_button.text() == "2 letters…"
    page.open(f"inbox:{three[0].id}")
    panel.part_button.click()
    assert desk.voices.get(three[0].id).matter == ""


def test_letters_that_are_printed_are_noted_as_told(desk, shown, at, three, say):
    other = say("<b>Olga</b>", "Oat milk too")
    for voice in (three[0], other):
        desk.voices.answer(voice.id, YES, outcome=VoiceOutcome.TAKEN_UP)
    page = shown()
    shown_papers = []

    def look(dialog):
        shown_papers.append(dialog)
        dialog.printed.emit([1])

    page.view.letters.show_paper = look
    page.view.letters_button.click()
    assert len(shown_papers) == 1
    told = {voice.id: voice.told_how for voice in desk.voices.everything() if voice.told_at}
    assert told == {other.id: Telling.LETTER}
    assert "1 customer is noted as told." in at(page).reads()


def test_letters_are_noted_though_one_customer_was_forgotten_meanwhile(desk, people, shown, at, three, say, session):
    other = say("<b>Olga</b>", "Oat milk too")
    for voice in (three[0], other):
        desk.voices.answer(voice.id, YES, outcome=VoiceOutcome.TAKEN_UP)
    page = shown()

    def look(dialog):
        session.do(lambda desk: desk.customers.erase(people["Anna"][0]))
        dialog.printed.emit([0, 1])

    page.view.letters.show_paper = look
    page.view.letters_button.click()
    assert desk.voices.get(other.id).told_how == Telling.LETTER
    assert "1 customer is noted as told." in at(page).reads()


def test_an_email_is_saved_as_a_draft(desk, shown, at, three, tmp_path):
    desk.voices.answer(three[0].id, YES, outcome=VoiceOutcome.TAKEN_UP)
    desk.voices.answer(three[1].id, YES, outcome=VoiceOutcome.DECLINED)
    page = shown()
    page.open(f"inbox:{three[1].id}")
    assert not page.view.panel.mail_button.isVisible(), "Jānis has no address"
    page.open(f"inbox:{three[0].id}")
    names = []
    page.view.letters.ask_file = lambda _parent, name: names.append(name) or str(tmp_path / name)
    page.view.panel.mail_button.click()
    text = Path(tmp_path / "Anna.eml").read_text("utf-8")
    assert "To: Anna <anna@example.org>" in text
    assert YES in text
    assert desk.voices.get(three[0].id).told_how == Telling.E_MAIL
    page.view.letters.ask_file = lambda _parent, _name: str(tmp_path / "no" / "folder.eml")
    page.view.panel.mail_button.click()
    assert "Saved" not in page.view.notice.accessibleName()


def test_the_customer_is_opened_and_a_scan_shows_what_they_said(desk, people, shown, three):
    page = shown()
    assert page.take_scan(people["Anna"][1])
    assert page.view.list.lines.key == three[0].id
    page.view.panel.customer_button.click()
    assert page.window().page("customers").opened == [people["Anna"][0]]
    assert page.take_scan(people["<b>Olga</b>"][1])
    assert page.view.form.who.customer == people["<b>Olga</b>"][0]
    assert not page.take_scan("nonsense")


def test_the_days_are_set_in_a_dialog(desk, shown):
    page = shown()

    def answer(dialog):
        dialog.fields[VoiceKind.COMPLAINT].setValue(7)
        return True

    page.view.ask_days = answer
    page.view.days_button.click()
    assert desk.voices.days()[VoiceKind.COMPLAINT] == 7
    page.view.ask_days = lambda _dialog: False
    page.view.days_button.click()
    assert desk.voices.days()[VoiceKind.COMPLAINT] == 7


def test_a_form_that_is_filled_in_stays_when_the_shop_changes(desk, shown, session, three):
    page = shown()
    page.view.ask_to_note()
    page.view.form.text.setPlainText("half a senten")
    session.do(lambda desk: desk.voices.note("", "from another till", kind=VoiceKind.PRAISE))
    assert page.view.form.isVisible()
    assert page.view.form.text.toPlainText() == "half a senten"
    assert page.go_back()
    assert not page.view.form.isVisible()


def test_when_all_is_answered_it_says_so(desk, shown, at, three):
    for voice in three:
        desk.voices.answer(voice.id, YES, outcome=VoiceOutcome.DECLINED)
    assert "Everything is answered" in at(shown()).reads()


def test_a_button_of_the_empty_page_opens_the_form(shown, at):
    page = shown()
    at(page).tap(page.view.new_here)
    assert page.view.form.isVisible()
    assert isinstance(page.view.form.save_button, Button)
