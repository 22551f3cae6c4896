"""Long work on a table: beside the window and beside all other work, watched, and given up when somebody wishes.

To be used as:
    work = TableWork(session, tools, self)
    work.advanced.connect(show)                       # rows done, of how many (0: nobody knows)
    work.begin(lambda desk, tell: …, done=show_it, refused=say_it)
    work.stop()                                       # `given_up` tells when it has ended
"""

from collections.abc import Callable
from threading import Event
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from ui.seams.giving_up import GivenUp, Tell
from ui.seams.session import Session
from ui.seams.tasks import BackgroundRunner, ended, while_alive
from ui.seams.tools import Tools

_STOPPED = object()


class TableWork(QObject):
    """One work at a time, on a desk of its own."""

    advanced = Signal(int, int)
    given_up = Signal()
    over = Signal()  # before anything else is told of how it ended

    def __init__(self, session: Session, tools: Tools, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        # a worker of its own: nobody who prints or reads figures waits for a million rows
        worker = tools.run.beside() if isinstance(tools.run, BackgroundRunner) else tools.run
        self._run = ended(worker, self, self._on_over)
        self._stopped = Event()
        self.is_busy = False
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.lastWindowClosed.connect(self.stop)  # or the program would wait for it to end

    def begin(
        self, action: Callable[[Desk, Tell], Any], *, done: Callable[[Any], None], refused: Callable[[str], None]
    ) -> None:
        """Starts `action`; `refused` is told the sentence. What it tells is told on, and where it is given up."""
        self._stopped = stopped = Event()
        self.is_busy = True

        def tell(so_far: int, whole: int) -> None:
            if stopped.is_set():
                raise GivenUp
            self.advanced.emit(so_far, whole)

        def job(desk: Desk) -> Any:
            try:
                return action(desk, tell)
            except GivenUp:
                return _STOPPED

        def arrived(result: Any) -> None:
            if result is _STOPPED:
                self.given_up.emit()
            else:
                done(result)

        def refuse(no: Refused) -> None:
            refused(self._session.sentence(no))

        self._run(self._session.job(job), done=while_alive(self, arrived), refused=while_alive(self, refuse))

    def stop(self) -> None:
        """Gives it up, unless it is done already; which of the two it was is told later."""
        self._stopped.set()

    def _on_over(self) -> None:
        self.is_busy = False
        self.over.emit()
