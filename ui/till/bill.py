"""The bill in the making: the lines that were scanned, what comes off them, and what all of it comes to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from loyaltydesk.model.parked import BillLine
from loyaltydesk.model.products import Product
from loyaltydesk.model.purchases import Quote
from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.theme.frames import Panel, empty
from ui.theme.sheet import Tone
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme
from ui.till.bill_row import BillRow

LEAST_ROWS = 2  # that are always seen


class Extra(QWidget):
    """A line of the bill that nobody changes here: the amount that was typed, a promotion."""

    def __init__(self, what: str, sum_: str, *, tone: Tone = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.addWidget(ElidedLabel(what, "muted"), 1)
        row.addWidget(label(sum_, "strong", tone=tone))


class BillPanel(Panel):
    """Keeps the lines until they are recorded, parked or dropped; nothing here is written down anywhere."""

    changed = Signal()
    left = Signal()  # back to the amount

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__(theme)
        self._formats = formats
        self._rows: list[BillRow] = []
        self._count, self._total = ElidedLabel(type_="muted"), label(type_="name")
        self._list, self._extras = QVBoxLayout(), QVBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out_parts()

    # --- the lines

    @property
    def lines(self) -> tuple[BillLine, ...]:
        """What is on the bill, in the order in which it came."""
        return tuple(row.line for row in self._rows)

    def put(self, product: Product) -> None:
        """One of a product: one more where it is on the bill at this price, or else a line of its own."""
        for row in self._rows:
            if row.line.product.sku == product.sku and row.line.price == product.price:
                row.add_unit()
                self._bring_into_sight(row)
                return
        self._add(BillLine(product, product.price))
        self._tell()

    def show_lines(self, lines: Sequence[BillLine]) -> None:
        """Shows these lines and no others."""
        if not lines and not self._rows:
            return
        self._rows = []
        empty(self._list)
        for line in lines:
            self._add(line)
        self._tell()

    def show_formats(self, formats: QtFormats) -> None:
        """Another currency or language is in force: sums in the old one mean nothing any more."""
        lines = self.lines if formats.currency == self._formats.currency else ()
        self._formats = formats
        self.show_lines(lines)

    def show_quote(self, amount: int, quote: Quote | None) -> None:
        """What the lines come to with an `amount` typed beside them (minor units), and what comes off."""
        formats = self._formats
        units = sum(line.qty for line in self.lines)
        pieces = tr_n("{n} piece", "{n} pieces", units).format(n=formats.number(units))
        self._count.setText(tr("{pieces} · arrow up leads to them").format(pieces=pieces))
        empty(self._extras)
        if amount:
            self._put_below(tr("Amount without a product"), formats.money(amount))
        for taken in quote.promotions if quote else ():
            self._put_below(taken.name, formats.money(-taken.off), tone="accent")
        total = sum(line.sum for line in self.lines) + amount
        due = quote.due if quote else total
        self._total.setText(formats.money(due))
        free = quote.free if quote else ()
        for place, row in enumerate(self._rows):
            row.show_free(free[place] if place < len(free) else 0)

    def start(self) -> bool:
        """Puts the focus on the last line; False where there is none to be seen."""
        if self._rows and self.isVisible():
            self._rows[-1].units.setFocus()
            self._rows[-1].units.selectAll()
            self._bring_into_sight(self._rows[-1])
        return self.has_focus

    @property
    def sum_text(self) -> str:
        """What the lines come to before anything comes off; empty without lines."""
        return self._formats.money(sum(line.sum for line in self.lines)) if self._rows else ""

    @property
    def has_focus(self) -> bool:
        """Whether somebody is at work on a line."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    # --- inside

    def _add(self, line: BillLine) -> None:
        row = BillRow(self.theme, line, self._formats)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        row.left.connect(self.left)
        self._list.insertWidget(len(self._rows), row)
        row.show()  # now, not a moment later
        before: QWidget = self._rows[-1].controls()[-1] if self._rows else self._scroll
        for control in row.controls():
            QWidget.setTabOrder(before, control)
            before = control
        self._rows.append(row)
        self._bring_into_sight(row)

    def _remove(self, row: BillRow) -> None:
        self._rows.remove(row)
        row.hide()
        self._list.removeWidget(row)
        row.deleteLater()
        self._tell()
        self.left.emit()

    def _tell(self) -> None:
        self._list.setSpacing(self.theme.m.s1)
        self.changed.emit()

    def _bring_into_sight(self, row: BillRow) -> None:
        """Once the row has its place, which is a moment later; the last one with what stands below it."""

        def scroll() -> None:
            bar = self._scroll.verticalScrollBar()
            if self._rows and row is self._rows[-1]:
                bar.setValue(bar.maximum())
            self._scroll.ensureWidgetVisible(row, 0, 0)

        QTimer.singleShot(0, row, scroll)

    def _on_theme_changed(self) -> None:
        super()._on_theme_changed()
        self._scroll.setMinimumHeight(LEAST_ROWS * (self.theme.m.touch + self.theme.m.s2))

    def _put_below(self, what: str, sum_: str, *, tone: Tone = "") -> None:
        extra = Extra(what, sum_, tone=tone)
        self._extras.addWidget(extra)
        extra.show()

    def _lay_out_parts(self) -> None:
        inside, rows = QWidget(), QVBoxLayout()
        rows.addLayout(self._list)
        rows.addLayout(self._extras)
        rows.addStretch(1)
        rows.setContentsMargins(0, 0, 0, 0)
        inside.setLayout(rows)
        self._scroll.setWidgetResizable(True)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # whatever is left
        self._scroll.setMinimumHeight(LEAST_ROWS * (self.theme.m.touch + self.theme.m.s2))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        foot = QHBoxLayout()
        foot.setSpacing(self.theme.m.s3)
        foot.addWidget(label(tr("To pay"), "title"))
        foot.addWidget(self._count, 1)
        foot.addWidget(self._total)
        self._extras.setSpacing(0)
        self.box.addWidget(self._scroll, 1)
        self.box.addLayout(foot)
