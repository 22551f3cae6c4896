"""The rail at the left of the window: a button for each page, closer together where the window is low or text large.

To be used as:
    rail = Rail(theme)
    rail.add(RailButton(theme, "users", text=tr("Customers")))
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent

from ui.theme.buttons import Packing, RailButton
from ui.theme.frames import Panel
from ui.theme.marks import Avatar
from ui.theme.theme import Theme

PACKINGS: tuple[Packing, ...] = ("", "snug", "dense")
AROUND = {"": 25, "snug": 19, "dense": 13}  # px of a button that are neither icon nor words: air, ring, what Qt adds


class Rail(Panel):
    """Every page stays in sight: before one is pushed out the buttons get lower, and then the emblem goes."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, surface="rail")
        self._buttons: list[RailButton] = []
        self._emblem = Avatar(theme, "Loyalty Desk", solid=True)
        self.box.addWidget(self._emblem, 0, Qt.AlignmentFlag.AlignHCenter)
        self.box.addSpacing(theme.m.s2)

    def add(self, button: RailButton) -> None:
        """Puts a button below the others."""
        self._buttons.append(button)
        self.box.addWidget(button)

    def add_gap(self) -> None:
        """What is added from here on stands at the foot."""
        self.box.addStretch(1)

    def _high(self, packing: Packing, *, emblem: bool = True) -> int:
        """How high (px) the rail stands when it is packed like this."""
        m, margins, gap = self.theme.m, self.box.contentsMargins(), self.box.spacing()
        icon = self.theme.density.icon if packing == "dense" else m.icon_l
        each = icon + m.fs_rail * 4 // 3 + AROUND[packing] + gap
        above = self._emblem.sizeHint().height() + m.s2 + gap if emblem else 0
        return margins.top() + margins.bottom() + above + each * len(self._buttons)

    def _fit(self) -> None:
        """The roomiest packing that fits."""
        packing = next((each for each in PACKINGS if self._high(each) <= self.height()), PACKINGS[-1])
        for button in self._buttons:
            if button.packing != packing:
                button.pack(packing)
        self._emblem.setVisible(self._high(packing) <= self.height())

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._fit()
        self.updateGeometry()

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(self.theme.m.rail_w, self._high("dense", emblem=False))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
