"""Buttons show their words literally, tell their names, follow the theme and stop listening when they are gone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import Shiboken

from ui.theme.buttons import Button, IconButton, RailButton, SegmentedControl
from ui.theme.charts.bars import BarChart
from ui.theme.forms import Field
from ui.theme.frames import Panel
from ui.theme.marks import Avatar, Glyph
from ui.theme.progress import ProgressBar
from ui.theme.tokens import DARK, LIGHT, SPACIOUS

SPANS = [("30", "30 days"), ("90", "90 days"), ("365", "12 months")]


def colours(widget):
    image = widget.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*at).name().upper() for at in points}


def test_a_button_shows_its_key_and_tells_its_words(qtbot, theme):
    button = Button(theme, "Salt & Pepper", key="F4")
    qtbot.addWidget(button)
    assert button.text() == "Salt && Pepper   F4"
    assert button.accessibleName() == "Salt & Pepper"
    button.setText("Undo")
    assert (button.text(), button.accessibleName()) == ("Undo   F4", "Undo")


def test_the_gap_of_an_icon_comes_and_goes_with_the_words(qtbot, theme):
    button = Button(theme, "", icon="printer")
    qtbot.addWidget(button)
    button.setText("Print")
    assert button.iconSize().width() == button.iconSize().height() + 8
    button.setText("")
    assert button.iconSize().width() == button.iconSize().height()


def test_the_icon_of_a_button_has_a_gap_before_its_words_but_stands_alone_in_the_middle(qtbot, theme):
    with_words, alone = Button(theme, "Print", icon="printer"), Button(theme, "", kind="key", icon="delete")
    for button in (with_words, alone):
        qtbot.addWidget(button)
    assert with_words.iconSize().width() == with_words.iconSize().height() + 8
    assert alone.iconSize().width() == alone.iconSize().height()


@pytest.mark.parametrize("kind", ["outline", "primary", "danger"])
def test_the_icon_of_a_button_changes_with_the_theme_and_fades_when_disabled(qtbot, theme, kind):
    button = Button(theme, "", kind=kind, icon="credit-card")
    qtbot.addWidget(button)
    role = {"outline": "text", "primary": "on_accent", "danger": "danger"}[kind]
    assert getattr(LIGHT, role) in colours(button)
    theme.set(mode="dark")
    assert getattr(DARK, role) in colours(button)
    button.setEnabled(False)
    assert DARK.text_disabled in colours(button)
    assert getattr(DARK, role) not in colours(button)


def test_the_icon_of_a_rail_button_shines_while_its_page_is_shown(qtbot, theme):
    button = RailButton(theme, "credit-card", text="Cards")
    qtbot.addWidget(button)
    assert LIGHT.rail_text in colours(button)
    button.setChecked(True)
    assert LIGHT.rail_active in colours(button)
    assert button.accessibleName() == "Cards"


def test_icons_grow_with_the_density(qtbot, theme):
    buttons = Button(theme, "Print", icon="printer"), IconButton(theme, "x", name="Clear")
    rail = RailButton(theme, "users", text="Customers")
    for button in (*buttons, rail):
        qtbot.addWidget(button)
    theme.set(density=SPACIOUS)
    assert {button.iconSize().height() for button in buttons} == {SPACIOUS.icon}
    assert rail.iconSize().height() == SPACIOUS.icon_l


def test_a_button_without_words_has_a_name_and_a_tip(qtbot, theme):
    button = IconButton(theme, "x", name="Clear <all>")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Clear <all>"
    assert "&lt;all&gt;" in button.toolTip()


@pytest.mark.parametrize(
    "make",
    [
        lambda theme: Button(theme, "Print", icon="printer"),
        lambda theme: RailButton(theme, "users", text="Customers"),
        lambda theme: SegmentedControl(theme, SPANS),
        lambda theme: Field(theme, "Name", lead=Glyph(theme, "user")),
        ProgressBar,
        Avatar,
        BarChart,
        Panel,
    ],
)
def test_what_is_gone_hears_nothing_more_of_the_theme(theme, make):
    made = make(theme)
    Shiboken.delete(made)
    theme.set(mode="dark")  # an error in a slot would fail this test
    assert not Shiboken.isValid(made)


def test_one_segment_is_on_and_a_click_tells_which(qtbot, theme):
    spans = SegmentedControl(theme, SPANS, current="90")
    qtbot.addWidget(spans)
    assert spans.current() == "90"
    with qtbot.waitSignal(spans.chosen) as told:
        qtbot.mouseClick(spans.findChildren(QPushButton)[2], Qt.MouseButton.LeftButton)
    assert told.args == ["365"]
    assert spans.current() == "365"


def test_segments_are_walked_with_the_arrow_keys(qtbot, theme):
    spans = SegmentedControl(theme, SPANS)
    qtbot.addWidget(spans)
    with qtbot.waitExposed(spans):
        spans.show()
    spans.activateWindow()
    first = spans.findChildren(QPushButton)[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert spans.current() == "90"


def test_tab_leads_to_the_segment_that_is_on(qtbot, theme):
    spans = SegmentedControl(theme, SPANS, current="90")
    qtbot.addWidget(spans)
    with qtbot.waitExposed(spans):
        spans.show()
    spans.activateWindow()
    for wanted in ("90", "365"):
        spans.choose(wanted)
        spans.setFocus()
        spans.focusNextChild()
        on = [button for button in spans.findChildren(QPushButton) if button.hasFocus()]
        assert [button.isChecked() for button in on] == [True]


def test_a_segment_there_is_not_is_refused(qtbot, theme):
    spans = SegmentedControl(theme, SPANS)
    qtbot.addWidget(spans)
    with pytest.raises(ValueError, match="7"):
        spans.choose("7")


def test_enter_presses_the_button_that_has_the_focus_outside_of_dialogs_too(theme, qtbot):
    button = Button(theme, "Undo", icon="undo-2", key="F6")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
