"""How a customer stands, at a glance: points large, what they are worth, and the sums of all visits."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.words import tr
from loyaltydesk.words.reasons import points_text
from ui.customers.columns import NOTHING
from ui.customers.dossier import Dossier
from ui.customers.pairs import Pairs
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.theme.charts.bars import BarChart
from ui.theme.frames import Panel, rule
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

WIDTH = 7  # touch targets; half of what larger text takes comes on top
NEAR = 30  # days
LEAST_CHART = 140  # px of height that bars and their title need to say anything


class Figures(Panel):
    """The panel on the left of a customer's page; the chart gives way where the window is low."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme)
        self._session = session
        self._points = label(type_="hero")
        self._worth = label(type_="muted", wrap=True)
        self._soon = label(type_="muted", wrap=True)
        self._sums = {key: ElidedLabel(type_="strong") for key in ("since", "visits", "spent", "average", "last")}
        self.more = Pairs(theme)
        self.months = Months(theme, session)
        self._fill()

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows a customer's figures."""
        formats, seen, account = self._session.formats, dossier.seen, dossier.customer.account
        self._points.setText(formats.number(seen.balance))
        self._worth.setText(self._worth_text(dossier))
        self._worth.setVisible(bool(self._worth.text()))
        self._soon.setText(self._soon_text(dossier))
        restyle(self._soon, tone="warning" if _is_near(dossier) else "")
        self._soon.setVisible(bool(self._soon.text()))
        self._sums["since"].setText(formats.day(dossier.customer.registered.date()))
        self._sums["visits"].setText(formats.number(account.visits))
        self._sums["spent"].setText(formats.money(account.spend))
        self._sums["average"].setText(NOTHING if dossier.average is None else formats.money(dossier.average))
        self._sums["last"].setText(formats.day(account.last_visit.date()) if account.last_visit else NOTHING)
        self.more.show_rows(self._more(dossier))
        self.months.show_dossier(dossier)

    def _more(self, dossier: Dossier) -> list[tuple[str, str]]:
        """How the stamp cards stand, and who brought whom, where that is known."""
        formats, brought = self._session.formats, dossier.brought
        rows = [
            (left.card.name, tr("{have} of {every}").format(have=left.have, every=left.card.every))
            for left in dossier.seen.stamps
        ]
        if brought.by:
            rows.append((tr("Brought by"), shown_name(brought.by)))
        if brought.others:
            rows.append((tr("Friends brought"), formats.number(brought.others)))
        return rows

    def _worth_text(self, dossier: Dossier) -> str:
        formats, seen = self._session.formats, dossier.seen
        parts = []
        if seen.worth:
            parts.append(tr("worth {sum}").format(sum=formats.money(seen.worth)))
        if seen.pending:
            parts.append(tr("{points} more later").format(points=points_text(seen.pending, formats)))
        return " · ".join(parts)

    def _soon_text(self, dossier: Dossier) -> str:
        """The points that end next."""
        if not dossier.seen.expiring:
            return ""
        ending = dossier.seen.expiring[0]
        text = tr("{points} can be spent until {day}")
        points = points_text(ending.points, self._session.formats)
        return text.format(points=points, day=self._session.formats.day(ending.on))

    # --- inside

    def _lay_out(self) -> None:
        super()._lay_out()
        self.setFixedWidth(WIDTH * self.theme.m.touch * (100 + (self.theme.text_percent - 100) // 2) // 100)

    def _fill(self) -> None:
        box = self.box
        box.addWidget(label(tr("POINTS"), "caption"))
        box.addWidget(self._points)
        box.addWidget(self._worth)
        box.addWidget(self._soon)
        box.addSpacing(self.theme.m.s2)
        box.addWidget(rule())
        box.addSpacing(self.theme.m.s2)
        box.addLayout(self._table())
        box.addWidget(self.more)
        box.addSpacing(self.theme.m.s3)
        box.addWidget(self.months, 1)

    def _table(self) -> QGridLayout:
        names = {
            "since": tr("Customer since"),
            "visits": tr("Visits"),
            "spent": tr("Spent"),
            "average": tr("Average"),
            "last": tr("Last visit"),
        }
        grid = QGridLayout()
        grid.setVerticalSpacing(self.theme.m.s2)
        grid.setColumnStretch(1, 1)
        for row, (key, name) in enumerate(names.items()):
            grid.addWidget(label(name, "muted"), row, 0)
            grid.addWidget(_on_the_right(self._sums[key]), row, 1)
        return grid


class Months(QWidget):
    """What was spent in each of the last months, under its title; empty where nothing was, or no room to read it."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self._is_empty = True
        self._title = label(tr("Spent by month"), "strong")
        self.chart = BarChart(theme, words=self._whole)
        self.chart.setAccessibleName(tr("Spent by month"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s1)
        box.addWidget(self._title)
        box.addWidget(self.chart, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # takes what is left, or nothing

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows the months of a customer."""
        names = [self._session.formats.month(month.month) for month, _minor in dossier.months]
        unit = 10**self._session.formats.currency.exponent
        self.chart.show_bars(names, [max(0, minor) // unit for _month, minor in dossier.months])
        self._is_empty = not any(minor for _month, minor in dossier.months)
        self._fit()

    def _whole(self, units: int) -> str:
        """A sum in whole units, for cents only make the axis wide."""
        formats = self._session.formats
        return formats.price(units * 10**formats.currency.exponent)

    def _fit(self) -> None:
        for widget in (self._title, self.chart):
            widget.setVisible(self.height() >= LEAST_CHART and not self._is_empty)

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _is_near(dossier: Dossier) -> bool:
    """Whether points end so soon that somebody should hear of it."""
    expiring = dossier.seen.expiring
    return bool(expiring) and expiring[0].on <= dossier.seen.day + timedelta(days=NEAR)


def _on_the_right(words: QLabel) -> QWidget:
    words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return words
