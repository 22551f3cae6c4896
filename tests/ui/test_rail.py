"""The pages and their names fit into the rail, in every language and size of text."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from loyaltydesk.words import LANGUAGES, use
from ui.rail import Rail
from ui.seams.page import Page
from ui.theme.buttons import RailButton
from ui.theme.marks import Avatar
from ui.theme.tokens import density_for
from ui.window import PageSpec

EDGE = 6  # px of padding and border on both sides of the words


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_name_of_every_page_is_seen_whole(open_window, theme, language, percent):
    use(language)
    window = open_window()
    theme.set(density=density_for(window.height(), percent), text_percent=percent)
    QApplication.processEvents()
    buttons = window.findChildren(RailButton)
    assert len(buttons) >= 4
    rooms = {each.text(): each.width() - EDGE - each.fontMetrics().horizontalAdvance(each.text()) for each in buttons}
    assert min(rooms.values()) >= 0, rooms


@pytest.mark.parametrize("percent", [100, 125, 150])
@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_ten_pages_stand_in_the_rail_and_none_is_lower_than_a_finger(open_window, theme, size, percent):
    specs = [PageSpec(str(number), "users", f"Page {number}", _page, number == 10) for number in range(1, 11)]
    theme.set(text_percent=percent)
    window = open_window(specs, size=size)
    theme.set(density=density_for(size[1], percent), text_percent=percent)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    buttons = sorted(window.findChildren(RailButton), key=RailButton.y)
    assert [each.text() for each in buttons] == [f"Page {number}" for number in range(1, 11)]
    assert min(each.height() for each in buttons) >= max(44, buttons[0].sizeHint().height())
    assert all(upper.geometry().bottom() < lower.y() for upper, lower in pairwise(buttons))
    assert buttons[-1].geometry().bottom() < window.height()


def test_the_tenth_page_is_reached_by_the_key_that_stands_tenth(open_window):
    window = open_window([PageSpec(str(number), "users", str(number), _page) for number in range(1, 11)])
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.key == "10"


def test_the_emblem_gives_way_before_a_page_does(theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    rail = Rail(theme)
    rail.setParent(window)
    for number in range(10):
        rail.add(RailButton(theme, "users", text=str(number)))
    rail.add_gap()
    rail.resize(rail.minimumSizeHint())
    window.show()
    emblem = rail.findChild(Avatar)
    assert not emblem.isVisible()
    rail.resize(rail.width(), 1000)
    assert emblem.isVisible()
    assert {each.packing for each in rail.findChildren(RailButton)} == {""}


def _page(theme, session, _tools) -> Page:
    return Page(theme, session)
