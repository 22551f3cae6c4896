"""Which days the figures are of: the last 30 or 90 days, 12 months, or two days that somebody picks."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.insights import Period, Preset
from loyaltydesk.words import tr, tr_n
from ui.insights.popover import Popover
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.dates import DateField
from ui.theme.forms import FormRow
from ui.theme.theme import Theme

FREE = "free"
WIDE = 320  # px of the two days, in text of 100 %
EARLIEST = date(1990, 1, 1)  # no shop's file goes further back


class PeriodChoice(SegmentedControl):
    """`decided` says that another period is wanted, or another day of a free one."""

    decided = Signal()

    def __init__(self, theme: Theme, today: date, formats: QtFormats) -> None:
        names = [
            (Preset.DAYS_30, tr("30 days")),
            (Preset.DAYS_90, tr("90 days")),
            (Preset.MONTHS_12, tr("12 months")),
            (FREE, tr("Dates…")),
        ]
        super().__init__(theme, [(str(key), text) for key, text in names], current=Preset.MONTHS_12)
        self.setAccessibleName(tr("Period"))
        self._preset: Preset | None = Preset.MONTHS_12  # None for a free period
        self.dates = Dates(theme, self, period=Period.of(Preset.MONTHS_12, today), formats=formats)
        self.chosen.connect(self._on_chosen)
        self.pressed.connect(self._on_pressed)
        self.dates.left.connect(self._on_dates_left)
        self.dates.decided.connect(self._on_dates_decided)

    def period(self, today: date) -> Period:
        """What is chosen; a period of its own length ends `today`."""
        return Period.of(self._preset, today) if self._preset else self.dates.period

    def described(self, today: date, formats: QtFormats) -> str:
        """What the figures are and what they are compared with, in a line."""
        match self._preset:
            case Preset.MONTHS_12:
                return tr("How the programme does, compared with the 12 months before")
            case None:
                period = self.dates.period
                words = tr_n("{first} to {last}, compared with the day before",
                             "{first} to {last}, compared with the {n} days before", period.days)  # fmt: skip
                first, last = formats.day(period.first), formats.day(period.last)
                return words.format(first=first, last=last, n=formats.number(period.days))
            case _:
                days = self.period(today).days
                words = tr_n("How the programme does, compared with the day before",
                             "How the programme does, compared with the {n} days before", days)  # fmt: skip
                return words.format(n=formats.number(days))

    # --- inside

    def _on_chosen(self, key: str) -> None:
        if key != FREE:
            self._preset = Preset(key)
            self.decided.emit()

    def _on_pressed(self, key: str) -> None:
        if key == FREE:
            self.dates.open_at(self)

    def _on_dates_left(self) -> None:
        """Nobody decided on other days: what was on before is on again."""
        if self._preset:
            self.blockSignals(True)
            self.choose(self._preset)
            self.blockSignals(False)

    def _on_dates_decided(self) -> None:
        self._preset = None
        self.dates.hide()
        self.decided.emit()


class Dates(Popover):
    """Two days, the first not after the last."""

    decided = Signal()

    def __init__(self, theme: Theme, parent: QWidget, *, period: Period, formats: QtFormats) -> None:
        super().__init__(theme, parent, wide=WIDE)
        self.period = period
        self.first = FormRow(theme, DateField(theme, tr("First day")), text=tr("First day"))
        self.last = FormRow(theme, DateField(theme, tr("Last day")), text=tr("Last day"))
        self.button = Button(theme, tr("Show these days"), kind="action")
        for part in (self.first, self.last, self.button):
            self.box.addWidget(part)
        for row, day in ((self.first, period.first), (self.last, period.last)):
            row.field.setLocale(formats.locale)
            row.field.setDisplayFormat(formats.day_pattern)
            row.field.setMinimumDate(_qdate(EARLIEST))
            row.field.setMaximumDate(_qdate(period.last))
            row.field.setDate(_qdate(day))
        self.setAccessibleName(tr("Period"))
        self.setFocusProxy(self.first.field)
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        first, last = (_date(row.field.date()) for row in (self.first, self.last))
        if first > last:
            self.first.refuse(tr("The first day comes after the last."))
            return
        self.first.accept()
        self.period = Period(first, last)
        self.decided.emit()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
