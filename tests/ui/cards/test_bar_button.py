"""A button of the title bar gives its words up before the window grows for them."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.cards.bar_button import BarButton


@pytest.fixture
def button(qtbot, theme):
    bar = QWidget()
    button = BarButton(theme, "Print a test card", icon="printer")
    QHBoxLayout(bar).addWidget(button)
    qtbot.addWidget(bar)
    bar.show()
    button.bar = bar
    return button


def test_with_room_it_has_its_words(button):
    button.window().resize(400, 80)
    assert button.has_words
    assert button.toolTip() == ""


def test_without_room_it_has_its_icon_its_name_and_a_tip(theme, button):
    button.window().resize(90, 80)
    assert not button.has_words
    assert theme.m.touch <= button.width() < button.sizeHint().width()
    assert button.accessibleName() == "Print a test card"
    assert "Print a test card" in button.toolTip()
    ink = theme.colour("text").rgb()
    picture = button.grab().toImage()
    darkest = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixel(x, y) == ink]
    assert max(darkest) - min(darkest) <= theme.m.icon  # nothing but the icon
