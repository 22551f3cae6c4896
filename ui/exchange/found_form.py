"""What was found out about a file, each in a field in which it can be put right: sheet, encoding, delimiter, head."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from loyaltydesk.words import tr
from ui.exchange.names import delimiters, encodings
from ui.exchange.narrow_choice import NarrowChoice
from ui.exchange.reading import Found, shown_cells
from ui.theme.forms import Choice, FormRow
from ui.theme.theme import Theme

ROWS = 10  # of which one may be said to be the headings
LONGEST = 60  # letters of such a row


class FoundForm(QWidget):
    """`corrected` carries what is said by hand, as fields of a Wish."""

    corrected = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sheet = NarrowChoice(tr("Sheet"))
        self.encoding = NarrowChoice(tr("Encoding"))
        self.delimiter = NarrowChoice(tr("Cells are parted by"))
        self.heading = NarrowChoice(tr("Headings"))
        fields = (self.sheet, self.encoding, self.delimiter, self.heading)
        self._rows = [FormRow(theme, field, text=field.accessibleName()) for field in fields]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.m.s4)
        grid.setVerticalSpacing(theme.m.s2)
        for row, (line, column, wide) in zip(self._rows, ((0, 0, 2), (1, 0, 1), (1, 1, 1), (2, 0, 2)), strict=True):
            grid.addWidget(row, line, column, 1, wide)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.sheet.chosen.connect(lambda name: self.corrected.emit({"sheet": name, "heading": None}))
        self.encoding.chosen.connect(lambda code: self.corrected.emit({"encoding": code, "heading": None}))
        self.delimiter.chosen.connect(lambda sign: self.corrected.emit({"delimiter": sign, "heading": None}))
        self.heading.chosen.connect(lambda number: self.corrected.emit({"heading": int(number)}))
        self.setFocusProxy(self.heading)

    def show_found(self, found: Found) -> None:
        """Shows how a table is read."""
        table = found.table
        for row, seen in zip(
            self._rows, (len(table.sheets) > 1, table.is_text, table.is_text, bool(found.first)), strict=True
        ):
            row.setVisible(seen)
        _offer(self.sheet, [(name, name) for name in table.sheets], table.sheet)
        if table.is_text:
            _offer(self.encoding, encodings(table.encoding), table.encoding)
            _offer(self.delimiter, delimiters(table.delimiter), table.delimiter)
        _offer(self.heading, _headings(found), str(found.heading))


def _offer(choice: Choice, options: list[tuple[str, str]], current: str) -> None:
    choice.clear()
    for key, text in options:
        choice.addItem(text, key)
    if options:
        choice.choose(current)


def _headings(found: Found) -> list[tuple[str, str]]:
    """The rows that may be the headings, in their words, and that none is."""
    rows = [row for row in found.first[:ROWS] if row.number >= 1]
    if found.heading and all(row.number != found.heading for row in rows):
        rows += [row for row in found.first if row.number == found.heading]
    options = [
        (str(row.number), tr("Row {number}: {words}").format(number=row.number, words=_short(shown_cells(row))))
        for row in rows
    ]
    return [("0", tr("There are none")), *options]


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
