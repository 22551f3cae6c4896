"""A column that scrolls when it is too high for the window, and never sideways.

To be used as:
    Scroll(form)    # as wide as the form needs, as high as there is room
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

AIR = 8  # px above and below a field that was brought into sight


class Scroll(QScrollArea):
    """Scrolls `content` up and down and asks for the width it needs; Tab brings each field into sight."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = content
        self.setWidget(content)
        content.installEventFilter(self)

    def _wide(self, width: int) -> int:
        return width + self.verticalScrollBar().sizeHint().width()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(self._content.minimumSizeHint().width()), 2 * self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        content = self._content.sizeHint()
        return QSize(self._wide(content.width()), content.height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        focus = QApplication.focusWidget()
        if moved and focus is not None and self._content.isAncestorOf(focus):
            middle = focus.mapTo(self._content, focus.rect().center())
            # Qt by itself shows the text cursor, which may leave half of a field outside
            self.ensureVisible(middle.x(), middle.y(), 0, focus.height() // 2 + AIR)
        return moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
