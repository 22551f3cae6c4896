"""The tour through the other pages: customers, cards, settings, the lock; whichever this release has."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from loyaltydesk.model.customers import Sort
from loyaltydesk.model.products import ProductSort
from loyaltydesk.words import tr, tr_n, trc
from ui.tour import (
    through_the_programme,
    with_greetings,
    with_insights,
    with_partners,
    with_staff,
    with_tables,
    with_voices,
)
from ui.tour.eyes import NotSeen
from ui.tour.guide import CONTROL, Guide
from ui.window import PageSpec, Window


def visit(guide: Guide, window: Window, specs: list[PageSpec]) -> None:
    """Every page but the till, by Ctrl and its number. Raises NotSeen for one that cannot be reached."""
    more: dict[str, Callable[[Guide, Window], None]] = {
        "customers": _customers,
        "cards": _cards,
        "greetings": with_greetings.send,
        "voices": with_voices.hear,
        "products": _products,
        "partners": with_partners.deal,
        "programme": through_the_programme.change,
        "insights": with_insights.look,
        "settings": with_staff.set_up,
    }
    for number, spec in enumerate(specs[1:], 2):
        guide.hands.press(Qt.Key(Qt.Key.Key_0 + number % 10), CONTROL)  # as on the keyboard, 0 comes tenth
        guide.counted()
        guide.see(spec.key, spec.name, what=spec.name)
        if window.key != spec.key:
            raise NotSeen(spec.name)
        if spec.key in more:
            more[spec.key](guide, window)
    with_tables.exchange(guide, window)
    guide.hands.press(Qt.Key.Key_F12)
    guide.see("locked", tr("Locked"), what=tr("Locked, until somebody says who is at the till"))


def _customers(guide: Guide, _window: Window) -> None:
    """Somebody is found and their own page opened."""
    name = guide.ask(lambda desk: desk.customers.page(Sort.VISIT, None, 1, descending=True)[0].profile.name)
    guide.hands.type(name)
    guide.see("customers-found", what=tr("Found as one types"))
    guide.hands.press(Qt.Key.Key_Return)
    guide.see("customer-page", name, what=tr("A customer's own page"))
    kept = tr("Everything that is kept, on paper")
    guide.save_paper_of(lambda: guide.push(kept), "dossier", what=tr("Everything the shop keeps of a customer"))
    guide.hands.press(Qt.Key.Key_Escape)


def _products(guide: Guide, _window: Window) -> None:
    """Something is found on the list of products, and looked at."""
    product = guide.ask(lambda desk: desk.products.page(ProductSort.NAME, None, 1)[0])
    guide.hands.type(product.name)
    guide.see("products-found", what=tr("Found by name, code or barcode"))
    guide.hands.press(Qt.Key.Key_Return)
    guide.see("product", tr("Take off the list…"), what=tr("A product, with its price and its barcode"))
    guide.hands.press(Qt.Key.Key_Escape)


def _cards(guide: Guide, _window: Window) -> None:
    """A sheet of ten new cards."""
    guide.push(trc("view of the cards page", "Print"))
    guide.print_and_save(tr_n("Print {n} card…", "Print {n} cards…", 10).format(n=10), "sheet", what=tr("Ten cards"))
