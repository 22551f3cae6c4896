"""A field that finds another customer by name, phone or card, and a button below it for each who may be meant."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.seams.people import grouped, shown_name
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.frames import empty
from ui.theme.marks import Glyph
from ui.theme.text import label, literal, set_tip
from ui.theme.theme import Theme

MOST = 4  # customers to choose from


class Finder(QWidget):
    """`picked` carries the id of whoever was chosen; those in `beside` are not offered."""

    picked = Signal(str)

    def __init__(self, theme: Theme, session: Session, *, prompt: str) -> None:
        super().__init__()
        self._theme = theme
        self._session = session
        self.beside: frozenset[str] = frozenset()
        self.field = Field(theme, prompt, kind="search", lead=Glyph(theme, "search", role="text_muted"))
        self.field.setPlaceholderText(prompt)
        self.buttons: list[PersonButton] = []
        self._nobody = label(tr("Nobody else is found."), "muted")
        self._nobody.hide()
        self._found = QVBoxLayout()
        self._found.setSpacing(theme.m.s1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        for widget in (self.field, self._nobody):
            box.addWidget(widget)
        box.addLayout(self._found)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_entered)

    def clear(self) -> None:
        """Empties the field and the list."""
        self.field.clear()

    # --- inside

    def _offer(self, people: list[Customer]) -> None:
        empty(self._found)
        self.buttons = []
        for person in people:
            button = PersonButton(self._theme, person)
            button.clicked.connect(lambda _checked=False, name=person.id: self.picked.emit(name))
            self._found.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)

    def _on_typed(self, text: str) -> None:
        wanted = text.strip()
        people = self._session.ask(lambda desk: _meant(desk, wanted)) if wanted else []
        people = [person for person in people if person.id not in self.beside][:MOST]
        self._offer(people)
        self._nobody.setVisible(bool(wanted) and not people)

    def _on_entered(self) -> None:
        if self.buttons:
            self.buttons[0].click()


class PersonButton(Button):
    """Somebody by name, phone and card; what there is no room for ends in "…"."""

    def __init__(self, theme: Theme, person: Customer) -> None:
        self._told = _told(person)
        super().__init__(theme, self._told, kind="ghost", icon="user")
        set_tip(self, self._told)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        return QSize(min(4 * self.theme.m.touch, whole.width()), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option, words = QStyleOptionButton(), self.fontMetrics()
        self.initStyleOption(option)
        beside = self.sizeHint().width() - words.horizontalAdvance(self._told)
        room = max(self.width() - beside, 0)
        option.text = literal(words.elidedText(self._told, Qt.TextElideMode.ElideRight, room))
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()


def _meant(desk: Desk, text: str) -> list[Customer]:
    """Whose card it is, or whom a name or a number may mean, each with the newest card."""
    try:
        return [desk.customers.get(desk.cards.owner(text).id)]
    except Refused:
        return [desk.customers.get(person.id) for person in desk.customers.find(text, MOST + 1)]


def _told(person: Customer) -> str:
    parts = (shown_name(person), person.profile.phone, grouped(person.card) if person.profile.called else "")
    return " · ".join(part for part in parts if part)
