"""The tour to the reports for the desk drawer: the day's end, the letter about a month, everybody's balance."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from loyaltydesk.words import tr
from ui.insights.page import InsightsPage
from ui.insights.report_card import ReportCard
from ui.insights.reports_view import ReportsView
from ui.tour import eyes
from ui.tour.guide import Guide


def put_away(guide: Guide, page: InsightsPage) -> None:
    """Each report as a PDF; the day as a picture of its paper, too. Raises NotSeen."""
    guide.push(tr("Reports"))
    view = page.view
    assert isinstance(view, ReportsView)
    for card in view.cards:
        eyes.waited(card.facts.count, card.title)
    guide.see("reports", view.day.title, what=tr("Reports for the desk drawer"))
    guide.save_paper_of(lambda: guide.hands.push(view.day.print_button), "day-end", what=tr("The day as it ended"))
    _save(guide, view.month, name="month-letter")
    _save(guide, view.balances, name="balances")
    guide.push(tr("Overview"))


def _save(guide: Guide, card: ReportCard, *, name: str) -> None:
    path = guide.album.paper(name)
    card.ask_where = _always(path)
    guide.hands.push(card.pdf_button)
    eyes.waited(path.is_file, path.name)
    guide.album.tell_paper(name, card.title)


def _always(path: Path) -> Callable[[QWidget, str], str]:
    return lambda _parent, _suggested: str(path)
