"""The window that faces the customer fills another screen, grows with it, and leaves the keys to the till."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from ui.display.shown import Progress, Shown
from ui.display.window import CustomerDisplay

STATE = Shown(
    "Kafejnīca Rīts",
    "Thank you, Anna!",
    "+245 points today · balance 1,485",
    "Gold",
    Progress("Free coffee and cake", "only 15 points to go", 1240, 1500, 245),
    "Happy birthday!",
)

TWO_SCREENS = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from ui.display.window import CustomerDisplay
from ui.theme.theme import Theme

app = QApplication([])
theme, till = Theme(app, animate=False), QWidget()
till.show()
display = CustomerDisplay(theme, till)
display.place()
app.processEvents()
place = display.geometry()
frame = "frameless" if display.windowFlags() & Qt.WindowType.FramelessWindowHint else "framed"
print(display.screen().name(), place.x(), place.y(), place.width(), place.height(), frame)
"""


@pytest.fixture
def till(qtbot) -> QWidget:
    till = QWidget()
    qtbot.addWidget(till)
    till.show()
    return till


@pytest.fixture
def display(theme, till) -> CustomerDisplay:
    display = CustomerDisplay(theme, till)
    display.show_state(STATE)
    return display


def words(display) -> list[str]:
    return [each.text() for each in display.findChildren(QLabel) if each.isVisible() and each.text()]


def test_stamps_and_vouchers_have_a_line_of_their_own_while_there_are_any(display):
    display.place()
    assert not any("Coffees" in each for each in words(display))
    display.show_state(replace(STATE, extra="Coffees: 7 of 10"))
    assert "Coffees: 7 of 10" in words(display)
    display.show_state(STATE)
    assert not display._extra.isVisible()


def test_it_shows_all_there_is_and_hides_what_there_is_not(display):
    display.place()
    assert set(words(display)) == {STATE.shop, STATE.greeting, STATE.line, "Gold", "Happy birthday!"} | {
        STATE.progress.what,
        STATE.progress.left,
    }
    display.show_state(Shown("Kafejnīca Rīts", "Hello!"))
    assert words(display) == ["Kafejnīca Rīts", "Hello!"]


def test_on_one_screen_it_is_a_plain_window(display):
    display.place()
    assert display.isWindow()
    assert not display.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert not display.isFullScreen()


def test_it_fills_the_other_screen_where_there_is_one(tmp_path):
    screens = [{"name": name, "x": x, "y": 0, "width": 1024, "height": 600} for name, x in (("A", 0), ("B", 1024))]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"}
    command, root = [sys.executable, "-c", TWO_SCREENS], Path(__file__).parents[3]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=root, check=True, timeout=60)
    assert done.stdout.split() == ["B", "1024", "0", "1024", "600", "frameless"]


def test_it_moves_when_screens_come_and_go(display, qtbot):
    display.place()
    placed: list[int] = []
    display.place = lambda: placed.append(1)
    QGuiApplication.instance().screenRemoved.emit(QGuiApplication.primaryScreen())
    qtbot.waitUntil(lambda: placed == [1])


def test_it_never_takes_the_keys_from_the_till(display):
    assert display.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert display.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not display.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)


def test_letters_grow_with_the_window(display):
    display.resize(1024, 600)
    display.show()
    (greeting,) = [each for each in display.findChildren(QLabel) if each.text() == STATE.greeting]
    small = greeting.font().pixelSize()
    display.resize(2048, 1200)
    assert (small, greeting.font().pixelSize()) == (68, 136)


def test_no_words_make_the_window_grow(display):
    display.place()
    for state in (
        STATE,
        Shown("Kafejnīca Rīts", "Thank you for each of your visits this year, dear Wilhelmina! " * 4),
        STATE,
    ):
        display.show_state(state)
        QApplication.processEvents()
        assert display.size().toTuple() == (1024, 600)


def test_the_bar_shows_what_is_there_and_what_is_coming(display, colour_at, theme):
    display.resize(1024, 600)
    display.show()
    bar = display._bar
    assert colour_at(bar, 0.5) == theme.c.accent
    assert colour_at(bar, 0.9) == theme.c.accent_ghost
    assert colour_at(bar, 0.995) == theme.c.surface_hover
    assert bar.accessibleName() == "Free coffee and cake: only 15 points to go"


def test_a_bill_is_shown_as_large_as_the_line_above_and_makes_nothing_grow(display):
    display.place()
    rows = (("2 × Hot chocolate with marshmallows, cinnamon and a biscuit beside it " * 2, "€8.20"),) * 3
    for state in (replace(STATE, bill=(*rows, ("To pay", "€24.60"))), STATE):
        display.show_state(state)
        QApplication.processEvents()
        assert display.size().toTuple() == (1024, 600)
        seen = [each for each in display.findChildren(QLabel) if each.isVisible() and each.text()]
        assert all(each.fontMetrics().height() <= each.height() for each in seen)
    display.show_state(replace(STATE, bill=(("Cake", "€3.90"), ("To pay", "€3.90"))))
    (cake,) = [each for each in display.findChildren(QLabel) if each.text() == "Cake" and not each.isHidden()]
    (line,) = [each for each in display.findChildren(QLabel) if each.text() == STATE.line]
    assert cake.font().pixelSize() == line.font().pixelSize()
