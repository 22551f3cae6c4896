"""What stands beside a forecast: what it supposes, and how to know instead of guessing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.model.programme import ControlGroup
from loyaltydesk.rules.forecast import Comparison
from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import empty
from ui.theme.text import label
from ui.theme.theme import Theme

EVERY = 10  # new cards, of which one goes without offers


class Notes(QWidget):
    """What had to be supposed, a sentence below the other."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._head = label(tr("How it was worked out"), "strong", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.m.s2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.addWidget(self._head)
        box.addLayout(self._lines)
        self.hide()

    def show_notes(self, sentences: list[str]) -> None:
        """Shows these sentences."""
        empty(self._lines)
        for sentence in sentences:
            self._lines.addWidget(label(sentence, "muted", wrap=True))
        self.setVisible(bool(sentences))


class ControlGroupNote(QWidget):
    """The advice to keep some new cards without offers, and once there are such cards, what they show."""

    wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.button = Button(theme, tr("Keep every tenth without"), kind="small")
        self.button.clicked.connect(self._on_wanted)
        self._banner = Banner(theme, "", tone="info", action=self.button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._banner)
        self.show_group(None, None, None)

    def show_group(self, group: ControlGroup | None, so_far: Comparison | None, formats: QtFormats | None) -> None:
        """Gives the advice, or tells what the group shows so far."""
        self.button.setVisible(group is None)
        advice = tr("To know, not guess: keep every tenth new card without offers for three months.")
        if group:
            advice = tr_n(
                "Every new card goes without offers.",
                "Of every {n} new cards, one goes without offers.",
                group.every,
            ).format(n=group.every)
        self._banner.say(advice, detail=_so_far(so_far, formats) if so_far and formats else "", tone="info")

    def _on_wanted(self) -> None:
        self.wanted.emit(EVERY)


def _so_far(found: Comparison, formats: QtFormats) -> str:
    text = tr_n(
        "So far, {n} card without offers: {without} a month, others {others}; {low} to {high} more in 8 of 10 cases.",
        "So far, {n} cards without offers: {without} a month, others {others}; {low} to {high} more in 8 of 10 cases.",
        found.without.members,
    )
    return text.format(
        n=formats.number(found.without.members),
        without=formats.money(found.without.spend.middle),
        others=formats.money(found.others.spend.middle),
        low=formats.money(found.more.low),
        high=formats.money(found.more.high),
    )
