"""The views of the Cards page, in their order."""

from loyaltydesk.words import tr, trc
from ui.cards.design_view import DesignView
from ui.cards.numbers_view import NumbersView
from ui.cards.print_view import PrintView
from ui.cards.view import View
from ui.seams.views import ViewSpec


def view_specs() -> list[ViewSpec[View]]:
    """Every view; the first is shown until another one is chosen."""
    return [
        ViewSpec("design", tr("Design"), DesignView),
        ViewSpec("print", trc("view of the cards page", "Print"), PrintView),
        ViewSpec("numbers", tr("Numbers"), NumbersView),
    ]
