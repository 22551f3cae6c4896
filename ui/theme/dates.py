"""The form field for a date; apart from the other fields because it brings a whole calendar with it.

To be used as:
    birthday = DateField(theme, tr("Birthday"))
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QDateEdit

from ui.theme.theme import Theme


class DateField(QDateEdit):
    """A date, typed or picked from a calendar."""

    def __init__(self, theme: Theme, name: str) -> None:
        """`name` is what a screen reader says."""
        super().__init__()
        self.theme = theme
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        # the calendar writes Saturday and Sunday in a red of its own, which no style sheet reaches
        weekend = QTextCharFormat()
        weekend.setForeground(self.theme.colour("danger"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(day, weekend)
