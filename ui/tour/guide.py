"""Leads through the windows of one shop: does things, sees to it that they happened, and takes a picture of each."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QWidget
from shiboken6 import isValid

from loyaltydesk.desk import Desk
from loyaltydesk.rules.ready import in_currency
from loyaltydesk.words import tr
from ui.paper.dialog import PaperDialog
from ui.seams.session import Session
from ui.tour import eyes
from ui.tour.album import Album
from ui.tour.hands import Hands

_T = TypeVar("_T")
POLL_MS = 50
CONTROL = Qt.KeyboardModifier.ControlModifier


class Guide:
    """One window, somebody's hands before it, and an album."""

    def __init__(self, window: QWidget, session: Session, album: Album) -> None:
        self.window = window
        self.album = album
        self.hands = Hands(window)
        self._session = session

    def ask(self, question: Callable[[Desk], _T]) -> _T:
        """Reads something from the shop."""
        return self._session.ask(question)

    def check(self, happened: Callable[[Desk], bool], what: str) -> None:
        """Sees in the shop that something happened. Raises NotSeen."""
        if not self.ask(happened):
            raise eyes.NotSeen(what)

    def type_amount(self, euros: str) -> str:
        """Types a sum of the size of so many euros; returns it as the window writes it afterwards. Raises NotSeen."""
        formats = self._session.formats
        minor = in_currency(euros, formats.currency)
        whole, part = divmod(minor, 10**formats.currency.exponent)
        decimals = f"{formats.decimal_sign}{part:0{formats.currency.exponent}}" if part else ""
        self.hands.type(f"{whole}{decimals}")
        eyes.waited(partial(self._reads, f"{whole}{decimals}"), f"{whole}{decimals}")
        return formats.amount(minor)

    def see(self, name: str, *words: str, what: str) -> None:
        """Waits until all `words` can be read and takes the picture `name`. Raises NotSeen."""
        for each in words:
            eyes.waited(partial(self._reads, each), each)
        self.album.take(self.window, name, what=what)

    def counted(self) -> None:
        """Waits until every figure that is counted beside the window is there. Raises NotSeen."""
        eyes.waited(lambda: not self._reads(tr("counting…")), tr("counting…"))

    def _reads(self, words: str) -> bool:
        return words in eyes.words(self.window)

    def button(self, name: str) -> QAbstractButton:
        """The button whose name begins with `name`. Raises NotSeen."""
        return eyes.button(self.window, name)

    def push(self, name: str) -> None:
        """Presses the button whose name begins with `name`. Raises NotSeen."""
        self.hands.push(self.button(name))

    def save_paper(self, name: str, *, what: str) -> None:
        """The dialog before printing: takes its picture, saves the paper by Ctrl+S, and closes it. Raises NotSeen."""
        dialog = eyes.waited(lambda: eyes.dialog(PaperDialog), what)
        path = self.album.paper(name)
        dialog.ask_file = lambda _parent, _suggested: str(path)
        hands = Hands(dialog)
        self.album.take(dialog, f"{name}-preview", what=what)
        hands.press(Qt.Key.Key_S, CONTROL)
        eyes.waited(lambda: path.is_file() and dialog.save_button.isEnabled(), path.name)
        self.album.tell_paper(name, what)
        hands.press(Qt.Key.Key_Escape)
        eyes.waited(lambda: not (isValid(dialog) and dialog.isVisible()), tr("Close"))
        self.hands.come()

    def print_and_save(self, button: str, name: str, *, what: str) -> None:
        """Presses a button whose dialog holds everything up until it is closed. Raises NotSeen."""
        self.save_paper_of(lambda: self.push(button), name, what=what)

    def save_paper_of(
        self,
        do: Callable[[], object],
        name: str,
        *,
        what: str,
        first: Callable[[PaperDialog], object] = lambda _dialog: None,
    ) -> None:
        """Does something that leads to a dialog which holds everything up until it is closed. Raises NotSeen.

        `first` is done in the dialog before its picture is taken.
        """
        ended: list[eyes.NotSeen | None] = []
        often = QTimer(interval=POLL_MS)

        def look() -> None:
            dialog = eyes.dialog(PaperDialog)
            if dialog is None:
                return
            often.stop()
            try:
                first(dialog)
                self.save_paper(name, what=what)
                ended.append(None)
            except eyes.NotSeen as missing:  # to be raised where no dialog's loop is in the way
                dialog.reject()
                ended.append(missing)

        often.timeout.connect(look)
        often.start()
        do()
        missing = eyes.waited(lambda: ended, what)[0]
        if missing:
            raise missing
