"""The views of the Partners page, in their order."""

from loyaltydesk.words import tr
from ui.partners.companies_view import CompaniesView
from ui.partners.suppliers_view import SuppliersView
from ui.partners.view import View
from ui.seams.views import ViewSpec


def view_specs() -> list[ViewSpec[View]]:
    """Every view; the first is shown until another one is chosen."""
    return [
        ViewSpec("companies", tr("Companies"), CompaniesView),
        ViewSpec("suppliers", tr("Suppliers and partners"), SuppliersView),
    ]
