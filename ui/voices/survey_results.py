"""What a survey tells: the figure of each question, how the answers spread, who answered how, and how it went."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.surveys import QuestionKind
from loyaltydesk.rules import survey_shield as shield
from loyaltydesk.rules.survey_results import QuestionResult, Results
from loyaltydesk.rules.survey_shield import LEAST, Cell
from loyaltydesk.rules.survey_telling import headline
from loyaltydesk.words import active, mark, tr, tr_n
from loyaltydesk.words.surveys import DANGER, HOW, NO_TIER, NOBODY_KNOWN, SMALL, WHAT_TO_DO
from ui.seams.formats import QtFormats
from ui.seams.panel_export import ExportButton, PanelExport
from ui.seams.panel_export_paper import PanelPaper
from ui.theme.blocks import Banner, EmptyState
from ui.theme.buttons import SegmentedControl
from ui.theme.charts.bars import Bars
from ui.theme.charts.chart import Chart
from ui.theme.forms import Choice
from ui.theme.frames import Panel, empty
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.voices.survey_charts import (
    answers_text,
    commitment_bars,
    in_order,
    month_name,
    over_time,
    quarter_name,
    ranked,
    spread,
)
from ui.voices.survey_papers import beside_paper, kinds_paper, spread_paper

ALL_KINDS = -1  # in the choice of questions: the five kinds of commitment side by side
SPREAD_HIGH, BESIDE_HIGH = 150, 200  # px at 100 % text
BY = (
    ("groups", mark("By group")),
    ("tiers", mark("By tier")),
    ("months", mark("By month")),
    ("quarters", mark("By quarter")),
)
GroupName = Callable[[str], str]


class SurveyResults(QWidget):
    """The results of one version of a survey; one question at a time."""

    def __init__(self, theme: Theme, formats: QtFormats, group_name: GroupName, *, export: PanelExport) -> None:
        """`group_name` puts the key of a customer group into words; `export` saves and copies what is shown."""
        super().__init__()
        self.theme, self._formats, self._group_name = theme, formats, group_name
        self._results: Results | None = None
        self.danger = Banner(theme, tr(DANGER), tone="danger")
        self.question = Choice(tr("Question"), [])
        self.question.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._figure, self._told = label(type_="amount"), label(type_="muted", wrap=True)
        self.spread = Chart(theme, Bars(names=(), values=()), name=tr("How the answers spread"))
        self.by = SegmentedControl(theme, [(key, tr(words)) for key, words in BY])
        self.beside = Chart(theme, Bars(names=(), values=()), name=tr("By group"))
        self.save = ExportButton(theme, export, name=tr("How the answers spread"), paper=self.paper)
        self.save_beside = ExportButton(theme, export, name=tr("By group and over time"), paper=self.paper_beside)
        self._small = label(type_="muted", wrap=True)
        self._words = QVBoxLayout()
        self._nothing = EmptyState(theme, "message-square-text", title="")
        self._lay_out_parts()
        self.question.chosen.connect(lambda _key: self._show_question())
        self.by.chosen.connect(lambda _key: self._show_beside())

    def show_results(self, results: Results) -> None:
        """Shows results; the question that was looked at stays, where there is such a one."""
        before = self.question.currentIndex() if self._results and self._results.survey == results.survey else 0
        self._results = results
        self.question.clear()
        if results.commitments:
            self.question.addItem(tr("All kinds of commitment"), str(ALL_KINDS))
        language = active().language
        for number, told in enumerate(results.questions):
            self.question.addItem(f"{number + 1}. {told.question.text(language)}", str(number))
        self.question.setCurrentIndex(min(max(before, 0), self.question.count() - 1))
        self._content.setVisible(not results.is_small)
        self._nothing.setVisible(results.is_small)
        if results.is_small:
            self._nothing.say("message-square-text", self._few(results), hint=tr(SMALL))
        else:
            self._show_danger(results)
            self._show_question()

    def paper(self) -> PanelPaper:
        """The question that is shown, for a file or the clipboard."""
        results, told = self._results, self._shown()
        assert results  # there is a button for it only then
        if told is None:
            return kinds_paper(results, self.spread.drawing, self._formats)
        return spread_paper(results, told, drawn=(self.spread.drawing, self._formats))

    def paper_beside(self) -> PanelPaper:
        """The same question group by group or over time, as it is shown."""
        results, told, key = self._results, self._shown(), self.by.current()
        assert results
        assert told
        return beside_paper(
            results,
            told,
            self._cells(told),
            name=(tr(dict(BY)[key]), lambda each: self._named(key, each)),
            drawn=(self.beside.drawing, self._formats),
        )

    # --- inside

    def _few(self, results: Results) -> str:
        if not results.answers:
            return tr("Nobody has answered yet.")
        said = tr_n(
            "{n} answer so far: {least} are needed.", "{n} answers so far: {least} are needed.", results.answers
        )
        return said.format(n=self._formats.number(results.answers), least=LEAST)

    def _lay_out_parts(self) -> None:
        m = self.theme.m
        for chart, high in ((self.spread, SPREAD_HIGH), (self.beside, BESIDE_HIGH)):
            chart.setFixedHeight(high * self.theme.text_percent // 100)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, m.s2, 0)
        column.setSpacing(m.s3)
        head = QHBoxLayout()
        head.setSpacing(m.s4)
        head.addWidget(self._figure)
        head.addWidget(self._told, 1)
        asked, parted = QHBoxLayout(), QHBoxLayout()
        for row in (asked, parted):
            row.setSpacing(m.s2)
        asked.addWidget(self.question, 1)
        asked.addWidget(self.save)
        parted.addWidget(self.by)
        parted.addStretch(1)
        parted.addWidget(self.save_beside)
        column.addWidget(self.danger)
        column.addLayout(asked)
        column.addLayout(head)
        column.addWidget(self.spread)
        column.addLayout(self._words)
        column.addLayout(parted)
        column.addWidget(self.beside)
        column.addWidget(self._small)
        column.addStretch(1)
        self._content = Scroll(inside)
        self._content.setWidgetResizable(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._content, 1)
        whole.addWidget(self._nothing, 1)

    def _show_danger(self, results: Results) -> None:
        who = [self._named("groups", group) for group in results.forced_groups]
        groups = {cell.key for told in results.questions for cell in told.groups if cell.figures}
        where = tr("Above all: {groups}.").format(groups=", ".join(who)) if 0 < len(who) < len(groups) else ""
        detail = " ".join(filter(None, (where, *map(tr, WHAT_TO_DO))))
        self.danger.say(tr(DANGER), detail=detail, tone="danger")
        self.danger.setVisible(results.forced or bool(who))

    def _shown(self) -> QuestionResult | None:
        """The question that is looked at; None for all kinds of commitment."""
        at = int(self.question.current())
        return self._results.questions[at] if self._results and at != ALL_KINDS else None

    def _show_question(self) -> None:
        results, told = self._results, self._shown()
        if results is None:
            return
        empty(self._words)
        kind = told.question.kind if told else QuestionKind.AGREE
        few = told is not None and kind is not QuestionKind.TEXT and not told.total.answers
        for widget in (self.by, self.save_beside, self.beside, self._small):
            widget.setVisible(told is not None and not few and kind not in (QuestionKind.TEXT, QuestionKind.CHOICE))
        self._figure.setVisible(told is not None and not few)
        self.spread.setVisible(not few and kind is not QuestionKind.TEXT)
        self.save.setEnabled(not few)
        if few:
            said = tr("Fewer than {least} people have answered this question: what they said is hidden.")
            self._told.setText(said.format(least=LEAST))
            return
        if told is None:
            self._say(results.answers, tr(HOW[kind]))
            self.spread.show_drawing(commitment_bars(results, self._formats))
            return
        self._figure.setText(headline(told.total, self._formats))
        self._say(told.total.answers, tr(HOW[kind]))
        for words in told.words:
            quote = self._quote(words)
            self._words.addWidget(quote)
            quote.show()
        if kind is not QuestionKind.TEXT:
            self.spread.show_drawing(spread(told, self._formats))
        self._show_beside()

    def _say(self, answers: int, how: str) -> None:
        said = tr("{answers}. {how}").format(answers=answers_text(answers, self._formats), how=how)
        self._told.setText(said)

    def _quote(self, words: str) -> Panel:
        part = Panel(self.theme, surface="inset")
        part.box.addWidget(label(words, wrap=True))
        return part

    def _show_beside(self) -> None:
        told, key = self._shown(), self.by.current()
        if told is None or told.question.kind in (QuestionKind.TEXT, QuestionKind.CHOICE):
            return
        cells = self._cells(told)
        drawing = over_time if key in ("months", "quarters") else ranked
        shown = drawing(cells, told.question.kind, name=lambda each: self._named(key, each), formats=self._formats)
        self.beside.setAccessibleName(tr("By group") if drawing is ranked else tr("Over time"))
        self.beside.show_drawing(shown)
        away = sum(cell.figures is None for cell in cells)
        said = tr_n("{n} hidden. {why}", "{n} hidden. {why}", away).format(n=away, why=tr(SMALL)) if away else ""
        self._small.setText(said)

    def _cells(self, told: QuestionResult) -> tuple[Cell, ...]:
        """The groups or spans of time that are chosen, in their order."""
        key = self.by.current()
        cells: tuple[Cell, ...] = getattr(told, key)
        return in_order(cells) if key == "groups" else cells

    def _named(self, by: str, key: str) -> str:
        if by == "months":
            return month_name(key, self._formats)
        if by == "quarters":
            return quarter_name(key, self._formats)
        if key == shield.NOBODY_KNOWN:
            return tr(NOBODY_KNOWN)
        if by == "tiers":
            return tr(NO_TIER) if key == shield.NO_TIER else key
        return self._group_name(key)
