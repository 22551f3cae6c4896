"""The small window that makes a demo shop: made, refused, given up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyaltydesk import demo
from loyaltydesk.demo import Demo, make_demo
from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull
from loyaltydesk.words import catalogue
from tests.shop import Clock
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.person import Person
from ui.firstrun.demo_window import DemoWindow
from ui.seams.tasks import BackgroundRunner, run_now
from ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def small_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo shop is made small, as the tests of the demo see to the large one."""

    def make(path: Path, now: object, *, demo: Demo, progress: Callable[[int, int], None]) -> None:
        make_demo(path, now, demo=Demo(6, 60, language=demo.language), progress=progress)

    monkeypatch.setattr(demo, "make_demo", make)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> DemoWindow:
    window = DemoWindow(theme, run_now)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_the_shop_is_made_and_the_bar_is_full(qtbot: QtBot, window: DemoWindow, tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "data" / "demo.db"
    with qtbot.waitSignal(window.made):
        window.begin(path, clock)
    assert window.bar.value() == window.bar.maximum()
    desk = Desk.open(path, clock)
    assert desk.customers.count() == 6
    desk.close()


def test_it_is_made_beside_the_windows_thread(
    qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path, clock: Clock
) -> None:
    run = BackgroundRunner(qapp)  # as in the program, where it outlives every window
    window = DemoWindow(theme, run)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.made, timeout=20_000):
        window.begin(tmp_path / "demo.db", clock)
    run.wait()
    assert (tmp_path / "demo.db").is_file()


def test_escape_gives_it_up_and_nothing_is_left(qtbot: QtBot, theme: Theme, tmp_path: Path, clock: Clock) -> None:
    """The job waits until the window was closed, as a slow computer would make it."""
    jobs: list[Callable[[], object]] = []
    window = DemoWindow(theme, lambda job, **_: jobs.append(job))
    qtbot.addWidget(window)
    window.show()
    window.begin(tmp_path / "demo.db", clock)
    with qtbot.waitSignal(window.given_up):
        Person(window).press(Qt.Key.Key_Escape)
    assert jobs[0]() is False
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_is_said_in_place(
    window: DemoWindow, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull("demo.db")

    monkeypatch.setattr(demo, "make_demo", full)
    window.begin(tmp_path / "demo.db", clock)
    assert "The disk is full" in Person(window).reads()
    assert window.stop_button.text() == "Close"


@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_is_cut_and_every_control_has_a_name(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    theme.set(text_percent=percent)
    monkeypatch.setattr(catalogue._Active, "words", Long())
    window = DemoWindow(theme, run_now)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    for _ in range(2):
        QApplication.processEvents()
        assert cut(window) == []
        assert small(window) == []
        assert nameless(window) == []
        window._on_refused(DiskFull("demo.db"))
