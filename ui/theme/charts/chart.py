"""The widget that shows a drawing: its points are told to the mouse, to the arrow keys and to a screen reader."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy
from shiboken6 import isValid

from ui.theme.charts.bubble import Bubble
from ui.theme.charts.drawing import NONE, Drawing
from ui.theme.charts.look import look_of
from ui.theme.marks import Mark
from ui.theme.theme import Theme

_Key = Qt.Key
CHOOSE = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space)
BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Chart(Mark):
    """Shows one drawing after another. Arrow keys, Home and End walk along its points; Enter, Space or a click chooses.

    `chosen` carries the key of a point that means something, as the row of a group does.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, drawing: Drawing, *, name: str = "") -> None:
        """`name` is what a screen reader calls it; the numbers come after it."""
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self._at = NONE
        self._bubble: Bubble | None = None
        self.show_drawing(drawing)

    @property
    def drawing(self) -> Drawing:
        """What is shown, to be printed too."""
        return self._drawing

    def show_drawing(self, drawing: Drawing) -> None:
        """Shows other numbers; whoever points at one sees the new one there."""
        self._drawing = drawing
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if drawing.count else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(drawing.all_spoken())
        self._point_at(min(self._at, drawing.count - 1))
        self.updateGeometry()

    def shown_text(self) -> str:
        """What is told of the point that is pointed at; "" for none."""
        return self._drawing.spoken(self._at) if self._at != NONE else ""

    def draw(self, painter: QPainter) -> None:
        look, room = look_of(self.theme), QRectF(self.rect())
        self._drawing.paint(painter, room, look, at=self._at)
        marks = self._drawing.marks(room, look) if self.hasFocus() and self._at != NONE else ()
        if 0 <= self._at < len(marks):
            painter.setPen(QPen(look.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = marks[self._at].adjusted(-3, -3, 3, 3).intersected(room.adjusted(1, 1, -1, -1))
            painter.drawRoundedRect(ring, 5, 5)

    # --- which point

    def _point_at(self, at: int, *, aloud: bool = False) -> None:
        """Points at another point, or at none; `aloud` tells a screen reader."""
        self._at = at
        self.update()
        if aloud:
            spoken = self._drawing.spoken(at)
            self.setAccessibleDescription(spoken)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))
        marks = self._drawing.marks(QRectF(self.rect()), look_of(self.theme)) if at != NONE and self.isVisible() else ()
        if not 0 <= at < len(marks):
            self._hush()
            return
        beside = marks[at].toAlignedRect()
        corner = self.mapTo(self.window(), beside.topLeft())
        self._own_bubble().tell(self._drawing.told(at), QRect(corner, beside.size()))

    def _own_bubble(self) -> Bubble:
        """The bubble in the window where the chart stands now; it goes with the chart."""
        if self._bubble is None or not isValid(self._bubble) or self._bubble.parentWidget() is not self.window():
            self._hush()
            self._bubble = Bubble(self.theme, self.window())
            self.destroyed.connect(self._bubble.deleteLater)
        return self._bubble

    def _hush(self) -> None:
        if self._bubble is not None and isValid(self._bubble):
            self._bubble.hide()

    def _choose(self, at: int) -> None:
        if at != NONE and (key := self._drawing.key(at)):
            self.chosen.emit(key)

    def _found(self, event: QMouseEvent) -> int:
        return self._drawing.found(QRectF(self.rect()), look_of(self.theme), event.position())

    # --- Qt

    def sizeHint(self) -> QSize:
        return self._drawing.wanted(look_of(self.theme)).toSize()

    def minimumSizeHint(self) -> QSize:
        return self._drawing.least(look_of(self.theme)).toSize()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._found(event)
        if at != self._at:
            self._point_at(at)
        means = at != NONE and bool(self._drawing.key(at))
        self.setCursor(Qt.CursorShape.PointingHandCursor if means else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._found(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._found(event) == self._at:
            self._choose(self._at)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(NONE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._at if self._at != NONE else self._drawing.first()
        onward = self._drawing.onward(at, event.key()) if self._drawing.count else None
        if onward is not None:
            self._point_at(onward, aloud=True)
        elif event.key() in CHOOSE and self._at != NONE and self._drawing.key(self._at):
            self._choose(self._at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_TAB and self._drawing.count:
            self._point_at(self._drawing.first(), aloud=True)  # shows where the keyboard is

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point_at(NONE)
        self.setAccessibleDescription(self._drawing.all_spoken())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._at = NONE
        self._hush()
