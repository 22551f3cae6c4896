"""The till's name goes with its purchases, and its sounds can be heard and silenced."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from loyaltydesk.desk import Desk
from ui.settings.till_section import TillSection


@pytest.fixture
def section(page) -> TillSection:
    page.open("till")
    return page.section("till")


def test_the_name_is_in_force_at_once_and_kept(section, person, desk: Desk, tools):
    desk.at_work("Marta", "")
    section.name.setFocus()
    person.type("Till by the door")
    person.press(Qt.Key.Key_Tab)
    assert tools.preferences.till == "Till by the door"
    assert (desk.stamp().till, desk.stamp().staff) == ("Till by the door", "Marta")
    assert section.saved.isVisible()


def test_each_sound_can_be_heard(section, person, sounds):
    for name in ("Found", "Unknown", "Refused", "Recorded"):
        person.tap(person.find(QPushButton, name))
    assert sounds.heard == ["found", "unknown", "refused", "done"]


def test_sounds_can_be_silenced_and_stay_so(section, person, sounds, tools):
    person.tap(person.find(QCheckBox, "Sounds"))
    assert not sounds.enabled
    assert not tools.preferences.sounds
    assert not any(button.isEnabled() for button in section.tests)
    person.tap(person.find(QCheckBox, "Sounds"))
    assert sounds.enabled
    assert tools.preferences.sounds


def test_the_customer_display_is_switched_here_and_follows_its_key(section, person, tools):
    switched = []
    tools.preferences.display_switched.connect(switched.append)
    person.tap(person.find(QCheckBox, "Customer display"))
    assert (tools.preferences.display, switched, section.saved.isVisible()) == (True, [True], True)
    tools.preferences.display = False  # as F9 at the till does
    assert (section.display.isChecked(), switched) == (False, [True, False])
