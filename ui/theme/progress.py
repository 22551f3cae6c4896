"""The bar towards a reward or a tier, with a lighter part for what the purchase in hand would add.

To be used as:
    bar = ProgressBar(theme)
    bar.show_progress(1240, goal=1500, gain=245)
"""

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from ui.theme.theme import Theme

STEPS = 1000  # the range a screen reader is told; points and money can be larger than Qt's integers
MILLISECONDS = 220


class ProgressBar(QProgressBar):
    """How far `have` is on the way to a goal, and in a lighter colour how far `gain` would bring it."""

    def __init__(self, theme: Theme, *, thin: bool = False) -> None:
        """`thin` for the second of two bars, a tier under a reward."""
        super().__init__()
        self.theme = theme
        self.setProperty("kind", "thin" if thin else "")  # the sheet knows the height of both
        self._gain = 0.0  # what is painted now, on its way to the end value of the animation
        self.setRange(0, STEPS)
        self.setValue(0)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MILLISECONDS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._on_gain_moved)
        theme.changed.connect(self.update)

    def show_progress(self, have: int, *, goal: int, gain: int = 0) -> None:
        """Shows `have` of `goal` and the `gain` on top, all in one unit: points, or minor units of money.

        What goes beyond the goal fills the bar; a balance below zero empties it. ValueError for a goal below 1.
        """
        if goal < 1:
            raise ValueError(f"a goal must be above zero, not {goal}")
        self.setValue(_steps(have, goal))
        wanted = _steps(have + gain, goal) - self.value()
        self._motion.stop()
        if self.theme.animate and self.isVisible():
            self._motion.setStartValue(float(self._gain))
            self._motion.setEndValue(float(max(0, wanted)))
            self._motion.start()
        else:
            self._on_gain_moved(float(max(0, wanted)))

    def _on_gain_moved(self, gain: float) -> None:
        self._gain = gain
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            pill = QPainterPath()
            pill.addRoundedRect(area, area.height() / 2, area.height() / 2)
            painter.setClipPath(pill)  # a part shorter than the bar is high keeps the round end of the pill
            painter.fillRect(area, self.theme.colour("surface_hover"))
            self._draw_part(painter, self.value() + self._gain, role="accent_ghost")
            self._draw_part(painter, self.value(), role="accent" if self.isEnabled() else "text_disabled")

    def _draw_part(self, painter: QPainter, steps: float, *, role: str) -> None:
        """Paints the bar from its start up to `steps` of STEPS, with a round end."""
        if steps <= 0:
            return
        height = float(self.height())
        width = max(height, self.width() * steps / STEPS)
        painter.setBrush(self.theme.colour(role))
        painter.drawRoundedRect(QRectF(0, 0, width, height), height / 2, height / 2)


def _steps(amount: int, goal: int) -> int:
    """`amount` as whole steps of the bar; only a goal that is reached fills it to the end."""
    return max(0, min(STEPS, amount * STEPS // goal))
