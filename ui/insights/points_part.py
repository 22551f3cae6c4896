"""The points: what people hold month by month, what came and went, and what ends in the months to come."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import MonthOfPoints, Period, Points
from loyaltydesk.words import tr
from ui.insights.figures import UNKNOWN, month_names, months_with_years, share
from ui.insights.part import Drawn, Part
from ui.seams.formats import QtFormats
from ui.seams.panel_export import PanelExport
from ui.seams.panel_export_paper import Cell, number_cell
from ui.seams.session import Session
from ui.theme.charts.line import Line, Series
from ui.theme.text import label
from ui.theme.theme import Theme


class PointsPart(Part):
    """Points that people hold as a line, those that end as bars, and below in words what all of it comes to."""

    panel = "points"

    def __init__(self, theme: Theme, session: Session, export: PanelExport) -> None:
        super().__init__(theme, session, export)
        self.sums = label(type_="muted", wrap=True)
        self.column.addWidget(self.sums)

    def _nothing(self) -> Line:
        return Line(names=(), line=Series("", ()))

    def _ask(self, desk: Desk, period: Period) -> Points:
        return desk.insights.points(period)

    def _show_answer(self, answer: Points) -> None:
        if not any(month.given or month.held or month.ending for month in answer.months):
            self.show_hint(tr("The points of the first purchases appear here."))
            return
        formats, months = self.session.formats, [month.month for month in answer.months]
        line = Line(
            names=month_names(months, formats),
            line=Series(tr("Held"), tuple(month.held for month in answer.months)),
            bars=Series(tr("Ended or will end"), tuple(month.expired + month.ending for month in answer.months)),
            words=formats.number,
        )
        self.sums.setText(" · ".join(self._sums(answer)))
        named = zip(months_with_years(months, formats), answer.months, strict=True)
        rows = [(name, *_cells(month, formats)) for name, month in named]
        header = (tr("Month"), tr("Given"), tr("Used"), tr("Ended"), tr("Other"), tr("Held"), tr("Will end"))
        self.show_figures(Drawn(line, header, rows, tr("line: held · bars: ended or will end"), self.sums.text()))

    def _sums(self, answer: Points) -> list[str]:
        """What is outstanding, how much of it is likely to be asked for, and what ends soon."""
        formats, held = self.session.formats, answer.liability
        unused = UNKNOWN if held.breakage is None else share(held.breakage, formats)
        sums = [
            tr("Outstanding: {points} points").format(points=formats.number(held.points.now or 0)),
            tr("ended unused so far: {share}").format(share=unused),
            tr("end within 30 days: {points}").format(points=formats.number(held.ending)),
        ]
        if held.worth and held.expected is not None:
            words = tr("worth {worth}, of which {expected} will probably be asked for")
            worth, expected = formats.price(held.worth.now or 0), formats.price(held.expected)
            sums.insert(1, words.format(worth=worth, expected=expected))
        return sums


def _cells(month: MonthOfPoints, formats: QtFormats) -> tuple[Cell, ...]:
    """A row of the table behind its month."""
    numbers = (month.given, month.used, month.expired, month.other, month.held, month.ending)
    return tuple("" if number is None else number_cell(formats, number) for number in numbers)
