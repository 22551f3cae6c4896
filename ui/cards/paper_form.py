"""On what cards are printed: the paper, where a begun sheet is free, the sides, the cutting, the printer's moves."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from loyaltydesk.model.grids import Grid
from loyaltydesk.printing.card import Sides
from loyaltydesk.printing.card_paper import Sheet
from loyaltydesk.printing.scene import Page
from loyaltydesk.printing.stocks import (
    A4_TO_CUT,
    A4_WITH_ROOM,
    BUSINESS_STOCKS,
    CARD_STOCKS,
    LETTER,
    LETTER_TO_CUT,
    Flip,
)
from loyaltydesk.words import tr
from ui.cards.kept_paper import SINGLE, KeptPaper, keep_paper, read_paper
from ui.cards.moves import Moves
from ui.cards.sheet_picture import SheetPicture
from ui.seams.preferences import Preferences
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.forms import Choice, FormRow
from ui.theme.text import label, literal
from ui.theme.theme import Theme

FEWEST = 12  # letters of a choice that are always seen
NEW = "+"  # the key of a sheet that is yet to be measured
Ask = Callable[[Grid | None], Grid | None]


class PaperForm(QWidget):
    """The form; it remembers its answers on this computer, for they belong to its printer. `edited` tells a change."""

    edited = Signal()

    def __init__(self, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._own: Sequence[Grid] = ()
        self._kept = read_paper(preferences)
        self._start = 0
        self._usual_bleed = False
        self.ask_sheet: Ask = lambda grid: grid  # asks for a sheet of the shop's own; the view puts a dialog here
        self.paper = Choice(tr("Paper"), _papers(()))
        self.change_button = Button(theme, tr("Change this sheet…"), kind="small")
        self.picture = SheetPicture(theme)
        self._free = label(tr("A sheet that was begun? Press the first label that is free."), "muted", wrap=True)
        self.sides = SegmentedControl(theme, _sides())
        self.flip = Choice(tr("The printer turns it over on its"), _edges())
        for choice in (self.paper, self.flip):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(FEWEST)  # long words must not widen the column
        self.marks, self.bleed = _tick(tr("Marks to cut by")), _tick(tr("Colour to the edge"))
        self.bleed.setToolTip(tr("Colour runs 3 mm beyond the edges, so that no white is left when it is cut."))
        self.moves = Moves(theme)
        self._lay_out(theme)
        self._show()
        self._connect()

    def show_own(self, own: Sequence[Grid]) -> None:
        """Offers the sheets that the shop measured itself."""
        if list(own) == list(self._own):
            return
        self._own = own
        kept = read_paper(self._preferences, own)
        with_names = _papers(own)
        self.paper.clear()
        for key, words in with_names:
            self.paper.addItem(words, key)
        self._kept = kept
        self._show()

    def show_design(self, *, bleed: bool) -> None:
        """Takes what the design has beyond the edges for what is meant, until another answer is given here."""
        self._usual_bleed = bleed
        self.bleed.setChecked(bleed if self._kept.bleed is None else self._kept.bleed)

    def sheet(self) -> Sheet:
        """The answers."""
        return self._kept.sheet(self._start, bleed=self._usual_bleed)

    def show_sheet(self, page: Page | None, count: int) -> None:
        """Shows the first sheet, with the first `page` of so many cards."""
        stock = self.sheet().stock
        if stock is not None:
            self.picture.show_sheet(stock, page, count)

    def begin_anew(self) -> None:
        """The sheet that was begun is full, or as good as."""
        self._start = 0

    # --- inside

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.setSpacing(theme.m.s2)
        self._flip_row = FormRow(theme, self.flip, text=tr("The printer turns it over on its"))
        for widget in (
            FormRow(theme, self.paper, text=tr("Paper")),
            self.change_button,
            self.picture,
            self._free,
            FormRow(theme, self.sides, text=tr("Sides")),
            self._flip_row,
        ):
            box.addWidget(widget)
        for tick in (self.marks, self.bleed):
            box.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)  # it is pressed where it is seen
        box.addWidget(self.moves)
        box.addStretch(1)

    def _connect(self) -> None:
        self.paper.chosen.connect(self._on_paper_chosen)
        self.change_button.clicked.connect(self._on_change_pressed)
        self.picture.started.connect(self._on_started)
        for choice in (self.sides, self.flip):
            choice.chosen.connect(self._on_edited)
        self.marks.toggled.connect(self._on_edited)
        self.bleed.clicked.connect(self._on_bleed_pressed)
        self.moves.edited.connect(self._on_edited)

    def _show(self) -> None:
        """Shows what is kept."""
        kept = self._kept
        self.paper.choose(kept.paper if self.paper.findData(kept.paper) >= 0 else KeptPaper().paper)
        self.sides.choose(kept.sides.value)
        self.flip.choose(kept.flip.value)
        self.marks.setChecked(kept.marks)
        self.show_design(bleed=self._usual_bleed)
        self.moves.show_moves(kept.front, kept.back)
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        on_sheets = self._kept.stock is not None
        for widget in (self.picture, self._free, self.moves):
            widget.setVisible(on_sheets)
        self._flip_row.setVisible(on_sheets and self._kept.sides is not Sides.FRONTS)
        self.change_button.setVisible(self._kept.own is not None)
        always = self._kept.stock is not None and self._kept.stock.marks
        self.marks.setVisible(not always)

    def _typed(self) -> KeptPaper:
        front, back = self.moves.moves()
        return replace(
            self._kept,
            sides=Sides(self.sides.current()),
            flip=Flip(self.flip.current()),
            marks=self.marks.isChecked(),
            front=front,
            back=back,
        )

    def _take(self, paper: KeptPaper) -> None:
        self._kept = paper
        keep_paper(self._preferences, paper)
        self._show_what_applies()
        self.edited.emit()

    def _on_edited(self) -> None:
        self._take(self._typed())

    def _on_bleed_pressed(self, on: bool) -> None:
        self._take(replace(self._typed(), bleed=None if on is self._usual_bleed else on))

    def _on_started(self, start: int) -> None:
        self._start = start
        self.edited.emit()

    def _on_paper_chosen(self, name: str) -> None:
        self._start = 0
        if name == NEW:
            self._use(self.ask_sheet(None))
            return
        own = next((grid for grid in self._own if grid.name == name), None)
        self._take(replace(self._typed(), paper=name, own=own))

    def _on_change_pressed(self) -> None:
        self._use(self.ask_sheet(self._kept.own))

    def _use(self, grid: Grid | None) -> None:
        """Prints on a sheet of the shop's own that was just kept; None was given up, or removed."""
        if grid is not None:
            keep_paper(self._preferences, replace(self._typed(), paper=grid.name, own=grid))
        elif self._kept.own is not None and self._kept.own not in self._own:
            keep_paper(self._preferences, replace(self._typed(), paper=KeptPaper().paper, own=None))
        self._kept = read_paper(self._preferences, self._own)
        self._show()
        self.edited.emit()


def kept_sheet(_theme: Theme, preferences: Preferences, *, bleed: bool = False) -> Sheet:
    """The paper that was chosen last on this computer, for whoever prints without asking a design with such a bleed."""
    return read_paper(preferences).sheet(bleed=bleed)


def _papers(own: Sequence[Grid]) -> list[tuple[str, str]]:
    """What can be chosen: the ready-made sheets, the shop's own, plain paper, plastic, and one more of the own."""
    stocks = []
    for name in BUSINESS_STOCKS:
        words = tr("{name}, Letter") if CARD_STOCKS[name].sheet == LETTER else tr("{name}, A4")
        stocks.append((name, words.format(name=name)))
    plain = [
        (A4_TO_CUT, tr("A4 to cut, ten cards")),
        (A4_WITH_ROOM, tr("A4 to cut, eight with room around")),
        (LETTER_TO_CUT, tr("Letter to cut, eight cards")),
    ]
    return [
        *stocks,
        *((grid.name, grid.name) for grid in own),
        *plain,
        (SINGLE, tr("Single plastic cards")),
        (NEW, tr("Measure another sheet…")),
    ]


def _tick(words: str) -> QCheckBox:
    tick = QCheckBox(literal(words))
    tick.setAccessibleName(words)
    return tick


def _sides() -> list[tuple[str, str]]:
    return [(Sides.BOTH.value, tr("Both")), (Sides.FRONTS.value, tr("Fronts")), (Sides.BACKS.value, tr("Backs"))]


def _edges() -> list[tuple[str, str]]:
    return [(Flip.LONG_EDGE.value, tr("Long edge")), (Flip.SHORT_EDGE.value, tr("Short edge"))]
