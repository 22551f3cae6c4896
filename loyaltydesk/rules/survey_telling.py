"""The figures of a survey as people read them, in the language in use."""

from fractions import Fraction

from loyaltydesk.model.surveys import QuestionKind
from loyaltydesk.rules.survey_figures import Figures, tenths, whole
from loyaltydesk.words import tr
from loyaltydesk.words.formats import Formats

NONE, MINUS = "–", "\N{MINUS SIGN}"


def headline(figures: Figures, formats: Formats) -> str:
    """The one figure that a question is known by; a dash where nobody answered."""
    if figures.nps is not None:
        return score_text(figures.nps)
    if figures.kind is QuestionKind.SATISFACTION and figures.share is not None:
        return percent(figures.share)
    if figures.mean is not None:
        return mean_text(figures.mean, formats)
    return formats.number(figures.answers) if figures.answers else NONE


def percent(share: Fraction) -> str:
    """A share from 0 to 1 as a whole percentage, halves going up."""
    return tr("{number}%").format(number=whole(share * 100))


def mean_text(mean: Fraction, formats: Formats) -> str:
    """A mean with one decimal, halves going up."""
    tenth = tenths(mean) * 10
    return f"{tenth.numerator // 10}{formats.decimal_sign}{tenth.numerator % 10}"


def score_text(score: Fraction) -> str:
    """A score from −100 to 100 with its sign, to the nearest whole number, halves going up."""
    shown = whole(score)
    return f"{'+' if shown > 0 else MINUS if shown < 0 else ''}{abs(shown)}"
