"""What every panel of figures can do: say what to ask a desk for a period, show the answer, and give it to paper."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QSize, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Period
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.insights.explained import how
from ui.insights.frame import Frame
from ui.insights.reading import Question
from ui.seams.formats import QtFormats
from ui.seams.panel_export import ExportButton, PanelExport
from ui.seams.panel_export_paper import Cell, PanelPaper
from ui.seams.session import Session
from ui.theme.charts.chart import Chart
from ui.theme.charts.drawing import Drawing
from ui.theme.theme import Theme


class Drawn(Struct, frozen=True):
    """Figures as a chart and as a table; `aside` says beside the title what they are about.

    `note` is what stands below the chart on the screen, and has to be told on paper, too.
    """

    drawing: Drawing
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    aside: str = ""
    note: str = ""


class _PartChart(Chart):
    """A chart that asks for no more height than its panel gives it at least; what is over it takes."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class Part(Frame):
    """A panel of the overview; `_ask` is called in the background, `_show_answer` in the window's thread."""

    wanted = Signal(str, str)  # another page by its key, and what it should open there

    panel = ""  # its name in ui.insights.explained
    lines = 12.0  # of text that its chart is high at least

    def __init__(self, theme: Theme, session: Session, export: PanelExport) -> None:
        self._how = how(self.panel)
        super().__init__(theme, self._how)
        self.session = session
        self._period: Period | None = None
        self._drawn: Drawn | None = None
        self.chart = _PartChart(theme, self._nothing(), name=self.title)
        self.export = ExportButton(theme, export, name=self.title, paper=self.paper)
        self.export.setEnabled(False)
        self.head.addWidget(self.export)
        self.column.addWidget(self.chart, 1)
        theme.changed.connect(self._make_room)
        self._make_room()

    def question(self, period: Period) -> Question:
        """What to ask for the figures of `period`; the panel says meanwhile that it counts."""
        self.show_counting()

        def answered(answer: Any) -> None:
            self._period = period
            self._show_answer(answer)

        return Question(lambda desk: self._ask(desk, period), answered, self._on_refused)

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to be saved or copied."""
        return self._drawn is not None

    def paper(self) -> PanelPaper:
        """The panel as it is shown, for a file or the clipboard."""
        drawn, period = self._drawn, self._period
        assert drawn
        assert period
        return PanelPaper(
            title=self.title,
            header=drawn.header,
            rows=drawn.rows,
            period=named_period(period, self.session.formats),
            when=period.last.isoformat(),
            note=" · ".join(filter(None, (drawn.aside, drawn.note))),
            how=self._how.text,
            drawing=drawn.drawing,
        )

    # --- what a panel fills in

    def _nothing(self) -> Drawing:
        """Its chart without figures."""
        raise NotImplementedError

    def _ask(self, desk: Desk, period: Period) -> Any:
        """The figures, on a desk of the background's own; it touches no widget."""
        raise NotImplementedError

    def _show_answer(self, answer: Any) -> None:
        """Shows the figures by `show_figures`, or says why there are none by `show_hint`."""
        raise NotImplementedError

    # --- what it is helped by

    def show_figures(self, drawn: Drawn) -> None:
        """Shows figures."""
        self._drawn = drawn
        self.chart.show_drawing(drawn.drawing)
        self.export.setEnabled(True)
        self.show_content(drawn.aside)

    def show_hint(self, sentence: str) -> None:
        self._drawn = None
        self.export.setEnabled(False)
        super().show_hint(sentence)

    def _make_room(self) -> None:
        self.chart.setMinimumHeight(int(self.lines * self.theme.m.fs_body))

    def _on_refused(self, refused: Refused) -> None:
        self.show_hint(self.session.sentence(refused))


def named_period(period: Period, formats: QtFormats) -> str:
    """The days of a period in words."""
    return tr("{first} to {last}").format(first=formats.day(period.first), last=formats.day(period.last))
