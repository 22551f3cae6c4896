"""The drawings of a survey's results: how the answers spread, by group and over time; who is hidden has no bar."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from loyaltydesk.model.insights import Group
from loyaltydesk.model.surveys import Commitment, QuestionKind
from loyaltydesk.rules.survey_figures import Figures, tenths, whole
from loyaltydesk.rules.survey_results import QuestionResult, Results
from loyaltydesk.rules.survey_shield import Cell
from loyaltydesk.rules.survey_telling import mean_text, percent, score_text
from loyaltydesk.words import active, tr, tr_n
from loyaltydesk.words.surveys import COMMITMENTS, value_words
from ui.seams.formats import QtFormats
from ui.theme.charts.bars import Bars
from ui.theme.charts.line import Line, Series
from ui.theme.charts.ranked import MUTED, Rank, Ranked

LOWEST = 100  # what is added to a score from −100 to 100, as no bar is shorter than nothing
Words = Callable[[int], str]


def height(figures: Figures) -> int:
    """How high a figure stands in a chart: percent of the satisfied, tenths of a mean, or a score from 0 to 200."""
    if figures.nps is not None:
        return whole(figures.nps) + LOWEST
    if figures.kind is QuestionKind.SATISFACTION and figures.share is not None:
        return whole(figures.share * 100)
    return int(tenths(figures.mean) * 10) if figures.mean is not None else 0


def height_words(kind: QuestionKind, formats: QtFormats) -> Words:
    """How such a height is put into words."""
    if kind is QuestionKind.RECOMMEND:
        return lambda high: score_text(Fraction(high - LOWEST))
    if kind is QuestionKind.SATISFACTION:
        return lambda high: percent(Fraction(high, 100))
    return lambda high: mean_text(Fraction(high, 10), formats)


def spread(result: QuestionResult, formats: QtFormats) -> Bars | Ranked:
    """How often each value was ticked: bars side by side, or below each other where they have long names."""
    question, counts = result.question, result.total.counts
    names = [value_words(question, value, active()) for value in question.values]
    if question.kind is QuestionKind.CHOICE:
        rows = tuple(Rank("", name, count) for name, count in zip(names, counts, strict=True))
        return Ranked(rows=rows, words=formats.number)
    return Bars(names=names, values=counts, words=formats.number)


def ranked(cells: Sequence[Cell], kind: QuestionKind, *, name: Callable[[str], str], formats: QtFormats) -> Ranked:
    """The groups that can be shown, in the order they are given."""
    rows = tuple(
        Rank("", name(cell.key), height(cell.figures), note=answers_text(cell.figures.answers, formats))
        for cell in cells
        if cell.figures
    )
    return Ranked(rows=rows, words=height_words(kind, formats), hint=tr("Too few answers to show a group."))


def in_order(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Customer groups from the best to the lost ones; whoever has no card comes last."""
    order = [group.value for group in Group]
    return tuple(sorted(cells, key=lambda cell: order.index(cell.key) if cell.key in order else len(order)))


def over_time(cells: Sequence[Cell], kind: QuestionKind, *, name: Callable[[str], str], formats: QtFormats) -> Line:
    """One point for each span of time, with a gap where it is hidden."""
    values = tuple(height(cell.figures) if cell.figures else None for cell in cells)
    return Line(
        names=tuple(name(cell.key) for cell in cells),
        line=Series("", values),
        words=height_words(kind, formats),
        hint=tr("Too few answers to show how it went."),
    )


def commitment_bars(results: Results, formats: QtFormats) -> Ranked:
    """The five kinds of commitment; the forced one in another colour, and in red where it is a danger."""
    rows = [
        Rank("", tr(COMMITMENTS[kind]), height(told), role=_role(kind, results))
        for kind, told in results.commitments.items()
        if told.mean is not None
    ]
    return Ranked(rows=tuple(rows), words=height_words(QuestionKind.AGREE, formats))


def answers_text(count: int, formats: QtFormats) -> str:
    """So many answers."""
    return tr_n("{n} answer", "{n} answers", count).format(n=formats.number(count))


def month_name(key: str, formats: QtFormats) -> str:
    """The month of a key, 2026-03 as Mar 26."""
    year, month = key.split("-")
    return f"{formats.locale.standaloneMonthName(int(month), formats.locale.FormatType.ShortFormat)} {year[2:]}"


def quarter_name(key: str, _formats: QtFormats) -> str:
    """The quarter of a key, 2026-Q1 as Q1 26."""
    year, quarter = key.split("-Q")
    return tr("Q{quarter} {year}").format(quarter=quarter, year=year[2:])


def _role(kind: Commitment, results: Results) -> str:
    if kind is Commitment.FORCED:
        return "danger" if results.forced else MUTED
    return "accent"
