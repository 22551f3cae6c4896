"""The small form beside a preview of vouchers: the paper, marks to cut by, the first free place of a begun sheet."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.printing.stocks import (
    A4_TO_CUT,
    A4_WITH_ROOM,
    BUSINESS_STOCKS,
    CARD_STOCKS,
    LETTER,
    LETTER_TO_CUT,
)
from loyaltydesk.words import tr
from ui.paper.voucher_paper import SLIP, VoucherPaper, keep_voucher_paper, read_voucher_paper
from ui.seams.preferences import Preferences
from ui.theme.forms import Choice, FormRow
from ui.theme.text import literal, set_tip
from ui.theme.theme import Theme

FEWEST = 14  # letters of the paper's name that are always seen


class VoucherForm(QWidget):
    """The form; what is chosen is remembered on this computer. `edited` tells a change."""

    edited = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._kept = read_voucher_paper(preferences)
        self.paper = Choice(tr("Paper"), _papers(), current=self._kept.paper)
        self.paper.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.paper.setMinimumContentsLength(FEWEST)
        words = tr("Marks to cut by")
        self.marks = QCheckBox(literal(words))
        self.marks.setAccessibleName(words)
        self.marks.setChecked(self._kept.marks)
        self.start = QSpinBox()
        self.start.setMinimum(1)
        self.start.setAccessibleName(tr("First free place"))
        self._start_row = FormRow(theme, self.start, text=tr("First free place"), hint=tr("Of a sheet that was begun."))
        self._lay_out(theme)
        self._show_what_applies()
        self.paper.chosen.connect(self._on_paper_chosen)
        self.marks.toggled.connect(self._on_marks_toggled)
        self.start.valueChanged.connect(self._on_start_changed)

    @property
    def chosen(self) -> VoucherPaper:
        """The answers."""
        return self._kept

    def choose(self, paper: str) -> None:
        """Another paper, as if a person had chosen it."""
        self.paper.choose(paper)
        self._on_paper_chosen(paper)

    # --- inside

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.setSpacing(theme.m.s3)
        box.addWidget(FormRow(theme, self.paper, text=tr("Paper")))
        box.addWidget(self.marks, 0, Qt.AlignmentFlag.AlignLeft)  # it is pressed where it is seen
        box.addWidget(self._start_row)

    def _show_what_applies(self) -> None:
        stock = self._kept.stock
        several = stock is not None and stock.count > 1
        self._start_row.setVisible(several)
        self.start.setMaximum(stock.count if stock else 1)
        always = CARD_STOCKS[self._kept.paper].marks if self._kept.paper in CARD_STOCKS else False
        self.marks.setVisible(several and not always)
        set_tip(self.paper, self.paper.currentText())  # a long name is not seen to its end

    def _take(self, paper: VoucherPaper) -> None:
        self._kept = paper
        keep_voucher_paper(self._preferences, paper)
        self._show_what_applies()
        self.edited.emit()

    def _on_paper_chosen(self, name: str) -> None:
        self.start.blockSignals(True)
        self.start.setValue(1)
        self.start.blockSignals(False)
        self._take(replace(self._kept, paper=name, start=0))

    def _on_marks_toggled(self, on: bool) -> None:
        self._take(replace(self._kept, marks=on))

    def _on_start_changed(self, place: int) -> None:
        self._take(replace(self._kept, start=place - 1))


def _papers() -> list[tuple[str, str]]:
    """What can be chosen: leaves and sheets that are cut, business cards, and the roll of a slip printer."""
    cards = []
    for name in BUSINESS_STOCKS:
        letter = CARD_STOCKS[name].sheet == LETTER
        words = tr("Business cards, {name}, Letter") if letter else tr("Business cards, {name}, A4")
        cards.append((name, words.format(name=name)))
    return [
        ("A6", tr("A6, one to a leaf")),
        ("A4 thirds", tr("A4, three to a sheet")),
        ("A4", tr("A4, four to a sheet")),
        ("Letter", tr("Letter, four to a sheet")),
        (A4_TO_CUT, tr("Business cards, A4 to cut")),
        (A4_WITH_ROOM, tr("Business cards, A4 to cut with room around")),
        (LETTER_TO_CUT, tr("Business cards, Letter to cut")),
        *cards,
        (SLIP, tr("Roll of a slip printer")),
    ]
