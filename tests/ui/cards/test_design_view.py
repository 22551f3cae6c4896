"""The card is designed in sight, and becomes the shop's when it is used."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.ui.cards.printed import pages


def test_each_change_shows_at_once_and_is_kept_when_it_is_used(desk, designing, person):
    before = designing.sides.front.grab().toImage()
    person.find(designing.design.line.__class__, "Second line").setFocus()
    designing.design.line.selectAll()
    person.type("Tea")
    assert designing.sides.front.grab().toImage() != before
    assert "Not saved yet" in person.reads()
    assert desk.shop.settings().line == "Coffee"
    person.tap(person.find(QPushButton, "Use this design"))
    assert desk.shop.settings().line == "Tea"
    assert "Not saved yet" not in person.reads()
    assert not designing.use_button.isEnabled()


def test_colours_are_chosen_by_name_and_by_keyboard(desk, designing, person, colour_at):
    person.tap(next(each for each in designing.design.colours._swatches.values() if each.accessibleName() == "Blue"))
    assert designing.design.settings().colour == "#1D4E89"
    person.press(Qt.Key.Key_Right)
    assert designing.design.settings().colour == "#8A5A00"
    assert colour_at(designing.sides.front, 0.3, 0.5) not in ("#FFFFFF", "#0B7A5B")
    person.tap(designing.use_button)
    assert desk.shop.settings().colour == "#8A5A00"


def test_a_change_made_elsewhere_does_not_take_away_what_is_being_typed(desk, designing, person):
    designing.design.address.setFocus()
    designing.design.address.selectAll()
    person.type("Tallinas iela 5")
    designing.session.do(lambda desk: desk.shop.save_settings(replace(desk.shop.settings(), name="Other")))
    assert designing.design.address.text() == "Tallinas iela 5"


def test_a_test_card_is_what_is_seen_and_nothing_is_made_or_kept(desk, designing, person, printed):
    designing.design.name.setFocus()
    designing.design.name.selectAll()
    person.type("Morning")
    person.tap(person.find(QPushButton, "Print a test card"))
    (document,) = printed
    assert "Morning" in pages(document)[0][1]
    assert desk.cards.blank() == []
    assert desk.shop.settings().name == "Kafejnīca Rīts"
