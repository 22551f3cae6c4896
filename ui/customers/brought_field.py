"""Who brought a new customer: found by name, phone or card, then shown by name, and taken back where it was a slip."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.finder import Finder
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.theme.buttons import IconButton
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class BroughtField(QWidget):
    """`customer` is the id of whoever was chosen, empty for nobody; `chosen` says that there is somebody now."""

    chosen = Signal()
    submitted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self.customer = ""
        self.finder = Finder(theme, session, prompt=tr("Card, name or phone of whoever brought them"))
        self._name = ElidedLabel(type_="strong")
        self.clear_button = IconButton(theme, "x", name=tr("It was somebody else, or nobody"))
        self._shown = _Line(theme, surface="inset", across=True)
        self._shown.box.addWidget(Glyph(theme, "user", role="text_muted"))
        self._shown.box.addWidget(self._name, 1)
        self._shown.box.addWidget(self.clear_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.finder, self._shown):
            box.addWidget(widget)
        self.setFocusProxy(self.finder)
        self.finder.picked.connect(self.choose)
        self.finder.field.returnPressed.connect(self._on_entered)
        self.clear_button.clicked.connect(self._on_clear_clicked)
        self.clear()

    def clear(self) -> None:
        """Nobody, and nothing typed."""
        self.customer = ""
        self.finder.clear()
        self._shown.hide()
        self.finder.show()

    def choose(self, customer: str) -> None:
        """It was the customer with this id. Raises UnknownCustomer."""
        person = self._session.ask(lambda desk: desk.customers.get(customer))
        self.customer = person.id
        self._name.setText(shown_name(person))
        self._shown.show()
        self.finder.hide()
        self.finder.clear()
        self.chosen.emit()

    def take_scan(self, code: str) -> bool:
        """Whether the field was waiting for a card: whose it is, or nobody's, is shown there."""
        if not self.finder.isAncestorOf(QApplication.focusWidget() or self):
            return False
        try:
            self.choose(self._session.ask(lambda desk: desk.cards.owner(code)).id)
        except Refused:
            self.finder.field.setText(code)
        return True

    @property
    def is_undecided(self) -> bool:
        """Whether something was typed and nobody chosen."""
        return not self.customer and bool(self.finder.field.text().strip())

    # --- slots

    def _on_entered(self) -> None:
        if not self.customer and not self.is_undecided:
            self.submitted.emit()

    def _on_clear_clicked(self) -> None:
        self.clear()
        self.finder.field.setFocus()


class _Line(Panel):
    """A ground as high as a field."""

    def _lay_out(self) -> None:
        super()._lay_out()
        self.box.setContentsMargins(self.theme.m.s3, 0, self.theme.m.s1, 0)
