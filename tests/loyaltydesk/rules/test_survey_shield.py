"""Small groups are hidden, and whoever subtracts what is shown from what is shown finds none of them."""

from collections import Counter
from datetime import UTC, date, datetime, time
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.surveys import Answer, Given, Question, QuestionKind
from loyaltydesk.rules.survey_shield import (
    LEAST,
    NO_TIER,
    NOBODY_KNOWN,
    Cell,
    by_group,
    by_group_and_tier,
    by_quarter_and_month,
    hidden,
    quarter,
)

QUESTION = Question(QuestionKind.AGREE, {"en": "Agree?"})
DAYS = st.dates(date(2025, 1, 1), date(2026, 6, 30))


def answer(group: str = "", day: date = date(2026, 1, 1), tier: str = "") -> Answer:
    return Answer("s/a/-", "s", "v", Given((3,)), datetime.combine(day, time(12), UTC), group=group, tier=tier)


def seen(cells: tuple[Cell, ...]) -> dict[str, int | None]:
    return {cell.key: cell.figures.answers if cell.figures else None for cell in cells}


@pytest.mark.parametrize(
    ("counts", "away"),
    [
        ({"a": 5, "b": 9}, set()),
        ({"a": 4, "b": 9, "c": 7}, {"a", "c"}),  # a alone would be the whole less the others
        ({"a": 1, "b": 1, "c": 7, "d": 30}, {"a", "b", "c"}),  # two people together are still too few
        ({"a": 3, "b": 2, "c": 9}, {"a", "b"}),
        ({"a": 4, "b": 0, "c": 9}, {"a", "c"}),  # who has no answers hides nobody
        ({"a": 2}, {"a"}),
        ({"a": 0}, set()),
        ({}, set()),
    ],
)
def test_who_is_hidden(counts: dict[str, int], away: set[str]) -> None:
    assert hidden(counts) == away


@given(st.dictionaries(st.text(max_size=2), st.integers(0, 20), max_size=8))
def test_what_is_hidden_is_never_the_difference_of_what_is_shown(counts: dict[str, int]) -> None:
    away = hidden(counts)
    gone = [count for key, count in counts.items() if key in away]
    assert all(count >= LEAST for key, count in counts.items() if count and key not in away)
    if gone and len(gone) < len([count for count in counts.values() if count]):
        assert len(gone) > 1
        assert sum(gone) >= LEAST  # the whole less all that is shown


def test_a_hidden_group_has_neither_figures_nor_a_count() -> None:
    answers = [answer("few")] * 4 + [answer("some")] * 6 + [answer("many")] * 20
    assert seen(by_group(QUESTION, 0, answers=answers, key=lambda each: each.group)) == {
        "few": None, "some": None, "many": 20,
    }  # fmt: skip


def test_who_did_not_tick_this_question_does_not_count_in_their_group() -> None:
    skipped = replace(answer("a"), given=Given((None,)))
    answers = [answer("a")] * 4 + [skipped] * 9 + [answer("b")] * 9 + [answer("c")] * 6
    assert seen(by_group(QUESTION, 0, answers=answers, key=lambda each: each.group)) == {"a": None, "b": 9, "c": None}


def test_months_do_not_tell_what_their_quarter_hides() -> None:
    months = ((1, 6), (2, 3), (4, 3), (5, 6))
    answers = [answer(day=date(2026, month, 5)) for month, count in months for _ in range(count)]
    quarters, found = by_quarter_and_month(QUESTION, 0, answers)
    assert seen(quarters) == {"2026-Q1": 9, "2026-Q2": 9}
    # Over all months February and April would hide each other; within their quarters they would not.
    assert set(seen(found).values()) == {None}


@given(st.lists(DAYS, max_size=60))
def test_nobody_can_be_worked_out_of_months_and_quarters(days: list[date]) -> None:
    answers = [answer(day=day) for day in days]
    quarters, months = (seen(cells) for cells in by_quarter_and_month(QUESTION, 0, answers))
    true = Counter(f"{each.at:%Y-%m}" for each in answers)
    for name, count in quarters.items():
        of = {month: quarter(month) for month in months}
        within = {month: shown for month, shown in months.items() if of[month] == name}
        gone = [month for month, shown in within.items() if shown is None]
        if count is None:
            assert len(gone) == len(within)
        elif gone:
            left = count - sum(shown for shown in within.values() if shown)
            assert left == sum(true[month] for month in gone)
            assert left >= LEAST
            assert len(gone) > 1 or len(within) == 1
    assert all(first < second for first, second in pairwise(months))


def test_who_has_a_card_but_no_tier_is_not_the_difference_of_the_two_tables() -> None:
    answers = [answer()] * 5 + [answer("new")] + [answer("new", tier="Silver")] * 9 + [answer("loyal", tier="Gold")] * 9
    groups, tiers = (seen(cells) for cells in by_group_and_tier(QUESTION, 0, answers))
    assert groups == {"": None, "loyal": None, "new": 10}
    assert tiers == {"": None, "-": None, "Silver": 9, "Gold": 9}


def test_whom_one_table_hides_the_other_does_not_tell() -> None:
    answers = [answer()] * 5 + [answer("lost", tier="Gold")] + [answer("new", tier="Silver")] * 8
    answers += [answer("new", tier="Gold")] * 7
    groups, tiers = (seen(cells) for cells in by_group_and_tier(QUESTION, 0, answers))
    assert (groups["lost"], groups[""]) == (None, None)
    assert (tiers[""], tiers["Gold"]) == (None, None)  # all tiers together would be all who are no guests


PEOPLE = st.tuples(st.sampled_from(("new", "loyal", "lost")), st.sampled_from(("", "Silver", "Gold")))


@given(st.lists(PEOPLE, max_size=40), st.integers(0, 12))
def test_no_sum_of_both_tables_tells_a_hidden_group(people: list[tuple[str, str]], guests: int) -> None:
    answers = [answer()] * guests + [answer(group, tier=tier) for group, tier in people]
    groups, tiers = by_group_and_tier(QUESTION, 0, answers)
    known = [cell.key for cell in groups if cell.key], [cell.key for cell in tiers if cell.key]
    people_of = [
        *((group, tier) for group in known[0] for tier in known[1]),
        *([(NOBODY_KNOWN,) * 2] if guests else []),
    ]

    def row(at: int, key: str) -> list[int]:
        return [int(pair[at] == key) for pair in people_of]

    shown = [[1] * len(people_of)]
    shown += [row(at, cell.key) for at, cells in enumerate((groups, tiers)) for cell in cells if cell.figures]
    for at, cells in enumerate((groups, tiers)):
        gone = [cell for cell in cells if cell.figures is None]
        if len(gone) > 1:  # or one group is all there is, of which the whole tells
            assert all(rank([*shown, row(at, cell.key)]) > rank(shown) for cell in gone)


def rank(rows: list[list[int]]) -> int:
    """How many of the rows are no sum of the others, by elimination."""
    left, found = [[Fraction(each) for each in row] for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        found += 1
        left = [[a - b * row[column] / pivot[column] for a, b in zip(row, pivot, strict=True)] for row in left]
    return found


def test_no_tier_is_a_group_of_its_own() -> None:
    answers = [answer()] * 6 + [answer("new")] * 7
    _groups, tiers = by_group_and_tier(QUESTION, 0, answers)
    assert seen(tiers) == {NOBODY_KNOWN: 6, NO_TIER: 7}
