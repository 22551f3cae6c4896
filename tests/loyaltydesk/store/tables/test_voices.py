"""A customer's row says that an answer waits, and since when, so that a scan learns of it at no cost."""

import json

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from tests.shop import Clock, dump, join, store_of


def kept(desk: Desk) -> list[dict[str, str]]:
    """What each row says, in the order in which the customers joined."""
    rows = store_of(desk).connection.execute("SELECT said FROM customers ORDER BY id")
    return [json.loads(row[0]) for row in rows]


@pytest.fixture
def waiting(desk: Desk) -> tuple[str, str]:
    """A customer with an answer that waits, and the answered voice."""
    anna, _ = join(desk, "Anna")
    voice = desk.voices.note(anna, "Oat milk", kind=VoiceKind.SUGGESTION)
    assert kept(desk) == [{}]
    return anna, desk.voices.answer(voice.id, "Yes", outcome=VoiceOutcome.TAKEN_UP).id


def test_the_row_has_the_day_of_the_oldest_answer(desk: Desk, waiting: tuple[str, str], clock: Clock) -> None:
    anna, voice = waiting
    clock.forward(days=3)
    later = desk.voices.note(anna, "Rice milk", kind=VoiceKind.SUGGESTION)
    desk.voices.answer(later.id, "No", outcome=VoiceOutcome.DECLINED)
    assert kept(desk) == [{"to_tell": "2026-03-14"}]
    desk.voices.told(voice)
    assert kept(desk) == [{"to_tell": "2026-03-17"}]
    desk.voices.told(later.id)
    assert kept(desk) == [{}]


def test_it_stands_beside_what_was_said_whichever_came_first(desk: Desk, waiting: tuple[str, str]) -> None:
    anna, voice = waiting
    desk.customers.said(anna, PromptKind.WELCOME_BACK)
    desk.customers.said(anna, PromptKind.BIRTHDAY)
    both = {"birthday": "2026-03-14", "welcome_back": "2026-03-14"}
    assert kept(desk) == [{**both, "to_tell": "2026-03-14"}]
    desk.voices.told(voice)
    assert kept(desk) == [both]
    assert desk.shop.faults() == []


def test_it_goes_over_to_the_record_that_stays(desk: Desk, waiting: tuple[str, str]) -> None:
    other, _ = join(desk, "Anna K.")
    desk.accounts.merge(keep=other, drop=waiting[0])
    assert kept(desk) == [{}, {"to_tell": "2026-03-14"}]
    desk.voices.told(waiting[1])
    assert kept(desk) == [{}, {}]
    before = dump(store_of(desk).connection)
    desk.shop.rebuild()
    assert dump(store_of(desk).connection) == before
