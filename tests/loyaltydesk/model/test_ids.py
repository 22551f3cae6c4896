"""Identities: valid UUIDs of version 7 that only ever grow, whatever the clock does."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.ids import Ids

START = datetime(2026, 3, 14, 10, 5, tzinfo=UTC)


def _millisecond(identity: str) -> int:
    return uuid.UUID(identity).int >> 80


@given(st.lists(st.integers(-(10**12), 10**12), max_size=60))
def test_identities_grow_as_numbers_and_as_text_however_the_clock_jumps(jumps: list[int]) -> None:
    ids, made = Ids(), [""]
    for jump in jumps:
        made.append(ids.new(START + timedelta(milliseconds=jump)))
        assert made[-1] > made[-2]


def test_an_identity_is_a_uuid_of_version_7_made_at_its_time() -> None:
    made = uuid.UUID(Ids().new(START))
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert made.int >> 80 == int(START.timestamp() * 1000)
    assert str(made) == str(made).lower()


def test_a_thousand_within_one_millisecond_differ_and_stay_in_order() -> None:
    ids = Ids()
    made = [ids.new(START) for _ in range(1000)]
    assert sorted(set(made)) == made
    assert {_millisecond(each) for each in made} == {_millisecond(made[0])}


def test_the_time_of_an_identity_stays_while_the_clock_is_behind_and_goes_on_after() -> None:
    ids = Ids()
    first, behind, on = (ids.new(START + timedelta(seconds=step)) for step in (0, -3600, 1))
    assert _millisecond(behind) == _millisecond(first)
    assert _millisecond(on) == _millisecond(first) + 1000


def test_a_restart_goes_on_after_the_newest_identity() -> None:
    last = Ids().new(START + timedelta(days=400))
    again, late = Ids(last), Ids()
    late.after(last)
    assert again.new(START) > last
    assert late.new(START) > last


def test_after_an_older_identity_nothing_goes_back() -> None:
    ids = Ids()
    old, new = Ids().new(START - timedelta(days=1)), ids.new(START)
    ids.after(old)
    assert ids.new(START) > new


@pytest.mark.parametrize("counted", ["ffff00000000", "fffffffffffe", "ffffffffffff"])
def test_a_counter_that_runs_over_moves_into_the_next_millisecond(counted: str) -> None:
    last = "019b7def-6680-7fff-bfff-" + counted
    ids = Ids(last)
    made = [ids.new(START - timedelta(days=900)) for _ in range(4)]
    assert sorted({last, *made}) == [last, *made]
    assert all(uuid.UUID(each).version == 7 and uuid.UUID(each).variant == uuid.RFC_4122 for each in made)


def test_up_to_the_last_millisecond_that_fits_identities_stay_valid() -> None:
    ids = Ids("ffffffff-ffff-7000-8000-000000000000")
    made = [ids.new(datetime.max.replace(tzinfo=UTC)) for _ in range(50)]
    assert sorted(set(made)) == made
    assert all(len(each) == 36 and uuid.UUID(each).version == 7 for each in made)


def test_a_clock_before_1970_still_makes_identities() -> None:
    ids = Ids()
    first, second = ids.new(datetime(1960, 1, 1, tzinfo=UTC)), ids.new(START)
    assert first < second
    assert uuid.UUID(first).version == 7


def test_the_random_part_is_random() -> None:
    assert len({Ids().new(START) for _ in range(50)}) == 50
