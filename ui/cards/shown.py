"""Whose card is seen while it is designed: a sample of a usual or a long name, or a customer's own."""

from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.customers import Customer
from loyaltydesk.words import tr
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.theme.forms import Choice, Field
from ui.theme.marks import Glyph
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme

FOUND = 20  # customers; more letters find fewer
FEWEST = 10  # letters of the choice that are always seen


class Who(StrEnum):
    """The three kinds of name."""

    USUAL = "usual"
    LONG = "long"
    CUSTOMER = "customer"


class Shown(QWidget):
    """The choice, and room behind it in `first`; `edited` tells that another card is to be seen."""

    edited = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self._people: list[Customer] = []
        self._at = 0
        self.who = Choice(tr("Whose card is seen"), _kinds())
        self.who.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.who.setMinimumContentsLength(FEWEST)
        self.search = Field(theme, tr("Find a customer"), kind="search", lead=Glyph(theme, "search", large=True))
        self.search.setPlaceholderText(tr("Name or phone"))
        self._found = ElidedLabel("", "muted")
        self.first = QHBoxLayout()
        self.first.setSpacing(theme.m.s2)
        self.first.addWidget(self.who, 3)
        self.first.addWidget(self.search, 4)
        self.first.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        box.addLayout(self.first)
        box.addWidget(self._found)
        self._show_kind()
        self.who.chosen.connect(self._on_kind_chosen)
        self.search.textChanged.connect(self._on_text_changed)

    @property
    def kind(self) -> Who:
        """The kind of name that is chosen."""
        return Who(self.who.current())

    def customer(self) -> str:
        """The id of the customer whose card is seen; "" for a sample."""
        chosen = self.kind is Who.CUSTOMER and self._people
        return self._people[self._at].id if chosen else ""

    def show_customer(self, customer: Customer) -> None:
        """Chooses somebody who was found elsewhere, by a scan."""
        with QSignalBlocker(self.search):
            self.search.clear()
        self.who.choose(Who.CUSTOMER)
        self._show_kind()
        self._take([customer])

    def forget(self) -> bool:
        """Goes back to a sample; False where one is seen."""
        if self.kind is not Who.CUSTOMER:
            return False
        if self.search.hasFocus():
            self.who.setFocus()  # the field goes, and the focus would jump to whatever is next
        self.who.choose(Who.USUAL)
        self._on_kind_chosen(Who.USUAL)
        return True

    def _show_kind(self) -> None:
        for widget in (self.search, self._found):
            widget.setVisible(self.kind is Who.CUSTOMER)

    def _on_kind_chosen(self, _key: str) -> None:
        self._show_kind()
        if self.kind is Who.CUSTOMER:
            self.search.setFocus()
            self.search.selectAll()
        self.edited.emit()

    def _on_text_changed(self, text: str) -> None:
        self._take(self._session.ask(lambda desk: desk.customers.find(text, FOUND)) if text.strip() else [])

    def _take(self, people: list[Customer]) -> None:
        self._people, self._at = people, 0
        self._tell()

    def _tell(self) -> None:
        looked = bool(self.search.text().strip())
        if self._people:
            self._found.setText(shown_name(self._people[self._at]))
        else:
            self._found.setText(tr("Nobody found") if looked else "")
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through those who were found."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._people or not self.search.hasFocus():
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), len(self._people) - 1)
        self._tell()


def _kinds() -> list[tuple[str, str]]:
    return [(Who.USUAL, tr("A usual name")), (Who.LONG, tr("A long name")), (Who.CUSTOMER, tr("A customer"))]
