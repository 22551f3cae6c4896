"""The made-up person of the tests does what a real one does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.ui.person import Person
from ui.seams.page import Page
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.window import PageSpec


class Counter(Page):
    """A page with a field and a button."""

    def __init__(self, theme, session, _tools) -> None:
        super().__init__(theme, session)
        self.scans: list[str] = []
        self.taps = 0
        self.field, self.button = Field(theme, "Name"), Button(theme, "Undo", key="F6")
        self.button.clicked.connect(self._on_clicked)
        self.column.addWidget(self.field)
        self.column.addWidget(self.button)

    def take_scan(self, code: str) -> bool:
        self.scans.append(code)
        return True

    def _on_clicked(self) -> None:
        self.taps += 1


@pytest.fixture
def someone(open_window) -> Person:
    return Person(open_window([PageSpec("counter", "users", "Counter", Counter)]))


def test_a_person_types_into_the_field_that_has_the_focus(someone):
    field = someone.find(QLineEdit, "Name")
    field.setFocus()
    someone.type("Zoë 14,50")
    assert (field.text(), someone.focus) == ("Zoë 14,50", "Name")


def test_a_scan_reaches_the_page_and_no_field(someone):
    page = someone.window.shown
    page.field.setFocus()
    someone.scan("2600000000017")
    assert (page.scans, page.field.text()) == (["2600000000017"], "")


def test_a_person_taps_what_is_called_so_and_reads_what_is_there(someone):
    someone.tap(someone.find(QPushButton, "Undo"))
    assert someone.window.shown.taps == 1
    with pytest.raises(AssertionError, match="Print"):
        someone.find(QPushButton, "Print")


def test_a_person_moves_on_with_tab(someone):
    someone.find(QLineEdit, "Name").setFocus()
    someone.press(Qt.Key.Key_Tab)
    assert someone.focus == "Undo"
