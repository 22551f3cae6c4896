"""A sheet of labels that the shop measures itself, with a picture of what was typed, kept under a name."""

from msgspec.structs import replace
from PySide6.QtWidgets import QDialog, QDoubleSpinBox, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.grids import HUNDREDTHS, LARGEST_SHEET, LONGEST, MOST, Grid, checked_grid
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.printing.stocks import A4, LETTER, stock_of
from loyaltydesk.words import tr, trc
from ui.cards.sheet_picture import SheetPicture
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme

SIZES = {"a4": A4, "letter": LETTER}
OWN = "own"
BEGIN = Grid("", left=1940, top=1355)  # ten plastic-sized cards in the middle of A4
LENGTHS = (
    "sheet_width", "sheet_height", "label_width", "label_height", "left", "top", "across", "down",
)  # fmt: skip


class OwnSheetDialog(QDialog):
    """Asks for a sheet; `grid` is the one that was kept, None when it was given up or removed."""

    def __init__(self, theme: Theme, session: Session, *, grid: Grid | None, parent: QWidget) -> None:
        """`grid` is to be changed, None for a new one."""
        super().__init__(parent)
        self._theme, self._session = theme, session
        self._before = grid
        self.grid: Grid | None = None
        self.setWindowTitle(tr("A sheet of your own"))
        self.name = Field(theme, trc("of a sheet", "Name"))
        self.name.setMaxLength(LONGEST)
        self.size_choice = Choice(tr("Sheet"), [("a4", tr("A4")), ("letter", tr("Letter")), (OWN, tr("Another size"))])
        self.lengths = {name: _length(words) for name, words in zip(LENGTHS, _lengths(), strict=True)}
        self.columns, self.rows = _count(tr("Columns")), _count(tr("Rows"))
        self.picture = SheetPicture(theme)
        self.banner = Banner(theme, "", tone="danger")
        self.save_button = Button(theme, tr("Keep this sheet"), kind="action", icon="check")
        self.remove_button = Button(theme, tr("Remove"), icon="trash-2")
        self._lay_out()
        self._show(grid or BEGIN)
        self._connect()
        self._look()

    def typed(self) -> Grid:
        """The sheet as it was typed, which may be none that can be."""
        values = {name: round(spin.value() * HUNDREDTHS) for name, spin in self.lengths.items()}
        return Grid(self.name.text().strip(), columns=self.columns.value(), rows=self.rows.value(), **values)

    # --- inside

    def _lay_out(self) -> None:
        theme, m = self._theme, self._theme.m
        form = QGridLayout()
        form.setHorizontalSpacing(m.s3)
        form.setVerticalSpacing(m.s2)
        form.addWidget(FormRow(theme, self.name, text=trc("of a sheet", "Name")), 0, 0)
        form.addWidget(FormRow(theme, self.size_choice, text=tr("Sheet")), 0, 1)
        spins: list[tuple[str, QSpinBox | QDoubleSpinBox]] = [
            (spin.accessibleName(), spin) for spin in self.lengths.values()
        ]
        spins[4:4] = [(tr("Columns"), self.columns), (tr("Rows"), self.rows)]
        for number, (words, spin) in enumerate(spins):
            form.addWidget(FormRow(theme, spin, text=words), 1 + number // 2, number % 2)
        seen = QVBoxLayout()
        seen.addWidget(label(tr("Measure from the edge of the paper, to a tenth of a millimetre."), "muted", wrap=True))
        seen.addWidget(self.picture)
        seen.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(m.s5)
        across.addLayout(form, 3)
        across.addLayout(seen, 2)
        foot = QHBoxLayout()
        give_up = Button(theme, tr("Cancel"), kind="ghost")
        give_up.clicked.connect(self.reject)
        for widget in (self.remove_button, give_up, self.save_button):
            foot.addWidget(widget)
        foot.insertStretch(1, 1)
        self.remove_button.setVisible(self._before is not None)
        box = QVBoxLayout(self)
        box.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        box.setSpacing(m.s3)
        box.addLayout(across)
        box.addWidget(self.banner)
        box.addLayout(foot)
        self.picture.setEnabled(False)

    def _connect(self) -> None:
        self.name.textChanged.connect(self._look)
        self.size_choice.chosen.connect(self._on_size_chosen)
        for length in self.lengths.values():
            length.valueChanged.connect(self._look)
        for count in (self.columns, self.rows):
            count.valueChanged.connect(self._look)
        self.save_button.clicked.connect(self._on_save_pressed)
        self.remove_button.clicked.connect(self._on_remove_pressed)

    def _show(self, grid: Grid) -> None:
        self.name.setText(grid.name)
        for name, spin in self.lengths.items():
            spin.setValue(getattr(grid, name) / HUNDREDTHS)
        self.columns.setValue(grid.columns)
        self.rows.setValue(grid.rows)
        sheet = (grid.sheet_width / HUNDREDTHS, grid.sheet_height / HUNDREDTHS)
        self.size_choice.choose(next((key for key, size in SIZES.items() if size == sheet), OWN))
        self._offer_size()

    def _look(self) -> None:
        """Draws what was typed, or says what does not fit."""
        grid = self.typed()
        try:
            checked_grid(grid if grid.name else replace(grid, name="?"))
        except BadRequest as no:
            self.banner.say(self._session.sentence(no), tone="danger")
            self.banner.show()
            self.save_button.setEnabled(False)
            return
        self.banner.hide()
        self.save_button.setEnabled(bool(grid.name))
        self.picture.show_sheet(stock_of(grid), None, 0)

    def _offer_size(self) -> None:
        for name in ("sheet_width", "sheet_height"):
            self.lengths[name].setEnabled(self.size_choice.current() == OWN)

    def _on_size_chosen(self, key: str) -> None:
        if key in SIZES:
            for name, side in zip(("sheet_width", "sheet_height"), SIZES[key], strict=True):
                self.lengths[name].setValue(side)
        self._offer_size()

    def _on_save_pressed(self) -> None:
        grid = self.typed()

        def refused(sentence: str) -> None:
            self.banner.say(sentence, tone="danger")
            self.banner.show()

        kept = self._session.do(lambda desk: desk.stocks.save(grid), refused=refused)
        if kept:
            self.grid = kept
            if self._before and self._before.name != kept.name:
                self._remove(self._before.name)
            self.accept()

    def _on_remove_pressed(self) -> None:
        assert self._before is not None
        self._remove(self._before.name)
        self.accept()

    def _remove(self, name: str) -> None:
        self._session.do(lambda desk: desk.stocks.remove(name))


def _lengths() -> list[str]:
    return [
        tr("Width of the sheet"), tr("Height of the sheet"), tr("Width of a label"), tr("Height of a label"),
        tr("Left margin"), tr("Top margin"), tr("Gap between columns"), tr("Gap between rows"),
    ]  # fmt: skip


def _length(name: str) -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(0, LARGEST_SHEET / HUNDREDTHS)
    spin.setDecimals(2)
    spin.setSingleStep(0.5)
    spin.setSuffix(tr(" mm"))
    spin.setAccessibleName(name)
    return spin


def _count(name: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(1, MOST)
    spin.setAccessibleName(name)
    return spin
