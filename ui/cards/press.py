"""Draws cards beside the window and shows them before they go to a printer or into a file."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.calibration import calibration_scene
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_paper import Sheet
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.stocks import Stock
from loyaltydesk.words import tr
from ui.cards.orders import Drawing, Order, drawing
from ui.paper.dialog import PaperDialog
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools
from ui.theme.theme import Theme


class Press(QObject):
    """The page's way to paper; `show` may be replaced, by a test or by the tour."""

    drawn = Signal(object)  # the order, when its paper is about to be shown
    refused = Signal(object)  # the refusal of an order

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._session = session
        self._tools = tools
        self._page = page
        self.show: Callable[[Document], object] = self._show_dialog

    def print(self, order: Order, sheet: Sheet) -> None:
        """Makes what is new and draws it, on a desk of its own; the window goes on meanwhile."""

        def show(drawing: Drawing) -> None:
            self._session.changed.emit()  # cards were made, and it is known now that they went to paper
            self.drawn.emit(order)
            self.show(drawing.document)

        job = self._session.job(drawing(order, sheet))
        self._tools.run(job, done=while_alive(self, show), refused=while_alive(self, self.refused.emit))

    def test(self, sheet: Sheet, look: CardLook, face: CardFace) -> None:
        """Shows one card on this paper."""
        try:
            document = sheet.document(look, [face])
        except Refused as refused:
            self.refused.emit(refused)
        else:
            self.show(document)

    def measure(self, stock: Stock) -> None:
        """Shows the page that tells how the printer draws on a stock."""
        self.show(calibration_scene(stock))

    def _show_dialog(self, document: Document) -> None:
        title = tr("Loyalty cards")
        dialog = PaperDialog(self._theme, document, title=title, parent=self._page, tools=self._tools)
        dialog.exec()
        dialog.deleteLater()
