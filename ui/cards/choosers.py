"""Choosing new cards, or the card of one customer, each a small form of its own; what all ways have in common."""

from contextlib import suppress

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.words import tr
from ui.cards.orders import Order
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import Column, RowsModel
from ui.theme.forms import Field, FormRow
from ui.theme.marks import Glyph
from ui.theme.text import label
from ui.theme.theme import Theme

MOST = 10_000  # new cards at once
USUAL = 10  # a sheet
FOUND = 20  # customers; more letters find fewer


class Chooser(QWidget):
    """A way of choosing cards; `edited` tells that others are chosen now."""

    edited = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme = theme
        self.session = session
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.m.s2)

    def order(self) -> Order:
        """What is chosen."""
        raise NotImplementedError

    def reload(self) -> None:
        """Shows the shop as it is now."""

    def start(self) -> None:
        """Puts the focus where work begins."""
        raise NotImplementedError

    def take_letter(self, letter: str) -> bool:
        """A letter that was typed beside the form; False where it is of no use."""
        return False

    def go_back(self) -> bool:
        """Takes back what was looked for; False where there is nothing to take back."""
        return False


class NewCards(Chooser):
    """So many new numbers, made when they are printed."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self.count = QSpinBox()
        self.count.setRange(1, MOST)
        self.count.setValue(USUAL)
        self.count.setAccessibleName(tr("How many"))
        self._begin = label(type_="muted", wrap=True)
        self.box.addWidget(FormRow(theme, self.count, text=tr("How many")))
        self.box.addWidget(self._begin)
        self.box.addStretch(1)
        self.count.valueChanged.connect(self.edited)
        self.reload()

    def order(self) -> Order:
        return Order(new=self.count.value())

    def reload(self) -> None:
        number = self.session.ask(lambda desk: desk.numbers.example())
        note = tr("Their numbers look like {number}. How the shop numbers its cards is chosen under Numbers.")
        self._begin.setText(note.format(number=symbol_for(number).caption.replace(" ", "\N{NO-BREAK SPACE}")))

    def start(self) -> None:
        self.count.setFocus()
        self.count.selectAll()


class OneCustomer(Chooser):
    """One customer, found as one types."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self.search = Field(theme, tr("Find a customer"), kind="search", lead=Glyph(theme, "search", large=True))
        self.search.setPlaceholderText(tr("Name or phone"))
        self._nobody = label(type_="muted", wrap=True)
        self._rows = RowsModel[Customer](
            [
                Column(tr("Name"), shown_name),
                Column(tr("Phone"), _ending, room="…0000", right=True, muted=True),
            ]
        )
        self.table = TableView(theme, self._rows, name=tr("Customers found"), key=lambda person: person.id)
        self.table.horizontalHeader().hide()
        for widget in (self.search, self._nobody):
            self.box.addWidget(widget)
        self.box.addWidget(self.table, 1)
        self.box.addStretch(0)
        self.search.textChanged.connect(self._on_text_changed)
        self.table.typed.connect(self.take_letter)
        self.table.chosen.connect(self.edited)
        self._tell()

    def order(self) -> Order:
        person = self.table.current()
        return Order(customers=(person.id,) if person else ())

    def reload(self) -> None:
        place = self.table.place()
        self._rows.set_rows(self.session.ask(lambda desk: _fresh(desk, self._rows.rows)))
        self.table.go_back(place)
        self._tell()

    def start(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def go_back(self) -> bool:
        if not (self.search.text() or self._rows.rows):
            return False
        self.search.clear()
        self._show([])
        self.start()
        return True

    def take_letter(self, letter: str) -> bool:
        self.search.setFocus()
        self.search.setText(self.search.text() + letter)
        return True

    def show_customer(self, customer: Customer) -> None:
        """Chooses somebody who was found elsewhere: by a scan, or on another page."""
        self.search.clear()
        self._show([customer])

    def _on_text_changed(self, text: str) -> None:
        self._show(self.session.ask(lambda desk: desk.customers.find(text, FOUND)) if text.strip() else [])

    def _show(self, people: list[Customer]) -> None:
        self._rows.set_rows(people)
        if people:
            self.table.choose(people[0].id)
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        self.table.setVisible(bool(self._rows.rows))
        looked = bool(self.search.text().strip())
        self._nobody.setText(tr("Nobody found") if looked else tr("Type a name, or scan the customer's card."))
        self._nobody.setVisible(not self._rows.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._rows.rows:
            super().keyPressEvent(event)
            return
        row = min(max(self.table.currentIndex().row() + step, 0), len(self._rows.rows) - 1)
        self.table.choose(self._rows.rows[row].id)


def _ending(customer: Customer) -> str:
    """The last digits of the phone tell two of one name apart."""
    phone = customer.profile.phone
    return f"…{phone[-4:]}" if phone else ""


def _fresh(desk: Desk, people: list[Customer]) -> list[Customer]:
    """The same people as they are now, without those who were forgotten."""
    found = []
    for person in people:
        with suppress(UnknownCustomer):
            found.append(desk.customers.get(person.id))
    return found
