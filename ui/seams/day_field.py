"""A field for a day as the shop's language writes it, and one that may be left open."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ui.seams.formats import QtFormats
from ui.theme.dates import DateField
from ui.theme.theme import Theme


class OpenDay(QWidget):
    """A day, or none where it is not ticked."""

    def __init__(self, theme: Theme, words: str, formats: QtFormats) -> None:
        super().__init__()
        self.tick = QCheckBox(words)
        self.tick.setAccessibleName(words)
        self.day = day_field(theme, words, formats)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.m.s2)
        row.addWidget(self.tick)
        row.addWidget(self.day, 1)
        self.tick.toggled.connect(self.day.setEnabled)
        self.setFocusProxy(self.tick)

    def show_day(self, day: date | None, *, otherwise: date) -> None:
        """Shows a day, or none and what is offered when it is ticked."""
        show_day(self.day, day or otherwise)
        self.tick.setChecked(day is not None)
        self.day.setEnabled(day is not None)

    def chosen(self) -> date | None:
        """The day, None for none."""
        return day_in(self.day) if self.tick.isChecked() else None


def day_field(theme: Theme, words: str, formats: QtFormats) -> DateField:
    """A field for a day, as the shop's language writes it."""
    field = DateField(theme, words)
    field.setLocale(formats.locale)
    field.setDisplayFormat(formats.day_pattern)
    return field


def show_day(field: DateField, day: date) -> None:
    """Shows a day in a field."""
    field.setDate(QDate(day.year, day.month, day.day))


def day_in(field: DateField) -> date:
    """The day that stands in a field."""
    day = field.date()
    return date(day.year(), day.month(), day.day())
