"""The running program: opens a shop in a window, speaks its language, and lets it go again."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSize, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from loyaltydesk.computer import shop_file
from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import LANGUAGES, active, use
from ui.care import Care
from ui.pages import page_specs
from ui.refusal_window import RefusalWindow
from ui.seams.formats import LOCALES
from ui.seams.preferences import TITLE, Preferences
from ui.seams.scanner import Scanner
from ui.seams.session import Session
from ui.seams.sounds import Sounds
from ui.seams.tasks import BackgroundRunner
from ui.seams.tools import Tools
from ui.seams.waste import Waste
from ui.theme.theme import Theme
from ui.window import Window

Now = Callable[[], datetime]
CALM_MS = 300  # after the window was opened


class Program(QObject):
    """The running program: one application, one shop, one window."""

    def __init__(self, app: QApplication, now: Now, *, preferences: Preferences, theme: Theme) -> None:
        super().__init__(app)
        self._app = app
        self._now = now
        self.preferences = preferences
        self.theme = theme
        self.run = BackgroundRunner(self)
        self._waste = Waste(self)
        self.tools = Tools(self.run, Sounds(enabled=preferences.sounds), Scanner(app, preferences.scanner), preferences)
        self._qt_words = QTranslator(self)
        self.desk: Desk | None = None
        self.session: Session | None = None
        self.window: Window | None = None
        self._refusal: RefusalWindow | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._on_calm)
        self._waste.begin()

    def begin(self, path: Path, *, demo: bool = False) -> None:
        """Opens the shop; when there is none, asks what it shall be, or makes a demo shop there."""
        if path.exists():
            self.open(path)
            return
        from ui.firstrun.beginning import Beginning  # once in the life of a shop

        beginning = Beginning(self.theme, self.run, self._now, speak=self.speak)
        beginning.ready.connect(self.open)
        if demo:
            beginning.make_demo(path)
        else:
            beginning.ask(path)

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
        self.session = Session(self.desk, self)
        self.session.language_chosen.connect(self._on_language_chosen, Qt.ConnectionType.QueuedConnection)
        self.session.own_shop_wanted.connect(self._on_own_shop_wanted, Qt.ConnectionType.QueuedConnection)
        self.open_window()
        self._calm.start()
        return True

    def open_window(self) -> Window:
        """A window in the language in use, in place of the one there was."""
        assert self.session is not None
        old = self.window
        if old:
            self.preferences.geometry = old.saveGeometry()
        with nullcontext() if old else self.theme.put_on_later():
            window = Window(self.theme, self.session, self.tools, specs=page_specs())
        self.tools.scanner.install(window)
        if not window.restoreGeometry(self.preferences.geometry):
            self._size(window)
        self.window = window
        window.show()
        if old:
            self.tools.scanner.remove(old)
            old.close()
            old.deleteLater()
        return window

    def speak(self, language: str) -> None:
        """Speaks `language` from here on, Qt's own dialogs too."""
        use(language if language in LANGUAGES else "en")
        self._app.removeTranslator(self._qt_words)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_words.load(f"qtbase_{active().language}", folder):
            self._app.installTranslator(self._qt_words)
        QLocale.setDefault(QLocale(LOCALES[active().language]))

    def tell_fault(self, report: str, file: str) -> None:
        """Offers the report of a bug, wherever there is a window to offer it in."""
        if self.window:
            self.window.tell_fault(report, file)

    def close(self) -> None:
        """Waits for what is under way and lets the file go."""
        self._calm.stop()
        self.run.wait()
        if self.desk:
            self.desk.close()
        self._waste.end()

    def _size(self, window: Window) -> None:
        """Fills the screen, for the foot must not stand beyond its edge; in the size that the looks were chosen for."""
        window.resize(self._app.primaryScreen().availableSize() - QSize(0, TITLE))
        window.setWindowState(Qt.WindowState.WindowMaximized)

    def _on_calm(self) -> None:
        """What can wait until the till is there, and would only hold it up."""
        assert self.session is not None
        care = Care(self.session, self.run, self.session)
        care.worried.connect(self._on_worried)
        care.begin()

    def _on_worried(self, sentence: str, advice: str) -> None:
        if self.window:
            self.window.warn(sentence, detail=advice)

    def _on_own_shop_wanted(self) -> None:
        """Opens the user's own shop, or asks what it shall be; the demo shop's window goes when another is there."""
        window, session, desk = self.window, self.session, self.desk
        if not (window and session and desk):  # wanted twice
            return
        self.window = self.session = self.desk = None
        self._calm.stop()
        self.run.wait()
        self._app.sendPostedEvents()  # what was under way answers those who asked
        self.begin(shop_file())
        self.tools.scanner.remove(window)
        for old in (window, session):
            old.deleteLater()
        window.close()
        desk.close()

    def _on_language_chosen(self, language: str) -> None:
        """The same page in a new window, for words are looked up when a widget is made."""
        shown = self.window.key if self.window else ""
        self.speak(language)
        window = self.open_window()
        if shown:
            window.go(shown)
