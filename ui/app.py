"""Starts the window on a shop: looks, language, desk, pages; and ends it so that nothing is left behind."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from loyaltydesk import __version__
from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import LANGUAGES, active, use
from ui.pages import page_specs
from ui.refusal_window import RefusalWindow
from ui.seams.crash import CrashReports
from ui.seams.formats import LOCALES
from ui.seams.preferences import Preferences
from ui.seams.scanner import Scanner
from ui.seams.session import Session
from ui.seams.sounds import Sounds
from ui.seams.tasks import BackgroundRunner
from ui.seams.tools import Tools
from ui.theme.theme import Theme
from ui.theme.tokens import density_for
from ui.window import Window

Now = Callable[[], datetime]


class Program(QObject):
    """The running program: one application, one shop, one window."""

    def __init__(self, app: QApplication, now: Now, preferences: Preferences) -> None:
        super().__init__(app)
        self._app = app
        self._now = now
        self.preferences = preferences
        screen = app.primaryScreen().availableGeometry().height()
        self.theme = Theme(
            app, mode=preferences.theme, density=density_for(screen), text_percent=preferences.text_percent
        )
        self.run = BackgroundRunner(self)
        self.tools = Tools(
            self.run, Sounds(self, on=preferences.sounds), Scanner(app, preferences.scanner), preferences
        )
        self._qt_words = QTranslator(self)
        self.desk: Desk | None = None
        self.window: Window | None = None
        self._refusal: RefusalWindow | None = None

    def open(self, path: Path) -> bool:
        """Opens the shop and its window; a refusal gets a window of its own, and False is returned."""
        try:
            self.desk = Desk.open(path, self._now, check=False)
        except Refused as refused:
            self._refusal = RefusalWindow(self.theme, refused)
            self._refusal.show()
            return False
        self.speak(self.desk.shop.settings().language)
        self.desk.at_work(self.preferences.cashier, self.preferences.till)
        self.open_window()
        return True

    def open_window(self) -> Window:
        """A window in the language in use, in place of the one there was."""
        assert self.desk is not None
        old, session = self.window, Session(self.desk, self)
        window = Window(self.theme, session, self.tools, page_specs())
        self.tools.scanner.install(window)
        if not window.restoreGeometry(self.preferences.geometry):
            window.resize(1366, 768)
        self.window = window
        window.show()
        if old:
            self.tools.scanner.remove(old)
            old.close()
            old.deleteLater()
        QTimer.singleShot(0, self._on_first_painted)
        return window

    def speak(self, language: str) -> None:
        """Speaks `language` from here on, Qt's own dialogs too."""
        use(language if language in LANGUAGES else "en")
        self._app.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{active().language}", folder):
            self._app.installTranslator(self._qt_words)
        QLocale.setDefault(QLocale(LOCALES[active().language]))

    def close(self) -> None:
        """Waits for what is under way and lets the file go."""
        self.run.wait()
        if self.desk:
            self.desk.close()

    def _on_first_painted(self) -> None:
        """What can wait until the till is there: the daily round, and SQLite going through the file."""
        assert self.desk is not None
        if self.desk.upkeep.is_due():
            self.desk.upkeep.day()


def start(path: Path, now: Now, *, arguments: list[str] | None = None) -> int:
    """Runs the program on the shop at `path` until its window is closed; returns the exit status."""
    app = QApplication(arguments or sys.argv[:1])
    app.setApplicationName("LoyaltyDesk")
    app.setApplicationDisplayName("Loyalty Desk")
    app.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("loyaltydesk")
    reports = CrashReports()
    reports.install()
    program = Program(app, now, Preferences())
    program.open(path)
    status = app.exec()
    program.close()
    return status
