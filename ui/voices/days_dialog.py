"""Asks after how many days an answer is due, for each kind of voice."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.voices import LONGEST_DAYS, VoiceKind
from loyaltydesk.words import tr, trc
from loyaltydesk.words.voices import KINDS
from ui.theme.buttons import Button
from ui.theme.text import label
from ui.theme.theme import Theme


class DaysDialog(QDialog):
    """A number for each kind; `days()` is what they say."""

    def __init__(self, theme: Theme, days: Mapping[VoiceKind, int], *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Days until an answer is due"))
        self.fields: dict[VoiceKind, QSpinBox] = {}
        self.close_button = Button(theme, tr("Close"), kind="ghost")
        self.save_button = Button(theme, tr("Save"), kind="action", icon="check")
        m = theme.m
        grid, foot, whole = QGridLayout(), QHBoxLayout(), QVBoxLayout(self)
        grid.setSpacing(m.s2)
        for row, (kind, words) in enumerate(KINDS.items()):
            field = QSpinBox()
            field.setAccessibleName(tr(words))
            field.setRange(0, LONGEST_DAYS)
            field.setSpecialValueText(trc("days until an answer is due", "no day"))
            field.setValue(days[kind])
            grid.addWidget(label(tr(words), "strong"), row, 0)
            grid.addWidget(field, row, 1)
            self.fields[kind] = field
        grid.setColumnStretch(0, 1)
        foot.addStretch(1)
        for button in (self.close_button, self.save_button):
            foot.addWidget(button)
        whole.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        whole.setSpacing(m.s3)
        hint = tr("After so many days the owner is reminded. What is written down already keeps its day.")
        whole.addWidget(label(hint, "muted", wrap=True))
        whole.addLayout(grid)
        whole.addLayout(foot)
        self.resize(420, self.sizeHint().height())
        self.close_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)

    def days(self) -> dict[VoiceKind, int]:
        """What stands there."""
        return {kind: field.value() for kind, field in self.fields.items()}
