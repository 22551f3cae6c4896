"""The last visits of the customer in hand: what was bought, how often, and week by week."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel

from loyaltydesk.model.purchases import Purchase
from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.theme.charts.spark import Spark
from ui.theme.frames import Panel
from ui.theme.sheet import restyle
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.till.history import History, paid, points_kept

MOST_ROWS = 12
ROW = 30  # px of one visit; it is to be read, not to be hit
SPARK = 110  # px that the chart takes at most


class VisitsPanel(Panel):
    """A list as long as there is room, a small chart, and two figures below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._count = label(type_="muted")
        self._nothing = label(tr("This is the first visit."), "muted", wrap=True)
        self._grid = QGridLayout()
        self._cells = [self._row(number) for number in range(MOST_ROWS)]
        self.spark = Spark(theme)
        self.spark.setMaximumHeight(SPARK)
        self.spark.setAccessibleName(tr("Visits in each of the last 13 weeks"))
        self._rhythm, self._average = label(type_="muted"), label(type_="muted")
        self._known = 0
        head, below = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label(tr("Last visits"), "title"), 1)
        head.addWidget(self._count)
        below.addWidget(self._rhythm, 1)
        below.addWidget(self._average)
        self._grid.setColumnStretch(1, 1)
        self._grid.setVerticalSpacing(0)
        self.box.addLayout(head)
        self.box.addWidget(self._nothing)
        self.box.addLayout(self._grid)
        self.box.addStretch(1)
        self.box.addWidget(self.spark, 3)
        self.box.addLayout(below)

    def _row(self, number: int) -> tuple[QLabel, QLabel, QLabel]:
        cells = label(type_="muted"), label(), label(type_="strong", tone="accent")
        for column, cell in enumerate(cells):
            cell.setMinimumHeight(ROW)
            side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
            cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(cell, number, column)
        return cells

    def show_history(self, history: History, visits: int, formats: QtFormats) -> None:
        """Shows what there is; what there is too little of for a figure is left out."""
        self._known = len(history.purchases)
        for cells, purchase in zip(self._cells, history.purchases, strict=False):
            self._show(cells, purchase, formats)
        self._count.setText(tr_n("{n} visit", "{n} visits", visits).format(n=formats.number(visits)) if visits else "")
        self._nothing.setVisible(not history.purchases)
        self.spark.show_values(history.weeks)
        self.spark.setVisible(bool(history.weeks))
        days = history.every_days
        every = tr_n("every day", "every {n} days", days).format(n=formats.number(days)) if days else ""
        self._rhythm.setText(every)
        average = history.average
        self._average.setText(tr("{sum} on average").format(sum=formats.money(average)) if average else "")
        self._show_as_many_as_fit()

    def _show(self, cells: tuple[QLabel, QLabel, QLabel], purchase: Purchase, formats: QtFormats) -> None:
        day, sum_, points = cells
        day.setText(formats.short_day(purchase.day))
        sum_.setText(formats.money(paid(purchase)))
        kept = points_kept(purchase)
        points.setText(formats.signed(kept))
        restyle(points, tone="accent" if kept > 0 else "")

    def _taken(self) -> int:
        """Pixels of height that are not the list's."""
        m = self.theme.m
        taken = 2 * m.s4 + 4 * self.box.spacing() + m.fs_title * 3 // 2 + m.fs_body * 3 // 2
        return taken if self.spark.isHidden() else taken + self.spark.minimumSizeHint().height() + m.s4

    def _show_as_many_as_fit(self) -> None:
        """The list takes what the title, the chart and the figures leave."""
        fitting = max(1, (self.height() - self._taken()) // ROW)
        for number, cells in enumerate(self._cells):
            for cell in cells:
                cell.setVisible(number < min(self._known, fitting))

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        """The title, one visit and the figures: the list takes what is there and asks for nothing."""
        return QSize(super().minimumSizeHint().width(), self._taken() + ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_as_many_as_fit()
