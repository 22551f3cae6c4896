"""Long work that somebody watches, and may give up as long as nothing was changed."""

from collections.abc import Callable, Generator, Iterator
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ui.theme.progress import ProgressBar

Tell = Callable[[int, int], None]  # done, of how many
_T = TypeVar("_T")
STRIDE = 100  # of them between two moments at which work is told of and may be given up


class GivenUp(BaseException):
    """Somebody changed their mind before the work was done; no fault, for which a proof would take an error."""


class Watched(QObject):
    """Shows on a bar how far the work is in its thread, and lets it be stopped from the window's."""

    _advanced = Signal(int, int)  # from the thread that does it

    def __init__(self, bar: ProgressBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._stopped = Event()
        self._advanced.connect(self._on_advanced)

    def job(self, work: Callable[[Tell], object]) -> Callable[[], bool]:
        """`work` as a job that says whether it was done; it tells how far it is, and is given up at such a moment."""
        self._stopped.clear()

        def job() -> bool:
            try:
                work(self._tell)
            except GivenUp:
                return False
            return True

        return job

    def stop(self) -> None:
        """Gives it up, unless it is done already; which of the two it was is told later."""
        self._stopped.set()

    def _tell(self, done: int, whole: int) -> None:
        if self._stopped.is_set():
            raise GivenUp
        self._advanced.emit(done, whole)

    def _on_advanced(self, done: int, whole: int) -> None:
        self._bar.show_progress(done, goal=max(whole, 1))


def counted(items: Iterator[_T], whole: int, tell: Tell) -> Iterator[_T]:
    """`items` as they come, of which about `whole` are expected; what is read from is closed where it is given up."""
    try:
        for done, item in enumerate(items):
            if done % STRIDE == 0:
                tell(done, max(whole, done))
            yield item
    finally:
        if isinstance(items, Generator):
            items.close()
