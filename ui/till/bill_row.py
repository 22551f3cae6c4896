"""One line of the bill: what it is and its price, how many, what it comes to, and the button that takes it off.

The name is a button: it leads to the price, for the piece that is sold for less.
"""

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.parked import BillLine
from loyaltydesk.words import tr, tr_n
from ui.seams.formats import QtFormats
from ui.seams.money_typing import MoneyOnly, minor_from, typed_form
from ui.theme.buttons import IconButton
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel, chip, label, set_tip
from ui.theme.theme import Theme
from ui.till.entry import EntryField

LONG_SUM = 8_888_88  # so that one column stands below the other
MOST_UNITS = 999  # of one product on a bill; more is a slip of the finger


class Face(QPushButton):
    """The name and the price of one, as a button."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "ghost")
        self.setAutoDefault(True)  # Enter presses it outside of dialogs too
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name, self._price = ElidedLabel(type_="strong"), ElidedLabel(type_="muted")
        self._inside = inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 2, 8, 2)
        inside.setSpacing(0)
        for words in (self._name, self._price):
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(words)

    def show_line(self, name: str, price: str) -> None:
        """Says what one costs."""
        self._name.setText(name)
        self._price.setText(price)
        action = tr("{what}, {price}: change the price").format(what=name, price=price)
        self.setAccessibleName(action)
        set_tip(self, action)

    def sizeHint(self) -> QSize:
        return QSize(120, max(super().sizeHint().height(), self._inside.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())


class PriceField(EntryField):
    """The price of one, typed anew; Enter takes it, Escape leaves it."""

    ended = Signal(object)  # minor units; None for none

    def __init__(self, theme: Theme, name: str, formats: QtFormats) -> None:
        super().__init__(theme, name)
        self._formats = formats
        self.setValidator(MoneyOnly(formats, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.entered.connect(self._on_entered)
        self.left.connect(lambda: self._end(None))

    def begin(self, minor: int) -> None:
        """Shows the price as it is, to be typed over."""
        self.setText(typed_form(minor, self._formats))
        self.show()
        self.setFocus()
        self.selectAll()

    def _end(self, minor: int | None) -> None:
        self.hide()
        self.ended.emit(minor)

    def _on_entered(self) -> None:
        self._end(minor_from(self.text(), self._formats))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.isHidden() and event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._on_entered()


class BillRow(Panel):
    """A line that can be changed; it says so and does not know the others."""

    changed = Signal()
    removed = Signal()
    left = Signal()  # Enter on a figure: back to where work goes on

    def __init__(self, theme: Theme, line: BillLine, formats: QtFormats) -> None:
        super().__init__(theme, surface="inset", across=True)
        self._formats = formats
        self.line = line
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        name = line.product.name
        self.face = Face()
        self.price = PriceField(theme, tr("Price of {what}").format(what=name), formats)
        self.units = QSpinBox()
        self.units.setRange(1, MOST_UNITS)
        self.units.setValue(line.qty)
        self.units.setAccessibleName(tr("How many: {what}").format(what=name))
        self._free, self._sum = chip("", "accent"), label(type_="strong")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.off = IconButton(theme, "trash-2", name=tr("Take off: {what}").format(what=name))
        for part in (self.face, self.price, self._free, self.units, self._sum, self.off):
            self.box.addWidget(part, 1 if part in (self.face, self.price) else 0)
        self.price.hide()
        self._free.hide()
        self._show()
        self.face.clicked.connect(self._on_face_clicked)
        self.price.ended.connect(self._on_price_entered)
        self.units.valueChanged.connect(self._on_units_changed)
        self.off.clicked.connect(self.removed)

    def add_unit(self) -> None:
        """One more of it."""
        self.units.setValue(self.units.value() + 1)

    def show_free(self, units: int) -> None:
        """Says how many of them cost nothing."""
        self._free.setText(tr_n("{n} free", "{n} free", units).format(n=self._formats.number(units)))
        self._free.setVisible(bool(units))

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in the order in which Tab leads through it."""
        return self.units, self.face, self.price, self.off

    def _show(self) -> None:
        line, formats = self.line, self._formats
        price = formats.money(line.price)
        if line.price != line.product.price:
            price = tr("{price} in place of {usual}").format(price=price, usual=formats.money(line.product.price))
        self.face.show_line(line.product.name, price)
        self._sum.setText(formats.money(line.sum))
        self._sum.setMinimumWidth(self._sum.fontMetrics().horizontalAdvance(formats.money(LONG_SUM)))

    def _change(self, line: BillLine) -> None:
        if line != self.line:
            self.line = line
            self._show()
            self.changed.emit()

    def _on_face_clicked(self) -> None:
        self.face.hide()
        self.price.begin(self.line.price)

    def _on_price_entered(self, minor: int | None) -> None:
        self.face.show()
        if minor is not None:
            self._change(replace(self.line, price=minor))
        self.left.emit()

    def _on_units_changed(self, units: int) -> None:
        self._change(replace(self.line, qty=units))

    def _lay_out(self) -> None:
        super()._lay_out()
        m = self.theme.m
        self.box.setContentsMargins(m.s1, 2, m.s2, 2)
        self.box.setSpacing(m.s2)

    # --- Qt

    def sizeHint(self) -> QSize:
        """As high as two lines of large letters, though the field beside them is not."""
        margins, least = self.box.contentsMargins(), super().sizeHint()
        return QSize(
            least.width(), max(least.height(), self.face.sizeHint().height() + margins.top() + margins.bottom())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
