"""What changes between two programmes as a list to look through: a chip for each, what it was, what it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from loyaltydesk.words.programme_changes import Change, ChangeKind
from ui.programme.sections import NAMES
from ui.theme.frames import Panel, empty
from ui.theme.sheet import Tone
from ui.theme.text import chip, label
from ui.theme.theme import Theme

TONES: dict[ChangeKind, Tone] = {
    ChangeKind.ADDED: "accent",
    ChangeKind.REMOVED: "danger",
    ChangeKind.CHANGED: "warning",
    ChangeKind.MOVED: "info",
}


class ChangeList(QWidget):
    """A row for each change; a sentence where there is none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.found: list[Change] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.m.s2)

    def show_changes(self, found: Sequence[Change], *, nothing: str) -> None:
        """Shows them, or `nothing`."""
        self.found = list(found)
        empty(self._rows)
        for change in found:
            self._show(self._row(change))
        if not found:
            self._show(label(nothing, "muted", wrap=True))
        self._rows.addStretch(1)

    def _show(self, row: QWidget) -> None:
        self._rows.addWidget(row)
        row.show()

    def _row(self, change: Change) -> Panel:
        row = Panel(self.theme, surface="inset")
        head = QHBoxLayout()
        head.addWidget(chip(change.name, TONES[change.kind]))
        head.addWidget(label(tr(NAMES[change.table]), "muted", wrap=True), 1)
        row.box.addLayout(head)
        if change.before:
            words = tr("before: {rule}").format(rule=change.before) if change.after else change.before
            row.box.addWidget(label(words, "muted", wrap=True))
        if change.after:
            row.box.addWidget(label(change.after, "strong", wrap=True))
        return row
