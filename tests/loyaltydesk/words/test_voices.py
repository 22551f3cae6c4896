"""What customers said, in words."""

from datetime import UTC, date, datetime

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.model.voices import (
    BEST_SCORE,
    LONGEST_ANSWER,
    LONGEST_TEXT,
    Telling,
    Voice,
    VoiceKind,
    VoiceOutcome,
    VoicePlan,
)
from loyaltydesk.words import words_in
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.voices import (
    KINDS,
    OUTCOMES,
    VOICE_REASONS,
    heading,
    outcome_text,
    overdue_saying,
    shortened,
    to_tell,
    told_text,
)

FORMATS = BabelFormats("en", currency("EUR"))
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)


def voice(kind: VoiceKind = VoiceKind.COMPLAINT, outcome: VoiceOutcome = VoiceOutcome.TAKEN_UP, **more: str) -> Voice:
    told = NOON if "told_how" in more else None
    return Voice("c/1", "c", kind, "<b>Cold</b> {coffee}", NOON, outcome=outcome, told_at=told, **more)


def test_every_kind_and_everything_that_can_become_of_it_has_a_name() -> None:
    assert set(KINDS) == set(VoiceKind)
    done = {VoiceOutcome.TAKEN_UP, VoiceOutcome.DECLINED}
    assert set(OUTCOMES) == {(kind, outcome) for kind in VoiceKind for outcome in done}
    assert outcome_text(voice(outcome=VoiceOutcome.OPEN)) == ""


@pytest.mark.parametrize("kind", VoiceKind)
def test_every_kind_can_be_told_of_waited_for_and_printed(kind: VoiceKind) -> None:
    for outcome in (VoiceOutcome.TAKEN_UP, VoiceOutcome.DECLINED):
        assert "“<b>Cold</b> {coffee}”" in to_tell(voice(kind, outcome))
        assert heading(voice(kind, outcome), words_in("en"))
    assert "“<b>Cold</b> {coffee}”" in overdue_saying(voice(kind), 2, FORMATS).headline


def test_who_sees_to_a_late_answer_is_named() -> None:
    assert overdue_saying(voice(), 1, FORMATS).hint == "1 day late. Say that it is not forgotten"
    planned = Voice("c/1", "c", VoiceKind.PRAISE, "x", NOON, plan=VoicePlan("Ilze {x}", date(2026, 3, 1)))
    assert overdue_saying(planned, 13, FORMATS).hint == "13 days late. Say that Ilze {x} is seeing to it"


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (Telling.TILL, "told at the till on 14 Mar 2026"),
        (Telling.LETTER, "told by letter on 14 Mar 2026"),
        (Telling.E_MAIL, "told by e-mail on 14 Mar 2026"),
        ("", "told on 14 Mar 2026"),
        ("pigeon", "told on 14 Mar 2026"),
    ],
)
def test_it_is_said_how_the_customer_heard(how: str, words: str) -> None:
    assert told_text(voice(told_how=how), FORMATS) == words
    assert told_text(voice(), FORMATS) == ""


def test_the_sentences_say_how_long_it_may_be() -> None:
    assert str(LONGEST_TEXT) in VOICE_REASONS["voice_too_long"]
    assert str(LONGEST_ANSWER) in VOICE_REASONS["answer_too_long"]
    assert str(BEST_SCORE) in VOICE_REASONS["score_out_of_range"]


def test_a_long_text_ends_between_two_words() -> None:
    assert shortened("Oat milk") == "Oat milk"
    assert shortened("Oat milk " * 20) == "Oat milk Oat milk Oat milk Oat milk Oat milk Oat milk Oat…"
    assert shortened("ō" * 200) == "ō" * 60 + "…"
