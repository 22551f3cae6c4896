"""What of a survey's results is saved or copied: a question with how its answers spread, or group by group."""

from collections.abc import Callable, Sequence

from loyaltydesk.model.surveys import Question, QuestionKind
from loyaltydesk.rules.survey_figures import Figures, whole
from loyaltydesk.rules.survey_results import QuestionResult, Results
from loyaltydesk.rules.survey_shield import Cell
from loyaltydesk.rules.survey_telling import NONE, headline
from loyaltydesk.words import active, tr
from loyaltydesk.words.surveys import COMMITMENTS, DANGER, HOW, SMALL, value_words
from ui.seams.formats import QtFormats
from ui.seams.panel_export_paper import Cell as Told
from ui.seams.panel_export_paper import Figure, PanelPaper, number_cell
from ui.theme.charts.drawing import Drawing
from ui.voices.survey_charts import answers_text


def kinds_paper(results: Results, drawing: Drawing, formats: QtFormats) -> PanelPaper:
    """The five kinds of commitment side by side."""
    rows = [
        (tr(COMMITMENTS[kind]), number_cell(formats, told.answers), figure_cell(told, formats))
        for kind, told in results.commitments.items()
    ]
    return PanelPaper(
        title=results.survey.title,
        header=(tr("All kinds of commitment"), tr("Answers"), tr("Mean")),
        rows=rows,
        note=" · ".join((answers_text(results.answers, formats), *([tr(DANGER)] if results.forced else []))),
        how=tr(HOW[QuestionKind.AGREE]),
        drawing=drawing,
    )


def spread_paper(results: Results, told: QuestionResult, *, drawn: tuple[Drawing, QtFormats]) -> PanelPaper:
    """How often each answer to a question was ticked, or what was written."""
    (drawing, formats), question, total = drawn, told.question, told.total
    asked = question.text(active().language)
    is_text = question.kind is QuestionKind.TEXT
    rows: Sequence[Sequence[Told]] = [(words,) for words in told.words]
    if not is_text:
        ticked = zip(question.values, total.counts, strict=True)
        rows = [(_value(question, value, formats), number_cell(formats, count)) for value, count in ticked]
    figure = "" if is_text or question.kind is QuestionKind.CHOICE else headline(total, formats)
    return PanelPaper(
        title=results.survey.title,
        header=(tr("What was written"),) if is_text else (tr("Answer"), tr("How often")),
        rows=rows,
        note=" · ".join(filter(None, (asked, figure, answers_text(total.answers, formats)))),
        how=tr(HOW[question.kind]),
        drawing=None if is_text else drawing,
    )


def beside_paper(
    results: Results,
    told: QuestionResult,
    cells: Sequence[Cell],
    *,
    name: tuple[str, Callable[[str], str]],
    drawn: tuple[Drawing, QtFormats],
) -> PanelPaper:
    """A question group by group or over time; `name` is what the cells are, and what each of them is called."""
    (by, called), (drawing, formats) = name, drawn
    away = any(cell.figures is None for cell in cells)
    return PanelPaper(
        title=results.survey.title,
        header=(by, tr("Answers"), tr("Result")),
        rows=[(called(cell.key), *_figures(cell.figures, formats)) for cell in cells],
        note=told.question.text(active().language),
        how=" ".join((tr(HOW[told.question.kind]), *([tr(SMALL)] if away else []))),
        drawing=drawing,
    )


def figure_cell(figures: Figures, formats: QtFormats) -> Figure:
    """The one figure that a question is known by, as people read it and as a spreadsheet reckons with it."""
    text = headline(figures, formats)
    if figures.nps is not None:
        return Figure(text, str(whole(figures.nps)))
    if figures.kind is QuestionKind.SATISFACTION and figures.share is not None:
        return Figure(text, str(whole(figures.share * 100)))
    return Figure(text, "" if text == NONE else text)


def _value(question: Question, value: int, formats: QtFormats) -> Told:
    """What could be ticked: a number on a scale, or one of a few answers."""
    if question.kind is QuestionKind.CHOICE:
        return value_words(question, value, active())
    return number_cell(formats, value)


def _figures(figures: Figures | None, formats: QtFormats) -> tuple[Told, Told]:
    if figures is None:
        return tr("hidden"), ""
    return number_cell(formats, figures.answers), figure_cell(figures, formats)
