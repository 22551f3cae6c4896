"""Runs the tour: a demo shop in a passing folder, the program as it always starts, and somebody who leads."""

import logging
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from msgspec import Struct
from PySide6.QtCore import QEvent, QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from loyaltydesk.demo import Demo, make_demo
from loyaltydesk.demo.stage import stage
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.pages import page_specs
from ui.program import Program
from ui.seams.preferences import Preferences
from ui.theme.theme import Mode
from ui.tour import at_the_till, eyes, first_run, through_the_pages
from ui.tour.album import Album
from ui.tour.guide import Guide

_log = logging.getLogger(__name__)
WIDTH, HEIGHT = 1366, 768
SIZE = Demo(customers=150, purchases=2600)


class TourFailed(Exception):
    """The tour did not come to its end; the text is a sentence that says where."""


class Tour(Struct, frozen=True):
    """What is to be seen: in which language and colours, by which clock; and who is told of each picture."""

    now: Callable[[], datetime]
    language: str
    mode: Mode
    say: Callable[[str], None]

    def run(self, out: Path) -> None:
        """Leads through the windows and leaves pictures and papers in `out`.

        Raises TourFailed when a step fails or a page cannot be reached, FileReadOnly for a folder that cannot be
        written.
        """
        choose_platform()
        app = QApplication.instance() or QApplication(["loyaltydesk"])
        assert isinstance(app, QApplication)
        album = Album(out, self.say)
        with Faults() as faults, TemporaryDirectory(prefix="loyaltydesk-tour-") as folder:
            try:
                self._lead(app, album, Path(folder))
            except Refused:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it met, the tour says where in one sentence
                _log.info("the tour stopped", exc_info=True)
                raise TourFailed(faults.first or _said(error, album.count)) from None
        if faults.first:
            raise TourFailed(faults.first)

    def _lead(self, app: QApplication, album: Album, folder: Path) -> None:
        demo, now = Demo(SIZE.customers, SIZE.purchases, SIZE.seed, self.language), _afternoon(self.now)
        make_demo(folder / "shop.db", now, demo=demo)
        preferences = self._preferences(folder)
        program = Program(app, now, preferences=preferences, theme=preferences.dress(app))
        program.theme.animate = False
        try:
            program.begin(folder / "shop.db")
            window, session = program.window, program.session
            if window is None or session is None:
                raise eyes.NotSeen(tr("Till"))
            app.setCursorFlashTime(0)  # a cursor that blinks makes no two pictures alike
            window.showNormal()  # on a small screen it fills that
            window.resize(WIDTH, HEIGHT)
            guide = Guide(window, session, album)
            guide.hands.come()
            at_the_till.day(guide)
            through_the_pages.visit(guide, window, page_specs())
            new = folder / "new" / "shop.db"
            questions = first_run.first_run(program.theme, new, now)
            first_run.ask(questions, album, shop=stage(self.language).name, made=new)
        except eyes.NotSeen:
            if program.window:
                album.take(program.window, "stopped", what=tr("What was there instead"))
            raise
        finally:
            if program.window:
                program.window.close()
                program.window.deleteLater()
            program.close()
            program.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _preferences(self, folder: Path) -> Preferences:
        """Of nobody: the tour neither knows nor changes how the user has set the program."""
        preferences = Preferences(QSettings(str(folder / "preferences.ini"), QSettings.Format.IniFormat))
        preferences.theme, preferences.sounds = self.mode, False
        preferences.cashier = stage(self.language).cashiers[0]
        return preferences


class Faults:
    """Whatever goes wrong where nobody would see it: in a slot, or while something is painted."""

    def __init__(self) -> None:
        self.first = ""
        self._before = sys.excepthook
        self._messages: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None

    def __enter__(self) -> "Faults":
        sys.excepthook = self._on_exception
        self._messages = qInstallMessageHandler(_be_quiet)
        return self

    def __exit__(self, *_error: object) -> None:
        sys.excepthook = self._before
        qInstallMessageHandler(self._messages)

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not self.first:
            said = tr("The tour met a fault of the program: {kind}: {error}")
            self.first = said.format(kind=kind.__name__, error=error)
            self._before(kind, error, trace)


def _afternoon(now: Callable[[], datetime]) -> Callable[[], datetime]:
    """The clock from twenty past three on, when a café has seen something of its day."""
    begin = now()
    ahead = begin.replace(hour=15, minute=20) - begin
    return lambda: now() + ahead


def _said(error: Exception, pictures: int) -> str:
    if isinstance(error, eyes.NotSeen):
        said = tr("The tour stopped after {count} pictures: “{what}” was not there.")
        return said.format(count=pictures, what=error)
    said = tr("The tour stopped after {count} pictures by a fault: {kind}: {error}")
    return said.format(count=pictures, kind=type(error).__name__, error=error)


def choose_platform() -> None:
    """Without a screen, Qt's own platform that needs none."""
    screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if sys.platform.startswith("linux") and not screen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _be_quiet(level: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    """What a platform without a screen says of each window is of no interest; what ends the program is."""
    if level in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(f"{text}\n")
