"""Starts the program: its name is seen at once, and behind it everything else is read and the shop is opened."""

import gc
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from loyaltydesk import __version__
from ui.opening import Opening

if TYPE_CHECKING:
    from ui.program import Program

Now = Callable[[], datetime]


def start(path: Path, now: Now, *, demo: bool = False, arguments: list[str] | None = None) -> int:
    """Runs the program on the shop at `path` until its window is closed; returns the exit status.

    Where there is no shop yet, one is made first; with `demo` a demo shop, without a question.
    """
    app = _application(arguments or sys.argv[:1])
    running: list[Program] = []

    def begin() -> None:
        running.append(_program(app, now))
        running[0].begin(path, demo=demo)
        opening.leave()

    opening = Opening()
    opening.painted.connect(lambda: _or_leave(app, begin))
    opening.show()
    status = app.exec()
    for program in running:
        program.close()
    return status


def _application(arguments: list[str]) -> QApplication:
    app = QApplication(arguments)
    app.setApplicationName("LoyaltyDesk")
    app.setApplicationDisplayName("Loyalty Desk")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("loyaltydesk")
    return app


def _program(app: QApplication, now: Now) -> "Program":
    """Nearly all there is to import is imported here, when somebody sees something already."""
    from loyaltydesk.computer import log_folder, start_log

    start_log()
    from ui.seams.crash import CrashReports

    reports = CrashReports(log_folder(), now)
    reports.install()
    from ui.program import Program
    from ui.seams.preferences import Preferences

    preferences = Preferences()
    program = Program(app, now, preferences=preferences, theme=preferences.dress(app))
    # a notice that were made in the middle of a paint event would be the next fault
    reports.happened.connect(program.tell_fault, Qt.ConnectionType.QueuedConnection)
    return program


def _or_leave(app: QApplication, begin: Callable[[], None]) -> None:
    """Begins; a program that cannot ends, or only its name would be seen for ever."""
    gc.disable()  # nothing of all that is made now is waste yet; from here on the program minds it by itself
    try:
        begin()
    except BaseException:
        app.exit(1)
        raise
