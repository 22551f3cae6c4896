"""What lies ahead of the shop, as three small tiles below the place where cards are scanned."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk.outlook import Week
from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.theme.frames import Panel
from ui.theme.marks import IconTile
from ui.theme.sheet import Tone
from ui.theme.text import label
from ui.theme.theme import Theme

ROOM_FOR_THREE = 1100  # px of the page


class Tile(Panel):
    """A number with what it counts, and a line on when."""

    def __init__(self, theme: Theme, icon: str, tone: Tone) -> None:
        super().__init__(theme, across=True)
        self._count, self._when = label(type_="stat", wrap=True), label(type_="muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._count)
        words.addWidget(self._when)
        self.box.addWidget(IconTile(theme, icon, tone=tone))
        self.box.addLayout(words, 1)

    def say(self, count: str, when: str) -> None:
        """Shows another number."""
        self._count.setText(count)
        self._when.setText(when)
        self.setAccessibleName(tr("{what}: {when}").format(what=count, when=when))

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s4, m.s3, m.s4, m.s3)
        self.box.setSpacing(m.s3)


class WeekTiles(QWidget):
    """Birthdays and name days, vouchers and points of the coming days."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._birthdays = Tile(theme, "cake", "accent")
        self._vouchers = Tile(theme, "ticket-percent", "warning")
        self._points = Tile(theme, "coins", "info")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for tile in (self._birthdays, self._vouchers, self._points):
            self._row.addWidget(tile, 1)

    def show_week(self, week: Week, formats: QtFormats) -> None:
        """Shows the real numbers of the shop."""
        number = formats.number
        self._show_wishes(week, formats)
        ending = week.vouchers_ending
        self._vouchers.say(
            tr_n("{n} voucher", "{n} vouchers", ending).format(n=number(ending)),
            tr_n("ends this week", "end this week", ending),
        )
        losing = week.losing_points
        self._points.say(
            tr_n("{n} customer", "{n} customers", losing).format(n=number(losing)),
            tr_n("loses points this week", "lose points this week", losing),
        )

    def _show_wishes(self, week: Week, formats: QtFormats) -> None:
        number = formats.number
        birthdays, names = week.birthdays_today, week.name_days_today
        soon = week.birthdays_soon + week.name_days_soon
        today = tr_n("{n} birthday", "{n} birthdays", birthdays).format(n=number(birthdays))
        if names:
            days = tr_n("{n} name day", "{n} name days", names).format(n=number(names))
            both = tr("{birthdays}, {name_days}").format(birthdays=_held(today), name_days=_held(days))
            today = both if birthdays else days
        later = tr_n("today, {n} more this week", "today, {n} more this week", soon).format(n=number(soon))
        self._birthdays.say(today, later)

    def fit(self, width: int, gap: int) -> None:
        """Keeps the tiles as far apart as the panels above; a narrow page has room for two."""
        self._row.setSpacing(gap)
        self._points.setVisible(width >= ROOM_FOR_THREE)


def _held(words: str) -> str:
    """The words kept on one line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")
