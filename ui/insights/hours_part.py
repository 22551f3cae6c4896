"""Hours and weekdays: when people buy, the busier the darker."""

from PySide6.QtCore import QLocale

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Hours, Period
from loyaltydesk.words import tr
from ui.insights.part import Drawn, Part
from ui.seams.panel_export_paper import Cell, number_cell
from ui.theme.charts.heat import Heat, HeatRow

SHORT, LONG = QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat


class HoursPart(Part):
    """A row for each weekday, a column for each hour from the first in which anybody bought anything to the last."""

    panel = "hours"
    lines = 13.0

    def _nothing(self) -> Heat:
        return Heat(columns=(), rows=())

    def _ask(self, desk: Desk, period: Period) -> Hours:
        return desk.insights.hours(period)

    def _show_answer(self, answer: Hours) -> None:
        busy = [hour for hour in range(24) if any(day[hour] for day in answer.purchases)]
        if not busy:
            self.show_hint(tr("The purchases of a few days show when people come."))
            return
        formats, hours = self.session.formats, range(busy[0], busy[-1] + 1)
        heat = Heat(
            columns=tuple(str(hour) for hour in hours),
            rows=tuple(
                HeatRow(formats.locale.standaloneDayName(day, SHORT), "", tuple(counts[hour] for hour in hours))
                for day, counts in enumerate(answer.purchases, 1)
            ),
            words=lambda count: formats.number(int(count)),
            tell=_told,
        )
        rows: list[tuple[Cell, ...]] = [
            (formats.locale.standaloneDayName(day, LONG), *(number_cell(formats, counts[hour]) for hour in hours))
            for day, counts in enumerate(answer.purchases, 1)
        ]
        header = (tr("Weekday"), *(str(hour) for hour in hours))
        self.show_figures(Drawn(heat, header, rows, tr("purchases by hour")))


def _told(row: HeatRow, *, column: str, said: str) -> str:
    """What a cell says: how many purchases there were on a weekday in an hour."""
    return tr("{day}, {hour}:00 to {hour}:59 · purchases: {count}").format(day=row.name, hour=column, count=said)
