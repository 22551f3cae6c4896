"""The line at the foot: each F-key with what it does, to be pressed or tapped, and how the day is going."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from loyaltydesk.words import tr_n
from ui.seams.formats import QtFormats
from ui.theme.frames import Panel
from ui.theme.marks import KeyCap
from ui.theme.text import label
from ui.theme.theme import Theme


class KeyButton(QPushButton):
    """A key cap and what the key does, one target as high as the foot."""

    def __init__(self, theme: Theme, key: str, *, words: str) -> None:
        super().__init__()
        self.setProperty("kind", "foot")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        self._inside = inside = QHBoxLayout(self)
        inside.setContentsMargins(6, 0, 6, 0)
        inside.setSpacing(6)
        for part in (KeyCap(theme, key), label(words)):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(part)

    def sizeHint(self) -> QSize:
        return QSize(self._inside.sizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Footer(Panel):
    """The foot of the till."""

    pressed = Signal(str)  # the key, "F2"

    def __init__(self, theme: Theme, keys: Sequence[tuple[str, str]], *, spare: str = "") -> None:
        """`keys` are key and words, in their order; the `spare` one gives way where there is no room for all."""
        super().__init__(theme, surface="foot", across=True)
        self._spare = spare
        self._buttons: dict[str, KeyButton] = {}
        for key, words in keys:
            button = KeyButton(theme, key, words=words)
            button.clicked.connect(lambda _on=False, key=key: self.pressed.emit(key))
            self._buttons[key] = button
            self.box.addWidget(button)
        self._today = label(type_="muted")
        self.box.addStretch(1)
        self.box.addWidget(self._today)

    def allow(self, key: str, on: bool) -> None:
        """Whether a key does anything now."""
        self._buttons[key].setEnabled(on)

    def show_today(self, purchases: int, *, due: int, formats: QtFormats) -> None:
        """How many purchases there were today and what was paid (minor units), where there is room for it."""
        words = tr_n("Today: {n} purchase · {sum}", "Today: {n} purchases · {sum}", purchases)
        self._today.setText(words.format(n=formats.number(purchases), sum=formats.money(due)))
        self._make_room()

    def _make_room(self) -> None:
        fits = self._wanted() <= self.width()
        if self._spare:
            self._buttons[self._spare].setVisible(fits)
        self._today.setVisible(self._today.sizeHint().width() <= self.width() - self._wanted())

    def _wanted(self, *, without: str = "") -> int:
        """The width of the keys."""
        margins = self.box.contentsMargins()
        seen = [button for key, button in self._buttons.items() if key != without]
        keys = sum(button.sizeHint().width() + self.box.spacing() for button in seen)
        return keys + margins.left() + margins.right()

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        """The keys must be there, but for the spare one; how the day is going gives way."""
        return QSize(self._wanted(without=self._spare), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
