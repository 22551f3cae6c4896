"""Looks for a setting by any of its words, in place of the section that is shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.settings.index import Entry, matching
from ui.theme.blocks import Banner
from ui.theme.forms import Field
from ui.theme.text import label
from ui.theme.theme import Theme

_KEYS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Searching(QWidget):
    """A field and the list of what is found; the list stands where the sections do while there is something typed."""

    chosen = Signal(object)  # the Entry
    typed = Signal(bool)  # whether anything is sought now

    def __init__(self, theme: Theme, known: Callable[[], Sequence[Entry]]) -> None:
        """`known` lists all that can be set, asked for when somebody begins to look."""
        super().__init__()
        self._known = known
        self._found: list[Entry] = []
        self.field = Field(theme, tr("Search the settings"), kind="search")
        self.field.setPlaceholderText(tr("Search"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Settings found"))
        self._title, self._nothing = label(tr("Settings found"), "title"), Banner(theme, "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s3)
        box.addWidget(self._title)
        box.addWidget(self._nothing)
        box.addWidget(self.list, 1)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._choose())

    def clear(self) -> bool:
        """Looks for nothing any more; False when nothing was looked for."""
        was = bool(self.field.text())
        self.field.clear()
        return was

    # --- inside

    def _on_typed(self, text: str) -> None:
        self._found = matching(self._known(), text) if text.strip() else []
        self.list.clear()
        for entry in self._found:
            where = tr("{setting} · {section}").format(setting=entry.name, section=entry.section)
            self.list.addItem(QListWidgetItem(entry.name if entry.name == entry.section else where))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(self._found))
        self._nothing.say(tr("There is no such setting. Try another word: sound, backup, paper …"), tone="info")
        self._nothing.setVisible(not self._found)
        self.typed.emit(bool(text.strip()))

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.chosen.emit(self._found[row])

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _KEYS:
            return super().eventFilter(watched, event)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            self._choose()
        else:
            last = self.list.count() - 1
            self.list.setCurrentRow(min(max(self.list.currentRow() + step, 0), last))
        return True
