"""The tour at the Partners page: a company with everybody who carries its cards, and a supplier to be rung today."""

from loyaltydesk.words import tr
from ui.partners.page import PartnersPage
from ui.partners.suppliers_view import SuppliersView
from ui.tour.guide import Guide
from ui.window import Window


def deal(guide: Guide, window: Window) -> None:
    """The other view of the page; the companies are seen already. Raises NotSeen."""
    page = window.shown
    assert isinstance(page, PartnersPage)
    guide.push(tr("Suppliers and partners"))
    assert isinstance(page.view, SuppliersView)
    guide.see("suppliers", tr("New partner"), what=tr("Suppliers and partner shops, with terms and reminders"))
    guide.push(tr("Companies"))
