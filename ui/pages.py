"""The pages of the rail, in their order; each is imported when it is first shown."""

from loyaltydesk.words import tr, trc
from ui.seams.page import Page
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.theme import Theme
from ui.window import PageSpec


def page_specs() -> list[PageSpec]:
    """Every page, its name in the language in use; the first is where the program starts and where a scan goes."""
    return [
        PageSpec("till", "scan-barcode", tr("Till"), _till),
        PageSpec("customers", "users", tr("Customers"), _customers),
        PageSpec("cards", "credit-card", tr("Cards"), _cards),
        PageSpec("greetings", "cake", trc("in the rail, short", "Greetings"), _greetings),
        PageSpec("voices", "message-square-text", trc("in the rail, short", "Voices"), _voices),
        PageSpec("products", "package", tr("Products"), _products),
        PageSpec("partners", "handshake", trc("in the rail, short", "Partners"), _partners),
        PageSpec("programme", "gift", tr("Programme"), _programme),
        PageSpec("insights", "chart-column", trc("in the rail, short", "Insights"), _insights),
        PageSpec("settings", "settings", tr("Settings"), _settings, at_foot=True),
    ]


def _till(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.till.page import TillPage

    return TillPage(theme, session, tools)


def _customers(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.customers.page import CustomersPage

    return CustomersPage(theme, session, tools)


def _cards(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.cards.page import CardsPage

    return CardsPage(theme, session, tools)


def _greetings(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.greetings.page import GreetingsPage

    return GreetingsPage(theme, session, tools)


def _voices(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.voices.page import VoicesPage

    return VoicesPage(theme, session, tools)


def _products(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.products.page import ProductsPage

    return ProductsPage(theme, session, tools)


def _partners(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.partners.page import PartnersPage

    return PartnersPage(theme, session, tools)


def _programme(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.programme.page import ProgrammePage

    return ProgrammePage(theme, session, tools)


def _insights(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.insights.page import InsightsPage

    return InsightsPage(theme, session, tools)


def _settings(theme: Theme, session: Session, tools: Tools) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(theme, session, tools)
