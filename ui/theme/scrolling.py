"""A column that scrolls when it is too high for the window, and never sideways; its wheel changes no field in it.

To be used as:
    Scroll(form)    # as wide as the form needs, as high as there is room
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QScrollArea, QSlider, QWidget

AIR = 8  # px above and below a field that was brought into sight
TURNED_BY_WHEELS = (QComboBox, QAbstractSpinBox, QSlider)


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage is collected within: PySide falls over widgets that go while it lists others (`findChildren`)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Scroll(QScrollArea):
    """Scrolls `content` up and down and asks for the width it needs; Tab brings each field into sight."""

    def __init__(self, content: QWidget, *, narrow: bool = False) -> None:
        """A `narrow` column asks for the least width, however long the lines are that would break in it."""
        super().__init__()
        self._narrow = narrow
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        # Not at once: a field that is just going must not be looked at.
        self._new_fields = QTimer(self, singleShot=True, interval=0)
        self._new_fields.timeout.connect(self._spare_fields)
        self.setWidget(content)
        content.installEventFilter(self)

    def _spare_fields(self) -> None:
        """Whoever scrolls past a field with the wheel means the column, and would not see what they had changed."""
        with uncollected():
            fields = [field for kind in TURNED_BY_WHEELS for field in self._content.findChildren(kind)]
        for field in fields:
            field.installEventFilter(self)
            if field.focusPolicy() is Qt.FocusPolicy.WheelFocus:
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _wide(self, width: int) -> int:
        return width + self.verticalScrollBar().sizeHint().width()

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(self._content.minimumSizeHint().width()), 2 * self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        content = self._content.sizeHint()
        wide = self._content.minimumSizeHint().width() if self._narrow else content.width()
        return QSize(self._wide(wide), content.height())

    def showEvent(self, event: QShowEvent) -> None:
        self._spare_fields()
        super().showEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        focus = QApplication.focusWidget()
        if moved and focus is not None and self._content.isAncestorOf(focus):
            middle = focus.mapTo(self._content, focus.rect().center())
            # Qt by itself shows the text cursor, which may leave half of a field outside
            self.ensureVisible(middle.x(), middle.y(), 0, focus.height() // 2 + AIR)
        return moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, TURNED_BY_WHEELS):
            event.ignore()  # so that it goes on to the column
            return True
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self._new_fields.start()
            self.updateGeometry()
        return super().eventFilter(watched, event)
