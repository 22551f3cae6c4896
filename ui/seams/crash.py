"""What happens to a bug: it is logged, a report without personal data is offered, and the till goes on.

What ends the program at once, in Qt or in SQLite, leaves the places it was at in a file of the same folder.
"""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler, qVersion

from loyaltydesk import __version__

_log = logging.getLogger("loyaltydesk")
PAUSE = 60.0  # seconds between two offers
KEPT = 20  # reports
SUDDEN_END = "sudden-end.log"
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class CrashReports(QObject):
    """Catches whatever nobody caught, in slots, paint events and threads alike."""

    happened = Signal(str, str)  # the report, and the file it is in; that is "" where it could not be written

    def __init__(self, folder: Path, now: Callable[[], datetime], *, clock: Callable[[], float] = monotonic) -> None:
        """Reports are kept in `folder`, named by `now`; `clock` measures the seconds between them."""
        super().__init__()
        self._folder, self._now, self._clock = folder, now, clock
        self._last = -PAUSE
        self._sudden_end: TextIO | None = None  # open as long as the program runs

    def install(self) -> None:
        """From here on bugs come here, and what Qt says goes to the log."""
        sys.excepthook = self.on_exception
        threading.excepthook = lambda args: self.on_exception(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        qInstallMessageHandler(_to_log)
        try:
            self._sudden_end = (self._folder / SUDDEN_END).open("a", encoding="utf-8")
        except OSError:
            return  # as little a reason to stop as a log that cannot be written
        faulthandler.enable(self._sudden_end)

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs an error and offers a report, at most once a minute."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("a fault of the program", exc_info=(kind, error, trace))
        if self._clock() - self._last >= PAUSE:
            self._last = self._clock()
            said = report(kind, trace)
            self.happened.emit(said, self._keep(said))

    def _keep(self, said: str) -> str:
        """Writes a report and lets the oldest ones go; returns where it is."""
        path = self._folder / f"report-{self._now():%Y%m%d-%H%M%S}.txt"
        try:
            path.write_text(said, encoding="utf-8")
            for old in sorted(self._folder.glob("report-*.txt"))[:-KEPT]:
                old.unlink()
        except OSError:
            _log.warning("the report could not be kept", exc_info=True)
            return ""
        return str(path)


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
