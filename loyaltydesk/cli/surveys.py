"""What surveys tell, as rows for a person and for other programs; a group that is hidden has no figures at all."""

from collections.abc import Iterator
from typing import Any

from loyaltydesk.cli import requests as asked
from loyaltydesk.cli.answers import Answer
from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.surveys import Commitment, Given, QuestionKind, Via
from loyaltydesk.rules.survey_figures import Figures, tenths, whole
from loyaltydesk.rules.survey_results import QuestionResult, Results

FIGURES = ("survey", "version", "question", "by", "group", "answers", "mean", "percent", "nps", "forced")
_PARTS = ("groups", "tiers", "quarters", "months")
Row = dict[str, Any]


def rows_of(results: Results, language: str) -> list[Row]:
    """A row for each question over all and for each group that can be shown; one alone while answers are too few."""
    head: Row = dict.fromkeys(FIGURES)
    head |= {"survey": results.survey.title, "version": results.version.id}
    if results.is_small:
        return [{**head, "by": "all", "answers": results.answers}]
    return [{**head, **row} for told in results.questions for row in _rows(told, results, language)]


def _rows(told: QuestionResult, results: Results, language: str) -> Iterator[Row]:
    question = {"question": told.question.text(language)}
    is_text = told.question.kind is QuestionKind.TEXT
    forced = {"forced": "danger"} if results.forced and told.question.about is Commitment.FORCED else {}
    shown: Row = {"answers": told.total.answers} if is_text else _figures(told.total) if told.total.answers else {}
    yield {**question, "by": "all", **shown, **forced}
    for part in _PARTS:
        for cell in getattr(told, part):
            figures = _figures(cell.figures) if cell.figures else {}
            yield {**question, "by": part, "group": cell.key or "no card", **figures}


def _figures(figures: Figures) -> Row:
    """Exact figures as they are shown: a mean with one decimal, whole percent, a whole score; halves go up."""
    mean = tenths(figures.mean) * 10 if figures.mean is not None else None
    return {
        "answers": figures.answers,
        "mean": f"{int(mean) // 10}.{int(mean) % 10}" if mean is not None else None,
        "percent": whole(figures.share * 100) if figures.share is not None else None,
        "nps": whole(figures.nps) if figures.nps is not None else None,
    }


def carry_out(desk: Desk, request: asked.Survey, stamp: Stamp) -> Answer:
    """Keeps an answer, of the survey that the till asks where none is named. Raises BadRequest or UnknownCustomer."""
    survey = request.survey or desk.surveys.asking().survey
    if not survey:
        raise BadRequest("survey", "survey_gone")
    customer = desk.cards.owner(request.card).id if request.card else request.customer
    written = {place: words for place, words in enumerate(request.words) if words}
    given = Given(tuple(request.values), written)
    answer = desk.survey_answers.give(survey, given, customer=customer, via=Via.LINK, stamp=stamp)
    return {"answer": answer.id, "survey": survey}
