"""A setting is found by any of its words, in any section, and opened with the focus on it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget

from ui.settings.page import SettingsPage


@pytest.fixture
def look_for(page: SettingsPage, person):
    def look(text: str) -> list[str]:
        page.searching.field.setFocus()
        page.searching.field.clear()
        person.type(text)
        found = page.searching.list
        return [found.item(row).text() for row in range(found.count())]

    return look


def test_a_setting_is_found_by_its_name_its_help_or_what_can_be_chosen(look_for):
    assert look_for("shop na")[0] == "Shop name · Shop"
    assert "Size of text · Look" in look_for("tired eyes")
    assert "Language · Shop" in look_for("pol")
    assert "Longest pause within a scan · Scanner" in look_for("scan pause")


def test_what_is_named_so_stands_before_what_is_only_explained_so(look_for):
    found = look_for("paper")
    assert found[0] == "Paper · Printers"


def test_a_whole_section_is_found(look_for):
    assert look_for("data safety")[0] == "Data and safety"


def test_enter_leads_to_the_setting_with_the_focus_on_it(page: SettingsPage, person, look_for):
    look_for("address")
    person.enter()
    assert page._shown() is page.section("shop")
    assert QApplication.focusWidget() is page.section("shop").address
    assert page.searching.field.text() == ""


def test_the_arrows_choose_among_what_was_found(page: SettingsPage, person, look_for):
    found = look_for("scan")
    assert len(found) > 2
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert page.searching.list.currentRow() == 1
    person.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.searching.list.currentRow() == 0


def test_a_setting_that_waits_for_another_leads_to_its_section(page: SettingsPage, person, look_for):
    look_for("knife")
    person.enter()
    assert page._shown() is page.section("printers")
    assert person.focus == "Sections"


def test_nothing_found_is_said_with_a_hint(page: SettingsPage, person, look_for):
    assert look_for("zzz") == []
    assert not page.searching.list.isVisible()
    assert page.searching._nothing.isVisible()


def test_escape_gives_the_search_up(page: SettingsPage, person, look_for):
    look_for("sound")
    assert person.find(QListWidget, "Settings found")
    assert page.go_back()
    assert page.section("shop").isVisible()
    assert not page.go_back()


def test_markup_is_only_text(look_for):
    assert look_for("<b>shop</b>") == []
