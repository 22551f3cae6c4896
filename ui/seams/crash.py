"""What happens to a bug: it is logged, a report without personal data is offered, and the till goes on."""

import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from loyaltydesk import __version__

_log = logging.getLogger("loyaltydesk")
PAUSE = 60.0  # seconds between two offers
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReports(QObject):
    """Catches whatever nobody caught, in slots, paint events and threads alike."""

    happened = Signal(str)  # the report

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._last = -PAUSE

    def install(self) -> None:
        """From here on bugs come here, and what Qt says goes to the log."""
        sys.excepthook = self.on_exception
        threading.excepthook = lambda args: self.on_exception(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        qInstallMessageHandler(_to_log)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs an error and offers a report, at most once a minute."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("a fault of the program", exc_info=(kind, error, trace))
        if self._clock() - self._last >= PAUSE:
            self._last = self._clock()
            self.happened.emit(report(kind, trace))


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """What went wrong where, for the people who mend the program: no name, no number, nothing of a message."""
    places = "".join(
        f"  {frame.filename.replace(chr(92), '/').rsplit('/', 3)[-1]}:{frame.lineno} in {frame.name}\n"
        for frame in traceback.extract_tb(trace)
    )
    system = f"Loyalty Desk {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.system()}"
    return f"{system}\n{kind.__name__}\n{places}"


def _to_log(level: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    _log.log(LEVELS.get(level, logging.WARNING), "Qt: %s", text or "")
