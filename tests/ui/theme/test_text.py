"""What a person typed is shown literally everywhere, and a long name gives way without being lost."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QToolTip, QWidget

from ui.theme.blocks import Banner, EmptyState
from ui.theme.forms import Field, FormRow
from ui.theme.text import ElidedLabel, breakable, chip, label, literal, set_tip
from ui.theme.tokens import LIGHT

MARKUP = "<b>x</b> & <img src=x>"


@pytest.mark.parametrize("make", [label, chip, ElidedLabel])
def test_markup_in_a_label_appears_as_it_was_typed(qtbot, theme, make):
    made = make(MARKUP)
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    assert made.sizeHint().width() >= made.fontMetrics().horizontalAdvance(MARKUP)


@pytest.mark.parametrize(
    "make",
    [
        lambda theme: Banner(theme, MARKUP, detail=MARKUP),
        lambda theme: EmptyState(theme, "search", title=MARKUP, hint=MARKUP),
        lambda theme: FormRow(theme, Field(theme, "Name"), text=MARKUP, hint=MARKUP),
    ],
)
def test_markup_in_a_block_appears_as_it_was_typed(qtbot, theme, make):
    block = make(theme)
    qtbot.addWidget(block)
    words = [made for made in block.findChildren(QLabel) if made.text()]
    assert [made.text() for made in words] == [MARKUP, MARKUP]
    assert {made.textFormat() for made in words} == {Qt.TextFormat.PlainText}


def test_markup_in_a_tool_tip_is_escaped(qtbot, theme):
    widget = QWidget()
    qtbot.addWidget(widget)
    set_tip(widget, "<b>x</b>")
    assert widget.toolTip().startswith("<span>")  # so Qt takes it for rich text, and shows it as:
    assert QTextDocumentFragment.fromHtml(widget.toolTip()).toPlainText() == "<b>x</b>"
    set_tip(widget, "")
    assert widget.toolTip() == ""


def test_an_ampersand_in_a_button_is_no_mnemonic(qtbot, theme):
    button = QPushButton(literal("Salt & Pepper"))
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert not QPushButton(literal("R&D")).shortcut().toString()


def test_a_chip_is_a_true_pill(qtbot, theme):
    made = chip("Gold", "gold")
    qtbot.addWidget(made)
    made.show()
    assert made.height() == theme.m.chip


def test_tones_colour_the_words(qtbot, theme):
    made = label("3 days", tone="warning")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.palette().color(made.foregroundRole()).name().upper() == LIGHT.warning


@pytest.fixture
def squeezed(qtbot, theme):
    """An elided label in a row that is 200 pixels wide."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    words = ElidedLabel("", "name", tone="accent")
    box.addWidget(words)
    qtbot.addWidget(row)
    row.resize(200, 60)
    row.show()
    return words, row


def tip(widget):
    """What the widget tells a mouse that rests on it."""
    spot = QPoint(5, 5)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, spot, widget.mapToGlobal(spot)))
    QToolTip.hideText()
    return QTextDocumentFragment.fromHtml(widget.toolTip()).toPlainText()


def test_a_long_name_is_shortened_and_told_whole_as_a_tip(squeezed):
    words, _row = squeezed
    words.setText("Anna Katarzyna <Kowalska> " * 20)
    assert words.shown_text().endswith("…")
    assert words.fontMetrics().horizontalAdvance(words.shown_text()) <= 200
    assert "<Kowalska>" in tip(words)


def test_a_name_that_has_room_needs_no_tip(squeezed):
    words, row = squeezed
    words.setText("A name longer than its row")
    assert tip(words) == words.text()
    row.resize(900, 60)
    assert words.shown_text() == words.text()
    assert tip(words) == ""


def test_a_long_name_gives_way_before_its_neighbours(squeezed):
    words, row = squeezed
    words.setText("Anna Katarzyna Kowalska " * 20)
    assert row.minimumSizeHint().width() < 200
    assert words.sizeHint().width() > 900


def test_a_name_of_two_lines_stands_on_one(squeezed):
    words, _row = squeezed
    words.setText("Anna\nKowalska")
    assert words.text() == "Anna Kowalska"


def test_a_shortened_name_keeps_the_colour_of_its_tone(squeezed):
    words, row = squeezed
    words.setText("MMMMMMM")
    image = row.grab().toImage()
    points = ((x, y) for x in range(200) for y in range(image.height()))
    assert LIGHT.accent in {image.pixelColor(*at).name().upper() for at in points}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("/home/ilze/shop.db is damaged.", ["/home/", "ilze/", "shop.db is damaged."]),
        (r"C:\Users\Ilze\shop.db", ["C:\\", "Users\\", "Ilze\\", "shop.db"]),
        ("1 / 2, and/", ["1 / 2, and/"]),
        ("", [""]),
    ],
)
def test_a_long_name_of_a_file_may_be_broken_within(text: str, parts: list[str]) -> None:
    assert breakable(text).split("\N{ZERO WIDTH SPACE}") == parts
