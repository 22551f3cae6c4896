"""What one click does for the chosen group: vouchers, cards, a list of calls; each button says for how many."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from loyaltydesk.model.campaigns import CampaignKind, Subject
from loyaltydesk.words import tr_n
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.text import set_tip
from ui.theme.theme import Theme


class GroupActions(QWidget):
    """`wanted` carries the key of a kind of campaign."""

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.vouchers = Button(theme, "", kind="small", icon="ticket-percent")
        self.greetings = Button(theme, "", kind="small", icon="mail")
        self.calls = Button(theme, "", kind="small", icon="phone")
        self.vouchers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.m.s2)
        self._grid.setColumnStretch(0, 1)
        self._place()
        self._subject = Subject.MISS_YOU
        self._buttons = {
            CampaignKind.VOUCHERS: self.vouchers,
            CampaignKind.GREETINGS: self.greetings,
            CampaignKind.CALLS: self.calls,
        }
        for kind, button in self._buttons.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.wanted.emit(kind.value))

    def begin(self, subject: Subject, whole: int) -> None:
        """What words to the group of `whole` people are about; `count` tells for how many of them each button is.

        A button that is for nobody now can be pressed all the same: the dialog says why, and can be told otherwise.
        """
        self._subject = subject
        for button in self._buttons.values():
            button.setEnabled(whole > 0)

    def count(self, kind: CampaignKind, count: int, formats: QtFormats) -> None:
        """Says on the button of `kind` that it is for `count` people."""
        n = formats.number(count)
        if kind is CampaignKind.VOUCHERS:
            self.vouchers.setText(_vouchers(self._subject, count).format(n=n))
            self._place()
            return
        if kind is CampaignKind.GREETINGS:
            words = tr_n("Write {n} greeting", "Write {n} greetings", count)
        else:
            words = tr_n("Call list of {n}", "Call list of {n}", count)
        button = self._buttons[kind]
        button.setAccessibleName(words.format(n=n))
        set_tip(button, words.format(n=n))

    def _place(self) -> None:
        """Side by side, or below the one with words where those need the whole row."""
        icons = self.greetings.sizeHint().width() + self.calls.sizeHint().width() + 2 * self._grid.spacing()
        below = self.vouchers.sizeHint().width() + icons > self.width()
        self._grid.addWidget(self.vouchers, 0, 0, 1, 3 if below else 1)
        self._grid.addWidget(self.greetings, int(below), 1)
        self._grid.addWidget(self.calls, int(below), 2)

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        """As wide as the words need by themselves, for the icons may stand below them."""
        return QSize(self.vouchers.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


def _vouchers(subject: Subject, count: int) -> str:
    match subject:
        case Subject.THANK_YOU:
            return tr_n("Send {n} “thank you” voucher", "Send {n} “thank you” vouchers", count)
        case Subject.WELCOME:
            return tr_n("Send {n} “welcome” voucher", "Send {n} “welcome” vouchers", count)
        case Subject.FIRST_PURCHASE:
            return tr_n("Send {n} “come and try us” voucher", "Send {n} “come and try us” vouchers", count)
        case _:
            return tr_n("Send {n} “we miss you” voucher", "Send {n} “we miss you” vouchers", count)
