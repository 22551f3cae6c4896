"""The head of a panel about one thing: what it is as an icon, its name over a line on it, and what can be pressed.

To be used as:
    self._head = Head(theme, "truck", buttons=[self.change_button])
    self.box.addLayout(self._head)
    self._head.name.setText("Baltic Roast")
"""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.marks import IconTile
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class Head(QHBoxLayout):
    """The buttons stand at the end, and the words give way to them."""

    def __init__(self, theme: Theme, icon: str, *, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.tile = IconTile(theme, icon)
        self.name, self.what = ElidedLabel(type_="name"), ElidedLabel(type_="muted")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.what)
        self.setSpacing(theme.m.s3)
        self.addWidget(self.tile)
        self.addLayout(names, 1)
        for button in buttons:
            self.addWidget(button)
