"""The desk as the window's pages share it: calls go in, `changed` and `refused` come out."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull, FileBroken, FileInUse, FileReadOnly, Refused
from loyaltydesk.words import active
from loyaltydesk.words.refusals import sentence
from ui.seams.formats import QtFormats
from ui.seams.tasks import on_own_desk

_T = TypeVar("_T")
FILE_TROUBLE = (DiskFull, FileBroken, FileInUse, FileReadOnly)


class Session(QObject):
    """One open shop. Nobody calls another page: whoever shows something reloads on `changed`."""

    changed = Signal()
    refused = Signal(str)  # a sentence, for whoever did not say it in place
    kept = Signal(bool)  # whether the last thing that was done is in the file; false when the file took nothing
    locked = Signal(bool)  # whether the lock hides everything now
    language_chosen = Signal(str)  # the shop speaks another language: whoever owns the window makes it anew
    own_shop_wanted = Signal()  # enough of the demo shop: whoever owns the window opens the user's own, or begins it
    backup_wanted = Signal(Path)  # to be put back: whoever owns the window lets the shop go, and opens it again after

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._currency = desk.shop.programme.currency
        self._formats: tuple[str, QtFormats] | None = None
        self.held = ""  # why nothing can be written just now, which `do` says at once; empty where it can
        self.changed.connect(self._on_changed)

    @property
    def formats(self) -> QtFormats:
        """How figures are written: the language in use, the programme's currency. Jobs may ask for it as well."""
        language, known = active().language, self._formats
        if known is None or known[0] != language:
            self._formats = known = language, QtFormats(language, self._currency)
        return known[1]

    def ask(self, question: Callable[[Desk], _T]) -> _T:
        """Reads something. Refusals pass through to the caller, who knows what they mean to the page."""
        with self._desk.asking():
            return question(self._desk)

    def do(self, action: Callable[[Desk], _T], *, refused: Callable[[str], None] | None = None) -> _T | None:
        """Changes something and tells everybody; None when the desk refused, or nothing can be written just now.

        The refusal's sentence goes to `refused`, to be said in place, or else out by the signal of that name.
        """
        if self.held:
            (refused or self.refused.emit)(self.held)
            return None
        try:
            with self._desk.asking():
                result = action(self._desk)
        except Refused as refusal:
            if isinstance(refusal, FILE_TROUBLE):
                self.kept.emit(False)
            (refused or self.refused.emit)(self.sentence(refusal))
            return None
        self.kept.emit(True)
        self.changed.emit()
        return result

    def job(self, action: Callable[[Desk], _T]) -> Callable[[], _T]:
        """`action` as long work for `Tools.run`, on a desk of its own; it may touch no widget.

        Whoever changes something that way emits `changed` when it is done.
        """
        return on_own_desk(self._desk, action)

    def sentence(self, refusal: Refused) -> str:
        """A refusal as one clear sentence in the language in use."""
        return sentence(refusal, self.formats)

    def _on_changed(self) -> None:
        currency = self._desk.shop.programme.currency  # may be another now
        if currency != self._currency:
            self._currency, self._formats = currency, None
