"""The tour through the other pages: customers, cards, settings, the lock; whichever this release has."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from loyaltydesk.model.customers import Sort
from loyaltydesk.words import tr, tr_n
from ui.tour.eyes import NotSeen
from ui.tour.guide import CONTROL, Guide
from ui.window import PageSpec, Window


def visit(guide: Guide, window: Window, specs: list[PageSpec]) -> None:
    """Every page but the till, by Ctrl and its number. Raises NotSeen for one that cannot be reached."""
    more: dict[str, Callable[[Guide, Window], None]] = {"customers": _customers, "cards": _cards}
    for number, spec in enumerate(specs[1:], 2):
        guide.hands.press(Qt.Key(Qt.Key.Key_0 + number), CONTROL)
        guide.see(spec.key, spec.name, what=spec.name)
        if window.key != spec.key:
            raise NotSeen(spec.name)
        if spec.key in more:
            more[spec.key](guide, window)
    guide.hands.press(Qt.Key.Key_F12)
    guide.see("locked", tr("Locked"), what=tr("Locked, until somebody says who is at the till"))


def _customers(guide: Guide, _window: Window) -> None:
    """Somebody is found and their own page opened."""
    name = guide.ask(lambda desk: desk.customers.page(Sort.VISIT, None, 1, descending=True)[0].profile.name)
    guide.hands.type(name)
    guide.see("customers-found", what=tr("Found as one types"))
    guide.hands.press(Qt.Key.Key_Return)
    guide.see("customer-page", name, what=tr("A customer's own page"))


def _cards(guide: Guide, _window: Window) -> None:
    """A sheet of ten new cards."""
    guide.print_and_save(tr_n("Print {n} card…", "Print {n} cards…", 10).format(n=10), "sheet", what=tr("Ten cards"))
