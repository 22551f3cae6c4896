"""The sections are reached by keys alone, and one by its name from another page."""

from msgspec.structs import replace
from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from ui.settings.page import SECTIONS


def test_the_arrows_lead_from_section_to_section(page, person):
    assert person.focus == "Sections"
    titles = []
    for _ in SECTIONS:
        titles.append(person.reads().splitlines())
        person.press(Qt.Key.Key_Down)
    for (_icon, kind), words in zip(SECTIONS.values(), titles, strict=True):
        assert kind.title() in words


def test_another_page_can_ask_for_a_section(window, page):
    window.shown.wanted.emit("settings", "scanner")
    assert page._shown() is page.section("scanner")


def test_a_section_is_made_when_it_is_first_shown(page):
    assert list(page._made) == ["shop"]
    page.open("about")
    assert list(page._made) == ["shop", "about"]


def test_a_scan_is_the_tills_unless_the_scanner_is_set_up(window, page, person):
    person.scan("2600000000017")
    assert window.key == "till"
    assert window.shown.codes == ["2600000000017"]


def test_what_changed_elsewhere_is_shown(page, desk: Desk):
    page.sections.setFocus()
    page.session.do(lambda desk: desk.shop.save_settings(replace(desk.shop.settings(), address="Tallinas iela 5")))
    assert page.section("shop").address.text() == "Tallinas iela 5"
