"""The tour at the settings: the staff with goals and the bonus list, and a setting that is looked for."""

from PySide6.QtCore import Qt

from loyaltydesk.words import tr
from ui.settings.page import SECTIONS, SettingsPage
from ui.tour import eyes
from ui.tour.guide import Guide
from ui.window import Window

KEY = Qt.Key


def set_up(guide: Guide, window: Window) -> None:
    """From the list of sections to the staff, and to a setting by one of its words. Raises NotSeen."""
    page = window.shown
    assert isinstance(page, SettingsPage)
    guide.hands.press(KEY.Key_Home)
    for _ in range(list(SECTIONS).index("staff")):
        guide.hands.press(KEY.Key_Down)
    guide.see("staff", tr("People"), what=tr("Who is at the till"))
    guide.push(tr("Goals"))
    guide.see("staff-goals", tr("Save the goals"), what=tr("What a month asks of each and of the team"))
    guide.push(tr("Bonuses"))
    guide.push(tr("The month before"))
    guide.see("staff-bonuses", tr("Show and print…"), what=tr("What the month brought each of them"))
    guide.push(tr("Show and print…"))
    guide.save_paper("bonus", what=tr("The bonus list for the payroll"))
    guide.push(tr("Unusual"))
    guide.see("staff-unusual", what=tr("What looks unusual at the till"))
    _seek(guide, page)


def _seek(guide: Guide, page: SettingsPage) -> None:
    """A setting is found by any of its words."""
    sought = tr("Size of text").split()[-1]
    page.searching.field.setFocus()
    guide.hands.type(sought)
    eyes.waited(page.searching.list.count, sought)
    guide.see("settings-search", tr("Settings found"), what=tr("A setting is found by one of its words"))
    guide.hands.press(KEY.Key_Escape)
