"""The fields a rule is filled in with: words, money, numbers, counts, ticks, choices, days, times, lengths of time."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QWidget

from loyaltydesk.model.programme import Programme
from loyaltydesk.words import tr
from ui.programme.entry import FieldEntry
from ui.seams.formats import QtFormats
from ui.theme.dates import DateField
from ui.theme.forms import MOST_COUNTED, Choice, Field
from ui.theme.text import label
from ui.theme.theme import Theme

LONGEST = 200  # letters, as the programme file has it
BLANKS = re.compile(r"[\s\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]")


class TextEntry(FieldEntry):
    """Words."""

    def __init__(self, theme: Theme, path: str, *, text: str, hint: str = "", lead: QWidget | None = None) -> None:
        self.field = Field(theme, text, lead=lead)
        self.field.setMaxLength(LONGEST)
        super().__init__(theme, path, field=self.field, text=text, hint=hint)
        self.field.textEdited.connect(self.edited)

    def value(self) -> Any:
        return self.field.text().strip() or None

    def show_value(self, value: Any) -> None:
        self.field.setText(str(value or ""))


class FigureEntry(TextEntry):
    """A figure with the decimal sign of the language: money, with the sign of its currency before it, or a number."""

    def __init__(self, theme: Theme, path: str, *, text: str, formats: QtFormats, money: bool = True) -> None:
        super().__init__(theme, path, text=text, lead=label(formats.symbol, "muted") if money else None)
        self._formats, self._is_money = formats, money

    def value(self) -> Any:
        """As the programme file writes it: money and parts of a whole as text, a whole number as one."""
        text = BLANKS.sub("", self.field.text()).replace(self._formats.decimal_sign, ".").replace(",", ".")
        if not self._is_money and re.fullmatch(r"[0-9]{1,12}", text):
            return int(text)
        return text or None

    def show_value(self, value: Any) -> None:
        super().show_value("" if value is None else str(value).replace(".", self._formats.decimal_sign))


class CountEntry(FieldEntry):
    """A whole number; with `none`, words for nothing at all, one may also be left out."""

    def __init__(self, theme: Theme, path: str, *, text: str, most: tuple[int, int], none: str = "") -> None:
        """`most` are the least and the largest number."""
        self.field, self._none = QSpinBox(), bool(none)
        least, largest = most
        self.field.setRange(least - 1 if none else least, min(largest, MOST_COUNTED))
        self.field.setSpecialValueText(none)
        self.field.setAccessibleName(text)
        super().__init__(theme, path, field=self.field, text=text)
        self.hug()
        self.field.valueChanged.connect(self.edited)

    def value(self) -> Any:
        number = self.field.value()
        return None if self._none and number == self.field.minimum() else number

    def show_value(self, value: Any) -> None:
        least, largest = self.field.minimum(), self.field.maximum()
        self.field.setValue(least if value is None else min(max(value, least), largest))


class PiecesEntry(CountEntry):
    """How many pieces; one is not written."""

    def value(self) -> Any:
        number = super().value()
        return None if number == 1 else number


class TickEntry(FieldEntry):
    """Yes or no; what is not ticked is not written."""

    def __init__(self, theme: Theme, path: str, *, text: str, hint: str = "", value: object = True) -> None:
        """`value` is what is written when it is ticked."""
        self.field, self._ticked = QCheckBox(text), value
        super().__init__(theme, path, field=self.field, text="", hint=hint)
        self.field.toggled.connect(self.edited)

    def value(self) -> Any:
        return self._ticked if self.field.isChecked() else None

    def show_value(self, value: Any) -> None:
        self.field.setChecked(value == self._ticked)


class ChoiceEntry(FieldEntry):
    """One of a few; the key "" is for what is not written."""

    def __init__(self, theme: Theme, path: str, *, text: str, options: Sequence[tuple[str, str]]) -> None:
        self.field, self._usual = Choice(text, options), options[0][0]
        super().__init__(theme, path, field=self.field, text=text)
        self.field.chosen.connect(self.edited)

    def value(self) -> Any:
        return self.field.current() or None

    def show_value(self, value: Any) -> None:
        known = self.field.findData(value) >= 0
        self.field.choose(str(value) if known else self._usual)


class DayEntry(FieldEntry):
    """A day, or none."""

    def __init__(self, theme: Theme, path: str, *, text: str, today: date) -> None:
        self.tick, self.field = QCheckBox(text), DateField(theme, text)
        self._today = today
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.tick)
        row.addWidget(self.field)
        row.addStretch(1)
        super().__init__(theme, path, field=both, text="")
        self.setFocusProxy(self.tick)
        self.tick.toggled.connect(self.field.setEnabled)
        self.tick.toggled.connect(self.edited)
        self.field.dateChanged.connect(self.edited)
        self.show_value(None)

    def value(self) -> Any:
        day = self.field.date()
        return date(day.year(), day.month(), day.day()) if self.tick.isChecked() else None

    def show_value(self, value: Any) -> None:
        day = value or self._today
        self.field.setDate(QDate(day.year, day.month, day.day))
        self.tick.setChecked(value is not None)
        self.field.setEnabled(value is not None)

    def start(self) -> None:
        (self.field if self.tick.isChecked() else self.tick).setFocus()


class TimeEntry(TextEntry):
    """A time of day, typed as 16:00, 16.00 or 16."""

    def value(self) -> Any:
        text = BLANKS.sub("", self.field.text())
        found = re.fullmatch(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?", text)
        return f"{int(found[1]):02}:{found[2] or '00'}" if found else text or None


class SpanEntry(FieldEntry):
    """A length of time: a number, and days, months or years."""

    def __init__(self, theme: Theme, path: str, *, text: str) -> None:
        self.field = QSpinBox()
        self.field.setRange(1, 9999)
        self.field.setAccessibleName(text)
        self.unit = Choice(text, [("days", tr("days")), ("months", tr("months")), ("years", tr("years"))])
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        row.addWidget(self.unit)
        row.addStretch(1)
        super().__init__(theme, path, field=both, text=text)
        self.setFocusProxy(self.field)
        self.field.valueChanged.connect(self.edited)
        self.unit.chosen.connect(self.edited)
        self.show_value(None)

    def value(self) -> Any:
        return f"{self.field.value()} {self.unit.current()}"

    def show_value(self, value: Any) -> None:
        number, _, unit = str(value or "12 months").partition(" ")
        self.field.setValue(int(number))
        self.unit.choose(unit.removesuffix("s") + "s")


def height_entry(theme: Theme, programme: Programme, *, text: str, formats: QtFormats) -> FigureEntry:
    """Where a tier begins: money, or points, as the programme counts."""
    by_spend = programme.basis == "spend"
    return FigureEntry(theme, "from", text=text, formats=formats, money=by_spend)
