"""Slips at the till: straight to the slip printer where there is one, with a quiet word about it; else shown first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.session import Session
from ui.seams.slip_printing import slip_printing
from ui.seams.tools import Tools
from ui.theme.theme import Theme
from ui.till import papers
from ui.till.counter import Counter
from ui.till.topbar import TopBar


class Slips(QObject):
    """Prints what the till hands out, and says how that went."""

    def __init__(self, theme: Theme, session: Session, *, tools: Tools, counter: Counter, top: TopBar) -> None:
        super().__init__(counter)
        self._theme, self._session, self._counter, self._top = theme, session, counter, top
        self._tools = tools
        self._printing = slip_printing(session, tools)
        self._printing.printed.connect(self._on_printed)
        self._printing.failed.connect(self._on_failed)
        self._printing.waiting_changed.connect(self.show_waiting)
        top.slips_wanted.connect(self._printing.print_waiting)
        self.show_waiting()

    @property
    def is_direct(self) -> bool:
        """Whether slips go straight to a slip printer."""
        return self._printing.settings.is_direct

    def print_slip(self, purchase: str) -> None:
        """Prints the slip of a purchase, or shows it where there is no slip printer."""
        if self.is_direct:
            self._printing.print_purchase(purchase)
        else:
            self.show_slip(purchase)

    def print_by_itself(self, purchase: str) -> None:
        """Prints the slip of a purchase that was just recorded, where that is wanted of each."""
        if self._printing.settings.prints_by_itself:
            self._printing.print_purchase(purchase)

    def print_vouchers(self, codes: Sequence[str]) -> None:
        """Prints vouchers, or shows them where there is no slip printer."""
        if self.is_direct:
            self._printing.print_vouchers(codes)
        else:
            self.show_vouchers(codes)

    def show_slip(self, purchase: str) -> None:
        """Shows a slip, to be printed by any printer."""
        narrow = self._printing.settings.roll == "58"
        self.preview(lambda desk: papers.slip(desk, desk.till.purchase(purchase), narrow=narrow), tr("Slip"))

    def show_vouchers(self, codes: Sequence[str]) -> None:
        """Shows vouchers, to be printed by any printer on any paper."""

        def show() -> None:
            faces = self._session.ask(lambda desk: papers.vouchers(desk, codes))
            papers.preview_vouchers(self._theme, faces, parent=self._page, tools=self._tools)

        self._show(show)

    def preview(self, make: papers.Make, title: str) -> None:
        """Shows paper before it is printed; what is refused is said."""

        def show() -> None:
            document = self._session.ask(make)
            papers.preview(self._theme, document, title=title, parent=self._page, tools=self._tools)

        self._show(show)

    def show_waiting(self) -> None:
        """Shows how many slips wait."""
        self._top.show_slips(len(self._printing.waiting()))

    def refresh(self) -> None:
        """Offers a preview where printing does not show one first; the settings may have changed."""
        for panel in (self._counter.ready, self._counter.bought):
            panel.offer_preview(self.is_direct)
        self.show_waiting()

    # --- inside

    @property
    def _page(self) -> QWidget:
        page = self._counter.parentWidget()
        return page if isinstance(page, QWidget) else self._counter

    def _show(self, show: Callable[[], None]) -> None:
        try:
            show()
        except Refused as no:
            self._session.refused.emit(self._session.sentence(no))

    def _on_printed(self) -> None:
        self._tell(tr("Slip printed"))

    def _on_failed(self, sentence: str) -> None:
        self._tell(sentence)

    def _tell(self, words: str) -> None:
        for panel in (self._counter.ready, self._counter.bought):
            panel.tell(words)
