"""The first run, by keyboard and by finger, in every language and size, and what it leaves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from loyaltydesk import words
from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import DiskFull
from loyaltydesk.words import catalogue
from tests.shop import Clock
from tests.ui.fitting import Long, cut, nameless, small
from tests.ui.person import Person
from ui.firstrun import wizard
from ui.firstrun.wizard import FirstRun
from ui.theme.choice_card import ChoiceCard
from ui.theme.forms import Choice, Field
from ui.theme.theme import Theme
from ui.theme.tokens import density_for

Asked = Callable[..., tuple[FirstRun, Person]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the shop will be, in a folder that is not there yet."""
    return tmp_path / "data" / "LoyaltyDesk" / "shop.db"


@pytest.fixture
def asked(qtbot: QtBot, theme: Theme, path: Path, clock: Clock) -> Iterator[Asked]:
    def begin(locale: str = "en_GB", *, size: tuple[int, int] = (1000, 660)) -> tuple[FirstRun, Person]:
        window = FirstRun(theme, path, clock, speak=words.use, locale=QLocale(locale))
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return window, Person(window)

    yield begin
    words.use("en")


def _opened(path: Path, clock: Clock) -> Desk:
    return Desk.open(path, clock, alone=False)


def test_enter_name_enter_enter_makes_a_shop(qtbot: QtBot, asked: Asked, path: Path, clock: Clock) -> None:
    window, person = asked()
    person.press(Qt.Key.Key_Return)
    person.type("Corner Café")
    person.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(window.made):
        person.press(Qt.Key.Key_Return)
    desk = _opened(path, clock)
    settings = desk.shop.settings()
    assert (settings.name, settings.language, settings.region) == ("Corner Café", "en", "GB")
    assert desk.shop.programme.name == "Coffee card"
    assert desk.shop.programme.currency.code == "GBP"
    assert desk.shop.faults() == []
    desk.close()
    assert [each.name for each in path.parent.iterdir()] == ["shop.db"]


def test_the_same_with_a_finger(qtbot: QtBot, asked: Asked, path: Path, clock: Clock) -> None:
    window, person = asked()
    person.tap(person.find(ChoiceCard, "Latviešu"))
    person.tap(person.find(QPushButton, "Tālāk"))
    person.find(Field, "Veikala nosaukums").setText("  Kafejnīca   Rīts ")
    person.find(Field, "Otrā rinda").setText("Brīvības iela 12")
    person.find(Choice, "Valūta").choose("PLN")
    person.find(Choice, "Valsts").choose("PL")
    person.tap(person.find(QPushButton, "Tālāk"))
    person.tap(person.find(ChoiceCard, "Kluba karte"))
    with qtbot.waitSignal(window.made):
        person.tap(person.find(QPushButton, words.tr("Open the shop")))
    desk = _opened(path, clock)
    settings = desk.shop.settings()
    assert (settings.name, settings.line) == ("Kafejnīca Rīts", "Brīvības iela 12")
    assert (settings.language, settings.region) == ("lv", "PL")
    assert desk.shop.programme.name == "Kluba karte"
    assert desk.shop.programme.currency.code == "PLN"
    desk.close()


def test_a_language_is_spoken_as_soon_as_it_is_chosen(asked: Asked) -> None:
    window, person = asked()
    person.tap(person.find(ChoiceCard, "Русский"))
    assert words.active().language == "ru"
    assert window.answers.currency == "RUB"
    assert person.focus == "Русский"
    assert person.find(ChoiceCard, "Русский").isChecked()


def test_arrows_go_from_language_to_language(asked: Asked) -> None:
    _, person = asked()
    person.press(Qt.Key.Key_Right)
    assert words.active().language == "pl"
    assert person.focus == "Polski"
    person.press(Qt.Key.Key_Down)
    assert words.active().language == "ru"


def test_arrows_go_from_programme_to_programme(qtbot: QtBot, asked: Asked, path: Path, clock: Clock) -> None:
    window, person = asked()
    person.press(Qt.Key.Key_Return)
    person.type("Salon")
    person.press(Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert person.focus == "Ten visits"
    with qtbot.waitSignal(window.made):
        person.press(Qt.Key.Key_Return)
    desk = _opened(path, clock)
    assert desk.shop.programme.name == "Ten visits"
    desk.close()


def test_a_shop_without_a_name_is_refused_in_place(asked: Asked) -> None:
    window, person = asked()
    person.press(Qt.Key.Key_Return)
    person.type("   ")
    person.press(Qt.Key.Key_Return)
    assert window.number == 1
    assert "Please type the name of the shop." in person.reads()
    assert person.focus == "Name of the shop"
    person.type("x")
    assert "Please type the name of the shop." not in person.reads()


def test_going_back_keeps_what_was_answered(asked: Asked) -> None:
    window, person = asked()
    person.press(Qt.Key.Key_Return)
    person.type("Salon")
    person.press(Qt.Key.Key_Return)
    person.tap(person.find(ChoiceCard, "Club card"))
    for _ in range(2):
        person.tap(person.find(QPushButton, "Back"))
    assert window.number == 0
    person.press(Qt.Key.Key_Return)
    assert person.find(Field, "Name").text() == "Salon"
    person.press(Qt.Key.Key_Return)
    assert person.find(ChoiceCard, "Club card").isChecked()


def test_enter_on_a_button_presses_that_button(asked: Asked) -> None:
    window, person = asked()
    person.press(Qt.Key.Key_Return)
    person.find(QPushButton, "Back").setFocus()
    person.press(Qt.Key.Key_Return)
    assert window.number == 0


def test_escape_leaves_and_nothing_has_happened(asked: Asked, tmp_path: Path) -> None:
    window, person = asked()
    person.press(Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert list(tmp_path.iterdir()) == []


def test_a_demo_shop_can_be_wished_for_at_every_step(qtbot: QtBot, asked: Asked) -> None:
    window, person = asked()
    for _ in range(3):
        with qtbot.waitSignal(window.demo_wished):
            person.tap(person.find(QPushButton, "Look around"))
        if window.number == 1:
            person.find(Field, "Name").setText("x")
        if window.number < 2:
            window.go_on()


def test_a_folder_that_cannot_be_written_is_refused_in_place(qtbot: QtBot, asked: Asked, path: Path) -> None:
    path.parent.parent.write_text("a file where a folder should be")
    window, person = asked()
    person.press(Qt.Key.Key_Return)
    person.type("x")
    person.press(Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(window.made):
        person.press(Qt.Key.Key_Return)
    assert f"{path.parent} cannot be written." in person.reads()
    assert QApplication.overrideCursor() is None


def test_a_full_disk_is_refused_and_the_next_try_may_succeed(
    qtbot: QtBot, asked: Asked, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = wizard.make_shop
    monkeypatch.setattr(wizard, "make_shop", lambda *_: (_ for _ in ()).throw(DiskFull(str(path))))
    window, person = asked()
    person.press(Qt.Key.Key_Return)
    person.type("x")
    person.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert "The disk is full" in person.reads()
    monkeypatch.setattr(wizard, "make_shop", real)
    with qtbot.waitSignal(window.made):
        person.press(Qt.Key.Key_Return)
    assert path.is_file()


@pytest.mark.parametrize("percent", [100, 150])
def test_no_word_is_cut_and_no_target_too_small(
    asked: Asked, theme: Theme, monkeypatch: pytest.MonkeyPatch, percent: int
) -> None:
    theme.set(text_percent=percent, density=density_for(660, percent))
    monkeypatch.setattr(catalogue._Active, "words", Long())
    window, _ = asked(size=(1000, 660))
    for _ in range(3):
        QApplication.processEvents()
        assert cut(window) == []
        assert small(window) == []
        assert nameless(window) == []
        if window.number == 1:
            window.findChild(Field).setText("x")
        if window.number < 2:
            window.go_on()


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_programmes_fit_in_every_language(asked: Asked, language: str) -> None:
    window, person = asked(QLocale(language).name())
    person.tap(person.find(ChoiceCard, words.LANGUAGES[language]))
    window.go_on()
    window.findChildren(Field)[-2].setText("x")
    window.go_on()
    QApplication.processEvents()
    assert cut(window) == []
    assert len(person.names(ChoiceCard)) == 3


def test_tab_goes_through_everything_in_the_order_of_reading(asked: Asked) -> None:
    _, person = asked()
    person.press(Qt.Key.Key_Return)
    seen = []
    for _ in range(7):
        seen.append(person.focus)
        person.press(Qt.Key.Key_Tab)
    assert seen == [
        "Name of the shop", "Second line", "Currency", "Country", "Back", "Look around in a demo shop", "Next",
    ]  # fmt: skip
