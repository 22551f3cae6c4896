"""A purchase that was recorded: what it was, what is left of it, and which of its lines are brought back."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.purchases import Purchase, PurchaseState
from loyaltydesk.words import tr
from ui.seams.formats import QtFormats
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.forms import MOST_COUNTED
from ui.theme.frames import Panel, empty
from ui.theme.marks import IconTile
from ui.theme.sheet import Tone
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme


class SoldLine(Struct, frozen=True):
    """What was bought of a product at one price (minor units), and how many of it are left to be brought back."""

    sku: str
    name: str
    price: int
    qty: int
    left: int


class BoughtPanel(Panel):
    """One purchase, and what can be done about it afterwards."""

    lines_chosen = Signal()
    points_wanted = Signal()  # a guest's purchase is to get its customer
    slip_wanted = Signal()
    preview_wanted = Signal()
    why_wanted = Signal()
    confirmed = Signal()  # of giving the points to the customer who was found
    taken_back = Signal()  # Enter on the units of a line

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._spins: dict[tuple[str, int], QSpinBox] = {}
        self._title, self._about = label(type_="name", wrap=True), label(type_="muted", wrap=True)
        self._rows, self._lines, self._scroll = QGridLayout(), QVBoxLayout(), QScrollArea()
        self.give = Button(theme, tr("Give points to…"), icon="user-check")
        self.slip = Button(theme, tr("Print slip"), icon="printer", key="F7")
        self.preview = Button(theme, tr("Preview"), kind="ghost", icon="file-text")
        self._said = label(type_="muted", wrap=True)  # of slips, quietly
        self.confirm = Button(theme, tr("Give the points"), kind="action", key="⏎")
        self._why, self._hint = label(wrap=True), label(type_="muted", wrap=True)
        self._reasons = Panel(theme, surface="inset")
        self.why = Button(theme, tr("Step by step…"), icon="circle-question-mark")
        self._notice = Banner(theme, "")
        self._offer = Banner(theme, "", tone="accent", action=self.confirm)
        self._lay_out_parts()
        self.give.clicked.connect(self.points_wanted)
        self.slip.clicked.connect(self.slip_wanted)
        self.preview.clicked.connect(self.preview_wanted)
        self.preview.hide()
        self.why.clicked.connect(self.why_wanted)
        self.confirm.clicked.connect(self.confirmed)

    def show_purchase(self, purchase: Purchase, name: str, formats: QtFormats) -> None:
        """Shows a purchase as it stands now; `name` is the customer's, empty for a guest."""
        title = tr("Purchase {number}") if purchase.receipt else tr("Purchase")
        self._title.setText(title.format(number=purchase.receipt))
        self._about.setText(formats.moment(purchase.at))
        rows = [(tr("Customer"), name or tr("Without card")), (tr("Paid"), formats.money(purchase.due))]
        if purchase.staff:
            rows.insert(0, (tr("Served by"), purchase.staff))
        if purchase.customer:
            rows.append((tr("Points earned"), formats.number(purchase.earned)))
        if purchase.spent:
            rows.append((tr("Points used"), formats.number(purchase.spent)))
        if purchase.returned:
            rows.append((tr("Brought back"), formats.money(purchase.refunded)))
        self._show_rows(rows)
        self.tell("")
        self.give.setVisible(purchase.customer is None and purchase.returnable > 0 and not purchase.returned)
        self.offer("")
        self.explain(purchase.returnable > 0)
        self.say(*_state(purchase))

    def offer_preview(self, on: bool) -> None:
        """Whether the slip is printed without being shown first, and can be seen by another button."""
        self.preview.setVisible(on)

    def tell(self, words: str) -> None:
        """Says quietly what became of the slip."""
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def show_reasons(self, reasons: Sequence[str]) -> None:
        """Why the purchase brought its points, a line for each step."""
        self._why.setText("\n".join(reasons))
        self._reasons.setVisible(bool(reasons))
        self.why.setVisible(bool(reasons))

    def show_lines(self, sold: Sequence[SoldLine], formats: QtFormats) -> None:
        """Lists what is left of the lines of a purchase, to bring units of them back."""
        empty(self._lines)
        self._spins = {}
        for line in sold:
            row = self._line(line, formats)
            self._lines.addWidget(row)
            row.show()
        before: QWidget = self.slip
        for spin in self._spins.values():
            QWidget.setTabOrder(before, spin)
            before = spin
        self._lines.addStretch(1)

    def chosen_lines(self) -> tuple[tuple[str, int, int], ...]:
        """The units that are brought back, by product and price."""
        return tuple((sku, spin.value(), price) for (sku, price), spin in self._spins.items() if spin.value())

    def add_unit(self, sku: str) -> bool:
        """One more of a product is brought back; False when none of it is left."""
        for (each, _price), spin in self._spins.items():
            if each == sku and spin.value() < spin.maximum():
                spin.setFocus()  # the amount, which had it, cannot be typed any more
                self._scroll.ensureWidgetVisible(spin)
                spin.setValue(spin.value() + 1)
                return True
        return False

    def explain(self, whole: bool) -> None:
        """Says what Enter does, where that is to take back the whole."""
        self._hint.setText(tr("Enter takes back all of it. For a part, type its amount.") if whole else "")

    def say(self, sentence: str, tone: Tone = "info") -> None:
        """Says in place what cannot be, or what became of the purchase; nothing takes it back."""
        self._notice.say(sentence, tone=tone)
        self._notice.setVisible(bool(sentence))

    def offer(self, sentence: str) -> None:
        """Asks whether the customer who was found shall have the points; nothing takes the question back."""
        self._offer.say(sentence, tone="accent")
        self._offer.setVisible(bool(sentence))
        self._hint.setVisible(not sentence)

    # --- inside

    def _lay_out_parts(self) -> None:
        words, head = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._about)
        head.setSpacing(self.theme.m.s4)
        head.addWidget(IconTile(self.theme, "receipt", side="medium"))
        head.addLayout(words, 1)
        head.addWidget(self.why)
        head.addWidget(self.slip)
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(self.theme.m.s5)
        self._rows.setVerticalSpacing(self.theme.m.s2)
        inside = QWidget()
        inside.setLayout(self._lines)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        actions = QHBoxLayout()
        actions.addWidget(self.give)
        actions.addWidget(self._hint, 1)
        actions.addWidget(self.preview)
        self.box.addLayout(head)
        self.box.addWidget(self._said)
        self.box.addSpacing(self.theme.m.s2)
        self.box.addLayout(self._rows)
        self._reasons.box.addWidget(label(tr("Why these points"), "caption"))
        self._reasons.box.addWidget(self._why)
        self.box.addWidget(self._reasons)
        self.box.addWidget(self._notice)
        self.box.addWidget(self._offer)
        self.box.addWidget(self._scroll, 1)
        self.box.addLayout(actions)

    def _show_rows(self, rows: list[tuple[str, str]]) -> None:
        empty(self._rows)
        for number, (name, value) in enumerate(rows):
            for column, words in enumerate((label(name, "muted"), ElidedLabel(value, "strong"))):
                self._rows.addWidget(words, number, column)
                words.show()  # now, not a moment later

    def _line(self, line: SoldLine, formats: QtFormats) -> QWidget:
        row = Panel(self.theme, surface="inset", across=True)
        spin = self._spins[line.sku, line.price] = QSpinBox()
        spin.setRange(0, min(line.left, MOST_COUNTED))
        spin.setAccessibleName(tr("Units of {product} brought back").format(product=line.name))
        spin.valueChanged.connect(self.lines_chosen)
        price = tr("{count} × {price}").format(count=formats.number(line.qty), price=formats.money(line.price))
        row.box.addWidget(ElidedLabel(line.name, "strong"), 1)
        row.box.addWidget(label(price, "muted"))
        row.box.addWidget(spin)
        return row

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)


def _state(purchase: Purchase) -> tuple[str, Tone]:
    if purchase.state is PurchaseState.VOIDED:
        return tr("This purchase was taken back before."), "warning"
    if purchase.state is PurchaseState.RETURNED:
        return tr("Everything of this purchase was brought back before."), "warning"
    return "", "info"
