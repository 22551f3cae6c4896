"""What makes up for a printer that draws its paper askew: how far each side is moved, and the page that tells it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from ui.cards.kept_paper import FARTHEST
from ui.theme.buttons import Button
from ui.theme.text import label
from ui.theme.theme import Theme

Tenths = tuple[int, int]


class Moves(QWidget):
    """Right and down, for fronts and for backs; `edited` tells a change, `page_wanted` that one is to be measured."""

    edited = Signal()
    page_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.front = _move(tr("Fronts: move to the right")), _move(tr("Fronts: move down"))
        self.back = _move(tr("Backs: move to the right")), _move(tr("Backs: move down"))
        self.page_button = Button(theme, tr("Page to measure by…"), icon="printer")
        hint = tr("Print it on both sides of one sheet: it says what to read off, and what to type here.")
        rows = QGridLayout()
        rows.setHorizontalSpacing(theme.m.s1)
        rows.setVerticalSpacing(theme.m.s1)
        names = (tr("Fronts, right"), tr("Fronts, down"), tr("Backs, right"), tr("Backs, down"))
        for row, (words, spin) in enumerate(zip(names, (*self.front, *self.back), strict=True)):
            rows.addWidget(label(words, wrap=True), row, 0)
            rows.addWidget(spin, row, 1)
            spin.valueChanged.connect(self.edited)
        rows.setColumnStretch(0, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        box.addWidget(label(tr("If the print does not meet the cuts"), "strong", wrap=True))
        box.addLayout(rows)
        box.addWidget(label(hint, "muted", wrap=True))
        box.addWidget(self.page_button)
        self.page_button.clicked.connect(self.page_wanted)

    def show_moves(self, front: Tenths, back: Tenths) -> None:
        """Shows what is kept, in tenths of a millimetre."""
        for spins, tenths in ((self.front, front), (self.back, back)):
            for spin, each in zip(spins, tenths, strict=True):
                spin.setValue(each / 10)

    def moves(self) -> tuple[Tenths, Tenths]:
        """Fronts and backs, in tenths of a millimetre to the right and down."""
        front, back = ((round(right.value() * 10), round(down.value() * 10)) for right, down in (self.front, self.back))
        return front, back


def _move(name: str) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(-FARTHEST / 10, FARTHEST / 10)
    spin.setSingleStep(0.1)
    spin.setDecimals(1)
    spin.setSuffix(tr(" mm"))
    spin.setProperty("kind", "short")
    spin.setAccessibleName(name)
    return spin
