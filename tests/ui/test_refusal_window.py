"""What cannot be opened is said in one sentence, and a damaged file leads to its backups."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from loyaltydesk import words
from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import FileBroken, FileForeign, FileInUse, FileMissing, FileNewer, Refused
from loyaltydesk.words.catalogue import _Active
from tests.disk import spoil
from tests.shop import Clock
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.person import Person
from ui.refusal_window import RefusalWindow
from ui.seams.tasks import Run, run_now
from ui.theme.theme import Theme


@pytest.fixture
def copies(full_file: Path, clock: Clock) -> list[Path]:
    """Two backups of the shop, the newest first."""
    desk = Desk.open(full_file, clock)
    made = []
    for _day in range(2):
        clock.forward(days=1)
        made.append(desk.shop.back_up(desk.shop.backup_folder))
    desk.close()
    return made[::-1]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, shop_file: Path, clock: Clock) -> Callable[..., RefusalWindow]:
    def build(refused: Refused | None = None, run: Run = run_now) -> RefusalWindow:
        refused = refused or FileBroken(str(shop_file), "database disk image is malformed")
        window = RefusalWindow(theme, run, clock, shop=shop_file, refused=refused)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    return build


@pytest.mark.parametrize("kind", [FileForeign, FileMissing])
def test_a_shop_that_is_gone_leads_to_its_backups(opened, copies, kind: type[Refused]) -> None:
    assert opened(kind("shop.db")).put_back.isVisible()


@pytest.mark.parametrize("kind", [FileForeign, FileMissing, FileInUse, FileNewer])
def test_where_no_backup_helps_none_is_offered(opened, kind: type[Refused]) -> None:
    window = opened(kind("shop.db"))
    assert not window.put_back.isVisible()
    assert Person(window).focus == "Close"


@pytest.mark.parametrize("kind", [FileInUse, FileNewer])
def test_a_file_that_is_whole_is_not_replaced(opened, copies, kind: type[Refused]) -> None:
    assert not opened(kind("shop.db")).put_back.isVisible()


def test_a_damaged_file_is_put_right_with_the_keyboard(
    qtbot: QtBot, opened, copies, full_file: Path, clock: Clock
) -> None:
    spoil(full_file)
    window = opened()
    person = Person(window)
    assert person.focus == "Put a backup back…"
    person.press(Qt.Key.Key_Return)
    assert window.choosing.choice.currentText() == "16 Mar 2026 10:05"
    with qtbot.waitSignal(window.ready) as ready:
        person.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert ready.args == [full_file]
    desk = Desk.open(full_file, clock)
    assert (desk.customers.count(), desk.shop.faults()) == (60, [])
    desk.close()


def test_a_damaged_backup_is_told_and_an_older_one_taken(
    qtbot: QtBot, opened, copies, full_file: Path, clock: Clock
) -> None:
    spoil(full_file)
    spoil(copies[0])
    before = full_file.read_bytes()
    window = opened()
    person = Person(window)
    person.tap(window.put_back)
    person.tap(window.choosing.put_back)
    assert "This backup is damaged. Nothing was changed; choose another one." in person.reads()
    assert full_file.read_bytes() == before
    person.press(Qt.Key.Key_Down)
    assert "This backup is damaged." not in person.reads()
    with qtbot.waitSignal(window.ready):
        person.tap(window.choosing.put_back)


def test_escape_takes_back_step_by_step(opened, copies, full_file: Path) -> None:
    jobs: list[Callable[[], object]] = []
    window = opened(run=lambda job, **answers: jobs.append(lambda: run_now(job, **answers)))
    person = Person(window)
    before = full_file.read_bytes()
    person.press(Qt.Key.Key_Return)
    person.tap(window.choosing.put_back)
    assert window.working.isVisible()
    person.press(Qt.Key.Key_Escape)
    jobs[0]()
    assert window.choosing.isVisible()
    person.press(Qt.Key.Key_Escape)
    assert "The shop cannot be opened" in person.reads()
    assert person.focus == "Put a backup back…"
    assert full_file.read_bytes() == before


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", [*words.LANGUAGES, "long"])
def test_everything_fits(opened, theme: Theme, copies, monkeypatch, language: str, percent: int) -> None:
    theme.set(text_percent=percent)
    if language == "long":
        monkeypatch.setattr(_Active, "words", Long())
    else:
        words.use(language)
    window = opened(run=lambda *_job, **_answers: None)
    for step in (window.put_back.click, window.choosing.put_back.click, lambda: window._on_refused("It is damaged.")):
        assert (cut(window), small(window), nameless(window)) == ([], [], [])
        step()
        QApplication.processEvents()
    assert (cut(window), small(window), nameless(window)) == ([], [], [])
