"""What customers say: how long it may be, and what is left of what somebody pasted."""

import pytest

from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.voices import LONGEST_ANSWER, LONGEST_TEXT, checked_answer, checked_text


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
