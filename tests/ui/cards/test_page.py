"""Cards are seen as they will be printed, and printed as they were seen."""

import pypdfium2
import pytest
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView, QPushButton, QRadioButton, QSpinBox

from loyaltydesk.model.customers import Profile
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document
from tests.reading import codes
from tests.shop import buy, join
from ui.cards.choosing import Way
from ui.paper.dialog import PaperDialog
from ui.seams.tasks import BackgroundRunner


def _pages(document: Document) -> list[tuple[list[str], str]]:
    """The codes and the words on each page."""
    found = []
    with pypdfium2.PdfDocument(pdf_bytes(document)) as pdf:
        for sheet in pdf:
            picture = sheet.render(scale=300 / 72).to_pil()
            found.append((codes(picture), str(sheet.get_textpage().get_text_range())))
    return found


def _seen_code(page) -> str:
    """The number on the preview of the back, as a reader sees it on the screen."""
    image = page.sides.back.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = Image.frombuffer(
        "L", (image.width(), image.height()), image.constBits(), "raw", "L", image.bytesPerLine(), 1
    )
    return "".join(codes(grey.resize((grey.width * 2, grey.height * 2))))


# --- new cards


def test_new_cards_are_made_printed_and_kept_for_their_customers(desk, page, person, printed):
    person.find(QSpinBox, "How many").setValue(12)
    person.tap(person.find(QPushButton, "Print 12 cards"))
    (document,) = printed
    sheets = _pages(document)
    assert [len(codes) for codes, _words in sheets] == [0, 10, 0, 2]
    waiting = {card.number for card in desk.cards.blank()}
    assert {code for codes, _words in sheets for code in codes} == waiting
    assert "12 new cards were made." in person.reads()
    assert "2 sheets of paper" in person.reads()


def test_a_number_of_another_beginning_is_announced_and_made(desk, window, page, person, printed):
    page.session.do(lambda desk: desk.shop.save_settings(replace(desk.shop.settings(), card_prefix="22")))
    assert "begin with 22" in person.reads()
    person.tap(person.find(QPushButton, "Print 10 cards"))
    assert all(card.number.startswith("22") for card in desk.cards.blank())


def test_a_scan_while_new_cards_are_made_is_the_tills(window, page, person):
    person.scan("2600000000017")
    assert window.key == "till"
    assert window.shown.codes == ["2600000000017"]


# --- cards made before


def test_all_waiting_cards_are_printed_again_unless_some_are_chosen(desk, page, person, printed):
    numbers = desk.cards.make(12)
    person.tap(person.find(QRadioButton, "Blank cards made before"))
    assert "12 cards wait for their customers" in person.reads()
    person.tap(person.find(QPushButton, "Print 12 cards"))
    person.find(QListView, "Blank cards made before").setFocus()
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    person.pause()
    person.tap(person.find(QPushButton, "Print 2 cards"))
    all_of_them, some = printed
    assert {code for codes, _words in _pages(all_of_them) for code in codes} == set(numbers)
    assert {code for codes, _words in _pages(some) for code in codes} < set(numbers)
    assert len(desk.cards.blank()) == 12


def test_a_scan_ticks_a_waiting_card_off(desk, page, person):
    numbers = desk.cards.make(5)
    person.tap(person.find(QRadioButton, "Blank cards made before"))
    person.scan(numbers[2])
    assert page.choosing.order().numbers == (numbers[2],)
    person.scan("2600000000017")
    assert "Card 2600000000017 is none that waits" in person.reads()


def test_without_waiting_cards_there_is_nothing_to_print(page, person):
    person.tap(person.find(QRadioButton, "Blank cards made before"))
    assert not page.print_button.isEnabled()
    assert "0 cards wait for their customers" in person.reads()


# --- a customer's card


@pytest.fixture
def anna(desk) -> str:
    """The card of a customer with a tier."""
    _customer, card = join(desk, "Anna Kowalska")
    buy(desk, card, 60_000)
    join(desk, "Annija Ozola")
    return card


def test_a_customer_is_found_as_one_types_seen_and_printed(page, person, printed, anna):
    person.tap(person.find(QRadioButton, "A customer's card"))
    assert person.focus == "A customer's card"
    page.choosing.start()
    person.type("kowal")
    assert _seen_code(page) == anna
    person.tap(person.find(QPushButton, "Print 1 card"))
    (document,) = printed
    (_none, front), (codes, _back) = _pages(document)
    assert codes == [anna]
    assert "Anna Kowalska" in front
    assert "Gold member" in front


def test_the_arrows_choose_among_those_found(page, person, anna):
    person.tap(person.find(QRadioButton, "A customer's card"))
    page.choosing.start()
    person.type("ann")
    first = page.choosing.order()
    person.press(Qt.Key.Key_Down)
    assert page.choosing.order() != first
    person.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert page.choosing.order() == first


def test_a_scanned_card_names_its_customer(desk, page, person, anna):
    person.tap(person.find(QRadioButton, "A customer's card"))
    person.scan(anna)
    assert page.choosing.order().customer == desk.cards.owner(anna).id
    person.scan("2600000000017")
    assert "Nobody has card 2600000000017." in person.reads()


def test_another_page_can_ask_for_a_customer(desk, window, page, anna):
    window.shown.wanted.emit("cards", desk.cards.owner(anna).id)
    assert page.choosing.way is Way.CUSTOMER
    assert _seen_code(page) == anna


def test_a_customer_whose_only_card_is_blocked_is_refused_in_place(desk, page, person, printed, anna):
    desk.cards.block(anna)
    page.open(desk.cards.owner(anna).id)
    assert "This customer has no card that can be used." in person.reads()
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert printed == []


def test_somebody_forgotten_meanwhile_is_gone_from_the_list(desk, page, person, anna):
    page.open(desk.cards.owner(anna).id)
    page.session.do(lambda desk: desk.customers.erase(desk.cards.owner(anna).id))
    assert page.choosing.order().count == 0
    assert not page.print_button.isEnabled()


def test_the_card_speaks_its_customers_language(desk, page, printed, person):
    _customer, card = join(desk, "Ольга Петрова", language="ru")
    page.open(desk.cards.owner(card).id)
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert "1 балл за " in _pages(printed[0])[1][1]


def test_a_company_without_a_name_is_found_and_printed_by_its_own(desk, page, printed, person):
    desk.customers.register(Profile(company="Mia Ltd", phone="+37120012345"), nameless=True)
    page.choosing.go(Way.CUSTOMER)
    page.choosing.customer.search.setText("2345")
    assert page.choosing.customer.table.model().index(0, 0).data() == "Mia Ltd"
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert "Mia Ltd" in _pages(printed[0])[0][1]


# --- the design


def test_each_change_shows_at_once_and_is_kept_when_it_is_used(desk, page, person):
    before = page.sides.front.grab().toImage()
    person.find(page.design.line.__class__, "Second line").setFocus()
    page.design.line.selectAll()
    person.type("Tea")
    assert page.sides.front.grab().toImage() != before
    assert "Not saved yet" in person.reads()
    assert desk.shop.settings().line == "Coffee"
    person.tap(person.find(QPushButton, "Use this design"))
    assert desk.shop.settings().line == "Tea"
    assert "Not saved yet" not in person.reads()
    assert not page.use_button.isEnabled()


def test_colours_are_chosen_by_name_and_by_keyboard(desk, page, person, colour_at):
    person.tap(next(each for each in page.design.colours._swatches.values() if each.accessibleName() == "Blue"))
    assert page.design.settings().colour == "#1D4E89"
    person.press(Qt.Key.Key_Right)
    assert page.design.settings().colour == "#8A5A00"
    assert colour_at(page.sides.front, 0.3, 0.5) not in ("#FFFFFF", "#0B7A5B")
    person.tap(page.use_button)
    assert desk.shop.settings().colour == "#8A5A00"


def test_a_change_made_elsewhere_does_not_take_away_what_is_being_typed(desk, page, person):
    page.design.address.setFocus()
    page.design.address.selectAll()
    person.type("Tallinas iela 5")
    page.session.do(lambda desk: desk.shop.save_settings(replace(desk.shop.settings(), name="Other")))
    assert page.design.address.text() == "Tallinas iela 5"


def test_printing_keeps_the_design_that_was_seen(desk, page, person, printed):
    page.design.name.setFocus()
    page.design.name.selectAll()
    person.type("Morning")
    person.tap(person.find(QPushButton, "Print 10 cards"))
    assert desk.shop.settings().name == "Morning"
    assert "Morning" in _pages(printed[0])[0][1]


def test_a_test_card_is_what_is_seen_and_nothing_is_made_or_kept(desk, page, person, printed):
    page.paper.paper.choose("single")
    page.design.name.setFocus()
    page.design.name.selectAll()
    person.type("Morning")
    person.tap(person.find(QPushButton, "Print a test card"))
    (document,) = printed
    assert "Morning" in _pages(document)[0][1]
    assert desk.cards.blank() == []
    assert desk.shop.settings().name == "Kafejnīca Rīts"


# --- whether it can be read


def test_our_own_numbers_are_said_to_read_well_and_do(page):
    assert page.sides.verdict.text() == "Barcode reads well"
    assert _seen_code(page) == "2600000000017"


def test_a_long_number_of_another_make_is_warned_about(desk, page, person):
    join(desk, "Anna", card="LOYALTY-CARD-0012345")
    page.open(desk.cards.owner("LOYALTY-CARD-0012345").id)
    assert page.sides.verdict.text() == "Barcode may not be read"
    assert page.sides.verdict.property("tone") == "warning"
    join(desk, "Jānis", card="X" * 48)
    page.open(desk.cards.owner("X" * 48).id)
    assert page.sides.verdict.text() == "Barcode may not be read"


def test_a_number_no_bars_can_carry_here_is_refused_when_it_is_printed(desk, page, person, printed):
    join(desk, "Jānis", card="X" * 48)
    page.open(desk.cards.owner("X" * 48).id)
    person.tap(person.find(QPushButton, "Print 1 card"))
    person.tap(person.find(QPushButton, "Print a test card"))
    assert "is too long for a barcode here" in person.reads()
    assert printed == []


# --- the dialog


def test_what_is_drawn_opens_in_the_dialog_for_paper(page, person, monkeypatch):
    shown: list[PaperDialog] = []
    monkeypatch.setattr(PaperDialog, "exec", lambda dialog: shown.append(dialog))
    person.tap(person.find(QPushButton, "Print a test card"))
    (dialog,) = shown
    assert dialog.windowTitle() == "Loyalty cards"
    assert dialog.preview.count == 2


def test_cards_are_drawn_beside_the_window(qtbot, qapp, page, person, tools, printed):
    runner = BackgroundRunner(qapp)
    object.__setattr__(tools, "run", runner)
    person.tap(page.print_button)
    assert not page.print_button.isEnabled()
    assert "Drawing the cards …" in person.reads()
    qtbot.waitUntil(lambda: len(printed) == 1)
    runner.wait()
    assert page.print_button.isEnabled()
    assert page.focusWidget() is page.print_button  # and not the shop's name, which a stray key would change


@pytest.fixture
def desk(filed):
    """In a file, for work beside the window has a desk of its own."""
    return filed


def test_of_a_line_longer_than_its_field_the_beginning_is_seen(desk, page):
    desk.shop.save_settings(replace(desk.shop.settings(), line="Coffee, cake and time " * 3))
    page.reload()
    assert page.design.line.cursorPosition() == 0
