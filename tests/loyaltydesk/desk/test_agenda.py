"""The owner's list: what is overdue first, one line for each kind, and a way to each."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.agenda import Matter, MatterKind, Urgency
from loyaltydesk.model.pledges import NewPledge, PledgeKind, PledgeState
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome, VoicePlan
from loyaltydesk.words.agenda import matter_saying
from loyaltydesk.words.formats import BabelFormats
from tests.shop import Clock, join


@pytest.fixture
def anna(desk: Desk) -> str:
    return join(desk, "Anna <b>")[0]


def kinds(desk: Desk) -> list[tuple[MatterKind, int]]:
    return [(matter.kind, matter.count) for matter in desk.agenda.matters()]


def test_nothing_waits_in_a_new_shop(desk: Desk, anna: str) -> None:
    desk.voices.note(anna, "far away", kind=VoiceKind.SUGGESTION)
    assert desk.agenda.matters() == ()


def test_what_is_overdue_comes_first_and_each_kind_is_one_line(desk: Desk, anna: str, clock: Clock) -> None:
    for text, kind in (("late", VoiceKind.COMPLAINT), ("later", VoiceKind.COMPLAINT), ("soon", VoiceKind.PRAISE)):
        desk.voices.note(anna, text, kind=kind, plan=VoicePlan(due=date(2026, 3, 20) if text == "soon" else None))
    promise = desk.pledges.give(anna, NewPledge(PledgeKind.PROMISE, "cake", date(2026, 3, 18)))
    desk.pledges.give(anna, NewPledge(PledgeKind.PROMISE, "rolls", date(2026, 3, 20)))
    desk.pledges.give(anna, NewPledge(PledgeKind.WARRANTY, "grinder", date(2026, 4, 10)))
    clock.to("2026-03-19T09:00:00")
    assert kinds(desk) == [
        (MatterKind.VOICE_OVERDUE, 2),
        (MatterKind.PROMISE_OVERDUE, 1),
        (MatterKind.VOICE_DUE, 1),
        (MatterKind.PROMISE_DUE, 1),
        (MatterKind.WARRANTY_ENDS, 1),
    ]
    voices, promised = desk.agenda.matters()[:2]
    assert (voices.page, voices.what, voices.text, voices.day) == ("voices", "inbox:overdue", "late", date(2026, 3, 17))
    assert (promised.what, promised.name, promised.urgency) == (f"promises:{promise.id}", "Anna <b>", Urgency.LATE)
    desk.pledges.close(promise.id, PledgeState.KEPT)
    for voice in desk.voices.open():
        desk.voices.answer(voice.id, "Yes", outcome=VoiceOutcome.TAKEN_UP)
    assert kinds(desk) == [(MatterKind.PROMISE_DUE, 1), (MatterKind.WARRANTY_ENDS, 1)]


def test_others_bring_matters_of_their_own(desk: Desk, anna: str, clock: Clock) -> None:
    asked: list[date] = []

    def source(day: date) -> list[Matter]:
        asked.append(day)
        return [Matter(MatterKind.PARTNER_REMINDER, Urgency.SOON, 1, "partners", "x", "Mill", "Ask for flour")]

    desk.agenda.include(source)
    desk.voices.note(anna, "late", kind=VoiceKind.PHONE_NOTE)
    clock.forward(days=5)
    assert kinds(desk) == [(MatterKind.VOICE_OVERDUE, 1), (MatterKind.PARTNER_REMINDER, 1)]
    assert asked == [date(2026, 3, 19)]


def test_a_forgotten_customer_is_named_nowhere(desk: Desk, anna: str, clock: Clock) -> None:
    desk.voices.note(anna, "late", kind=VoiceKind.PHONE_NOTE)
    desk.voices.note("", "nobody's", kind=VoiceKind.PHONE_NOTE)
    clock.forward(days=5)
    desk.customers.erase(anna)
    (matter,) = desk.agenda.matters()
    assert (matter.count, matter.name, matter.text) == (1, "", "nobody's")


@pytest.mark.parametrize("kind", MatterKind)
def test_every_kind_has_its_words(desk: Desk, kind: MatterKind) -> None:
    formats = BabelFormats("en", desk.shop.programme.currency)
    several = matter_saying(Matter(kind, Urgency.LATE, 3, "voices", ""), formats)
    one = matter_saying(Matter(kind, Urgency.LATE, 1, "voices", "", "Anna", "x" * 100, date(2026, 3, 14)), formats)
    counted = kind is not MatterKind.BALANCES_OLD  # there is one such list
    assert several.headline.startswith("3 " if counted else "The ")
    assert several.hint == ""
    assert one.headline.startswith("1 " if counted else "The ")
    assert one.hint.startswith("Anna · xxx")
    assert one.hint.endswith("14 Mar 2026")


def test_what_is_late_of_a_partner_is_told_from_what_comes_and_what_ends(desk: Desk) -> None:
    formats = BabelFormats("en", desk.shop.programme.currency)
    matters = [Matter(MatterKind.PARTNER_REMINDER, each, 2, "partners", "") for each in Urgency]
    assert [matter_saying(each, formats).headline for each in matters] == [
        "2 reminders about partners are late",
        "2 reminders about partners",
        "2 agreements end soon",
    ]
