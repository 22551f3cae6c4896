"""The one thing to say first, above the bill, where there is no room for the rest."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.model.prompts import Prompt
from ui.seams.formats import QtFormats
from ui.theme.frames import empty
from ui.theme.theme import Theme
from ui.till.talk import PromptRow


class Reminder(QWidget):
    """The most urgent prompt; the next one comes when it is settled."""

    answered = Signal(object)  # the Prompt

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._gives_way = False

    def show_prompts(self, prompts: Sequence[Prompt], formats: QtFormats) -> None:
        """Shows the first of them; nothing at all where there is none."""
        empty(self._box)
        for prompt in prompts[:1]:
            row = PromptRow(self._theme, prompt, formats)
            row.button.clicked.connect(lambda _on=False, prompt=prompt: self.answered.emit(prompt))
            self._box.addWidget(row)
            row.show()  # now, not a moment later
        self._show()

    def give_way(self, on: bool) -> None:
        """Whether something more urgent needs the room."""
        self._gives_way = on
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._box.count()) and not self._gives_way)
