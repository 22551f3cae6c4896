"""A rule as a row that can be pressed: its sentence, what limits it, and a button that removes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from loyaltydesk.words.manner import JOINT
from loyaltydesk.words.programme_rules import RuleLine
from ui.theme.buttons import IconButton
from ui.theme.choice_card import ChoiceCard
from ui.theme.marks import Glyph
from ui.theme.text import label
from ui.theme.theme import Theme


class WordsCard(ChoiceCard):
    """A button with a sentence and a quieter line below it, as high as its words need."""

    def __init__(self, theme: Theme, title: str, *, detail: str = "") -> None:
        super().__init__(theme, name=title, description=detail)
        self.setCheckable(False)
        self.setMinimumHeight(theme.m.touch)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.setContentsMargins(theme.m.s3, theme.m.s2, theme.m.s2, theme.m.s2)
        words, across = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(title, "strong", wrap=True))
        if detail:
            words.addWidget(label(detail, "muted", wrap=True))
        words.addStretch(1)
        across.setSpacing(theme.m.s2)
        across.addLayout(words, 1)
        across.addWidget(Glyph(theme, "chevron-right"))
        self.box.addLayout(across)

    def ground_and_ring(self) -> tuple[str, str, int]:
        """A quiet ring, for there are many of them on one card."""
        ground, ring, wide = super().ground_and_ring()
        return ground, "border" if ring == "border_strong" else ring, wide

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class RuleRow(QWidget):
    """One rule; pressing it edits it."""

    edit_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, theme: Theme, line: RuleLine, *, can_go: bool) -> None:
        super().__init__()
        self.line = line
        self.card = WordsCard(theme, line.title, detail=JOINT.join(line.details))
        self.remove = IconButton(theme, "trash-2", name=tr("Remove: {rule}").format(rule=line.title))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.m.s1)
        row.addWidget(self.card, 1)
        row.addWidget(self.remove)
        self.remove.setVisible(can_go)
        self.card.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.removal_wanted)
