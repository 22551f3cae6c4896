"""Promises and warranties in words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from loyaltydesk.model.money import currency
from loyaltydesk.model.pledges import Pledge, PledgeKind, PledgeState
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.pledges import PLEDGES, STATES, day_text, pledge_saying, state_text

FORMATS = BabelFormats("en", currency("EUR"))
DAY = date(2026, 3, 14)


def pledge(kind: PledgeKind, *, days: int = 0, state: PledgeState = PledgeState.OPEN) -> Pledge:
    at = datetime(2026, 3, 1, tzinfo=UTC)
    return Pledge("c/1", "c", kind, "A <b>{loaf}", DAY + timedelta(days=days), at, state=state)


def test_every_kind_and_state_has_a_name() -> None:
    assert set(PLEDGES) == set(PledgeKind)
    assert set(STATES) == {(kind, state) for kind in PledgeKind for state in PledgeState}


@pytest.mark.parametrize(
    ("kind", "days", "words"),
    [
        (PledgeKind.PROMISE, 0, "To be kept"),
        (PledgeKind.PROMISE, -1, "Overdue"),
        (PledgeKind.WARRANTY, 0, "Runs"),
        (PledgeKind.WARRANTY, -1, "Over"),
    ],
)
def test_how_it_stands_follows_the_day(kind: PledgeKind, days: int, words: str) -> None:
    assert state_text(pledge(kind, days=days), DAY) == words


def test_what_is_closed_is_neither_late_nor_over() -> None:
    for kind, words in ((PledgeKind.PROMISE, "Kept"), (PledgeKind.WARRANTY, "Closed")):
        assert state_text(pledge(kind, days=-9, state=PledgeState.KEPT), DAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "tomorrow"), (-1, "yesterday"), (2, "in 2 days"), (-2, "2 days ago"), (1200, "in 1,200 days")],
)
def test_a_day_is_said_as_people_say_it(days: int, words: str) -> None:
    assert day_text(days, FORMATS) == words


def test_what_is_said_at_the_till_follows_the_day() -> None:
    near, late = (pledge_saying(pledge(PledgeKind.PROMISE), days, FORMATS) for days in (0, -3))
    assert near.headline == late.headline == "Promised for 14 Mar 2026: “A <b>{loaf}”"
    assert near.hint != late.hint
    ending = pledge_saying(pledge(PledgeKind.WARRANTY), 9, FORMATS)
    assert ending.headline == "A warranty ends in 9 days: A <b>{loaf}"
