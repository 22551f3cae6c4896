"""The Voices page leads from one view to another, and knows what other pages want of it."""

import pytest

from loyaltydesk.model.voices import VoiceKind


def test_the_inbox_is_shown_first_and_another_view_when_it_is_chosen(shown, at):
    page = shown()
    assert page.switch.current() == "inbox"
    assert page.view.new_button.isVisible()
    inbox = page.view
    page.go("promises")
    assert page.view is not inbox
    assert not inbox.new_button.isVisible()


@pytest.mark.parametrize("what", ["", "nonsense", "nonsense:x", "inbox:", "inbox:nobody/said this", "promises:<b>"])
def test_whatever_another_page_wants_the_page_is_there(shown, say, what):
    say("Anna", "Oat milk")
    page = shown()
    page.open(what)
    assert page.switch.current() == ("promises" if what.startswith("promises") else "inbox")


def test_a_matter_of_the_agenda_leads_to_what_it_is_about(desk, shown, say):
    say("Anna", "late", VoiceKind.PHONE_NOTE)
    say("Jānis", "far away")
    page = shown()
    (matter,) = desk.agenda.matters()
    page.go("promises")
    page.open(matter.what)
    assert page.switch.current() == "inbox"
    assert page.view.list.lines.lines[0].name == "Anna"
    assert page.view.list.lines.key == desk.voices.open()[0].id


def test_a_view_that_was_not_seen_shows_the_shop_as_it_is_when_it_is(shown, session, people):
    page = shown()
    page.go("promises")
    session.do(lambda desk: desk.voices.note("", "meanwhile", kind=VoiceKind.PRAISE))
    page.go("inbox")
    assert [line.told for line in page.view.list.lines.lines] == ["meanwhile"]


def test_escape_takes_back_step_by_step_and_then_leads_to_the_till(shown, say):
    say("Anna", "Oat milk")
    page = shown()
    page.view.list.search.setText("x")
    assert page.go_back()
    page.view.ask_to_note()
    assert page.go_back()
    assert not page.go_back()
