"""Reads and writes product files beside the window, and says how it went."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.desk.products import Preview
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr_n
from ui.products.files import ask_where, ask_which, looked_into, written
from ui.seams.session import Session
from ui.seams.tasks import while_alive
from ui.seams.tools import Tools


class FileWork(QObject):
    """Each work is a job of its own, on a desk of its own."""

    looked_into = Signal(str, object)  # the file's name, and the Preview
    told = Signal(str)  # what was done
    refused = Signal(str)

    def __init__(self, session: Session, tools: Tools, page: QWidget) -> None:
        super().__init__(page)
        self.ask_which: Callable[[QWidget], str] = ask_which  # may be replaced, by a test
        self.ask_where: Callable[[QWidget], str] = ask_where
        self._session, self._tools, self._page = session, tools, page

    def ask_to_read(self) -> None:
        """Lets a file be chosen, and looks into it."""
        chosen = self.ask_which(self._page)
        if chosen:
            path = Path(chosen)
            self._run(lambda desk: looked_into(desk, path), lambda found: self.looked_into.emit(path.name, found))

    def take(self, preview: Preview) -> None:
        """Writes down what was looked at."""
        self._run(lambda desk: desk.products.take(preview), self._on_taken)

    def ask_to_write(self) -> None:
        """Lets a file be chosen, and writes the list into it."""
        chosen = self.ask_where(self._page)
        if chosen:
            path = Path(chosen)
            self._run(lambda desk: written(desk, path), lambda count: self._on_written(path, count))

    def _run(self, action: Callable[[Desk], object], done: Callable[..., None]) -> None:
        self._tools.run(
            self._session.job(action), done=while_alive(self, done), refused=while_alive(self, self._on_refused)
        )

    def _on_taken(self, count: int) -> None:
        self._session.changed.emit()
        said = tr_n("{n} product is on the list now.", "{n} products are on the list now.", count)
        self.told.emit(said.format(n=self._session.formats.number(count)))

    def _on_written(self, path: Path, count: int) -> None:
        said = tr_n("{n} product is in {path}.", "{n} products are in {path}.", count)
        self.told.emit(said.format(n=self._session.formats.number(count), path=path.name))

    def _on_refused(self, refused: Refused) -> None:
        self.refused.emit(self._session.sentence(refused))
