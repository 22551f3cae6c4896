"""Draws cards beside the window and shows them before they go to a printer or into a file."""

from collections.abc import Callable, Iterable

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
    """The page's way to paper; `show`, which tells the pages that went to it, may be replaced, by a test for one."""

    drawn = Signal(object)  # the order, when its paper is about to be shown
    refused = Signal(object)  # the refusal of an order

    def __init__(self, theme: Theme, session: Session, tools: Tools, *, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._session = session
        self._tools = tools
        self._page = page
        self.show: Callable[[Document], Iterable[int] | None] = self._show_dialog

    def print(self, order: Order, sheet: Sheet) -> None:
        """Makes what is new and draws it, on a desk of its own; the window goes on meanwhile."""

        def show(drawing: Drawing) -> None:
            if order.new:
                self._session.changed.emit()
            self.drawn.emit(order)
            self._mark(drawing, sheet, pages=self.show(drawing.document) or ())

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

    def _mark(self, drawing: Drawing, sheet: Sheet, *, pages: Iterable[int]) -> None:
        """Keeps that the cards on these pages went to paper; those that were only looked at did not."""
        places = {place for page in pages for place in sheet.cards_on(page)}
        numbers = [number for place, number in enumerate(drawing.numbers) if place in places]

        def done(_nothing: None) -> None:
            self._session.changed.emit()

        if numbers:
            job = self._session.job(lambda desk: desk.cards.mark_printed(numbers))
            self._tools.run(job, done=while_alive(self, done), refused=while_alive(self, self.refused.emit))

    def _show_dialog(self, document: Document) -> set[int]:
        title = tr("Loyalty cards")
        dialog = PaperDialog(self._theme, document, title=title, parent=self._page, tools=self._tools)
        went = set[int]()
        dialog.printed.connect(went.update)
        dialog.exec()
        dialog.deleteLater()
        return went
