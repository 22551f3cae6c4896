"""The running program: opens a shop in a window, speaks its language, and lets it go again."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSize, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from loyaltydesk.computer import shop_file
from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import LANGUAGES, active, use
from ui.care import Care
from ui.pages import page_specs
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

if TYPE_CHECKING:
    from ui.refusal_window import RefusalWindow

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
        self._run_quietly = self.run.beside()  # nobody who prints shall wait until the whole file was read
        self._waste = Waste(self)
        sounds, scanner = Sounds(enabled=preferences.sounds), Scanner(app, preferences.scanner)
        self.tools = Tools(self.run, sounds, scanner, preferences, slips=self.run.beside())
        self._qt_words = QTranslator(self)
        self.desk: Desk | None = None
        self.session: Session | None = None
        self.window: Window | None = None
        self._has_spoken = False
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
            with self.desk.asking():  # a damaged page may be one that the first window needs
                self._begin_work(self.desk)
        except Refused as refused:
            self._refuse(path, refused)
            return False
        self._calm.start()
        return True

    def _begin_work(self, desk: Desk) -> None:
        self.speak(desk.shop.settings().language)
        cashier = desk.staff.known_as(self.preferences.cashier)
        desk.at_work(cashier, self.preferences.till)
        self.session = Session(desk, self)
        for signal, answer in (
            (self.session.language_chosen, self._on_language_chosen),
            (self.session.own_shop_wanted, self._on_own_shop_wanted),
            (self.session.backup_wanted, self._on_backup_wanted),
        ):
            signal.connect(answer, Qt.ConnectionType.QueuedConnection)
        window = self.open_window()
        if self.preferences.cashier and not cashier:  # who left since
            window.lock()

    def open_window(self) -> Window:
        """A window in the language in use, in place of the one there was."""
        assert self.session is not None
        old = self.window
        if old:
            self.preferences.geometry = old.saveGeometry()
        with nullcontext() if self._has_shown() else self.theme.put_on_later():
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

    def _has_shown(self) -> bool:
        """Whether there is a window with looks to lose: this program's before, questions, or a refusal."""
        return any(each.objectName() == "page" for each in self._app.topLevelWidgets())

    def speak(self, language: str) -> None:
        """Speaks `language` from here on, Qt's own dialogs too."""
        self._has_spoken = True
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
        self._app.sendPostedEvents()  # answers those who asked: a slip that came out meanwhile waits no more
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
        care = Care(self.session, self._run_quietly, preferences=self.tools.preferences, parent=self.session)
        care.worried.connect(self._on_worried)
        care.begin()

    def _on_worried(self, sentence: str, advice: str) -> None:
        if self.window:
            self.window.warn(sentence, detail=advice)

    def _refuse(self, path: Path, refused: Refused) -> None:
        """Lets go of whatever was opened before it was refused, and says why."""
        from ui.firstrun.answers import spoken  # all of it is seldom needed
        from ui.refusal_window import RefusalWindow

        if self.session:
            self.session.deleteLater()
        if self.desk:
            self.desk.close()
        if not self._has_spoken:  # the shop's own language is not known
            self.speak(spoken(QLocale.system()))
        self.desk = self.session = None
        refusal = RefusalWindow(self.theme, self.run, self._now, shop=path, refused=refused)
        refusal.ready.connect(self._on_ready)
        self._refusal = refusal
        refusal.show()

    def _on_ready(self, path: Path) -> None:
        """Opens the shop whose backup was put back."""
        old = self._refusal
        self.open(path)
        if old:
            old.close()
            old.deleteLater()

    def _let_go(self, opening: Callable[[], None]) -> bool:
        """Lets the shop go, after another window is there, for the program ends with its last; False without a shop."""
        window, session, desk = self.window, self.session, self.desk
        if not (window and session and desk):  # wanted twice
            return False
        self.window = self.session = self.desk = None
        self._calm.stop()
        self.run.wait()
        self._app.sendPostedEvents()  # what was under way answers those who asked
        opening()
        self.tools.scanner.remove(window)
        for old in (window, session):
            old.deleteLater()
        window.close()
        desk.close()
        return True

    def _on_own_shop_wanted(self) -> None:
        """Opens the user's own shop, or asks what it shall be; the demo shop's window goes when another is there."""
        self._let_go(lambda: self.begin(shop_file()))

    def _on_backup_wanted(self, copy: Path) -> None:
        """Puts a backup of the shop back while nobody has it open, and opens the shop again, whatever came of it."""
        from ui.restoring.working import Working, WorkingWindow  # seldom needed

        if not (self.desk and self.session and self.desk.path):
            return
        shop = self.desk.path
        working = Working(self.theme, self.run, self.session.formats)
        window = WorkingWindow(self.theme, working)

        def end(said: str = "") -> None:
            self.open(shop)
            if said and self.window:
                self.window.warn(said)
            window.hide()
            window.deleteLater()

        working.done.connect(end)
        working.given_up.connect(end)
        working.refused.connect(end)
        if self._let_go(window.show):
            working.begin(copy, shop, now=self._now)

    def _on_language_chosen(self, language: str) -> None:
        """The same page in a new window, for words are looked up when a widget is made."""
        shown = self.window.key if self.window else ""
        self.speak(language)
        window = self.open_window()
        if shown:
            window.go(shown)
