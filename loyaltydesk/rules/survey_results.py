"""What a survey tells: each question over all, by customer group, by tier and over time, with small groups hidden."""

from collections.abc import Sequence

from msgspec import Struct

from loyaltydesk.model.surveys import Answer, Commitment, Question, QuestionKind, Survey, Version
from loyaltydesk.rules.survey_figures import Figures, commitments, figures, is_forced
from loyaltydesk.rules.survey_shield import LEAST, Cell, by_group_and_tier, by_quarter_and_month


class QuestionResult(Struct, frozen=True):
    """What one question came to. `groups` and `tiers` are as they were when the answer was given; "" is nobody known.

    `words` is what was written, in the order of the alphabet, as the order of time would tell who wrote what.
    """

    question: Question
    total: Figures
    groups: tuple[Cell, ...] = ()
    tiers: tuple[Cell, ...] = ()
    quarters: tuple[Cell, ...] = ()
    months: tuple[Cell, ...] = ()
    words: tuple[str, ...] = ()


class Results(Struct, frozen=True):
    """What the answers to one version of a survey tell; no `questions` while there are fewer than five answers.

    `forced` says that customers stay because they must, and `forced_groups` which groups do.
    """

    survey: Survey
    version: Version
    answers: int
    questions: tuple[QuestionResult, ...] = ()
    commitments: dict[Commitment, Figures] = {}
    forced: bool = False
    forced_groups: tuple[str, ...] = ()

    @property
    def is_small(self) -> bool:
        """Whether there are too few answers to show anything."""
        return self.answers < LEAST


def results(survey: Survey, version: Version, answers: Sequence[Answer]) -> Results:
    """What these answers tell, of which only those to this version count."""
    questions = version.questions
    own = [each for each in answers if each.version == version.id and len(each.given.values) == len(questions)]
    if len(own) < LEAST:
        return Results(survey, version, len(own))
    told = tuple(_question(question, place, own) for place, question in enumerate(questions))
    kinds = _kinds(questions, told, own)
    return Results(
        survey,
        version,
        len(own),
        told,
        kinds,
        forced=is_forced(kinds.get(Commitment.FORCED), kinds.get(Commitment.AFFECTIVE)),
        forced_groups=_forced_groups(told),
    )


def _question(question: Question, place: int, answers: Sequence[Answer]) -> QuestionResult:
    if question.kind is QuestionKind.TEXT:
        words = sorted((each.given.words[place] for each in answers if place in each.given.words), key=str.casefold)
        return QuestionResult(question, Figures(question.kind, (), len(words)), words=tuple(words))
    total = figures(question, (each.given.values[place] for each in answers))
    if total.answers < LEAST:
        return QuestionResult(question, Figures(question.kind, (0,) * len(question.values), 0))
    groups, tiers = by_group_and_tier(question, place, answers)
    quarters, months = by_quarter_and_month(question, place, answers)
    return QuestionResult(question, total, groups, tiers, quarters, months)


def _kinds(
    questions: Sequence[Question], told: Sequence[QuestionResult], answers: Sequence[Answer]
) -> dict[Commitment, Figures]:
    """The kinds of commitment of which every statement is told: a kind less its others would tell a hidden one."""
    small = {result.question.about for result in told if not result.total.answers}
    return {kind: found for kind, found in commitments(questions, answers).items() if kind not in small}


def _forced_groups(told: Sequence[QuestionResult]) -> tuple[str, ...]:
    """The groups that can be shown and stay because they must."""
    kinds: dict[Commitment, dict[str, Figures]] = {}
    for result in told:
        if result.question.about:
            kinds[result.question.about] = {cell.key: cell.figures for cell in result.groups if cell.figures}
    forced, liked = kinds.get(Commitment.FORCED, {}), kinds.get(Commitment.AFFECTIVE, {})
    return tuple(group for group, told_ in forced.items() if is_forced(told_, liked.get(group)))
