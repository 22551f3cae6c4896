"""Members over time: who was here each month, and who joined."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Members, Period
from loyaltydesk.words import tr
from ui.insights.figures import month_names, months_with_years
from ui.insights.part import Drawn, Part
from ui.seams.panel_export_paper import number_cell
from ui.theme.charts.line import Line, Series


class MembersPart(Part):
    """A line of those who bought over bars of those who joined."""

    panel = "members"
    lines = 15.5

    def _nothing(self) -> Line:
        return Line(names=(), line=Series("", ()))

    def _ask(self, desk: Desk, period: Period) -> Members:
        return desk.insights.members(period)

    def _show_answer(self, answer: Members) -> None:
        if not answer.members:
            self.show_hint(tr("The first customers who get a card appear here."))
            return
        formats, months = self.session.formats, [each.month for each in answer.months]
        line = Line(
            names=month_names(months, formats),
            line=Series(tr("Bought"), tuple(each.active for each in answer.months)),
            bars=Series(tr("New members"), tuple(each.joined for each in answer.months)),
            words=formats.number,
        )
        rows = [
            (name, number_cell(formats, each.active), number_cell(formats, each.joined))
            for name, each in zip(months_with_years(months, formats), answer.months, strict=True)
        ]
        header = (tr("Month"), tr("Bought"), tr("New members"))
        self.show_figures(Drawn(line, header, rows, tr("line: active · bars: joined")))
