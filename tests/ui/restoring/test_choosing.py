"""The newest backup is chosen, each says what it means, and one may lie elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from loyaltydesk import words
from loyaltydesk.words.catalogue import _Active
from tests.shop import Clock
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.person import Person
from ui.restoring.choosing import Choosing, ChoosingDialog
from ui.seams.formats import formats_without_shop
from ui.theme.theme import Theme


@pytest.fixture
def before(qtbot: QtBot) -> QWidget:
    """The window that the dialog stands before."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, before: QWidget, shop_file: Path, clock: Clock) -> Callable[[], ChoosingDialog]:
    def build() -> ChoosingDialog:
        choosing = Choosing(theme, shop_file, now=clock(), formats=formats_without_shop())
        dialog = ChoosingDialog(before, theme, choosing)
        with qtbot.waitExposed(dialog):
            dialog.open()
        QApplication.processEvents()
        return dialog

    return build


def test_the_newest_is_chosen_and_enter_on_the_button_wants_it(qtbot: QtBot, copies: list[Path], opened) -> None:
    dialog = opened()
    person = Person(dialog)
    assert dialog.choosing.choice.currentText() == "15 Mar 2026 10:05"
    assert "The shop will be as it was on 15 Mar 2026 10:05;" in person.reads()
    assert person.focus == "Backup"
    with qtbot.waitSignal(dialog.choosing.wanted) as wanted:
        person.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert wanted.args == copies[:1]


def test_an_older_one_is_chosen_with_the_arrow(qtbot: QtBot, copies: list[Path], opened) -> None:
    dialog = opened()
    person = Person(dialog)
    person.press(Qt.Key.Key_Down)
    assert "as it was on 14 Mar 2026 10:05;" in person.reads()
    with qtbot.waitSignal(dialog.choosing.wanted) as wanted:
        person.tap(dialog.choosing.put_back)
    assert wanted.args == copies[1:]


def test_escape_wants_nothing(qtbot: QtBot, copies: list[Path], opened) -> None:
    dialog = opened()
    wanted: list[Path] = []
    dialog.choosing.wanted.connect(wanted.append)
    with qtbot.waitSignal(dialog.rejected):
        Person(dialog).press(Qt.Key.Key_Escape)
    assert wanted == []


def test_cancel_wants_nothing(qtbot: QtBot, copies: list[Path], opened) -> None:
    dialog = opened()
    with qtbot.waitSignal(dialog.finished) as finished:
        Person(dialog).tap(dialog.choosing.cancel)
    assert finished.args == [QDialog.DialogCode.Rejected.value]


def test_without_a_backup_one_is_looked_for_elsewhere(qtbot: QtBot, opened, tmp_path: Path) -> None:
    dialog = opened()
    person = Person(dialog)
    assert "There is no backup beside the shop's file." in person.reads()
    assert not dialog.choosing.put_back.isEnabled()
    dialog.choosing.ask_file = lambda _parent, _folder: str(tmp_path / "stick" / "copy.ldbak")
    assert person.focus == "Another file…"
    person.enter()
    assert "as it was when this copy was made;" in person.reads()
    with qtbot.waitSignal(dialog.choosing.wanted) as wanted:
        person.enter()
    assert wanted.args == [tmp_path / "stick" / "copy.ldbak"]


def test_no_file_is_no_choice(copies: list[Path], opened) -> None:
    dialog = opened()
    dialog.choosing.ask_file = lambda _parent, _folder: ""
    Person(dialog).tap(dialog.choosing.another)
    assert dialog.choosing.choice.count() == 2


def test_what_was_refused_is_said_until_another_is_chosen(copies: list[Path], opened) -> None:
    dialog = opened()
    person = Person(dialog)
    dialog.choosing.refuse("It is damaged.")
    assert "It is damaged." in person.reads()
    person.press(Qt.Key.Key_Down)
    assert "It is damaged." not in person.reads()


def _look_over(dialog: ChoosingDialog) -> None:
    for _ in range(2):
        assert (cut(dialog), small(dialog), nameless(dialog)) == ([], [], [])
        dialog.choosing.refuse("This backup is damaged. Nothing was changed; choose another one.")
        QApplication.processEvents()


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_everything_fits_in_every_language(copies: list[Path], opened, theme: Theme, language: str, percent) -> None:
    theme.set(text_percent=percent)
    words.use(language)
    _look_over(opened())


@pytest.mark.parametrize("percent", [100, 150])
def test_everything_fits_with_words_that_are_longer(opened, theme: Theme, monkeypatch, percent: int) -> None:
    theme.set(text_percent=percent)
    monkeypatch.setattr(_Active, "words", Long())
    _look_over(opened())
