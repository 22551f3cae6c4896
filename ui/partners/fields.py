"""What the forms of the Partners page share: a day that may be left open, and refusals said at their fields."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, DuplicateCard, Refused
from ui.seams.formats import QtFormats
from ui.seams.session import Session
from ui.theme.dates import DateField
from ui.theme.forms import FormRow
from ui.theme.theme import Theme

_T = TypeVar("_T")


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


def kept_or_told(
    session: Session, action: Callable[[Desk], _T], *, refuse: Callable[[Refused, str], None]
) -> _T | None:
    """Changes something; what is refused is told with its sentence, and gives None."""
    wrong: list[Refused] = []

    def do(desk: Desk) -> _T:
        try:
            return action(desk)
        except Refused as refused:
            wrong.append(refused)
            raise

    def told(sentence: str) -> None:
        # a full disk is found later, by the session itself
        refuse(wrong[0] if wrong else Refused(), sentence)

    return session.do(do, refused=told)


def refused_at(rows: Mapping[str, FormRow[QWidget]], refused: Refused, sentence: str) -> bool:
    """Says a sentence at the field it is about, and goes there; False where there is no such field."""
    name = refused.field if isinstance(refused, BadRequest) else ""
    if isinstance(refused, BadCardNumber | DuplicateCard):
        name = "card"
    if name not in rows:
        return False
    rows[name].refuse(sentence)
    rows[name].field.setFocus()
    return True
