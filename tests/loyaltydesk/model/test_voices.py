"""What customers say: how long it may be, and what is left of what somebody pasted; and by when it is answered."""

from datetime import UTC, date, datetime

import pytest

from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.voices import (
    DEFAULT_DAYS,
    LONGEST_ANSWER,
    LONGEST_TEXT,
    Voice,
    VoiceKind,
    VoiceOutcome,
    VoicePlan,
    checked_answer,
    checked_plan,
    checked_text,
)

WHOLE = VoicePlan(" Ilze\n", date(2026, 3, 20), "x", " Marta ", " A  map ", 4)
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def test_what_was_pasted_becomes_one_paragraph() -> None:
    assert checked_text("  Oat\r\n\tmilk,\x00 please\u2028 ") == "Oat milk, please"


@pytest.mark.parametrize("text", ["<b>Oat</b> & {milk}", "овсяное молоко, żółć", "حليب", "🥛 燕麦奶", "%s {0}"])
def test_letters_of_any_kind_stay_what_they_are(text: str) -> None:
    assert checked_text(text) == checked_answer(text) == text


def test_as_much_as_may_be_is_taken_and_not_one_letter_more() -> None:
    assert len(checked_text("a" * LONGEST_TEXT)) == LONGEST_TEXT
    assert len(checked_answer("a" * LONGEST_ANSWER)) == LONGEST_ANSWER
    for check, most, reason in (
        (checked_text, LONGEST_TEXT, "voice_too_long"),
        (checked_answer, LONGEST_ANSWER, "answer_too_long"),
    ):
        with pytest.raises(BadRequest) as refused:
            check("a" * (most + 1))
        assert refused.value.reason == reason


def test_nothing_is_no_suggestion() -> None:
    for check in (checked_text, checked_answer):
        with pytest.raises(BadRequest) as refused:
            check(" \n\t ")
        assert refused.value.reason == "voice_missing"


def test_every_kind_has_days() -> None:
    assert set(DEFAULT_DAYS) == set(VoiceKind)


def test_a_plan_keeps_only_what_its_kind_has() -> None:
    kept = {kind: checked_plan(WHOLE, kind) for kind in VoiceKind}
    assert {plan.responsible for plan in kept.values()} == {"Ilze"}
    assert {kind for kind, plan in kept.items() if plan.about == "Marta"} == {VoiceKind.PRAISE}
    assert {kind for kind, plan in kept.items() if plan.source == "A map"} == {VoiceKind.REVIEW}
    assert {kind for kind, plan in kept.items() if plan.score} == {VoiceKind.MYSTERY_VISIT}


@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        (VoiceKind.MYSTERY_VISIT, VoicePlan(score=0)),
        (VoiceKind.MYSTERY_VISIT, VoicePlan(score=6)),
        (VoiceKind.COMPLAINT, VoicePlan(responsible="x" * 61)),
        (VoiceKind.PRAISE, VoicePlan(about="x" * 10_000)),
        (VoiceKind.REVIEW, VoicePlan(source="x" * 121)),
    ],
)
def test_what_makes_no_sense_is_refused(kind: VoiceKind, plan: VoicePlan) -> None:
    with pytest.raises(BadRequest):
        checked_plan(plan, kind)


def test_it_is_overdue_after_its_day_and_only_while_it_is_open() -> None:
    def voice(outcome: VoiceOutcome = VoiceOutcome.OPEN, due: date | None = date(2026, 3, 20)) -> Voice:
        return Voice("a/b", None, VoiceKind.COMPLAINT, "x", NOON, outcome=outcome, plan=VoicePlan(due=due))

    assert [voice().is_overdue(date(2026, 3, day)) for day in (19, 20, 21)] == [False, False, True]
    assert not voice(VoiceOutcome.DECLINED).is_overdue(date(2027, 1, 1))
    assert not voice(due=None).is_overdue(date(2027, 1, 1))
