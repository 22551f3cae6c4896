"""The figures of surveys against numbers worked out by hand, exact and rounded in one way."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.surveys import Question, QuestionKind
from loyaltydesk.rules.survey_figures import figures, is_forced, net_promoter_score, tenths, whole

RECOMMEND = Question(QuestionKind.RECOMMEND, {"en": "Recommend?"})
SATISFIED = Question(QuestionKind.SATISFACTION, {"en": "Satisfied?"})
AGREE = Question(QuestionKind.AGREE, {"en": "Agree?"})


def test_promoters_less_detractors() -> None:
    told = figures(RECOMMEND, [10, 9, 9, 8, 7, 6, 0, None])
    assert (told.nps, told.camps, told.answers) == (Fraction(100, 7), (2, 2, 3), 7)
    assert told.mean == Fraction(49, 7)


@pytest.mark.parametrize(("scores", "score"), [([10] * 3, 100), ([0, 6], -100), ([7, 8], 0), ([9, 0], 0)])
def test_the_score_goes_from_end_to_end(scores: list[int], score: int) -> None:
    assert net_promoter_score(scores) == score


@given(st.lists(st.integers(0, 10), min_size=1))
def test_the_score_is_what_naive_percentages_say(scores: list[int]) -> None:
    share = Fraction(100, len(scores))
    wanted = sum(share for each in scores if each >= 9) - sum(share for each in scores if each <= 6)
    assert net_promoter_score(scores) == wanted
    assert -100 <= net_promoter_score(scores) <= 100


@pytest.mark.parametrize(("exact", "shown"), [(Fraction(25, 2), 13), (Fraction(-25, 2), -12), (Fraction(-38, 3), -13)])
def test_halves_go_up(exact: Fraction, shown: int) -> None:
    assert whole(exact) == shown


def test_a_mean_is_shown_to_the_tenth() -> None:
    assert tenths(Fraction(9, 4)) == Fraction(23, 10)


def test_the_satisfied_ticked_four_or_five() -> None:
    told = figures(SATISFIED, [5, 4, 3, 1, 9, None])  # there is no 9 on this scale
    assert (told.share, told.counts, told.answers) == (Fraction(1, 2), (1, 0, 1, 1, 1), 4)


def test_nobody_answered() -> None:
    assert figures(RECOMMEND, [None]) == figures(RECOMMEND, [])
    assert figures(RECOMMEND, []).nps is None


@pytest.mark.parametrize(
    ("forced", "liked", "danger"),
    [
        ([4, 3], [5, 5], True),
        ([3, 3], [5, 5], False),
        ([3, 3], [2, 2], True),
        ([3, 3], [3, 3], False),
        ([], [1], False),
    ],
)
def test_forced_is_a_danger_when_it_is_high_or_more_than_liking(
    forced: list[int], liked: list[int], danger: bool
) -> None:
    assert is_forced(figures(AGREE, forced), figures(AGREE, liked)) is danger
