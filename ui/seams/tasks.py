"""Work that takes longer than a key press: off the window's thread, its answer back on it."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused

_T = TypeVar("_T")
Job = Callable[[], Any]
Answer = Callable[[Any], None]


class Run(Protocol):
    """Does a job and gives its result to `done`, or the refusal to `refused`."""

    def __call__(self, job: Job, *, done: Answer, refused: Callable[[Refused], None]) -> None:
        """Starts the job; it opens its own Desk on the same file and touches no widget."""
        ...


def on_own_desk(desk: Desk, action: Callable[[Desk], _T]) -> Callable[[], _T]:
    """`action` as a job: it gets a desk of its own on the file of `desk`, with the same cashier and till.

    A shop in memory has no second desk, and its jobs can only be done at once.
    """
    path, now, stamp = desk.path, desk.now, desk.stamp()
    if path is None:
        return lambda: action(desk)

    def job() -> _T:
        own = Desk.open(path, now, alone=False, check=False)
        try:
            own.at_work(stamp.staff, stamp.till)
            with own.asking():
                return action(own)
        finally:
            own.close()

    return job


def while_alive(owner: QObject, answer: Answer) -> Answer:
    """`answer`, unless its owner is gone by then: a page may be closed while its work is under way."""

    def given(result: Any) -> None:
        if isValid(owner):
            answer(result)

    return given


def ended(run: Run, owner: QObject, over: Callable[[], None]) -> Run:
    """`run`, but `over` comes before its answer, and where a job ends in a fault too: nothing waits for ever then."""

    def run_to_the_end(job: Job, *, done: Answer, refused: Callable[[Refused], None]) -> None:
        def kept() -> list[object]:
            try:
                return [job()]
            except Exception as error:  # noqa: BLE001 - told to the window's thread, which knows refusal from bug
                return [error]

        def arrived(result: list[object]) -> None:
            if isValid(owner):
                over()
            deliver(result[0], done=done, refused=refused)

        run(kept, done=arrived, refused=refused)

    return run_to_the_end


class _Carrier(QObject):
    """Brings a result over to the window's thread."""

    arrived = Signal(object)


class _Work(QRunnable):
    def __init__(self, job: Job, carrier: _Carrier) -> None:
        super().__init__()
        self._job = job
        self._carrier = carrier

    def run(self) -> None:
        try:
            result: object = self._job()
        except Exception as error:  # noqa: BLE001 - told to the window's thread, which knows refusal from bug
            result = error
        self._carrier.arrived.emit(result)


class BackgroundRunner(QObject):
    """One worker, so that jobs follow each other; a bug in a job comes out where all bugs do."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._beside: list[BackgroundRunner] = []
        self._under_way: set[_Carrier] = set()

    def __call__(self, job: Job, *, done: Answer, refused: Callable[[Refused], None]) -> None:
        """Starts the job; `done` or `refused` is called on the window's thread."""
        carrier = _Carrier(self)
        self._under_way.add(carrier)

        def arrived(result: object) -> None:
            self._under_way.discard(carrier)
            carrier.deleteLater()
            deliver(result, done=done, refused=refused)

        carrier.arrived.connect(arrived)
        self._pool.start(_Work(job, carrier))

    def beside(self) -> "BackgroundRunner":
        """A worker beside this one: neither waits for the jobs of the other, but `wait` waits for both."""
        other = BackgroundRunner(self)
        self._beside.append(other)
        return other

    def wait(self) -> None:
        """Waits until nothing is under way; the window calls it before it closes."""
        for each in (self, *self._beside):
            each._pool.waitForDone()


def run_now(job: Job, *, done: Answer, refused: Callable[[Refused], None]) -> None:
    """The same without a thread, for tests and for the tour."""
    try:
        result: object = job()
    except Refused as refusal:
        result = refusal
    deliver(result, done=done, refused=refused)


def deliver(result: object, *, done: Answer, refused: Callable[[Refused], None]) -> None:
    """Gives a result where it belongs. Raises what a job raised beside refusals: that is a bug."""
    if isinstance(result, Refused):
        refused(result)
    elif isinstance(result, BaseException):
        raise result
    else:
        done(result)
