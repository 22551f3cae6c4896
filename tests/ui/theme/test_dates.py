"""The date field takes a date by hand and by calendar, in the colours of the theme."""

from PySide6.QtCore import QDate, Qt

from ui.theme.dates import DateField
from ui.theme.tokens import DARK


def test_the_calendar_writes_the_weekend_in_a_colour_of_the_theme(qtbot, theme):
    field = DateField(theme, "Birthday")
    qtbot.addWidget(field)
    theme.set(mode="dark")
    written = field.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday)
    assert written.foreground().color().name().upper() == DARK.danger
    assert field.accessibleName() == "Birthday"


def test_a_date_is_picked_from_a_calendar(qtbot, theme):
    field = DateField(theme, "Birthday")
    qtbot.addWidget(field)
    field.setDate(QDate(2026, 3, 14))
    field.calendarWidget().activated.emit(QDate(2026, 3, 20))
    assert field.calendarPopup()
    assert field.date() == QDate(2026, 3, 20)
