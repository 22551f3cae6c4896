"""How many rows become what, in big figures, each of which shows its rows when it is pressed."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from loyaltydesk.model.imports import Counts, Verdict
from loyaltydesk.words.imports import verdict_name
from ui.seams.formats import QtFormats
from ui.theme.choice_card import ChoiceCard
from ui.theme.text import label
from ui.theme.theme import Theme

ORDER = (Verdict.NEW, Verdict.FILLED, Verdict.SAME, Verdict.SKIPPED, Verdict.REFUSED)


class _Figure(ChoiceCard):
    """One number and what it counts."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, name=words)
        m = theme.m
        self._words = words
        self.number = label("0", "name")
        self.box.setContentsMargins(m.s4, m.s2, m.s4, m.s2)
        self.box.setSpacing(0)
        self.box.addWidget(self.number)
        self.box.addWidget(label(words, "muted", wrap=True))

    def show_number(self, number: str) -> None:
        """Shows another number."""
        self.number.setText(number)
        self.setAccessibleName(f"{self._words}: {number}")

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())


class Figures(QWidget):
    """Five of them; `chosen` carries the verdict whose rows are wanted."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._figures = {verdict: _Figure(theme, verdict_name(verdict)) for verdict in ORDER}
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.m.s3)
        for number, figure in enumerate(self._figures.values()):
            self._group.addButton(figure, number)
            across.addWidget(figure, 1)
        self._group.idClicked.connect(lambda number: self.chosen.emit(ORDER[number]))

    def show_counts(self, counts: Counts, formats: QtFormats) -> None:
        """Shows how many rows become what; what none does cannot be pressed."""
        for verdict, figure in self._figures.items():
            count = getattr(counts, verdict.value)
            figure.show_number(formats.number(count))
            figure.setEnabled(count > 0)

    def choose(self, verdict: Verdict) -> None:
        """Lights one of them."""
        self._figures[verdict].setChecked(True)

    def figure(self, verdict: Verdict) -> ChoiceCard:
        """The one for a verdict."""
        return self._figures[verdict]
