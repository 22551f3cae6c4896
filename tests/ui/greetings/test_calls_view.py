"""Whom to call today, with words ready; what came of it is noted by one press."""

import email
from email.policy import default
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.greetings import Outcome
from tests.shop import join
from tests.ui.greetings.conftest import AGREED


@pytest.fixture
def calls(shop, page, person):
    join(shop, "Zane Ozola", birth_date="--03-14", phone="+37120002222", consent=AGREED)
    person.tap(person.find(QPushButton, "Calls"))
    return page.calls


def _names(calls) -> list[str]:
    return [line.name for line in calls.list.lines]


def _mail(path: Path):
    return email.message_from_bytes(path.read_bytes(), policy=default)


def test_todays_calls_are_listed_with_the_number_large_and_the_words_ready(calls, person):
    assert _names(calls) == ["Anna Bērziņa", "Zane Ozola"]
    words = person.reads()
    for each in ("2 calls today", "Birthday · today", "20001111", "To say", "Kafejnīca Rīts"):
        assert each in words
    assert person.focus == "Calls"


def test_what_came_of_a_call_is_noted_by_one_press_and_it_moves_down(shop, calls, person):
    person.tap(person.find(QPushButton, "Reached"))
    assert _names(calls) == ["Zane Ozola", "Anna Bērziņa"]
    assert [call.outcome for call in shop.greetings.calls()] == [Outcome.REACHED, None]
    assert "1 call today" in person.reads()
    assert "20002222" in person.reads()  # the next one is up
    assert calls.list.lines[1].chips[0].words == "Reached"


def test_who_does_not_answer_stays_and_who_wants_no_calls_goes(shop, calls, person):
    person.tap(person.find(QPushButton, "No answer"))
    assert "2 calls today" in person.reads()
    person.tap(person.find(QPushButton, "Wants no more calls"))
    assert all(call.outcome is not None for call in shop.greetings.calls())


@pytest.mark.parametrize("words", ["Wants no more calls", "Wrong number", "Reached"])
def test_a_slip_of_the_finger_is_taken_back(shop, calls, person, words):
    before = shop.greetings.calls()
    person.tap(person.find(QPushButton, words))
    assert f"Noted for Anna Bērziņa: {words}" in person.reads()
    person.tap(person.find(QPushButton, "Undo"))
    assert shop.greetings.calls() == before
    assert calls.list.key == before[0].id


def test_the_number_and_the_message_are_copied(calls, person):
    person.tap(person.find(QPushButton, "Copy the number"))
    assert QGuiApplication.clipboard().text() == "+37120001111"
    assert "Copied." in person.reads()
    person.tap(calls.panel.copy_message)
    assert "Ann" in QGuiApplication.clipboard().text()


def test_an_e_mail_is_saved_with_the_card(calls, person, tmp_path):
    asked: list[str] = []
    calls.ask_file = lambda _parent, suggested: asked.append(suggested) or str(tmp_path / "anna.eml")
    calls.panel.with_card.click()
    person.tap(person.find(QPushButton, "Save the e-mail"))
    assert asked == ["Anna Bērziņa.eml"]
    mail = _mail(tmp_path / "anna.eml")
    assert mail.get_body().get_content().count("Kafejnīca Rīts") == 1
    assert "anna@example.org" in mail["To"]
    assert "Ann" in mail.get_body().get_content()
    (card,) = mail.iter_attachments()
    assert card.get_content().startswith(b"%PDF")
    assert "Saved as anna.eml" in person.reads()


def test_an_e_mail_is_opened_by_the_program_for_them(calls, person):
    opened: list[Path] = []
    calls.open_file = lambda path: opened.append(Path(path)) or True
    person.tap(person.find(QPushButton, "Open as e-mail"))
    assert list(_mail(opened[0]).iter_attachments()) == []
    calls.open_file = lambda _path: False
    person.tap(person.find(QPushButton, "Open as e-mail"))
    assert "no program for e-mails" in person.reads()


def test_without_an_address_there_is_nothing_to_mail(calls, person):
    calls.list.choose(calls.list.lines[1].key)
    assert not calls.panel.open_mail.isVisible()
    assert not calls.panel.with_card.isVisible()


def test_an_e_mail_that_cannot_be_written_is_told(calls, person, tmp_path):
    calls.ask_file = lambda _parent, _suggested: str(tmp_path / "nowhere" / "anna.eml")
    person.tap(person.find(QPushButton, "Save the e-mail"))
    assert calls.notice.isVisible()


def test_escape_closes_the_notice_then_leads_to_the_cards_and_to_the_till(window, calls, page, person):
    person.tap(person.find(QPushButton, "Copy the number"))
    person.press(Qt.Key.Key_Escape)
    assert not calls.notice.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert page.view is page.cards
    person.press(Qt.Key.Key_Escape)
    assert window.key == "till"


def test_a_scan_leads_to_the_customers_call(people, calls, person):
    person.scan(people.cards["Anna Bērziņa"])
    assert calls.list.key.endswith(people.ids["Anna Bērziņa"])
    person.scan(people.cards["Next Month"])
    assert "Next Month is not on today's list." in person.reads()


def test_on_a_day_without_calls_it_says_what_would_be_here(clock, page, person):
    clock.to("2026-05-30T10:00:00")
    person.tap(person.find(QPushButton, "Calls"))
    assert "Nobody to call today" in person.reads()
