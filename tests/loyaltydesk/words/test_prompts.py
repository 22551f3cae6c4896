"""What there is to say, in words."""

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.model.prompts import Prompt, PromptKind
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.prompts import prompt_text, saying

FORMATS = BabelFormats("en", currency("EUR"))


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
    ],
)  # fmt: skip
def test_each_thing_is_said(prompt: Prompt, headline: str) -> None:
    words = saying(prompt, FORMATS)
    assert words.headline == headline
    assert prompt_text(prompt, FORMATS) == f"{headline}. {words.hint}."


def test_every_kind_has_a_headline_of_its_own() -> None:
    assert len({saying(Prompt(kind), FORMATS).headline for kind in PromptKind}) == len(PromptKind)
