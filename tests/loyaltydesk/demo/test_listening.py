"""The demo shop listens: something waits for an answer, one answer waits to be told, and promises are to be kept."""

import pytest

from loyaltydesk.demo.stage import stage
from loyaltydesk.desk import Desk
from loyaltydesk.model.agenda import MatterKind
from loyaltydesk.model.pledges import NewPledge, PledgeKind, checked_pledge
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome, checked_answer, checked_text
from loyaltydesk.words import LANGUAGES
from tests.loyaltydesk.demo.conftest import NOW


def test_the_first_customers_suggestion_waits_to_be_told(desk: Desk) -> None:
    (anna,) = desk.customers.find("anna berzina")
    (voice,) = desk.voices.of(anna.id)
    assert (voice.kind, voice.outcome, voice.is_to_tell) == (VoiceKind.SUGGESTION, VoiceOutcome.TAKEN_UP, True)
    assert desk.customers.see(anna.id).prompts[0].kind is PromptKind.ANSWERED


def test_somebody_else_asked_for_the_same_and_gets_the_same_answer(desk: Desk) -> None:
    first, other = desk.voice_letters.waiting()
    assert first.customer != other.customer
    assert (first.answer, first.matter) == (other.answer, other.matter)


def test_some_wait_for_an_answer_and_some_were_told(desk: Desk) -> None:
    waiting = [voice for voice in desk.voices.open() if voice.customer]
    assert [voice.kind for voice in waiting] == [VoiceKind.COMPLAINT, VoiceKind.SUGGESTION]
    voices = [voice for voice in desk.voices.everything() if voice.customer]
    assert len({voice.customer for voice in voices}) == len(voices) == len(stage("en").voices) + 1
    told = {voice.outcome for voice in voices if voice.told_at and voice.told_at < NOW}
    assert told == {VoiceOutcome.TAKEN_UP, VoiceOutcome.DECLINED}


def test_there_is_something_of_every_kind_and_the_owner_has_something_to_do(desk: Desk) -> None:
    assert {voice.kind for voice in desk.voices.everything()} == set(VoiceKind)
    assert {pledge.kind for pledge in desk.pledges.open()} == set(PledgeKind)
    kinds = {matter.kind for matter in desk.agenda.matters()}
    assert kinds >= {
        MatterKind.VOICE_OVERDUE, MatterKind.PROMISE_OVERDUE, MatterKind.PROMISE_DUE, MatterKind.WARRANTY_ENDS,
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_and_promised_can_be_said_and_promised(language: str) -> None:
    shop = stage(language)
    for kind, text, answer in (*shop.voices, *shop.heard, ("suggestion", shop.same, "")):
        assert VoiceKind(kind)
        assert checked_text(text) == text
        assert not answer or checked_answer(answer) == answer
    for kind, days, text in shop.pledges:
        asked = NewPledge(PledgeKind(kind), text, NOW.date())
        assert checked_pledge(asked) == asked
        assert int(days) < 30
