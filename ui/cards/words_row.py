"""One text of the card: ready words, words of one's own with fields for what is each card's own, or none."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from loyaltydesk.model.design import LONGEST_TEXT
from loyaltydesk.printing.card_texts import FIELDS
from loyaltydesk.words import tr
from ui.theme.buttons import IconButton
from ui.theme.forms import Choice, Field
from ui.theme.text import label, literal
from ui.theme.theme import Theme


class Words(StrEnum):
    """Where a text comes from."""

    READY = "ready"
    OWN = "own"
    NONE = "none"


class FieldWithFields(QWidget):
    """A line to type, and beside it a menu of fields that stand for what is each card's own."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.field = Field(theme, name)
        self.field.setMaxLength(LONGEST_TEXT)
        words = tr("Insert into “{text}”").format(text=name)
        self.insert = IconButton(theme, "plus", name=words)
        self.insert.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.insert)
        for field, what in FIELDS.items():
            menu.addAction(literal(tr(what))).triggered.connect(
                lambda _on=False, each=field: self._insert(f"{{{each}}}")
            )
        self.insert.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.m.s1)
        row.addWidget(self.field, 1)
        row.addWidget(self.insert)

    def _insert(self, field: str) -> None:
        self.field.setFocus()
        self.field.insert(field)
        self.field.textEdited.emit(self.field.text())


class WordsRow(QWidget):
    """A text under its name; `edited` tells that a person changed it."""

    edited = Signal()

    def __init__(self, theme: Theme, name: str, *, ready: bool = True) -> None:
        """Without `ready` words there is only the line to type, and it may be empty."""
        super().__init__()
        self._has_ready = ready
        self._ready = ""
        self.kind = Choice(name, _kinds())
        self.line = FieldWithFields(theme, name)
        self._example = label(type_="muted", wrap=True)
        title = label(name, "strong")
        title.setBuddy(self.kind if ready else self.line.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s1)
        for widget in (title, self.kind, self._example, self.line):
            box.addWidget(widget)
        self.kind.setVisible(ready)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.line.field.textEdited.connect(self.edited)
        self._show_kind(Words.READY if ready else Words.OWN)

    def words(self) -> str | None:
        """None for the ready words, "" for none, else what was typed."""
        kind = Words(self.kind.current())
        if self._has_ready and kind is not Words.OWN:
            return None if kind is Words.READY else ""
        return self.line.field.text()

    def show_words(self, words: str | None) -> None:
        """Shows a text that was chosen elsewhere: kept in the file, or before a step that was taken back."""
        if words == self.words():
            return  # and what is being typed keeps its cursor
        if words:
            self.line.field.setText(words)
            self.line.field.setCursorPosition(0)  # of what is too long for the field the beginning is seen
        elif not self._has_ready:
            self.line.field.clear()
        self._show_kind(Words.READY if words is None else Words.OWN if words or not self._has_ready else Words.NONE)

    def show_ready(self, template: str, example: str) -> None:
        """What the ready words are: with their fields, and as they read on the card that is seen."""
        self._ready = template
        self._example.setText(example)
        self._example.setVisible(bool(example) and self.kind.current() == Words.READY and self._has_ready)

    def _show_kind(self, kind: Words) -> None:
        if self._has_ready:
            self.kind.choose(kind)
        self.line.setVisible(kind is Words.OWN)
        self._example.setVisible(kind is Words.READY and bool(self._example.text()))

    def _on_kind_chosen(self, key: str) -> None:
        kind = Words(key)
        self._show_kind(kind)
        if kind is Words.OWN:
            if not self.line.field.text():
                self.line.field.setText(self._ready)
            self.line.field.setFocus()
            self.line.field.selectAll()
        self.edited.emit()


def _kinds() -> list[tuple[str, str]]:
    return [(Words.READY, tr("Ready words")), (Words.OWN, tr("Own words")), (Words.NONE, tr("No words"))]
