"""A part of the column of details: a titled group of rows that shows a draft and takes what was changed into it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.cards.draft import Draft
from ui.theme.text import label
from ui.theme.theme import Theme


class Part(QWidget):
    """Rows below each other in `box`. `edited` tells of a change, and of its kind: changes of one kind are one step."""

    edited = Signal(str)

    def __init__(self, theme: Theme, title: str = "") -> None:
        super().__init__()
        self.theme = theme
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.m.s2)
        if title:
            self.box.addWidget(label(title, "title"))

    def show_draft(self, draft: Draft) -> None:
        """Shows what the draft says."""
        raise NotImplementedError

    def taken(self, draft: Draft) -> Draft:
        """`draft` with what stands here."""
        raise NotImplementedError
