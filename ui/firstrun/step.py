"""One page of the first run: a question, what it is for, and whether it is answered."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.firstrun.answers import Answers
from ui.theme.text import label
from ui.theme.theme import Theme


class Step(QWidget):
    """A page with a title and a hint; a subclass fills `box` and gives what was answered."""

    def __init__(self, theme: Theme, *, title: str, hint: str) -> None:
        super().__init__()
        self.theme = theme
        self.title = title
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(theme.m.s4)
        words = QVBoxLayout()
        words.setSpacing(theme.m.s1)
        words.addWidget(label(title, "name", wrap=True))
        words.addWidget(label(hint, "muted", wrap=True))
        self.box.addLayout(words)

    def begin(self) -> None:
        """Puts the focus where the answer begins."""

    def answered(self, answers: Answers) -> Answers | None:
        """`answers` with what is given here; None when something is missing, which the page then says."""
        raise NotImplementedError
