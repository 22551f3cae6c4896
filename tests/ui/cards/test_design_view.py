"""The card is designed in sight, each step can be taken back, and it becomes the shop's when it is used."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from loyaltydesk.desk import Desk
from loyaltydesk.printing.pdf import pdf_bytes
from tests.shop import join
from tests.ui.cards.printed import pages
from ui.cards.draft import kept_draft
from ui.cards.shown import Who
from ui.seams.paper import paper_for

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _type_into(person, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    person.type(text)


def _step(person, *, back: bool) -> None:
    QTest.keyClick(person.window.windowHandle(), Qt.Key.Key_Z, CTRL if back else CTRL | SHIFT)
    QApplication.processEvents()


def _front(designing):
    return designing.sides.front.grab().toImage()


# --- changes


def test_each_change_shows_at_once_and_is_kept_when_it_is_used(desk, designing, person):
    before = _front(designing)
    _type_into(person, designing.details.front.line, "Tea")
    assert _front(designing) != before
    assert "Not saved yet" in person.reads()
    assert desk.shop.settings().line == "Coffee"
    person.tap(person.find(QPushButton, "Use this design"))
    assert desk.shop.settings().line == "Tea"
    assert "Not saved yet" not in person.reads()
    assert not designing.use_button.isEnabled()


def test_what_is_seen_is_what_is_printed(tools, designing, person, printed):
    tools.preferences.write("cards/paper", "single")
    person.tap(designing.start.thumbnails["waves"])
    person.tap(designing.test_button)
    seen = (*designing.sides.front._pages, *designing.sides.back._pages)
    assert pdf_bytes(replace(printed[0], pages=seen)) == pdf_bytes(printed[0])
    assert "Emily Carter" in pages(printed[0])[0][1]
    assert pages(printed[0])[1][0] == ["2600000000017"]


def test_a_test_card_makes_and_keeps_nothing(desk, designing, person, printed):
    _type_into(person, designing.details.front.name, "Morning")
    person.tap(designing.test_button)
    assert "Morning" in pages(printed[0])[0][1]
    assert desk.cards.blank() == []
    assert desk.shop.settings().name == "Kafejnīca Rīts"


def test_every_design_is_seen_small_in_the_shops_colours_and_chosen_by_mouse_and_keys(designing, person, colour_at):
    designing.details.colours.main.chosen.emit("#7A2E4D")
    small = designing.start.thumbnails["bands"]
    assert colour_at(small, 0.1, 0.5) == "#7A2E4D"
    person.tap(small)
    assert designing.draft.design.template == "bands"
    person.press(Qt.Key.Key_Up)
    assert designing.draft.design.template == "leaves"
    assert designing.start.thumbnails["leaves"].isChecked()


def test_own_words_have_fields_and_ready_words_are_read_below(designing, person):
    above = designing.details.front.above_name
    assert "Silver member" in person.reads()
    above.kind.choose("own")
    above.kind.chosen.emit("own")
    above.line.insert.menu().actions()[2].trigger()
    above.line.field.setText("Since {since}")
    above.line.field.textEdited.emit("Since {since}")
    _look, face = designing._drawn.card(designing.draft, designing.shown)
    assert (designing.draft.design.above_name, face.above_name) == ("Since {since}", "Since 2026")


@pytest.mark.parametrize(
    ("field", "control", "key"),
    [
        ("bars_at", "place", "left"),
        ("code_side", "side", "front"),
        ("code_kind", "kind", "qr"),
        ("bars_ink", "ink", "colour"),
    ],
)
def test_the_barcode_is_where_and_what_it_is_wanted(designing, field, control, key):
    before = designing.sides.back.grab().toImage()
    choice = getattr(designing.details.code, control)
    choice.choose(key)
    if control in ("kind", "ink"):  # a list tells what a person picked
        choice.chosen.emit(key)
    assert getattr(designing.draft.design, field) == key
    assert designing.sides.back.grab().toImage() != before


# --- steps


def test_steps_are_taken_back_and_again_by_key_even_in_a_field(designing, person):
    person.tap(designing.start.thumbnails["classic"])
    _type_into(person, designing.details.front.name, "Morning")
    _step(person, back=True)
    assert (designing.draft.name, designing.details.front.name.text()) == ("Kafejnīca Rīts",) * 2
    _step(person, back=True)
    assert designing.draft.design.template == "circles"
    assert not designing.undo_button.isEnabled()
    _step(person, back=False)
    _step(person, back=False)
    assert (designing.draft.name, designing.draft.design.template) == ("Morning", "classic")
    assert not designing.redo_button.isEnabled()


def test_a_drag_of_a_slider_is_one_step(designing):
    colours = designing.details.colours.main
    colours.own.click()
    for first in (0, 200):
        for hue in range(first, first + 60, 5):
            colours.mixing.hue.setValue(hue)
        colours.mixing.settled.emit()
    designing.undo_button.click()
    after_one = designing.draft.design.colour
    designing.undo_button.click()
    assert after_one != designing.draft.design.colour == "#0B7A5B"


def test_one_way_leads_back_to_what_is_saved_and_can_be_taken_back_too(designing, person):
    person.tap(designing.start.thumbnails["classic"])
    _type_into(person, designing.details.front.name, "Morning")
    person.tap(designing.back_button)
    assert not designing.is_changed
    _step(person, back=True)
    assert designing.draft.name == "Morning"


def test_the_way_back_leads_to_what_another_window_saved_meanwhile(desk, designing, person):
    _type_into(person, designing.details.front.name, "Morning")
    desk.shop.save_settings(replace(desk.shop.settings(), name="Evening"))
    person.tap(designing.back_button)
    assert (designing.draft.name, designing.is_changed) == ("Evening", False)


# --- what is said


def test_a_barcode_that_scanners_miss_is_told_with_advice(desk, designing, person):
    customer, _card = join(desk, "Anna", card="LOYALTY-CARD-0012345")
    assert designing.sides.verdict.text() == "Barcode reads well"
    designing.shown.show_customer(desk.customers.get(customer))
    assert designing.sides.verdict.text() == "Barcode may not be read"
    assert "The narrowest bars are" in person.reads()
    assert not designing.sides.mend_button.isVisible()


def test_faint_words_are_told_and_mended_in_one_step(designing, person):
    designing.details.colours.ink.chosen.emit("#14201C")
    assert "is hard to read in these colours." in person.reads()
    assert designing.sides.verdict.text() == "Words are hard to read"
    person.tap(designing.sides.mend_button)
    assert designing.sides.verdict.text() == "Barcode reads well"
    assert designing.draft.design.colour == "#0B7A5B"
    _step(person, back=True)
    assert designing.draft.design.ink == "#14201C"


def test_bars_in_a_pale_colour_are_mended_too(designing, person):
    designing.details.colours.main.chosen.emit("#D1FAE4")
    designing.details.code.ink.choose("colour")
    designing.details.code.ink.chosen.emit("colour")
    assert designing.sides.verdict.text() == "Barcode may not be read"
    person.tap(designing.sides.mend_button)
    assert designing.sides.verdict.text() == "Barcode reads well"
    assert (designing.draft.design.colour, designing.details.code.ink.current()) == ("#D1FAE4", "black")


# --- the logo


@pytest.fixture
def logo(tmp_path) -> Path:
    file = tmp_path / "logo.png"
    Image.new("RGB", (300, 200), "#AA2244").save(file)
    return file


def _drop(designing, *files: Path) -> bool:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, dragged, buttons, modifiers)
    QApplication.sendEvent(designing.sides, entering)
    if entering.isAccepted():
        dropping = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, dragged, buttons, modifiers)
        QApplication.sendEvent(designing.sides, dropping)
    return entering.isAccepted()


def test_a_logo_is_chosen_seen_removed_and_kept(desk, designing, person, logo):
    before = _front(designing)
    designing.details.logo.row.ask_file = lambda _parent: str(logo)
    designing.details.logo.row.choose.click()
    assert _front(designing) != before
    person.tap(designing.use_button)
    assert kept_draft(desk).logo == designing.draft.logo
    designing.details.logo.row.remove.click()
    assert _front(designing) == before
    person.tap(designing.use_button)
    assert kept_draft(desk).logo is None


def test_a_logo_can_be_dropped_on_the_card(designing, logo):
    assert _drop(designing, logo)
    assert designing.draft.logo
    assert not _drop(designing, logo, logo)


@pytest.mark.parametrize("content", [b"", b"<html>", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"\xff\xd8\xff\xe0 broken"])
def test_what_is_no_picture_is_refused_in_a_sentence(designing, person, tmp_path, content):
    file = tmp_path / "logo.png"
    file.write_bytes(content)
    _drop(designing, file)
    assert "hoose a PNG" in person.reads()
    assert designing.draft.logo is None
    person.tap(designing.start.thumbnails["classic"])
    assert "hoose a PNG" not in person.reads()


def test_a_folder_and_a_file_that_is_gone_are_refused_too(designing, person, tmp_path):
    for file in (tmp_path, tmp_path / "gone.png"):
        _drop(designing, file)
        assert "hoose a PNG" in person.reads()
        designing.notice.hide()


# --- whose card


def test_a_scan_is_the_tills_until_a_customers_card_is_looked_at(desk, window, designing, person):
    _customer, card = join(desk, "Anna Kowalska")
    designing.shown.who.choose(Who.CUSTOMER)
    person.scan(card)
    assert designing._drawn.card(designing.draft, designing.shown)[1].name == "Anna Kowalska"
    person.scan("2600000000017")
    assert "Nobody has card 2600000000017." in person.reads()
    person.scan(card)
    assert "Nobody has card" not in person.reads()
    designing.shown.search.setFocus()
    person.press(Qt.Key.Key_Escape)
    assert (window.key, designing.shown.kind) == ("cards", Who.USUAL)
    assert designing.shown.who.hasFocus()
    person.scan(card)
    assert window.key == "till"


def test_somebody_forgotten_meanwhile_is_a_sample_again(desk, designing):
    customer, _card = join(desk, "Anna Kowalska")
    designing.shown.show_customer(desk.customers.get(customer))
    designing.session.do(lambda desk: desk.customers.erase(customer))
    assert designing._drawn.card(designing.draft, designing.shown)[1].name == "Emily Carter"


# --- what is kept


def test_what_is_not_saved_stays_while_another_page_is_looked_at(window, page, designing, person):
    _type_into(person, designing.details.front.name, "Morning")
    window.go("till")
    window.go("cards")
    assert designing.details.front.name.text() == "Morning"
    assert "Not saved yet" in person.reads()


def test_a_change_made_elsewhere_does_not_take_away_what_is_being_typed(desk, designing, person):
    _type_into(person, designing.details.back.address, "Tallinas iela 5")
    designing.session.do(lambda desk: desk.shop.save_settings(replace(desk.shop.settings(), name="Other")))
    assert designing.details.back.address.text() == "Tallinas iela 5"
    assert designing.save()
    assert (desk.shop.settings().name, desk.shop.settings().address) == ("Other", "Tallinas iela 5")
    assert designing.draft.name == "Other"


def test_the_focus_stays_here_when_the_design_is_used(designing, person):
    person.tap(designing.start.thumbnails["waves"])
    designing.use_button.setFocus()
    person.tap(designing.use_button)
    assert designing.start.thumbnails["waves"].hasFocus()


def test_vouchers_take_the_colour_of_the_card(desk, designing):
    designing.details.colours.main.chosen.emit("#1D4E89")
    designing.save()
    assert paper_for(desk).design.colour == desk.designs.card().colour == "#1D4E89"


def test_a_design_comes_back_at_the_next_start(shop_file, clock, desk, designing, person, logo):
    person.tap(designing.start.thumbnails["tiles"])
    designing.take_logo(logo)
    person.tap(designing.use_button)
    again = Desk.open(shop_file, clock, alone=False)
    try:
        assert kept_draft(again) == designing.draft
    finally:
        again.close()


def test_of_a_line_longer_than_its_field_the_beginning_is_seen(desk, designing):
    desk.shop.save_settings(replace(desk.shop.settings(), line="Coffee, cake and time " * 3))
    designing.reload()
    assert designing.details.front.line.cursorPosition() == 0


@pytest.fixture
def desk(filed):
    """In a file, so that another desk can look at it."""
    return filed
