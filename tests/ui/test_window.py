"""The window leads from page to page, and pages do not know each other."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.keyboard import Keyboard
from ui.seams.page import Page
from ui.theme.tokens import COMFORTABLE, COMPACT
from ui.window import PageSpec, Window


class Listening(Page):
    """A page that remembers what it was asked for."""

    def __init__(self, theme, session, _tools) -> None:
        super().__init__(theme, session)
        self.opened: list[str] = []

    def open(self, what: str) -> None:
        self.opened.append(what)


@pytest.fixture
def window(open_window):
    return open_window([PageSpec("one", "users", "One", Listening), PageSpec("two", "gift", "Two", Listening)])


def test_a_page_that_is_wanted_is_shown_and_opens_what_is_wanted(window):
    window.shown.wanted.emit("two", "somebody")
    assert window.shown is window.page("two")
    assert window.shown.opened == ["somebody"]


def test_a_scan_that_a_dialog_keeps_from_the_pages_is_refused_aloud(window, sounds, qtbot):
    dialog = QDialog(window)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    Keyboard(dialog).scan("2600000000017")
    assert sounds.heard == ["refused"]
    dialog.close()


@pytest.mark.parametrize("tell", [Window.warn, Window.notify])
def test_what_is_said_above_the_page_pushes_nothing_off_the_screen(open_window, tell):
    window = open_window()
    assert window.theme.density is COMFORTABLE
    tell(window, "The shop's file is damaged: customers: rows that do not follow from the journal: 11")
    QApplication.processEvents()
    assert window.height() == 768
    assert window.theme.density is COMPACT
