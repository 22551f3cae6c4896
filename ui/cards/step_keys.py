"""Ctrl+Z and Ctrl+Shift+Z for the steps of a design, in its fields too, which would take back their own letters."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

UNDO, REDO = ("Ctrl+Z",), ("Ctrl+Shift+Z", "Ctrl+Y")


class StepKeys(QObject):
    """Presses one of two buttons by key, wherever the focus is within a widget."""

    def __init__(self, within: QWidget, *, undo: QAbstractButton, redo: QAbstractButton) -> None:
        super().__init__(within)
        self._keys = [QKeySequence(key) for key in (*UNDO, *REDO)]
        for keys, button in ((UNDO, undo), (REDO, redo)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), within)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(button.click)
        for field in within.findChildren(QLineEdit):
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride):
            return super().eventFilter(watched, event)
        is_step = QKeySequence(event.keyCombination()) in self._keys
        if is_step:
            event.ignore()  # and so it goes on to the shortcuts
        return is_step
