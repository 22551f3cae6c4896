"""What stands in the title bar: as much of it as there is room for, and shorter ways where there is less."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget


class BarRow(QWidget):
    """Widgets from left to right, those of `steps` in place of each other.

    Each step is a widget and what stands for it where the bar is narrower than all need; None for nothing.
    """

    def __init__(
        self, widgets: Sequence[QWidget], *, steps: Sequence[tuple[QWidget, QWidget | None]], spacing: int
    ) -> None:
        super().__init__()
        self._widgets, self._steps = list(widgets), list(steps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spacing)
        row.addStretch(1)
        for widget in widgets:
            row.addWidget(widget)
        self._show(len(steps))

    def _show(self, taken: int) -> None:
        """Takes so many of the steps."""
        for number, (whole, short) in enumerate(self._steps):
            whole.setVisible(number >= taken)
            if short:
                short.setVisible(number < taken)

    def _wide(self, taken: int) -> int:
        """How wide the row is with so many steps taken."""
        away = {whole for whole, _short in self._steps[:taken]} | {short for _whole, short in self._steps[taken:]}
        seen = [widget for widget in self._widgets if widget not in away]
        layout = self.layout()
        gaps = layout.spacing() * max(0, len(seen) - 1) if layout else 0
        return sum(widget.sizeHint().width() for widget in seen) + gaps

    def _fit(self) -> None:
        room = self.width()
        self._show(next((taken for taken in range(len(self._steps)) if self._wide(taken) <= room), len(self._steps)))

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(self._wide(0), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(len(self._steps)), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # words of another length, or letters of another size
            self._fit()
            self.updateGeometry()
        return super().event(event)
