"""The window for tests: one theme for the whole run, and a shop with everything a page needs around it.

The theme is light and still, and put back after a test that changed it, for each change is dear. Pages are tested
through `open_window`; `person` types, scans and taps at it.
"""

import gc
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from loyaltydesk import words
from loyaltydesk.desk import Desk
from tests.ui.person import Person
from ui.seams.preferences import Preferences
from ui.seams.scanner import Scanner
from ui.seams.session import Session
from ui.seams.sounds import Sound, Sounds
from ui.seams.tasks import run_now
from ui.seams.tools import Tools
from ui.seams.waste import clear
from ui.theme.theme import Theme
from ui.theme.tokens import COMFORTABLE, density_for

if TYPE_CHECKING:
    from ui.window import PageSpec, Window


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Generator[None, object, object]:
    """Waste is cleared away between two tests, as the program does between two events, and never while one paints."""
    gc.disable()
    try:
        return (yield)
    finally:
        clear()
        if QApplication.instance():
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.enable()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Whatever language a test speaks, the next one begins in English."""
    yield
    words.use("en")


@pytest.fixture(autouse=True)
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A job leaves the window's desk alone: in the program it runs in another thread, in which SQLite refuses that."""
    under_way: list[int] = []  # the threads that are at one
    job, ask, do = Session.job, Session.ask, Session.do

    def watched(session: Session, action: Callable[[Desk], Any]) -> Callable[[], Any]:
        def work() -> Any:
            under_way.append(get_ident())
            try:
                return made()
            finally:
                under_way.remove(get_ident())

        made = job(session, action)
        return work

    def apart_from(call: Callable[..., Any]) -> Callable[..., Any]:
        def called(*given: Any, **named: Any) -> Any:
            assert get_ident() not in under_way, "a job asks the window's desk, which belongs to another thread"
            return call(*given, **named)

        return called

    monkeypatch.setattr(Session, "job", watched)
    monkeypatch.setattr(Session, "ask", apart_from(ask))
    monkeypatch.setattr(Session, "do", apart_from(do))


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    qapp.setCursorFlashTime(0)  # a blinking cursor would make every picture a matter of luck
    return Theme(qapp, mode="light", animate=False)


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    yield dressed
    dressed.set(mode="light", density=COMFORTABLE, text_percent=100)


class HeardSounds(Sounds):
    """Remembers the sounds in place of playing them."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.heard.append(sound)


@pytest.fixture
def sounds() -> HeardSounds:
    return HeardSounds()


@pytest.fixture
def tools(qapp: QApplication, tmp_path: Path, sounds: HeardSounds) -> Iterator[Tools]:
    """Long work is done at once, sounds are heard by `sounds`, preferences are nobody's."""
    scanner = Scanner(qapp)
    preferences = Preferences(QSettings(str(tmp_path / "preferences.ini"), QSettings.Format.IniFormat))
    yield Tools(run_now, sounds, scanner, preferences)
    shiboken6.delete(scanner)


@pytest.fixture
def session(qapp: QApplication, desk: Desk) -> Session:
    """The shop of `desk`, speaking English."""
    return Session(desk)


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, session: Session, tools: Tools) -> Callable[..., "Window"]:
    """Opens the program's window in a size, with all its pages or with those of `specs`."""

    def opened(specs: "list[PageSpec] | None" = None, size: tuple[int, int] = (1366, 768)) -> "Window":
        from ui.pages import page_specs
        from ui.window import Window

        theme.set(density=density_for(size[1]))
        window = Window(theme, session, tools, specs=page_specs() if specs is None else specs)
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        tools.scanner.install(window)
        return window

    return opened


@pytest.fixture
def window(open_window: Callable[..., "Window"]) -> "Window":
    """The program's window at 1366 × 768, on the till."""
    return open_window()


@pytest.fixture
def person(window: "Window") -> Person:
    """Somebody at that window."""
    return Person(window)


@pytest.fixture
def colour_at() -> Callable[[QWidget, float, float], str]:
    """The colour painted at a fraction of a widget's width and height, as `#rrggbb`."""

    def look(widget: QWidget, x: float, y: float = 0.5) -> str:
        picture = widget.grab().toImage()
        at = (min(int(size * part), size - 1) for size, part in ((picture.width(), x), (picture.height(), y)))
        return QColor(picture.pixel(*at)).name().upper()

    return look
