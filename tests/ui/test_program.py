"""The running program: its window is made anew in another language, and a worry about the file stays in sight."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from loyaltydesk import words
from loyaltydesk.demo import Demo, make_demo
from loyaltydesk.desk import Desk
from tests.disk import PAGE, spoil
from tests.shop import Clock, join
from tests.ui.person import Person
from ui import program as module
from ui.firstrun.answers import Answers, make_shop
from ui.firstrun.demo_window import DemoWindow
from ui.firstrun.wizard import FirstRun
from ui.program import Program
from ui.restoring.working import WorkingWindow
from ui.seams.page import Page
from ui.seams.preferences import Preferences
from ui.theme.theme import Theme
from ui.window import PageSpec

_Window = TypeVar("_Window", bound=QWidget)


class Plain(Page):
    """A page with nothing but its bar."""

    def __init__(self, theme, session, _tools) -> None:
        super().__init__(theme, session)
        self.add_title("Plain", session.formats.money(1250))


@pytest.fixture
def program(
    qapp: QApplication, dressed: Theme, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    specs = [PageSpec("one", "users", "One", Plain), PageSpec("two", "settings", "Two", Plain, at_foot=True)]
    monkeypatch.setattr(module, "page_specs", lambda: specs)
    usual = QLocale()
    preferences = Preferences(QSettings(str(tmp_path / "p.ini"), QSettings.Format.IniFormat))
    program = Program(qapp, clock, preferences=preferences, theme=preferences.dress(qapp))
    yield program
    if program.window:
        program.window.close()
    program.close()
    QLocale.setDefault(usual)
    words.use("en")
    dressed.set(mode="dark")
    dressed.set(mode="light")


def test_another_language_makes_the_window_anew_on_the_same_page(
    qtbot: QtBot, program: Program, shop_file: Path
) -> None:
    assert program.open(shop_file)
    old = program.window
    assert old
    old.showNormal()
    old.resize(700, 560)
    size = old.size()
    old.go("two")
    old.shown.session.language_chosen.emit("pl")
    qtbot.waitUntil(lambda: program.window is not old)
    window = program.window
    assert window
    assert window.key == "two"
    assert words.active().language == "pl"
    assert [each.text() for each in window.shown.findChildren(QLabel)][1] == "12,50\N{NO-BREAK SPACE}€"
    assert window.size() == size
    qtbot.waitUntil(lambda: not isValid(old))


def test_after_the_first_paint_the_shop_is_looked_after(qtbot: QtBot, program: Program, shop_file: Path) -> None:
    program.open(shop_file)
    qtbot.waitUntil(lambda: any((shop_file.parent / "backups").glob("*.ldbak")))
    program.run.wait()


def test_what_was_under_way_is_answered_before_the_shop_is_let_go(program: Program, shop_file: Path) -> None:
    program.open(shop_file)
    desk, names = program.desk, list[str]()
    assert desk is not None
    program.run(lambda: None, done=lambda _nothing: names.append(desk.shop.programme.name), refused=print)
    program.close()
    assert len(names) == 1


def test_a_worry_stays_until_it_is_closed(qtbot: QtBot, program: Program, shop_file: Path) -> None:
    (shop_file.parent / "backups").write_text("not a folder")
    program.open(shop_file)
    window = program.window
    assert window
    qtbot.waitUntil(lambda: window._warning.isVisible())
    window.shown.session.changed.emit()
    assert window._warning.isVisible()
    window._dismiss.click()
    assert window._warning.isHidden()


def test_the_first_window_fills_the_screen_and_a_later_one_is_where_it_was(program: Program, shop_file: Path) -> None:
    program.open(shop_file)
    first = program.window
    assert first
    assert first.isMaximized()
    first.showNormal()
    first.resize(700, 560)
    size = first.size()
    later = program.open_window()
    assert (later.isMaximized(), later.size()) == (False, size)


def test_a_shop_that_cannot_be_opened_has_a_window_of_its_own(program: Program, tmp_path: Path) -> None:
    assert not program.open(tmp_path / "gone.db")
    assert program.window is None
    assert program._refusal
    assert program._refusal.isVisible()
    assert program._refusal.put_back.isHidden()  # there are no backups
    program._refusal.close()


@pytest.mark.parametrize(("active", "cashier"), [(True, "Eva"), (False, "")])
def test_a_cashier_who_left_is_not_at_the_till_any_more(
    program: Program, shop_file: Path, clock: Clock, *, active: bool, cashier: str
) -> None:
    with closing(Desk.open(shop_file, clock)) as desk:
        eva = desk.staff.add("Eva")
        desk.staff.add("Marta")
        desk.staff.save(replace(eva, is_active=active))
    program.preferences.cashier = "eva"
    program.open(shop_file)
    assert program.window
    assert program.desk
    assert (program.window.is_locked, program.desk.cashier) == (not active, cashier)


def test_without_a_shop_it_is_asked_what_it_shall_be_and_then_the_window_opens(
    qtbot: QtBot, program: Program, tmp_path: Path, clock: Clock
) -> None:
    path = tmp_path / "shop.db"
    program.begin(path)
    (questions,) = _seen(FirstRun)
    assert program.window is None
    make_shop(path, Answers("lv", "LV", "EUR", "Rīts"), clock)
    questions.made.emit()
    assert program.window
    assert program.window.isVisible()
    assert words.active().language == "lv"
    assert not questions.isVisible()


def test_a_demo_shop_is_made_when_it_is_wished_for_and_not_there(program: Program, tmp_path: Path) -> None:
    program.begin(tmp_path / "demo.db", demo=True)
    (making,) = _seen(DemoWindow)
    making.close()
    program.run.wait()
    assert list(tmp_path.glob("demo*")) == []


def test_a_shop_that_is_there_is_opened_without_a_question(program: Program, shop_file: Path) -> None:
    program.begin(shop_file, demo=True)
    assert program.window
    assert _seen(FirstRun) == _seen(DemoWindow) == []


def _seen(kind: type[_Window]) -> list[_Window]:
    """The windows of a kind that can be seen."""
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible()]


@pytest.fixture
def demo_file(tmp_path: Path, clock: Clock) -> Path:
    path = tmp_path / "demo.db"
    make_demo(path, clock, demo=Demo(3, 5))
    return path


def test_a_demo_shop_is_left_for_a_shop_of_ones_own(
    qtbot: QtBot, program: Program, demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOYALTYDESK_SHOP", str(tmp_path / "shop.db"))
    program.open(demo_file)
    window, session = program.window, program.session
    assert window
    assert session
    with qtbot.waitSignal(window.closed):
        session.own_shop_wanted.emit()
        session.own_shop_wanted.emit()
    (questions,) = _seen(FirstRun)
    assert (program.window, program.desk) == (None, None)
    qtbot.waitUntil(lambda: not isValid(window) and not isValid(session))
    questions.demo_wished.emit()  # and one can change one's mind
    assert program.window
    assert program.desk
    assert program.desk.path == demo_file


def test_the_own_shop_that_is_there_is_opened_at_once(
    qtbot: QtBot, program: Program, demo_file: Path, shop_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOYALTYDESK_SHOP", str(shop_file))
    program.open(demo_file)
    assert program.session
    program.session.own_shop_wanted.emit()
    qtbot.waitUntil(lambda: program.desk is not None and program.desk.path == shop_file)
    assert program.window
    assert program.window.isVisible()


@pytest.fixture
def copy(full_file: Path, clock: Clock) -> Path:
    """A backup of the shop, which has one customer more since then."""
    desk = Desk.open(full_file, clock)
    made = desk.shop.back_up(desk.shop.backup_folder)
    join(desk, "Somebody new")
    desk.close()
    return made


def _count(program: Program) -> int:
    assert program.desk
    return program.desk.customers.count()


def test_wherever_a_file_is_damaged_it_is_opened_or_refused(program: Program, copy: Path, full_file: Path) -> None:
    """The first window reads pages of its own, and what is wrong with one of them is no fault of the program."""
    whole, refused = full_file.read_bytes(), 0
    for page in range(1, 24):
        full_file.write_bytes(whole[: page * PAGE] + b"\xa5" * PAGE + whole[(page + 1) * PAGE :])
        if not program.open(full_file):
            refused += 1
            assert program._refusal
            assert program._refusal.put_back.isVisible()
            program._refusal.close()
        _leave(program)
    assert refused >= 3


def _leave(program: Program) -> None:
    if program.window and program.session:
        program._let_go(lambda: None)


def test_a_damaged_file_is_refused_and_its_backup_put_back(
    qtbot: QtBot, program: Program, copy: Path, full_file: Path
) -> None:
    spoil(full_file)
    assert not program.open(full_file)
    refusal = program._refusal
    assert refusal
    person = Person(refusal)
    person.press(Qt.Key.Key_Return)  # put a backup back …
    person.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)  # this one
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert _count(program) == 60
    assert len(list(full_file.parent.glob("shop-before-restore-*.db"))) == 1
    qtbot.waitUntil(lambda: not isValid(refusal))


def test_a_backup_of_the_open_shop_is_put_back(qtbot: QtBot, program: Program, copy: Path, full_file: Path) -> None:
    program.open(full_file)
    old, session = program.window, program.session
    assert old
    assert session
    assert _count(program) == 61
    session.backup_wanted.emit(copy)
    session.backup_wanted.emit(copy)
    qtbot.waitUntil(lambda: program.window not in (None, old), timeout=20_000)
    assert _count(program) == 60
    assert not program.window._warning.isVisible()
    qtbot.waitUntil(lambda: not isValid(old) and not isValid(session))
    qtbot.waitUntil(lambda: _seen(WorkingWindow) == [])
    assert len(list(full_file.parent.glob("shop-before-restore-*.db"))) == 1


def test_a_backup_that_is_refused_leaves_the_shop_as_it_is(
    qtbot: QtBot, program: Program, copy: Path, full_file: Path
) -> None:
    spoil(copy)
    program.open(full_file)
    old, session = program.window, program.session
    assert session
    session.backup_wanted.emit(copy)
    qtbot.waitUntil(lambda: program.window not in (None, old), timeout=20_000)
    assert _count(program) == 61
    assert program.window
    assert program.window._warning.accessibleName().startswith("This backup is damaged. Nothing was changed")
    assert list(full_file.parent.glob("shop-before-restore-*.db")) == []
