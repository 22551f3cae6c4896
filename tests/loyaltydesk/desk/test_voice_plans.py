"""Who sees to a voice and until when, what others ask for too, and whom praise is for."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import RecordSaved
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.refusals import BadRequest, UnknownPurchase
from loyaltydesk.model.voices import Telling, VoiceKind, VoiceOutcome, VoicePlan
from tests.shop import Clock, buy, join, store_of

YES = "We have it now."


@pytest.fixture
def anna(desk: Desk) -> tuple[str, str]:
    """A customer and her card."""
    desk.at_work("Marta", "Till 1")
    return join(desk, "Anna")


def overdue(desk: Desk, card: str) -> list[tuple[int, str]]:
    """What a scan says of answers that are late."""
    prompts = desk.customers.scan(card).prompts
    return [(p.days, p.voice.text) for p in prompts if p.voice and p.kind is PromptKind.VOICE_OVERDUE]


# --- by when


def test_an_answer_is_due_after_the_days_of_its_kind_unless_a_day_is_named(desk: Desk, anna: tuple[str, str]) -> None:
    due = {kind: desk.voices.note(anna[0], "x", kind=kind).plan.due for kind in VoiceKind}
    assert due[VoiceKind.COMPLAINT] == date(2026, 3, 17)
    assert due[VoiceKind.PHONE_NOTE] == date(2026, 3, 15)
    desk.voices.set_days({VoiceKind.COMPLAINT: 5, VoiceKind.PRAISE: 0})
    assert desk.voices.days()[VoiceKind.SUGGESTION] == 30
    assert desk.voices.note(anna[0], "x", kind=VoiceKind.COMPLAINT).plan.due == date(2026, 3, 19)
    assert desk.voices.note(anna[0], "x", kind=VoiceKind.PRAISE).plan.due is None
    named = desk.voices.note("", "x", kind=VoiceKind.PRAISE, plan=VoicePlan(due=date(2026, 4, 1)))
    assert named.plan.due == date(2026, 4, 1)


@pytest.mark.parametrize("days", [-1, 366])
def test_days_that_make_no_sense_are_refused(desk: Desk, days: int) -> None:
    with pytest.raises(BadRequest):
        desk.voices.set_days({VoiceKind.COMPLAINT: days})
    assert desk.voices.days()[VoiceKind.COMPLAINT] == 3


def test_days_that_another_release_wrote_are_passed_over(desk: Desk) -> None:
    desk.shop.save("voices", "days", fields={"complaint": "soon", "praise": -4, "review": 100_000})
    assert [desk.voices.days()[kind] for kind in (VoiceKind.COMPLAINT, VoiceKind.PRAISE, VoiceKind.REVIEW)] == [
        3,
        14,
        7,
    ]


def test_a_voice_of_an_older_release_has_no_day_and_is_never_late(
    desk: Desk, anna: tuple[str, str], clock: Clock
) -> None:
    store = store_of(desk)
    old = {"kind": "complaint", "at": "2026-03-14T10:05:00+01:00", "staff": "Marta", "outcome": "open"}
    with desk.writing():
        saved = RecordSaved(
            id=store.ids(desk.now())(),
            kind="voice",
            record=f"{anna[0]}/old",
            fields=dict(old),
            personal={"text": "Old"},
        )
        store.record([saved], desk.stamp())
    clock.forward(days=400)
    (voice,) = desk.voices.open()
    assert (voice.text, voice.plan, voice.matter, overdue(desk, anna[1])) == ("Old", VoicePlan(), "", [])
    assert desk.voices.answer(voice.id, YES, outcome=VoiceOutcome.TAKEN_UP).answered_by == "Marta"
    assert desk.shop.faults() == []


# --- at the till


def test_a_scan_speaks_of_a_late_answer_until_it_is_given(desk: Desk, anna: tuple[str, str], clock: Clock) -> None:
    customer, card = anna
    voice = desk.voices.note(customer, "Cold coffee", kind=VoiceKind.COMPLAINT)
    clock.to("2026-03-17T18:00:00")
    assert overdue(desk, card) == []
    clock.to("2026-03-18T09:00:00")
    assert overdue(desk, card) == [(-1, "Cold coffee")]
    desk.customers.said(customer, PromptKind.VOICE_OVERDUE)
    assert overdue(desk, card) == [], "not twice on one day"
    clock.forward(days=4)
    assert overdue(desk, card) == [(-5, "Cold coffee")]
    desk.voices.answer(voice.id, YES, outcome=VoiceOutcome.TAKEN_UP)
    assert overdue(desk, card) == []
    assert desk.shop.faults() == []


def test_another_day_takes_the_reminder_away(desk: Desk, anna: tuple[str, str], clock: Clock) -> None:
    voice = desk.voices.note(anna[0], "Cold coffee", kind=VoiceKind.COMPLAINT)
    clock.forward(days=10)
    desk.voices.revise(voice.id, VoicePlan(due=date(2026, 5, 1)), kind=VoiceKind.COMPLAINT)
    assert overdue(desk, anna[1]) == []


# --- what is noted beside the words


def test_a_purchase_is_named_by_its_receipt_and_is_their_own(desk: Desk, anna: tuple[str, str]) -> None:
    mine = buy(desk, anna[1], 1000).purchase
    _other, card = join(desk, "Jānis")
    theirs, guests = buy(desk, card, 1000).purchase, buy(desk, "", 500).purchase
    receipt = desk.till.purchase(mine).receipt
    voice = desk.voices.note(anna[0], "x", kind=VoiceKind.COMPLAINT, plan=VoicePlan(purchase=f" {receipt} "))
    assert voice.plan.purchase == mine
    assert (
        desk.voices.note(anna[0], "x", kind=VoiceKind.PRAISE, plan=VoicePlan(purchase=guests)).plan.purchase == guests
    )
    for purchase, refusal in ((theirs, BadRequest), ("R-404", UnknownPurchase)):
        with pytest.raises(refusal):
            desk.voices.revise(voice.id, VoicePlan(purchase=purchase), kind=VoiceKind.COMPLAINT)
    assert desk.voices.get(voice.id) == voice


def test_praise_is_counted_by_name_even_when_the_customer_is_forgotten(
    desk: Desk, anna: tuple[str, str], clock: Clock
) -> None:
    for about, kind in (("Ilze", VoiceKind.PRAISE), ("Marta", VoiceKind.PRAISE), ("Ilze", VoiceKind.COMPLAINT)):
        desk.voices.note(anna[0], "So kind!", kind=kind, plan=VoicePlan(about=about))
    clock.to("2026-04-01T09:00:00")
    desk.voices.note("", "So quick!", kind=VoiceKind.PRAISE, plan=VoicePlan(about="Ilze"))
    desk.customers.erase(anna[0])
    assert desk.voices.praised(date(2026, 3, 1), date(2026, 3, 31)) == {"Ilze": 1, "Marta": 1}
    assert desk.voices.praised(date(2026, 3, 1), date(2026, 4, 1))["Ilze"] == 2


# --- the same wish


def test_one_answer_is_for_all_who_ask_for_the_same(desk: Desk, anna: tuple[str, str]) -> None:
    other, card = join(desk, "Jānis")
    voices = [desk.voices.note(each, "Oat milk", kind=VoiceKind.SUGGESTION) for each in (anna[0], other, "")]
    desk.voices.join(voices[1].id, to=voices[0].id)
    desk.voices.join(voices[2].id, to=voices[1].id)
    assert {v.id for v in desk.voices.same_wish(desk.voices.get(voices[0].id))} == {v.id for v in voices}
    desk.voices.answer(voices[2].id, YES, outcome=VoiceOutcome.TAKEN_UP)
    assert desk.voices.open() == []
    assert [p.voice.answer for p in desk.customers.scan(card).prompts if p.voice] == [YES]
    assert len(desk.voice_letters.waiting()) == 2
    desk.voices.told(desk.voices.to_tell(other)[0].id, how=Telling.LETTER)
    assert desk.voices.of(other)[0].told_how == Telling.LETTER


def test_two_groups_become_one_and_whoever_parts_gets_an_answer_of_their_own(desk: Desk) -> None:
    a, b, c, d = (desk.voices.note("", text, kind=VoiceKind.SUGGESTION) for text in "abcd")
    desk.voices.join(a.id, to=b.id)
    desk.voices.join(c.id, to=d.id)
    desk.voices.join(a.id, to=c.id)
    assert {v.text for v in desk.voices.same_wish(desk.voices.get(d.id))} == set("abcd")
    desk.voices.part(b.id)
    desk.voices.answer(a.id, YES, outcome=VoiceOutcome.DECLINED)
    assert [voice.text for voice in desk.voices.open()] == ["b"]


def test_whoever_joins_later_gets_the_answer_that_is_there(desk: Desk, anna: tuple[str, str]) -> None:
    first = desk.voices.note("", "Oat milk", kind=VoiceKind.SUGGESTION)
    desk.voices.answer(first.id, YES, outcome=VoiceOutcome.TAKEN_UP)
    later = desk.voices.note(anna[0], "Oat milk too", kind=VoiceKind.SUGGESTION)
    joined = desk.voices.join(later.id, to=first.id)
    assert (joined.answer, joined.is_to_tell) == (YES, True)
    with pytest.raises(BadRequest):
        desk.voices.join(later.id, to="nothing")


def test_the_wish_of_a_forgotten_person_leaves_the_others_theirs(desk: Desk, anna: tuple[str, str]) -> None:
    other, _card = join(desk, "Jānis")
    first = desk.voices.note(anna[0], "Oat milk", kind=VoiceKind.SUGGESTION)
    second = desk.voices.note(other, "Oat milk too", kind=VoiceKind.SUGGESTION)
    desk.voices.join(second.id, to=first.id)
    desk.customers.erase(anna[0])
    assert [v.text for v in desk.voices.same_wish(desk.voices.get(second.id))] == ["Oat milk too"]
    desk.voices.answer(second.id, YES, outcome=VoiceOutcome.TAKEN_UP)
    assert [voice.customer for voice in desk.voice_letters.waiting()] == [other]
    assert desk.shop.faults() == []
