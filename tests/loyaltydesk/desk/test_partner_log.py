"""The log of a partner through the desk: noted, remembered, corrected, removed, and seen to."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.partners import NewReminder, Partner, PartnerCard, Repetition
from loyaltydesk.model.refusals import BadRequest
from tests.shop import Clock, refuses, store_of

TODAY = date(2026, 3, 14)


@pytest.fixture
def roast(desk: Desk) -> Partner:
    """A supplier."""
    return desk.partners.add(PartnerCard("Baltic Roast"))


def test_notes_are_a_log_with_the_newest_first(desk: Desk, roast: Partner, clock: Clock) -> None:
    other = desk.partners.add(PartnerCard("Other"))
    first = desk.partner_log.note(roast.id, "Rang about the beans", stamp=desk.stamp(staff="Marta"))
    clock.forward(days=2)
    second = desk.partner_log.note(roast.id, "<b>They</b> came")
    desk.partner_log.note(other.id, "Nothing to do with it")
    assert desk.partner_log.notes(roast.id) == [second, first]
    assert (first.staff, first.text) == ("Marta", "Rang about the beans")
    with refuses(desk, BadRequest):
        desk.partner_log.note(roast.id, "x" * 1001)


def test_what_was_done_once_is_done_and_can_be_taken_back(desk: Desk, roast: Partner) -> None:
    reminder = desk.partner_log.remind(roast.id, NewReminder("Order beans", TODAY))
    done = desk.partner_log.done(reminder.id)
    assert (done.done, done.day, done.done_at) == (True, TODAY, desk.now())
    assert desk.partners.due() == []
    assert desk.partner_log.take_back(reminder) == reminder
    assert [each.reminder for each in desk.partners.due()] == [reminder]


def test_what_repeats_comes_back_on_the_last_day_of_each_month(desk: Desk, roast: Partner, clock: Clock) -> None:
    reminder = desk.partner_log.remind(roast.id, NewReminder("Pay", date(2026, 1, 31), Repetition.MONTH))
    days = []
    for _times in range(3):
        reminder = desk.partner_log.done(reminder.id)
        days.append(reminder.day)
        clock.to(f"{reminder.day.isoformat()}T10:00:00")
    assert days == [date(2026, 3, 31), date(2026, 4, 30), date(2026, 5, 31)]
    assert not reminder.done


def test_what_is_done_stands_last(desk: Desk, roast: Partner) -> None:
    first, second = (desk.partner_log.remind(roast.id, NewReminder(text, TODAY)) for text in ("one", "two"))
    desk.partner_log.done(first.id)
    assert [each.text for each in desk.partner_log.reminders(roast.id)] == ["two", "one"]
    assert desk.partner_log.reminders(roast.id)[0] == second


def test_a_note_is_put_in_other_words_and_keeps_its_day(desk: Desk, roast: Partner, clock: Clock) -> None:
    first = desk.partner_log.note(roast.id, "Beens", stamp=desk.stamp(staff="Marta"))
    clock.forward(days=1)
    mended = desk.partner_log.correct(first.id, " Beans ")
    assert (mended.text, mended.at, mended.staff) == ("Beans", first.at, "Marta")
    before = store_of(desk).journal.count()
    desk.partner_log.correct(first.id, "Beans")
    assert store_of(desk).journal.count() == before
    for note, text in ((first.id, " "), ("", "x"), (f"{roast.id}/nothing", "x")):
        with refuses(desk, BadRequest):
            desk.partner_log.correct(note, text)


def test_a_reminder_in_other_words_goes_on_from_its_first_day(desk: Desk, roast: Partner) -> None:
    last = date(2026, 1, 31)
    reminder = desk.partner_log.done(
        desk.partner_log.remind(roast.id, NewReminder("Pya", last, Repetition.MONTH), desk.stamp()).id
    )
    mended = desk.partner_log.revise(reminder.id, NewReminder("Pay", reminder.day, Repetition.MONTH))
    assert (mended.text, mended.day, mended.first) == ("Pay", date(2026, 3, 31), last)
    moved = desk.partner_log.revise(reminder.id, NewReminder("Pay", date(2026, 4, 10), Repetition.QUARTER))
    assert (moved.text, moved.day, moved.first) == ("Pay", date(2026, 4, 10), date(2026, 4, 10))
    assert moved.next_day(TODAY) == date(2026, 7, 10)
    before = store_of(desk).journal.count()
    desk.partner_log.revise(reminder.id, NewReminder("Pay", moved.day, moved.repeats))
    assert store_of(desk).journal.count() == before
    for wrong, text in ((reminder.id, ""), (f"{roast.id}/nothing", "x")):
        with refuses(desk, BadRequest):
            desk.partner_log.revise(wrong, NewReminder(text, TODAY))


def test_what_was_removed_is_told_nowhere_until_it_is_put_back(desk: Desk, roast: Partner) -> None:
    note = desk.partner_log.note(roast.id, "Of another partner")
    reminder = desk.partner_log.remind(roast.id, NewReminder("Order beans", TODAY))
    for line in (note, reminder):
        desk.partner_log.remove(line)
    assert desk.partner_log.notes(roast.id) == desk.partner_log.reminders() == desk.partners.due() == []
    assert desk.agenda.matters() == ()
    for line in (note, reminder):
        desk.partner_log.remove(line, removed=False)
    assert desk.partner_log.notes(roast.id) == [note]
    assert [each.reminder for each in desk.partners.due()] == [reminder]
