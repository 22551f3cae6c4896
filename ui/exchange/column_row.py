"""One column of the file: its heading, some of its cells, and a choice of what it tells."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from loyaltydesk.model.imports import DAYS, Column, DayOrder, ImportField, Remark
from loyaltydesk.words import tr
from loyaltydesk.words.imports import field_name, remark_text
from ui.exchange.narrow_choice import NarrowChoice
from ui.seams.formats import QtFormats
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel, label, literal
from ui.theme.theme import Theme

OPEN = ("days_open", "days_mixed")  # remarks that ask in which order days are written
ZEROS = 13  # digits of the numbers that lose them


class ColumnRow(QWidget):
    """`changed` says that the column tells something else, or is read in another way."""

    changed = Signal()

    def __init__(self, theme: Theme, formats: QtFormats, column: Column, *, remarks: tuple[Remark, ...]) -> None:
        super().__init__()
        self._theme = theme
        self._formats, self._column, self._remarks = formats, column, remarks
        self.field = NarrowChoice(tr("What the column tells"), _fields())
        self.field.choose(column.field or "")
        orders = [
            (DayOrder.DAY_FIRST.value, tr("Day before month")),
            (DayOrder.MONTH_FIRST.value, tr("Month before day")),
        ]
        self.order = NarrowChoice(tr("How dates are written"), orders, current=column.order.value)
        self.zeros = QCheckBox(literal(tr("Put the zeros back")))
        self.zeros.setChecked(column.zeros > 0)
        self._guess, self._note = label(type_="caption"), label(type_="muted", wrap=True)
        self._lay_out()
        self.field.chosen.connect(lambda _key: self._on_changed())
        self.order.chosen.connect(lambda _key: self._on_changed())
        self.zeros.toggled.connect(lambda _on: self._on_changed())
        self._show_what_applies()

    def column(self) -> Column:
        """The column as it is read now."""
        field = ImportField(self.field.current()) if self.field.current() else None
        zeros = ZEROS if self.zeros.isChecked() and self.zeros.isVisibleTo(self) else 0
        return replace(self._column, field=field, order=DayOrder(self.order.current()), zeros=zeros)

    def refuse(self, sentence: str) -> None:
        """Says in place what is wrong with the choice; empty shows what there is to look at."""
        remarks = [remark_text(each, self._formats) for each in self._remarks if self._applies(each)]
        said = sentence or "\n".join(remarks)
        self._note.setText(said)
        self._note.setVisible(bool(said))
        restyle(self._note, tone="danger" if sentence else "warning")
        restyle(self.field, state="error" if sentence else "")
        self.field.setAccessibleDescription(said)

    # --- inside

    def _lay_out(self) -> None:
        m = self._theme.m
        column = self._column
        place = tr("Column {number}").format(number=self._formats.number(column.place + 1))
        heading, samples = QVBoxLayout(), ElidedLabel("  ·  ".join(column.samples) or "—", "muted")
        heading.setSpacing(0)
        heading.addStretch(1)
        heading.addWidget(ElidedLabel(column.heading or place, "strong"))
        heading.addWidget(self._guess)
        heading.addStretch(1)
        choice = QVBoxLayout()
        choice.setSpacing(m.s1)
        for widget in (self.field, self.order, self.zeros):
            choice.addWidget(widget)
        self.field.setAccessibleName(tr("What “{column}” tells").format(column=column.heading or place))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, m.s2, 0, m.s2)
        grid.setHorizontalSpacing(m.s4)
        grid.setVerticalSpacing(m.s1)
        grid.addLayout(heading, 0, 0)
        grid.addWidget(samples, 0, 1)
        grid.addLayout(choice, 0, 2)
        grid.addWidget(self._note, 1, 0, 1, 3)
        for at, stretch in enumerate((3, 5, 4)):
            grid.setColumnStretch(at, stretch)
            grid.setColumnMinimumWidth(at, 60)

    def _applies(self, remark: Remark) -> bool:
        field = self.field.current()
        return field == ImportField.CARD if remark.kind == "zeros_lost" else field in DAYS

    def _show_what_applies(self) -> None:
        kinds = {remark.kind for remark in self._remarks if self._applies(remark)}
        self.order.setVisible(bool(kinds.intersection(OPEN)))
        self.zeros.setVisible("zeros_lost" in kinds)
        self._guess.setText(self._guessed())
        self.refuse("")

    def _guessed(self) -> str:
        """How sure the choice is."""
        field = self._column.field
        if self.field.current() != (field or ""):
            return tr("Chosen by hand")
        if field is None:
            return tr("Not recognised")
        return tr("Known by its heading") if self._column.by_name else tr("Guessed from its cells")

    def _on_changed(self) -> None:
        self._show_what_applies()
        self.changed.emit()


def _fields() -> list[tuple[str, str]]:
    return [("", tr("Nothing is taken")), *((field.value, field_name(field)) for field in ImportField)]
