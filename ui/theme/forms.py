"""Form fields: text with something standing before or behind it, one of a list, and a row with its name and its error.

To be used as:
    amount = Field(theme, tr("Purchase amount"), kind="amount", lead=label("€", "prefix"))
    row = FormRow(theme, Field(theme, tr("Name")), text=tr("Name"), hint=tr("as on the card"))
    row.refuse(tr("Please type a name."))
    row.accept()
"""

from collections.abc import Sequence
from typing import Generic, Literal, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStyledItemDelegate, QVBoxLayout, QWidget

from ui.theme.sheet import restyle
from ui.theme.text import label
from ui.theme.theme import Theme

MOST_COUNTED = 2**31 - 1  # a spin box counts no further
FieldKind = Literal["", "search", "amount"]
_Field = TypeVar("_Field", bound=QWidget, covariant=True)


class Field(QLineEdit):
    """One line of text; `lead` (an icon, a currency sign) stands inside it, out of the text's way."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        kind: FieldKind = "",
        lead: QWidget | None = None,
    ) -> None:
        """`name` is what a screen reader says."""
        super().__init__()
        self._lead = lead
        self.setProperty("kind", kind)
        self.setAccessibleName(name)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 0, 14, 0)
        if lead:
            inside.addWidget(lead)
            # a click beside the text is a click into the field
            lead.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addStretch(1)
        theme.changed.connect(self._make_room)

    def _make_room(self) -> None:
        """Keeps the text clear of what stands inside."""
        self.setTextMargins(self._lead.sizeHint().width() + 12 if self._lead else 0, 0, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()


class Choice(QComboBox):
    """One of a list too long for segments; `chosen` carries the key of the option a person picked."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], *, current: str = "") -> None:
        """`options` are (key, words); the first is on unless `current` names another."""
        super().__init__()
        self.setAccessibleName(name)
        # the list's own delegate does not ask the style sheet for the height of its rows
        self.setItemDelegate(QStyledItemDelegate(self))
        for key, text in options:
            self.addItem(text, key)
        if current:
            self.choose(current)
        self.activated.connect(self._on_activated)

    def current(self) -> str:
        """The key of the option that is on."""
        return str(self.currentData())

    def choose(self, key: str) -> None:
        """Turns the option `key` on; ValueError when there is none."""
        at = self.findData(key)
        if at < 0:
            raise ValueError(f"no option {key}")
        self.setCurrentIndex(at)

    def _on_activated(self, _number: int) -> None:
        self.chosen.emit(self.current())


class FormRow(QWidget, Generic[_Field]):
    """A field under its name, with a line below for a hint or for what is wrong and what to do."""

    def __init__(self, theme: Theme, field: _Field, *, text: str, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint = hint
        name = label(text, "strong")
        name.setBuddy(field)
        if not text:  # a tick says by itself what it is for
            name.hide()
        self._note = label(type_="muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s1)
        for widget in (name, field, self._note):
            box.addWidget(widget)
        self.accept()

    def refuse(self, sentence: str) -> None:
        """Says in place what is wrong with this field."""
        self._show(sentence, tone="danger", state="error")

    def advise(self, hint: str) -> None:
        """Shows another hint from now on."""
        self._hint = hint
        self.accept()

    def accept(self) -> None:
        """Takes the error back and shows the hint again."""
        self._show(self._hint, tone="", state="")

    def _show(self, note: str, *, tone: str, state: str) -> None:
        self._note.setText(note)
        self._note.setVisible(bool(note))
        restyle(self._note, tone=tone)
        restyle(self.field, state=state)
        self.field.setAccessibleDescription(note)
