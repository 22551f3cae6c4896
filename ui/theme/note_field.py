"""The form field for a few lines of text.

To be used as:
    note = NoteField(theme, tr("Note"))
    note.submitted.connect(form.submitted)
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from ui.theme.theme import Theme

NOTE_LINES = 3


class NoteField(QPlainTextEdit):
    """A few lines of text; Tab leads on and Enter sends the form, as in every other field."""

    submitted = Signal()

    def __init__(self, theme: Theme, name: str, *, lines: int = NOTE_LINES) -> None:
        """`name` is what a screen reader says; so many `lines` are in sight."""
        super().__init__()
        self.theme = theme
        self._lines = lines
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._lines * self.theme.m.fs_body_l * 3 // 2 + 2 * self.theme.m.s3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
