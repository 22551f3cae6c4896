"""The names of the sections in a row; where there is no room for all, those that have an icon are that icon alone."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTabBar

from ui.theme.text import literal
from ui.theme.theme import Theme


class Tabs(QTabBar):
    """A row of tabs as wide as the words, and one of them narrower where the row would not fit."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._spare: dict[int, tuple[str, str]] = {}  # what can be an icon: its name and that icon
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        theme.changed.connect(self._fit)

    def add(self, name: str, icon: str = "") -> None:
        """One more tab; `icon` is what stands for the name where room is short."""
        at = self.addTab(literal(name))
        if icon:
            self._spare[at] = (name, icon)
            self.setAccessibleTabName(at, name)

    def _fit(self) -> None:
        m = self._theme.m
        self.setIconSize(QSize(m.icon, m.icon))
        self._show(short=False)
        if self.sizeHint().width() > self.width():
            self._show(short=True)

    def _show(self, *, short: bool) -> None:
        for at, (name, icon) in self._spare.items():
            self.setTabText(at, "" if short else literal(name))
            self.setTabIcon(at, self._theme.icon(icon, "text_muted") if short else QIcon())
            self.setTabToolTip(at, name if short else "")

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
