"""A panel that is a form: a title, rows that scroll in two columns, what was wrong, and buttons to keep it or leave."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class FormPanel(Panel):
    """`left` leads back; what the button keeps is the form's own matter.

    A form puts its rows into `grid` and then lays itself out, so that Tab leads through the rows to the buttons.
    """

    left = Signal()

    def __init__(self, theme: Theme, save_button: Button) -> None:
        super().__init__(theme)
        self.heading = ElidedLabel(type_="title")
        self.trouble = Banner(theme, "", tone="danger")
        self.save_button = save_button
        self.back_button = Button(theme, tr("Go back"), kind="ghost")
        self._inside = QWidget()
        self.grid = QGridLayout(self._inside)
        self.grid.setContentsMargins(0, 0, theme.m.s2, 0)
        self.grid.setHorizontalSpacing(theme.m.s4)
        self.grid.setVerticalSpacing(theme.m.s3)
        self.back_button.clicked.connect(self.left)

    def refuse(self, sentence: str) -> None:
        """Says in place why it was not kept."""
        self.trouble.say(sentence, tone="danger")
        self.trouble.show()

    def lay_out(self) -> None:
        """Puts everything in its place, once the rows are in the grid."""
        for column in (0, 1):
            self.grid.setColumnStretch(column, 1)
        self.grid.setRowStretch(self.grid.rowCount(), 1)
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        self.box.addWidget(self.heading)
        self.box.addWidget(Scroll(self._inside), 1)
        self.box.addWidget(self.trouble)
        self.box.addLayout(foot)
