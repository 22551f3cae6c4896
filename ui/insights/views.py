"""The views of the Insights page, in their order."""

from loyaltydesk.words import tr
from ui.insights.overview import Overview
from ui.insights.view import View
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.seams.views import ViewSpec
from ui.theme.theme import Theme


def view_specs() -> list[ViewSpec[View]]:
    """Every view; the first is shown until another one is chosen."""
    return [ViewSpec("overview", tr("Overview"), Overview), ViewSpec("reports", tr("Reports"), _reports)]


def _reports(theme: Theme, session: Session, tools: Tools) -> View:
    """The reports bring all that draws paper with them, which is not needed before."""
    from ui.insights.reports_view import ReportsView

    return ReportsView(theme, session, tools)
