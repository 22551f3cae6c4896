"""The results of a survey counted a second time, from what the journal holds, in the plainest way."""

import json
from collections import defaultdict
from fractions import Fraction
from random import Random

from loyaltydesk.desk import Desk
from loyaltydesk.model.surveys import Given, Question, QuestionKind
from tests.shop import Clock, buy, join, store_of

ASKED = (
    Question(QuestionKind.RECOMMEND, {"en": "Recommend?"}),
    Question(QuestionKind.SATISFACTION, {"en": "Satisfied?"}),
    Question(QuestionKind.EASE, {"en": "Easy?"}),
)
Row = tuple[str, str, str, list[int | None]]


def in_the_journal(desk: Desk, survey: str) -> list[Row]:
    """Month, group, tier and values of each answer, the last word of each record."""
    last: dict[str, Row] = {}
    for (payload,) in store_of(desk).connection.execute("SELECT payload FROM journal ORDER BY rowid"):
        for told in _saved(json.loads(payload)):
            if told.get("kind") == "survey_answer" and told["record"].startswith(survey):
                kept = json.loads(told["fields"]["answer"])
                group = kept.get("group", "")
                tier = kept.get("tier", "") or ("-" if group else "")
                last[told["record"]] = kept["at"][:7], group, tier, kept["values"]
    return list(last.values())


def _saved(told: object) -> list[dict]:
    """Every record within a payload, however deep it stands."""
    if isinstance(told, dict):
        return ([told] if "record" in told else []) + [each for part in told.values() for each in _saved(part)]
    return [each for part in told for each in _saved(part)] if isinstance(told, list) else []


def nps(values: list[int]) -> Fraction:
    return Fraction(100 * (len([v for v in values if v > 8]) - len([v for v in values if v < 7])), len(values))


def parted(rows: list[Row], at: int, *, place: int) -> dict[str, list[int]]:
    """What was ticked on the question in a place, by month, group or tier."""
    parts = defaultdict(list)
    for row in rows:
        if row[3][place] is not None:
            parts[row[at]].append(row[3][place])
    return parts


def test_every_figure_that_is_shown_is_what_the_journal_says(desk: Desk, clock: Clock) -> None:
    chance, survey = Random(5), desk.surveys.make("Hello", ASKED).id
    people = [join(desk, f"Customer {number}") for number in range(12)]
    for number, (_customer, card) in enumerate(people[:9]):
        buy(desk, card, 1000 if number % 2 else 20_000)
    for number in range(90):
        customer = people[chance.randrange(12)][0] if number % 3 else ""
        values = tuple(chance.choice([None, *question.values]) for question in ASKED)
        if any(value is not None for value in values):
            desk.survey_answers.give(survey, Given(values), customer=customer)
        clock.forward(days=1 if number % 7 else 9)
    rows, told = in_the_journal(desk, survey), desk.survey_answers.results(survey)
    assert told.answers == len(rows) > 80
    shown = 0
    for place, result in enumerate(told.questions):
        ticked = [row[3][place] for row in rows if row[3][place] is not None]
        assert (result.total.answers, result.total.mean) == (len(ticked), Fraction(sum(ticked), len(ticked)))
        for at, cells in ((0, result.months), (1, result.groups), (2, result.tiers)):
            parts = parted(rows, at, place=place)
            assert {cell.key for cell in cells} == set(parts)
            for cell in cells:
                if cell.figures:
                    shown += 1
                    assert cell.figures.counts == tuple(parts[cell.key].count(each) for each in ASKED[place].values)
                    if place == 0:
                        assert cell.figures.nps == nps(parts[cell.key])
        assert sum(result.total.counts) == len(ticked)
    assert shown > 12
    assert told.questions[1].total.share == Fraction(
        len([row for row in rows if (row[3][1] or 0) >= 4]), len([row for row in rows if row[3][1] is not None])
    )
