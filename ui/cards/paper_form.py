"""On what cards are printed: the paper, the sides, and what makes up for a printer that prints beside the mark."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QVBoxLayout, QWidget

from loyaltydesk.printing.card import Sides
from loyaltydesk.printing.stocks import CARD_STOCKS, LETTER
from loyaltydesk.words import tr
from ui.cards.orders import Sheet, moved
from ui.seams.preferences import Preferences
from ui.theme.buttons import SegmentedControl
from ui.theme.forms import Choice, FormRow
from ui.theme.theme import Theme

SINGLE = "single"
USUAL = "Avery C32011"
FEWEST = 12  # letters of the paper's name that are always seen
FARTHEST = 10  # mm; more is a wrong paper and no wrong printer


class PaperForm(QWidget):
    """The form; it remembers its answers on this computer, for they belong to its printer. `edited` tells a change."""

    edited = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self.paper = Choice(tr("Paper"), _papers())
        self.paper.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.paper.setMinimumContentsLength(FEWEST)  # a long name of a paper must not widen the column
        self.sides = SegmentedControl(theme, _sides())
        self.right, self.down = _shift(tr("Move to the right")), _shift(tr("Move down"))
        self._rows = [
            FormRow(theme, self.paper, text=tr("Paper")),
            FormRow(
                theme, self.sides, text=tr("Sides"), hint=tr("The backs of sheets are mirrored, to meet the fronts.")
            ),
            FormRow(theme, self.right, text=tr("Move to the right")),
            FormRow(
                theme,
                self.down,
                text=tr("Move down"),
                hint=tr("If the print does not meet the cuts. Kept for this computer."),
            ),
        ]
        self._lay_out(theme)
        self._remember()
        self.paper.chosen.connect(self._on_edited)
        self.sides.chosen.connect(self._on_edited)
        for spin in (self.right, self.down):
            spin.valueChanged.connect(self._on_edited)

    def sheet(self) -> Sheet:
        """The answers."""
        sides, stock = Sides(self.sides.current()), CARD_STOCKS.get(self.paper.current())
        return Sheet(moved(stock, self._tenths()) if stock else None, sides)

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        for row in self._rows:
            box.addWidget(row)

    def _remember(self) -> None:
        kept = self._preferences.read("cards/paper", USUAL)
        self.paper.choose(kept if kept in CARD_STOCKS or kept == SINGLE else USUAL)
        for spin, name in ((self.right, "cards/right"), (self.down, "cards/down")):
            tenths = self._preferences.read(name, "0")
            spin.setValue(int(tenths) / 10 if tenths.lstrip("-").isdecimal() else 0)
        self._show_what_applies()

    def _tenths(self) -> tuple[int, int]:
        return round(self.right.value() * 10), round(self.down.value() * 10)

    def _show_what_applies(self) -> None:
        on_sheets = self.paper.current() != SINGLE
        for row in self._rows[2:]:
            row.setVisible(on_sheets)

    def _on_edited(self) -> None:
        self._show_what_applies()
        right, down = self._tenths()
        for name, value in (("paper", self.paper.current()), ("right", str(right)), ("down", str(down))):
            self._preferences.write(f"cards/{name}", value)
        self.edited.emit()


def kept_sheet(theme: Theme, preferences: Preferences) -> Sheet:
    """The paper that was chosen last on this computer, for whoever prints without asking."""
    return PaperForm(theme, preferences).sheet()


def _papers() -> list[tuple[str, str]]:
    stocks = []
    for name, stock in CARD_STOCKS.items():
        words = tr("{name}, Letter") if stock.sheet == LETTER else tr("{name}, A4")
        stocks.append((name, words.format(name=name)))
    return [*stocks, (SINGLE, tr("Single plastic cards"))]


def _sides() -> list[tuple[str, str]]:
    return [(Sides.BOTH.value, tr("Both")), (Sides.FRONTS.value, tr("Fronts")), (Sides.BACKS.value, tr("Backs"))]


def _shift(name: str) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(-FARTHEST, FARTHEST)
    spin.setSingleStep(0.1)
    spin.setDecimals(1)
    spin.setSuffix(tr(" mm"))
    spin.setAccessibleName(name)
    return spin
