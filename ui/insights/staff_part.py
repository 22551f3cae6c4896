"""The staff contest of the month in which the period ends: who gave out how many cards."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Period
from loyaltydesk.model.staff import Contest, Deed
from loyaltydesk.words import tr
from ui.insights.part import Drawn, Part
from ui.seams.panel_export_paper import number_cell
from ui.theme.charts.ranked import Rank, Ranked


class StaffPart(Part):
    """Whoever is on the list of the staff, the busiest first."""

    panel = "staff"

    def _nothing(self) -> Ranked:
        return Ranked(rows=())

    def _ask(self, desk: Desk, period: Period) -> Contest:
        return desk.staff.contest(period.last)

    def _show_answer(self, answer: Contest) -> None:
        formats = self.session.formats
        counts = sorted(
            ((row.member.name or tr("No name"), row.count(Deed.CARD)) for row in answer.rows), key=lambda each: -each[1]
        )
        if not any(count for _name, count in counts):
            self.show_hint(tr("Cards that your staff give out are counted here, by the name with which they sign on."))
            return
        ranked = Ranked(rows=tuple(Rank("", name, count) for name, count in counts), words=formats.number)
        rows = [(name, number_cell(formats, count)) for name, count in counts]
        aside = tr("cards, {month}").format(month=formats.month(answer.month.month))
        self.show_figures(Drawn(ranked, (tr("Name"), tr("Cards given out")), rows, aside))
