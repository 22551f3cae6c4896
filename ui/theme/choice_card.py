"""A card that can be chosen among others, as large as what stands on it: painted from the theme, on or off."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout

from ui.theme.theme import Theme


class ChoiceCard(QAbstractButton):
    """A button with a column `box` for what it says; on while it is the choice. A finger may press anywhere on it."""

    def __init__(self, theme: Theme, *, name: str, description: str = "") -> None:
        """`name` and `description` are what a screen reader says."""
        super().__init__()
        self.theme = theme
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(theme.m.s4, theme.m.s4, theme.m.s4, theme.m.s4)
        self.box.setSpacing(theme.m.s2)
        theme.changed.connect(self.update)

    def ground_and_ring(self) -> tuple[str, str, int]:
        """Colours of the ground and of the outline, and how wide that is in px."""
        if self.hasFocus():
            return "accent_soft" if self.isChecked() else "surface", "focus", 2
        if self.isChecked():
            return "accent_soft", "accent", 2
        return "surface_hover" if self.underMouse() else "surface", "border_strong", 1

    # --- Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.box.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return self.box.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.box.totalMinimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, ring, wide = self.ground_and_ring()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.theme.colour(ring), wide))
            painter.setBrush(self.theme.colour(ground))
            edge = wide / 2
            radius = self.theme.m.radius_l
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius)
