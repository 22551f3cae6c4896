"""The views of the Insights page, in their order."""

from loyaltydesk.words import tr
from ui.insights.overview import Overview
from ui.insights.view import ViewSpec


def view_specs() -> list[ViewSpec]:
    """Every view; the first is shown until another one is chosen."""
    return [ViewSpec("overview", tr("Overview"), Overview)]
