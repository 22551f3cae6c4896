"""What happens when there is no shop yet: the first run, or a demo shop, and then a shop that can be opened."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.computer import demo_file
from ui.firstrun.answers import spoken
from ui.firstrun.demo_window import DemoWindow
from ui.firstrun.wizard import FirstRun
from ui.seams.tasks import Run
from ui.theme.theme import Theme


class Beginning(QObject):
    """Brings a shop about; `ready` carries its file, and whoever opens it does so before the signal returns."""

    ready = Signal(Path)

    def __init__(self, theme: Theme, run: Run, now: Callable[[], datetime], *, speak: Callable[[str], None]) -> None:
        super().__init__(theme)
        self._theme = theme
        self._run = run
        self._now = now
        self._speak = speak
        self.locale = QLocale.system()
        self.window: QWidget | None = None
        self._questions: FirstRun | None = None

    def ask(self, path: Path) -> FirstRun:
        """Asks what the shop at `path` shall be."""
        self._speak(spoken(self.locale))
        questions = FirstRun(self._theme, path, self._now, speak=self._speak, locale=self.locale)
        questions.made.connect(lambda: self._end(path))
        questions.demo_wished.connect(lambda: self._on_demo_wished(demo_file(path)))
        self._questions = questions
        self._show(questions)
        return questions

    def make_demo(self, path: Path) -> DemoWindow:
        """Makes a demo shop at `path`, in the computer's language when nobody was asked for one."""
        if self._questions is None:
            self._speak(spoken(self.locale))
        window = DemoWindow(self._theme, self._run)
        window.made.connect(lambda: self._end(path))
        window.given_up.connect(self._on_demo_given_up)
        self._show(window)
        window.begin(path, self._now)
        return window

    def _on_demo_wished(self, path: Path) -> None:
        if path.is_file():
            self._end(path)
        else:
            self.make_demo(path)

    def _on_demo_given_up(self) -> None:
        """Back to the questions, if there were any; the program would end with its last window."""
        if self._questions:
            self._show(self._questions)

    def _show(self, window: QWidget) -> None:
        old, self.window = self.window, window
        if old:  # in its place, and not wherever the desktop puts a new window
            window.move(old.geometry().center() - window.rect().center())
        window.show()
        if old:
            old.hide()

    def _end(self, path: Path) -> None:
        self.ready.emit(path)
        for window in {self.window, self._questions}:
            if window:
                window.close()
                window.deleteLater()
        self.window = self._questions = None
