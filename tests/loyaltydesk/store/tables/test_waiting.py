"""A customer's row says what waits for them and since or until when, so that a scan learns of it at no cost."""

import json
from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import CustomerRegistered, ProgrammeChanged
from loyaltydesk.model.pledges import NewPledge, PledgeKind, PledgeState
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome, VoicePlan
from tests.shop import Clock, dump, join, store_of, undone


def kept(desk: Desk) -> list[dict[str, str]]:
    """What each row says, in the order in which the customers joined."""
    rows = store_of(desk).connection.execute("SELECT said FROM customers ORDER BY id")
    return [json.loads(row[0]) for row in rows]


@pytest.fixture
def waiting(desk: Desk) -> tuple[str, str]:
    """A customer with an answer that waits, and the answered voice."""
    anna, _ = join(desk, "Anna")
    voice = desk.voices.note(anna, "Oat milk", kind=VoiceKind.SUGGESTION)
    assert kept(desk) == [{"due": "2026-04-13"}]
    return anna, desk.voices.answer(voice.id, "Yes", outcome=VoiceOutcome.TAKEN_UP).id


def test_the_row_has_the_day_of_the_oldest_answer(desk: Desk, waiting: tuple[str, str], clock: Clock) -> None:
    anna, voice = waiting
    clock.forward(days=3)
    later = desk.voices.note(anna, "Rice milk", kind=VoiceKind.SUGGESTION)
    assert kept(desk) == [{"to_tell": "2026-03-14", "due": "2026-04-16"}]
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


def test_the_row_has_the_first_promise_and_the_first_warranty_that_are_open(desk: Desk, clock: Clock) -> None:
    anna, _ = join(desk, "Anna")
    given = [
        desk.pledges.give(anna, NewPledge(kind, "x", date(2026, month, 1)))
        for kind in PledgeKind
        for month in (5, 4, 6)
    ]
    assert kept(desk) == [{"promised": "2026-04-01", "warranted": "2026-04-01"}]
    desk.pledges.close(given[1].id, PledgeState.KEPT)
    desk.pledges.revise(given[4].id, NewPledge(PledgeKind.WARRANTY, "x", date(2026, 7, 1)))
    assert kept(desk) == [{"promised": "2026-05-01", "warranted": "2026-05-01"}]
    assert desk.shop.faults() == []


def test_whichever_fact_comes_first_the_row_is_the_same(desk: Desk) -> None:
    anna, _ = join(desk, "Anna")
    twin, _ = join(desk, "Anna K.")
    voice = desk.voices.note(twin, "Oat milk", kind=VoiceKind.COMPLAINT)
    desk.pledges.give(twin, NewPledge(PledgeKind.PROMISE, "x", date(2026, 4, 1)))
    desk.accounts.merge(keep=anna, drop=twin)
    desk.voices.revise(voice.id, VoicePlan(due=date(2026, 3, 20)), kind=VoiceKind.COMPLAINT)
    expected = [{"due": "2026-03-20", "promised": "2026-04-01"}, {}]
    assert kept(desk) == expected
    store = store_of(desk)
    facts = list(store.journal.facts())
    with undone(store):
        store.tables.clear()
        joined = [each for each in facts if isinstance(each.fact, CustomerRegistered | ProgrammeChanged)]
        for recorded in (*joined, *(each for each in reversed(facts) if each not in joined)):
            store.tables.apply(recorded)
        assert kept(desk) == expected
