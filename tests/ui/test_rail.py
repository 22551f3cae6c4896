"""The names of the pages fit into the rail, in every language and size of text."""

import pytest
from PySide6.QtWidgets import QApplication

from loyaltydesk.words import LANGUAGES, use
from ui.theme.buttons import RailButton
from ui.theme.tokens import density_for

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
