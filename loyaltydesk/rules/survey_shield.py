"""Keeps small groups out of sight, also from whoever subtracts what is shown from the whole."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from loyaltydesk.model.surveys import Answer, Question
from loyaltydesk.rules.survey_figures import Figures, figures

LEAST = 5  # answers that a group needs to be shown
NOBODY_KNOWN = ""  # the key of those without a card, by group and by tier
NO_TIER = "-"  # of those whose card has no tier


class Cell(Struct, frozen=True):
    """What a group answered to one question; no `figures` where it is hidden, and not even how many they are."""

    key: str
    figures: Figures | None


def hidden(counts: Mapping[str, int], also: Collection[str] = ()) -> frozenset[str]:
    """The groups that must not be shown beside the whole: those that are too small, those in `also`, and as many of the
    next smallest as it takes that whoever subtracts the others finds two groups at least, with five answers together.

    A group without answers hides nobody. This is complementary suppression: Cox, Suppression Methodology and
    Statistical Disclosure Control, Journal of the American Statistical Association 1980.
    """
    filled = sorted((count, key) for key, count in counts.items() if count)
    away = [(count, key) for count, key in filled if count < LEAST or key in also]
    rest = [each for each in filled if each not in away]
    while away and rest and (len(away) == 1 or sum(count for count, _key in away) < LEAST):
        away.append(rest.pop(0))
    return frozenset(key for _count, key in away)


def by_group(
    question: Question, place: int, *, answers: Iterable[Answer], key: Callable[[Answer], str]
) -> tuple[Cell, ...]:
    """What each group answered to the question in a place, in the order of their keys; small ones hidden."""
    groups = _values(place, answers, key)
    return _cells(question, groups, hidden(_counts(groups)))


def by_group_and_tier(
    question: Question, place: int, answers: Sequence[Answer]
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """What each customer group and each tier answered, small ones hidden.

    Who has no card stands in both tables. Where one of them hides these, the other must not tell them, and who has a
    card but no tier is a group of their own: else the one table less the other would tell of somebody who is hidden.
    """
    groups = _values(place, answers, lambda answer: answer.group)
    tiers = _values(place, answers, lambda answer: (answer.tier or NO_TIER) if answer.group else NOBODY_KNOWN)
    both = {NOBODY_KNOWN} & (hidden(_counts(groups)) | hidden(_counts(tiers)))
    tables = (_cells(question, table, hidden(_counts(table), both)) for table in (groups, tiers))
    return next(tables), next(tables)


def by_quarter_and_month(
    question: Question, place: int, answers: Iterable[Answer]
) -> tuple[tuple[Cell, ...], tuple[Cell, ...]]:
    """What was answered quarter by quarter ("2026-Q1") and month by month ("2026-03"), small ones hidden.

    A month is shown only where its quarter is, and never so that its neighbours follow from their quarter: else the one
    table would tell what the other hides.
    """
    months = _values(place, answers, lambda answer: month(answer.at))
    within: dict[str, dict[str, list[int]]] = {}
    for key, values in months.items():
        within.setdefault(quarter(key), {})[key] = values
    joined = {name: [value for values in inner.values() for value in values] for name, inner in within.items()}
    quarters = _cells(question, joined, hidden(_counts(joined)))
    found: list[Cell] = []
    for outer in quarters:
        inner = within[outer.key]
        found += _cells(question, inner, hidden(_counts(inner)) if outer.figures else frozenset(inner))
    return quarters, tuple(found)


def month(day: date) -> str:
    """The month of a day: 2026-03."""
    return f"{day.year:04}-{day.month:02}"


def quarter(month_: str) -> str:
    """The quarter of a month: 2026-Q1."""
    year, _, number = month_.partition("-")
    return f"{year}-Q{(int(number) + 2) // 3}"


def _values(place: int, answers: Iterable[Answer], key: Callable[[Answer], str]) -> dict[str, list[int]]:
    """What was ticked on the question in a place, by key; who ticked nothing has no part in it."""
    found: dict[str, list[int]] = {}
    for answer in answers:
        value = answer.given.values[place]
        if value is not None:
            found.setdefault(key(answer), []).append(value)
    return found


def _counts(groups: Mapping[str, Sequence[int]]) -> dict[str, int]:
    return {name: len(values) for name, values in groups.items()}


def _cells(question: Question, groups: Mapping[str, Sequence[int]], away: frozenset[str]) -> tuple[Cell, ...]:
    return tuple(
        Cell(name, None if name in away else figures(question, values)) for name, values in sorted(groups.items())
    )
