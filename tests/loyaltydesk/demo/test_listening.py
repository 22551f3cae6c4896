"""The demo shop listens: something waits for an answer, one answer waits to be told, others were told."""

import pytest

from loyaltydesk.demo.stage import stage
from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Sort
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome, checked_answer, checked_text
from loyaltydesk.words import LANGUAGES
from tests.loyaltydesk.demo.conftest import NOW


def test_the_first_customers_suggestion_waits_to_be_told(desk: Desk) -> None:
    (anna,) = desk.customers.find("anna berzina")
    (voice,) = desk.voices.of(anna.id)
    assert (voice.kind, voice.outcome, voice.is_to_tell) == (VoiceKind.SUGGESTION, VoiceOutcome.TAKEN_UP, True)
    assert desk.customers.see(anna.id).prompts[0].kind is PromptKind.ANSWERED


def test_some_wait_for_an_answer_and_some_were_told(desk: Desk) -> None:
    waiting = desk.voices.open()
    assert [voice.kind for voice in waiting] == [VoiceKind.COMPLAINT, VoiceKind.SUGGESTION]
    customers = desk.customers.page(Sort.JOINED, None, 100)
    voices = [voice for customer in customers for voice in desk.voices.of(customer.id)]
    assert len({voice.customer for voice in voices}) == len(voices) == len(stage("en").voices)
    told = {voice.outcome for voice in voices if voice.told_at and voice.told_at < NOW}
    assert told == {VoiceOutcome.TAKEN_UP, VoiceOutcome.DECLINED}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_can_be_said(language: str) -> None:
    for kind, text, answer in stage(language).voices:
        assert VoiceKind(kind)
        assert checked_text(text) == text
        assert not answer or checked_answer(answer) == answer
