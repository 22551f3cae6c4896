"""Who said something: a customer that is found by name, phone or card, or nobody who is known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.seams.finder import Finder
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.theme.buttons import IconButton
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class WhoField(QWidget):
    """A finder until somebody is picked, then their name; `customer` is their id, empty for nobody."""

    changed = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self.customer = ""
        self.finder = Finder(theme, session, prompt=tr("Name, phone or card; empty: nobody known"))
        self._name = ElidedLabel(type_="strong")
        self.other_button = IconButton(theme, "x", name=tr("Somebody else"))
        self._picked = QWidget()
        row = QHBoxLayout(self._picked)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self.other_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.finder)
        column.addWidget(self._picked)
        self._picked.hide()
        self.finder.picked.connect(self.pick)
        self.other_button.clicked.connect(self._on_other)
        self.setFocusProxy(self.finder)

    def pick(self, customer: str) -> None:
        """Chooses the customer with this id; empty for nobody."""
        self.customer = customer
        if customer:
            self._name.setText(shown_name(self._session.ask(lambda desk: desk.customers.get(customer))))
        self.finder.clear()
        self.finder.setVisible(not customer)
        self._picked.setVisible(bool(customer))
        self.changed.emit()

    def clear(self) -> None:
        """Nobody is chosen."""
        self.pick("")

    def _on_other(self) -> None:
        self.clear()
        self.finder.field.setFocus()
