"""Who came back: of those who joined in a month, how many bought in each month after it."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Cohort, Cohorts, Period
from loyaltydesk.words import tr, tr_n
from ui.insights.figures import month_names, months_with_years, share
from ui.insights.part import Drawn, Part
from ui.seams.formats import QtFormats
from ui.seams.panel_export_paper import Cell, number_cell, share_cell
from ui.theme.charts.heat import Heat, HeatRow

MOST_ROWS, MOST_MONTHS = 6, 6  # that are shown, so that every cell has room for its share
ALL = 1000  # thousandths


class CohortsPart(Part):
    """A row for each month of joining, a column for each month after it; on paper there are all of them."""

    panel = "cohorts"

    def _nothing(self) -> Heat:
        return Heat(columns=(), rows=())

    def _ask(self, desk: Desk, period: Period) -> Cohorts:
        return desk.insights.cohorts(period)

    def _show_answer(self, answer: Cohorts) -> None:
        known = [cohort for cohort in answer.cohorts if cohort.joined and len(cohort.came) > 1]
        if not known:
            self.show_hint(tr("From the month after the first customers joined, it shows who came back."))
            return
        formats, longest = self.session.formats, max(len(cohort.came) for cohort in known) - 1
        header = (tr("Joined in"), tr("Customers"), *_columns(longest, formats))
        rows = [
            (name, number_cell(formats, cohort.joined), *_cells(cohort, longest, formats))
            for name, cohort in zip(months_with_years([each.month for each in known], formats), known, strict=True)
        ]
        heat = _heat(known[-MOST_ROWS:], formats)
        self.show_figures(Drawn(heat, header, rows, tr("months after joining")))


def _heat(cohorts: list[Cohort], formats: QtFormats) -> Heat:
    longest = min(max(len(cohort.came) for cohort in cohorts) - 1, MOST_MONTHS)
    names = month_names([cohort.month for cohort in cohorts], formats)
    return Heat(
        columns=_columns(longest, formats),
        rows=tuple(
            HeatRow(name, formats.number(each.joined), tuple(each.share(after) for after in range(1, longest + 1)))
            for name, each in zip(names, cohorts, strict=True)
        ),
        words=lambda part: share(int(part), formats),
        tell=_told,
        top=ALL,
    )


def _columns(longest: int, formats: QtFormats) -> tuple[str, ...]:
    return tuple(f"+{formats.number(after)}" for after in range(1, longest + 1))


def _cells(cohort: Cohort, longest: int, formats: QtFormats) -> tuple[Cell, ...]:
    shares = (cohort.share(after) for after in range(1, longest + 1))
    return tuple("" if part is None else share_cell(formats, part) for part in shares)


def _told(row: HeatRow, *, column: str, said: str) -> str:
    """What a cell says: how many of those who joined in one month bought in another."""
    after = column.removeprefix("+")
    words = tr_n(
        "{share} of the {n} who joined in {month} bought {after} month later",
        "{share} of the {n} who joined in {month} bought {after} months later",
        int(after),
    )
    return words.format(share=said, n=row.note, month=row.name, after=after)
