"""What can be used within this purchase: open vouchers, rewards within reach, points as money; with what each costs.

F4 opens it in place, the arrows lead from row to row, Enter takes one and goes back to the amount.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.desk.rewards import Offer
from loyaltydesk.model.programme import Redeem
from loyaltydesk.model.purchases import Voucher, VoucherSource
from loyaltydesk.words import tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.manner import Manner
from loyaltydesk.words.reasons import left_text, points_text
from ui.seams.people import grouped
from ui.theme.buttons import Button, IconButton
from ui.theme.forms import MOST_COUNTED
from ui.theme.frames import Panel
from ui.theme.marks import IconTile
from ui.theme.sheet import Tone
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme
from ui.till.sale import Sale

STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Row(Panel):
    """One thing that can be used, its cost, and the button that takes or leaves it."""

    def __init__(self, theme: Theme, icon: tuple[str, Tone], *, what: str, cost: str) -> None:
        super().__init__(theme, surface="inset", across=True)
        self._more: list[QWidget] = []
        self.cost = label(cost, "muted")
        self.use = Button(theme, tr("Use"), kind="outline")
        self.use.setAccessibleName(tr("{action}: {what}").format(action=tr("Use"), what=what))
        self.use.setCheckable(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(what, "strong"))
        words.addWidget(self.cost)
        self.box.addWidget(IconTile(theme, icon[0], tone=icon[1]))
        self.box.addLayout(words, 1)
        self.box.addWidget(self.use)

    def add(self, widget: QWidget) -> None:
        """Puts something more before the button."""
        self.box.insertWidget(self.box.count() - 1, widget)
        self._more.append(widget)

    def controls(self) -> list[QWidget]:
        """What can have the focus, in the order it is reached: what is used first."""
        return [self.use, *self._more]


class Chooser(Panel):
    """The list of what can be used; it changes nothing by itself and says what was chosen."""

    voucher_toggled = Signal(str, bool)
    reward_toggled = Signal(str, int, bool)
    points_chosen = Signal(object)  # None: as many as possible; 0: none
    paper_wanted = Signal(str)  # the reward that is to become a voucher
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._rows: list[Row] = []
        self._points_row: Row | None = None
        self._spin: QSpinBox | None = None
        self._shut = shut = IconButton(theme, "x", name=tr("Back to the amount"))
        shut.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(tr("Use within this purchase"), "title"), 1)
        head.addWidget(shut)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self.box.addLayout(head)
        self.box.addWidget(scroll, 1)

    def show_choice(self, sale: Sale, offers: list[Offer], *, redeem: Redeem | None, manner: Manner) -> None:
        """Lists what this customer can use now; what the sale uses already is lit."""
        formats = manner.formats
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self._points_row, self._spin = [], None, None
        seen = sale.seen
        for voucher in sale.at_hand:
            self._add_voucher(voucher, manner, on=voucher.code in sale.vouchers)
        for offer in offers:
            if not offer.refusal:
                self._add_reward(offer, formats, on=offer.reward.id in sale.rewards)
        if seen and redeem and seen.balance >= max(redeem.minimum, redeem.points):
            self._add_points(redeem, seen.balance, on=bool(sale.points or sale.all_points))
        self._list.setSpacing(self.theme.m.s2)
        self._chain()

    def show_points(self, points: int, worth: str) -> None:
        """How many points the purchase in hand takes as money, and what they pay."""
        if self._points_row and self._spin:
            self._points_row.cost.setText(worth)
            self._spin.blockSignals(True)
            self._spin.setValue(min(points, MOST_COUNTED))
            self._spin.blockSignals(False)

    def start(self) -> None:
        """Puts the focus on the first thing."""
        if self._rows:
            self._rows[0].use.setFocus()

    # --- rows

    def _chain(self) -> None:
        """Tab and the arrows lead through the rows as they are read."""
        before: QWidget = self._shut
        for row in self._rows:
            for control in row.controls():
                QWidget.setTabOrder(before, control)
                before = control

    def _add(self, row: Row, on: bool, toggled: Callable[[bool], None]) -> None:
        row.use.setChecked(on)
        row.use.toggled.connect(toggled)
        for control in row.controls():
            if isinstance(control, Button):
                control.installEventFilter(self)
        self._list.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _add_voucher(self, voucher: Voucher, manner: Manner, *, on: bool) -> None:
        formats, told = manner.formats, [left_text(voucher, manner.formats)]
        if voucher.source is VoucherSource.STAMPS:  # its name is that of the stamp card
            from loyaltydesk.words.rule_promises import gives_words  # would cost every start 1.5 ms

            told += gives_words(voucher.gives, manner)
        if voucher.last_day:
            told.append(tr("until {day}").format(day=formats.day(voucher.last_day)))
        told = [each for each in told if each] or [grouped(voucher.code)]
        row = Row(self.theme, ("ticket-percent", "warning"), what=voucher.name, cost=" · ".join(told))
        self._add(row, on, lambda used: self.voucher_toggled.emit(voucher.code, used))
        row.use.clicked.connect(self.closed)

    def _add_reward(self, offer: Offer, formats: Formats, *, on: bool) -> None:
        reward = offer.reward
        row = Row(self.theme, ("gift", "accent"), what=reward.name, cost=points_text(reward.cost, formats))
        action, icon = (tr("Give now"), "heart") if reward.gives.kind == "donate" else (tr("As a voucher"), "ticket")
        paper = Button(self.theme, action, kind="ghost", icon=icon)
        paper.setAccessibleName(tr("{action}: {what}").format(action=action, what=reward.name))
        paper.clicked.connect(lambda: self.paper_wanted.emit(reward.id))
        row.add(paper)
        self._add(row, on, lambda used: self.reward_toggled.emit(reward.id, reward.cost, used))
        row.use.clicked.connect(self.closed)

    def _add_points(self, redeem: Redeem, balance: int, *, on: bool) -> None:
        row = self._points_row = Row(self.theme, ("coins", "info"), what=tr("Points as money"), cost="")
        spin = self._spin = QSpinBox()
        spin.setAccessibleName(tr("Points to use as money"))
        spin.setRange(0, min(balance, MOST_COUNTED))
        spin.setSingleStep(min(redeem.points, MOST_COUNTED))
        spin.setKeyboardTracking(False)
        spin.setEnabled(on)
        spin.valueChanged.connect(self._on_points_set)
        row.add(spin)
        self._add(row, on, self._on_points_toggled)

    # --- what happens

    def _on_points_toggled(self, on: bool) -> None:
        self.points_chosen.emit(None if on else 0)
        if self._spin:
            self._spin.setEnabled(on)
        if self._spin and on:
            self._spin.setFocus()
            self._spin.selectAll()

    def _on_points_set(self, points: int) -> None:
        self.points_chosen.emit(points)

    def _lead(self, control: QObject, rows: int) -> None:
        """From a button so many rows down or up, and never out of the list: Enter would record there."""
        at = next(place for place, row in enumerate(self._rows) if control in row.controls())
        there = self._rows[min(max(at + rows, 0), len(self._rows) - 1)]
        there.use.setFocus()
        self._scroll.ensureWidgetVisible(there, 0, 0)

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = STEPS.get(Qt.Key(event.key())) if isinstance(event, QKeyEvent) else None
        if steps is None or event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        self._lead(watched, steps)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # in the field for points
            self.closed.emit()
        else:
            super().keyPressEvent(event)
