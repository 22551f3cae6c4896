"""A backup is put back beside the window: done, refused in words, or given up with nothing changed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyaltydesk import words
from loyaltydesk.desk import Desk
from loyaltydesk.model.money import Currency
from loyaltydesk.words.catalogue import _Active
from tests.disk import spoil
from tests.shop import Clock
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.person import Person
from ui.restoring.working import Working, WorkingWindow
from ui.seams.formats import QtFormats
from ui.seams.tasks import BackgroundRunner, Run, run_now
from ui.theme.theme import Theme


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Callable[..., WorkingWindow]:
    def build(run: Run = run_now) -> WorkingWindow:
        window = WorkingWindow(theme, Working(theme, run, QtFormats("en", Currency("EUR", 2))))
        qtbot.addWidget(window, before_close_func=lambda window: window.hide())
        with qtbot.waitExposed(window):
            window.show()
        QApplication.processEvents()
        return window

    return build


def _names(shop: Path, clock: Clock) -> int:
    desk = Desk.open(shop, clock)
    assert desk.shop.faults() == []
    count = desk.customers.count()
    desk.close()
    return count


def test_the_shop_is_as_it_was_and_the_bar_is_full(
    qtbot: QtBot, qapp: QApplication, opened, copies, shop_file: Path, clock: Clock
) -> None:
    runner = BackgroundRunner(qapp)
    window = opened(runner)
    working = window.working
    with qtbot.waitSignal(working.done, timeout=20_000):
        working.begin(copies[0], shop_file, now=clock)
    runner.wait()
    assert working.bar.value() == working.bar.maximum()
    assert _names(shop_file, clock) == 1


def test_a_damaged_backup_changes_nothing(qtbot: QtBot, opened, copies, shop_file: Path, clock: Clock) -> None:
    spoil(copies[0])
    window = opened()
    working = window.working
    with qtbot.waitSignal(working.refused) as refused:
        working.begin(copies[0], shop_file, now=clock)
    assert refused.args == ["This backup is damaged. Nothing was changed; choose another one."]
    assert _names(shop_file, clock) == 2


def test_a_backup_that_is_none_is_told(qtbot: QtBot, opened, tmp_path: Path, shop_file: Path, clock: Clock) -> None:
    (tmp_path / "letter.db").write_text("Dear Anna, " * 1000)
    window = opened()
    working = window.working
    with qtbot.waitSignal(working.refused) as refused:
        working.begin(tmp_path / "letter.db", shop_file, now=clock)
    assert refused.args == [f"{tmp_path / 'letter.db'} is not a shop of Loyalty Desk."]


@pytest.mark.parametrize("how", ["button", "window"])
def test_it_is_given_up_with_nothing_changed(
    qtbot: QtBot, opened, copies, shop_file: Path, clock: Clock, how: str
) -> None:
    """The job waits until somebody gave it up, as a slow computer would make it."""
    jobs: list[Callable[[], object]] = []
    window = opened(lambda job, **answers: jobs.append(lambda: run_now(job, **answers)))
    window.working.begin(copies[0], shop_file, now=clock)
    if how == "button":
        Person(window).enter()
    else:
        assert not window.close()  # the program lets it go when the work has ended
    with qtbot.waitSignal(window.working.given_up):
        jobs[0]()
    assert _names(shop_file, clock) == 2


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", [*words.LANGUAGES, "long"])
def test_everything_fits(opened, theme: Theme, monkeypatch, language: str, percent: int) -> None:
    theme.set(text_percent=percent)
    if language == "long":
        monkeypatch.setattr(_Active, "words", Long())
    else:
        words.use(language)
    window = opened()
    assert (cut(window), small(window), nameless(window)) == ([], [], [])
