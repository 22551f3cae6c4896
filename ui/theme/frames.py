"""Grounds that things stand on: cards, insets, the bars and the rail of the window, with margins that follow density.

To be used as:
    panel = Panel(theme)                              # a card, filled from top to bottom through panel.box
    bar = Panel(theme, surface="bar", across=True)    # from left to right
"""

from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QSizePolicy

from ui.theme.sheet import Surface, Tone
from ui.theme.theme import Theme


class Panel(QFrame):
    """A surface with a layout `box`; what a finger must not miss and an eye must not lose stands on one."""

    def __init__(self, theme: Theme, *, surface: Surface = "card", tone: Tone = "", across: bool = False) -> None:
        """`across` fills it from left to right; a `tone` colours an inset."""
        super().__init__()
        self.theme = theme
        self.surface = surface
        self.setProperty("surface", surface)
        self.setProperty("tone", tone)
        way = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self.box = QBoxLayout(way, self)
        theme.changed.connect(self._on_theme_changed)
        self._lay_out()

    def _lay_out(self) -> None:
        """Sets margins, spacing and the fixed side of a bar or rail, from the density in force."""
        m = self.theme.m
        left, top, spacing = {
            "page": (0, 0, 0),
            "card": (m.s5, m.s4, m.s2),
            "inset": (m.s3, m.s2, m.s3),
            "bar": (m.s5, 0, m.s3),
            "foot": (m.s3, 0, m.s1),
            "rail": (m.s2, m.s3, m.s1),
        }[self.surface]
        self.box.setContentsMargins(left, top, left, top)
        self.box.setSpacing(spacing)
        if self.surface in ("bar", "foot"):
            self.setFixedHeight(m.topbar if self.surface == "bar" else m.footer)
        elif self.surface == "rail":
            self.setFixedWidth(m.rail_w)

    def _on_theme_changed(self) -> None:
        self._lay_out()


def rule() -> QFrame:
    """A hairline between two parts of a panel."""
    line = QFrame()
    line.setProperty("surface", "line")
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line


def empty(layout: QLayout) -> None:
    """Takes out of a layout what stands in it, out of sight at once."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget:
            widget.hide()
            widget.deleteLater()
