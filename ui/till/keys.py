"""The keys of the till: what each does, which of them the foot names, and when one of them does nothing."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from loyaltydesk.words import tr, trc
from ui.till.counter import Counter, State
from ui.till.footer import Footer
from ui.till.traffic import Flows

ELSEWHERE = frozenset({"F12"})  # the window minds this key, on every page


class Keys(QObject):
    """Does the same for a key and for its button at the foot."""

    def __init__(self, page: QWidget, *, counter: Counter, footer: Footer, flows: Flows) -> None:
        super().__init__(page)
        self._page, self._counter, self._footer, self._flows = page, counter, footer, flows
        self._can_use = False
        self._actions: dict[str, Callable[[], object]] = {}
        footer.pressed.connect(lambda key: self._actions[key]())
        flows.using.available.connect(self._on_use_available)

    def bind(self, actions: Mapping[str, Callable[[], object]]) -> None:
        """Gives each key what it does; those that press a button of the counter have it already."""
        ready, bought, flows = self._counter.ready, self._counter.bought, self._flows
        self._actions = {
            **actions,
            "F4": self._use_or_print,
            "Shift+F3": lambda: self._in_sight(flows.noting.toggle),
            "F5": lambda: _press_the_seen(ready.why),
            "F6": lambda: self._in_sight(flows.aftermath.undo),
            "F7": lambda: _press_the_seen(ready.slip, bought.slip),
            "Shift+F4": lambda: flows.aftermath.show_vouchers() if ready.voucher.isVisible() else None,
            "Shift+F7": lambda: _press_the_seen(ready.preview, bought.preview, ready.slip, bought.slip),
        }
        for key in self._actions.keys() - ELSEWHERE:
            QShortcut(QKeySequence(key), self._page, self._actions[key])

    def allow(self) -> None:
        """Shows which keys do something now."""
        state = self._counter.state
        self._footer.allow("F4", state in (State.SALE, State.GUEST) and self._can_use)
        self._footer.allow("F10", state in (State.SALE, State.GUEST))
        self._footer.allow("F6", state is State.READY and self._flows.aftermath.can_undo)

    def _use_or_print(self) -> None:
        """What can be used is chosen; what the last purchase brought is printed."""
        if self._counter.ready.voucher.isVisible():
            self._counter.ready.voucher.click()
        else:
            self._in_sight(self._flows.using.toggle)

    def _in_sight(self, action: Callable[[], object]) -> None:
        """What is found gives way to what the key does, which nobody would see behind it."""
        self._flows.finding.leave()
        action()

    def _on_use_available(self, available: bool) -> None:
        self._can_use = available
        self.allow()


def named_keys() -> list[tuple[str, str]]:
    """The keys that stand at the foot, and what they are called."""
    return [
        ("F2", tr("Find")),
        ("F3", tr("New customer")),
        ("F4", tr("Use reward")),
        ("F6", tr("Undo last")),
        ("F10", trc("of a promotion", "Code")),
        ("F9", tr("Customer display")),
        ("F12", tr("Lock")),
    ]


def _press_the_seen(*buttons: QAbstractButton) -> None:
    for button in buttons:
        if button.isVisible():
            button.click()
            return
