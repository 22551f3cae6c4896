"""From nothing to a shop: which window comes when, and which file is opened at the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from loyaltydesk import demo, words
from loyaltydesk.demo import Demo, make_demo
from tests.shop import Clock
from tests.ui.person import Person
from ui.firstrun.beginning import Beginning
from ui.firstrun.demo_window import DemoWindow
from ui.firstrun.wizard import FirstRun
from ui.seams.tasks import run_now
from ui.theme.theme import Theme


@pytest.fixture(autouse=True)
def small_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    def make(path: Path, now: object, *, demo: Demo, progress: Callable[[int, int], None]) -> None:
        make_demo(path, now, demo=Demo(6, 20, language=demo.language), progress=progress)

    monkeypatch.setattr(demo, "make_demo", make)


@pytest.fixture
def jobs() -> list[Callable[[], None]]:
    """What a background would do, to be done when the test says so."""
    return []


@pytest.fixture
def beginning(theme: Theme, clock: Clock, jobs: list[Callable[[], None]]) -> Iterator[Beginning]:
    def run(job: Callable[[], object], **answers: Callable[[object], None]) -> None:
        jobs.append(lambda: run_now(job, **answers))

    made = Beginning(theme, run, clock, speak=words.use)
    made.locale = QLocale("pl_PL")
    yield made
    for window in (made.window, made._questions):
        if window:
            window.close()
    words.use("en")


def test_the_questions_are_asked_in_the_computers_language(beginning: Beginning, tmp_path: Path) -> None:
    questions = beginning.ask(tmp_path / "shop.db")
    assert questions.isVisible()
    assert words.active().language == "pl"
    assert questions.answers.currency == "PLN"


def test_the_shop_of_the_answers_is_opened_and_the_questions_go(
    qtbot: QtBot, beginning: Beginning, tmp_path: Path
) -> None:
    questions = beginning.ask(tmp_path / "shop.db")
    with qtbot.waitSignal(beginning.ready) as ready:
        questions.made.emit()
    assert ready.args == [tmp_path / "shop.db"]
    assert not questions.isVisible()
    assert beginning.window is None


def test_a_demo_shop_is_made_without_a_question(
    qtbot: QtBot, beginning: Beginning, tmp_path: Path, jobs: list[Callable[[], None]]
) -> None:
    window = beginning.make_demo(tmp_path / "demo.db")
    assert window.isVisible()
    with qtbot.waitSignal(beginning.ready) as ready:
        jobs.pop()()
    assert ready.args == [tmp_path / "demo.db"]
    assert (tmp_path / "demo.db").is_file()
    assert not window.isVisible()


def test_the_demo_shop_of_the_questions_lies_beside_the_shop(
    qtbot: QtBot, beginning: Beginning, tmp_path: Path, jobs: list[Callable[[], None]]
) -> None:
    questions = beginning.ask(tmp_path / "shop.db")
    person = Person(questions)
    person.tap(person.find(QPushButton, words.tr("Look around in a demo shop")))
    assert isinstance(beginning.window, DemoWindow)
    assert not questions.isVisible()
    with qtbot.waitSignal(beginning.ready) as ready:
        jobs.pop()()
    assert ready.args == [tmp_path / "demo.db"]


def test_a_demo_shop_that_is_there_is_opened_at_once(qtbot: QtBot, beginning: Beginning, tmp_path: Path) -> None:
    (tmp_path / "demo.db").touch()
    questions = beginning.ask(tmp_path / "shop.db")
    with qtbot.waitSignal(beginning.ready) as ready:
        questions.demo_wished.emit()
    assert ready.args == [tmp_path / "demo.db"]


def test_giving_the_demo_shop_up_leads_back_to_the_questions(
    beginning: Beginning, tmp_path: Path, jobs: list[Callable[[], None]]
) -> None:
    questions = beginning.ask(tmp_path / "shop.db")
    questions.demo_wished.emit()
    assert beginning.window
    beginning.window.close()
    assert isinstance(beginning.window, FirstRun)
    assert questions.isVisible()
    jobs.pop()()
    assert list(tmp_path.iterdir()) == []
    assert questions.isVisible()


def test_the_demo_window_comes_where_the_questions_were(beginning: Beginning, tmp_path: Path) -> None:
    questions = beginning.ask(tmp_path / "shop.db")
    questions.move(300, 20)
    middle = questions.geometry().center()
    window = beginning.make_demo(tmp_path / "demo.db")
    apart = window.geometry().center() - middle
    assert max(abs(apart.x()), abs(apart.y())) <= 4  # px of a frame, which nobody knows before it is there
