"""The panel on the right: the amount, what it brings, what is used for it, the keypad, and the one button that records.

It serves a purchase and a return alike; `Mode` says which, and whether it is asleep.
"""

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from loyaltydesk.words import tr, trc
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.sheet import Tone, restyle
from ui.theme.text import ElidedLabel, label, set_tip
from ui.theme.theme import Theme
from ui.till.amount import AmountField
from ui.till.keypad import BACK, Keypad

WIDE, NARROW, ROOMY = 400, 360, 540  # px of the panel
SPEND_EXTRAS = 110  # px of a button that its icon, its key and its edges take from the words


class Mode(Enum):
    """What the panel is for now."""

    ASLEEP = auto()
    PURCHASE = auto()
    RETURN = auto()


class Outcome(QWidget):
    """Two lines in a place that never changes its height: what the amount comes to, or what is wrong with it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._gain, self._after, self._due = label(type_="gain"), label(type_="muted"), label(type_="muted", wrap=True)
        self._words = label(wrap=True)
        figures, said = QWidget(), QWidget()
        first = QHBoxLayout()
        first.addWidget(self._gain)
        first.addStretch(1)
        first.addWidget(self._after)
        column = QVBoxLayout(figures)
        column.addLayout(first)
        column.addWidget(self._due)
        column.addStretch(1)
        column.setSpacing(2)
        below = QVBoxLayout(said)
        below.addWidget(self._words)
        below.addStretch(1)
        self._pages = QStackedLayout(self)
        for page, box in ((figures, column), (said, below)):
            box.setContentsMargins(0, 0, 0, 0)
            self._pages.addWidget(page)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_figures(self, gain: str = "", *, after: str = "", due: str = "") -> None:
        """What the amount brings and what becomes of the balance, and below it what is to be paid."""
        for words, text in ((self._gain, gain), (self._after, after), (self._due, due)):
            words.setText(text)
        self._pages.setCurrentIndex(0)

    def add(self, words: str) -> None:
        """Says something quietly after what is to be paid, until the next figures."""
        self._due.setText(" · ".join(each for each in (self._due.text(), words) if each))

    def say(self, sentence: str, tone: Tone) -> None:
        """Says in place what is wrong, or asks."""
        restyle(self._words, tone=tone)
        self._words.setText(sentence)
        self._pages.setCurrentIndex(1)

    @property
    def sentence(self) -> str:
        """What is said, empty while there are figures."""
        return self._words.text() if self._pages.currentIndex() == 1 else ""

    def _on_theme_changed(self) -> None:
        m = self.theme.m
        self.setFixedHeight(m.fs_title * 5 // 4 + 2 + 2 * (m.fs_body * 5 // 4 + 2))


class PurchasePanel(Panel):
    """Amount, keypad, Enter."""

    amount_changed = Signal(object)  # minor units or None
    confirmed = Signal()
    doubted = Signal()  # Enter on an amount of which something was left out: it was asked whether it is right
    spend_wanted = Signal()

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__(theme)
        self._title, self._total = ElidedLabel(tr("Purchase amount"), "title"), label(type_="title", tone="accent")
        self._is_back = False
        self.amount = AmountField(theme, tr("Purchase amount"), formats)
        self.outcome = Outcome(theme)
        self.spend = Button(theme, "", kind="outline", icon="ticket-percent", key="F4")
        self.spend.setCheckable(True)
        self.keypad = Keypad(theme, formats)
        self.record = Button(theme, tr("Record purchase"), kind="primary", key="⏎")
        keep = self.spend.sizePolicy()
        keep.setRetainSizeWhenHidden(True)  # the keypad must never move under the finger
        self.spend.setSizePolicy(keep)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._total)
        self.box.addLayout(head)
        for widget in (self.amount, self.outcome, self.spend):
            self.box.addWidget(widget)
        self.box.addStretch(1)
        self.box.addWidget(self.keypad)
        self.box.addStretch(1)
        self.box.addWidget(self.record)
        self.amount.amount_changed.connect(self.amount_changed)
        self.amount.inputRejected.connect(self._on_input_rejected)
        self.amount.returnPressed.connect(self._on_confirmed)
        self.record.clicked.connect(self._on_confirmed)
        self.record.installEventFilter(self)
        self.spend.clicked.connect(self._on_spend_clicked)
        self.keypad.pressed.connect(self._on_key_pressed)
        self.show_spend("")
        self.show_mode(Mode.ASLEEP)

    def show_mode(self, mode: Mode) -> None:
        """Wakes the panel for a purchase or a return, or puts it to sleep, empty."""
        self._is_back = back = mode is Mode.RETURN
        self.show_total("")
        self.record.setText(trc("a purchase", "Take back") if back else tr("Record purchase"))
        self.allow(mode is not Mode.ASLEEP)
        self.record.setEnabled(False)
        self.amount.show_minor(None)
        self.outcome.show_figures()
        if mode is not Mode.PURCHASE:
            self.show_spend("")

    def show_total(self, total: str) -> None:
        """What the bill with its lines comes to, where the amount is only what is not on it; empty without lines."""
        amount = tr("Further amount") if total else tr("Purchase amount")
        title = tr("Amount to bring back") if self._is_back else amount
        self._title.setText(title)
        self._total.setText(total)
        self.amount.setAccessibleName(title)

    def allow(self, on: bool) -> None:
        """Whether an amount can be typed."""
        self.amount.setEnabled(on)
        self.keypad.setEnabled(on)

    def show_spend(self, words: str, *, used: bool = False) -> None:
        """What the button for rewards, vouchers and points says; no words hide it. It is lit while anything is used."""
        room = self.amount.width() - SPEND_EXTRAS
        self.spend.setVisible(bool(words))
        self.spend.setText(self.spend.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.spend.setAccessibleName(words)
        set_tip(self.spend, words)
        self.spend.setChecked(used)

    def show_formats(self, formats: QtFormats) -> None:
        """Another currency or language is in force."""
        self.amount.show_formats(formats)
        self.keypad.show_formats(formats)

    def fit(self, width: int) -> None:
        """Takes as much of a page so wide as fingers need."""
        m = self.theme.m
        self.setFixedWidth(ROOMY if m.key_h > m.touch_l else NARROW if width < 1200 else WIDE)

    def _on_input_rejected(self) -> None:
        self.outcome.say(tr("That does not belong in an amount and was left out."), "warning")

    def _on_confirmed(self) -> None:
        if not self.amount.is_doubtful:
            self.confirmed.emit()
            return
        self.amount.trust()
        words = tr("Something was left out. If {sum} is right, press Enter once more.")
        self.outcome.say(words.format(sum=self.amount.money), "warning")
        self.doubted.emit()

    def _on_spend_clicked(self) -> None:
        self.spend.setChecked(not self.spend.isChecked())  # it is lit by what is used, not by a click
        self.spend_wanted.emit()

    def _on_key_pressed(self, figures: str) -> None:
        self.amount.setFocus()
        if figures == BACK:
            self.amount.backspace()
        else:
            self.amount.put(figures)

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonDblClick:
            return True  # a finger that tapped twice has not read the question that the first tap brought
        return super().eventFilter(watched, event)
