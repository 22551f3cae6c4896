"""What the answers to a question come to: counts, the mean, and the share or the score that its kind is known by."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from msgspec import Struct

from loyaltydesk.model.programme import Rounding
from loyaltydesk.model.surveys import SCALES, Answer, Commitment, Question, QuestionKind, Value
from loyaltydesk.rules.exact import rounded

PROMOTERS, PASSIVES = range(9, 11), range(7, 9)  # of 0 to 10; below are detractors
TOP = {QuestionKind.SATISFACTION: 4, QuestionKind.EASE: 5, QuestionKind.AGREE: 4}  # from here on it counts as a yes
HIGH = Fraction(7, 2)  # from this mean on forced commitment is a danger


class Figures(Struct, frozen=True):
    """What one question came to; `counts` has a number for each value that could be ticked, from the first on.

    `mean` and `share` (from 0 to 1: who ticked 4 or 5 of 5, 5 to 7 of 7) are there for scales, `nps` (−100 to 100) for
    the recommend question alone; all of them are exact, and None where nobody answered.
    """

    kind: QuestionKind
    counts: tuple[int, ...]
    answers: int
    mean: Fraction | None = None
    share: Fraction | None = None
    nps: Fraction | None = None

    @property
    def camps(self) -> tuple[int, int, int]:
        """Detractors, passives and promoters, of a recommend question."""
        return sum(self.counts[:7]), sum(self.counts[7:9]), sum(self.counts[9:])


def figures(question: Question, values: Iterable[Value]) -> Figures:
    """What these answers to a question come to; who ticked nothing is not counted."""
    possible = question.values
    ticked = [value for value in values if value is not None and value in possible]
    counts, number = tuple(ticked.count(each) for each in possible), len(ticked)
    if question.kind not in SCALES or not number:
        return Figures(question.kind, counts, number)
    mean = Fraction(sum(ticked), number)
    if question.kind is QuestionKind.RECOMMEND:
        return Figures(question.kind, counts, number, mean, nps=net_promoter_score(ticked))
    top = sum(value >= TOP[question.kind] for value in ticked)
    return Figures(question.kind, counts, number, mean, Fraction(top, number))


def net_promoter_score(scores: Sequence[int]) -> Fraction:
    """Percent of promoters (9 and 10) less percent of detractors (0 to 6), exactly; of one score at least.

    Reichheld, The One Number You Need to Grow, Harvard Business Review 2003.
    """
    promoters = sum(score in PROMOTERS for score in scores)
    detractors = sum(score < PASSIVES.start for score in scores)
    return Fraction(100 * (promoters - detractors), len(scores))


def whole(number: Fraction) -> int:
    """A score or a percentage as it is shown: the nearest whole number, halves going up (12.5 → 13, −12.5 → −12)."""
    return rounded(number, Rounding.HALF_UP)


def tenths(number: Fraction) -> Fraction:
    """A mean as it is shown: to one decimal, halves going up."""
    return Fraction(rounded(number * 10, Rounding.HALF_UP), 10)


def commitments(questions: Sequence[Question], answers: Sequence[Answer]) -> dict[Commitment, Figures]:
    """The figures of each kind of commitment that these questions ask for; two statements of one kind count as one."""
    found: dict[Commitment, Figures] = {}
    for kind in Commitment:
        places = [place for place, question in enumerate(questions) if question.about is kind]
        if places:
            values = [answer.given.values[place] for answer in answers for place in places]
            found[kind] = figures(questions[places[0]], values)
    return found


def is_forced(forced: Figures | None, affective: Figures | None) -> bool:
    """Whether customers stay because they must: that mean is 3.5 at least, or above the one of those who like it here.

    The five kinds are those of the literature on commitment in services, where forced (or continuance without a
    choice) goes with leaving as soon as another shop opens: Meyer and Allen, Human Resource Management Review 1991;
    Bansal, Irving and Taylor, Journal of the Academy of Marketing Science 2004.
    """
    if forced is None or forced.mean is None:
        return False
    return forced.mean >= HIGH or (
        affective is not None and affective.mean is not None and forced.mean > affective.mean
    )
