"""What there is to say, in words."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from loyaltydesk.model.money import currency
from loyaltydesk.model.pledges import Pledge, PledgeKind
from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.model.voices import Voice, VoiceKind, VoiceOutcome
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.prompts import prompt_text, saying

FORMATS = BabelFormats("en", currency("EUR"))
SAID = Voice(
    "c/v", "c", VoiceKind.SUGGESTION, "Oat milk!", datetime(2026, 3, 1, tzinfo=UTC),
    outcome=VoiceOutcome.TAKEN_UP, answer="We have it now.",
)  # fmt: skip
PROMISED = Pledge(
    "c/p", "c", PledgeKind.PROMISE, "A new lid", date(2026, 3, 5), datetime(2026, 3, 1, tzinfo=UTC)
)  # fmt: skip


@pytest.mark.parametrize(
    ("prompt", "headline"),
    [
        (Prompt(PromptKind.BIRTHDAY), "Birthday today"), (Prompt(PromptKind.BIRTHDAY, days=1), "Birthday tomorrow"),
        (Prompt(PromptKind.BIRTHDAY, days=3), "Birthday in 3 days"),
        (Prompt(PromptKind.BIRTHDAY, days=-1), "Birthday was yesterday"),
        (Prompt(PromptKind.BIRTHDAY, days=-2), "Birthday was 2 days ago"),
        (Prompt(PromptKind.NAME_DAY), "Name day today"), (Prompt(PromptKind.NAME_DAY, days=1), "Name day tomorrow"),
        (Prompt(PromptKind.NAME_DAY, days=2), "Name day in 2 days"),
        (Prompt(PromptKind.NAME_DAY, days=-1), "Name day was yesterday"),
        (Prompt(PromptKind.NAME_DAY, days=-3), "Name day was 3 days ago"),
        (Prompt(PromptKind.VOUCHER_ENDS, days=0, name="Coffee"), "Coffee: last day today"),
        (Prompt(PromptKind.VOUCHER_ENDS, days=1, name="{0}"), "{0}: ends in 1 day"),
        (Prompt(PromptKind.POINTS_END, days=14, points=1), "1 point: ends in 14 days"),
        (Prompt(PromptKind.POINTS_END, days=0, points=1500), "1,500 points: last day today"),
        (Prompt(PromptKind.REWARD, points=150, name="Free coffee"), "Enough points for: Free coffee"),
        (Prompt(PromptKind.WELCOME_BACK, days=-63), "Not seen for 9 weeks"),
        (Prompt(PromptKind.FIRST_VISIT), "First purchase with the card"),
        (Prompt(PromptKind.PROMISE, days=-2, pledge=PROMISED), "Promised for 5 Mar 2026: “A new lid”"),
        (
            Prompt(PromptKind.WARRANTY, days=3, pledge=replace(PROMISED, kind=PledgeKind.WARRANTY)),
            "A warranty ends in 3 days: A new lid",
        ),
        (
            Prompt(PromptKind.VOICE_OVERDUE, days=-2, voice=replace(SAID, outcome=VoiceOutcome.OPEN, answer="")),
            "Their suggestion waits for an answer: “Oat milk!”",
        ),
    ],
)  # fmt: skip
def test_each_thing_is_said(prompt: Prompt, headline: str) -> None:
    words = saying(prompt, FORMATS)
    assert words.headline == headline
    assert prompt_text(prompt, FORMATS) == f"{headline}. {words.hint}."


def test_every_kind_has_a_headline_of_its_own() -> None:
    said = {PromptKind.ANSWERED: SAID, PromptKind.VOICE_OVERDUE: replace(SAID, outcome=VoiceOutcome.OPEN)}
    promised = {PromptKind.PROMISE: PROMISED, PromptKind.WARRANTY: replace(PROMISED, kind=PledgeKind.WARRANTY)}
    prompts = [Prompt(kind, voice=said.get(kind), pledge=promised.get(kind)) for kind in PromptKind]
    assert len({saying(prompt, FORMATS).headline for prompt in prompts}) == len(PromptKind)


@pytest.mark.parametrize(
    ("kind", "outcome", "headline"),
    [
        (VoiceKind.SUGGESTION, VoiceOutcome.TAKEN_UP, "Their suggestion was taken up: “Oat milk!”"),
        (VoiceKind.SUGGESTION, VoiceOutcome.DECLINED, "There is an answer to their suggestion: “Oat milk!”"),
        (VoiceKind.COMPLAINT, VoiceOutcome.TAKEN_UP, "What they complained of was put right: “Oat milk!”"),
        (VoiceKind.COMPLAINT, VoiceOutcome.DECLINED, "There is an answer to their complaint: “Oat milk!”"),
        (VoiceKind.PRAISE, VoiceOutcome.TAKEN_UP, "There is an answer to their praise: “Oat milk!”"),
        (VoiceKind.PRAISE, VoiceOutcome.DECLINED, "There is an answer to their praise: “Oat milk!”"),
    ],
)
def test_an_answer_is_told_with_what_was_said(kind: VoiceKind, outcome: VoiceOutcome, headline: str) -> None:
    words = saying(Prompt(PromptKind.ANSWERED, voice=replace(SAID, kind=kind, outcome=outcome)), FORMATS)
    assert (words.headline, words.hint) == (headline, "Tell them: “We have it now.”")
