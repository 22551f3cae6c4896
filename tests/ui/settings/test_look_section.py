"""The look changes under the eyes, and is the same after the next start."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ui.settings.look_section import PERCENTS, LookSection
from ui.theme.tokens import COMFORTABLE, COMPACT, DARK, LIGHT


@pytest.fixture
def section(page) -> LookSection:
    page.open("look")
    return page.section("look")


def test_dark_is_dark_at_once_and_after_the_next_start(section, person, theme, tools):
    person.tap(person.find(QPushButton, "Dark"))
    assert theme.c is DARK
    assert tools.preferences.theme == "dark"
    person.tap(person.find(QPushButton, "Light"))
    assert theme.c is LIGHT
    person.tap(person.find(QPushButton, "Like the system"))
    assert (theme.mode, tools.preferences.theme) == ("system", "system")
    assert section.saved.isVisible()


@pytest.mark.parametrize("percent", PERCENTS)
def test_the_size_of_text_is_in_force_at_once(section, person, theme, tools, percent):
    person.tap(person.find(QPushButton, f"{percent}%"))
    assert theme.text_percent == percent
    assert tools.preferences.text_percent == percent
    assert theme.m.fs_body == theme.density.enlarged(percent).fs_body


def test_large_text_in_a_low_window_brings_its_tight_density(section, person, theme):
    assert theme.density is COMFORTABLE
    person.tap(person.find(QPushButton, "150%"))
    assert theme.density is COMPACT
    person.tap(person.find(QPushButton, "100%"))
    assert theme.density is COMFORTABLE


def test_the_look_in_force_is_shown(section, theme):
    assert (section.mode.current(), section.percent.current()) == ("light", "100")


def test_everything_is_reached_by_keys(section, person, theme):
    section.mode.findChildren(QPushButton)[0].setFocus()
    person.press(Qt.Key.Key_Right)
    assert theme.mode == "dark"
