"""Cards are chosen, seen as they will be printed, and printed as they were seen."""

import pytest
import zxingcpp
from msgspec.structs import replace
from PIL import Image
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton, QRadioButton, QSpinBox

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.old_cards import OldCard
from tests.reading import codes
from tests.shop import buy, join
from tests.ui.cards.printed import drawn, pages
from ui.cards.choosing import Way
from ui.paper.dialog import PaperDialog
from ui.seams.tasks import BackgroundRunner


def _seen_code(printing) -> str:
    """The number on the preview of the back, as a reader sees it on the screen."""
    image = printing.sides.back.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = Image.frombuffer(
        "L", (image.width(), image.height()), image.constBits(), "raw", "L", image.bytesPerLine(), 1
    )
    return "".join(codes(grey.resize((grey.width * 2, grey.height * 2))))


# --- new cards


def test_new_cards_are_made_printed_and_kept_for_their_customers(desk, printing, person, printed):
    person.find(QSpinBox, "How many").setValue(12)
    person.tap(person.find(QPushButton, "Print 12 cards"))
    (document,) = printed
    sheets = pages(document)
    assert [len(codes) for codes, _words in sheets] == [0, 10, 0, 2]
    waiting = {card.number for card in desk.cards.blank()}
    assert {code for codes, _words in sheets for code in codes} == waiting
    assert "12 new cards were made." in person.reads()
    assert "2 sheets of paper" in person.reads()


def test_a_number_of_another_beginning_is_announced_and_made(desk, window, printing, person, printed):
    printing.session.do(lambda desk: desk.shop.save_settings(replace(desk.shop.settings(), card_prefix="22")))
    assert "look like 2\N{NO-BREAK SPACE}200000\N{NO-BREAK SPACE}000019" in person.reads()
    person.tap(person.find(QPushButton, "Print 10 cards"))
    assert all(card.number.startswith("22") for card in desk.cards.blank())


def test_a_scan_while_new_cards_are_made_is_the_tills(window, printing, person):
    person.scan("2600000000017")
    assert window.key == "till"
    assert window.shown.codes == ["2600000000017"]


# --- cards made before


def test_all_waiting_cards_are_printed_again_unless_some_are_chosen(desk, printing, person, printed):
    numbers = desk.cards.make(12)
    person.tap(person.find(QRadioButton, "Blank cards made before"))
    assert "12 cards wait for their customers" in person.reads()
    person.tap(person.find(QPushButton, "Print 12 cards"))
    person.find(QListView, "Blank cards made before").setFocus()
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    person.pause()
    person.tap(person.find(QPushButton, "Print 2 cards"))
    all_of_them, some = printed
    assert {code for codes, _words in pages(all_of_them) for code in codes} == set(numbers)
    assert {code for codes, _words in pages(some) for code in codes} < set(numbers)
    assert len(desk.cards.blank()) == 12


def test_a_scan_ticks_a_waiting_card_off(desk, printing, person):
    numbers = desk.cards.make(5)
    person.tap(person.find(QRadioButton, "Blank cards made before"))
    person.scan(numbers[2])
    assert printing.choosing.order().numbers == (numbers[2],)
    person.scan("2600000000017")
    assert "Card 2600000000017 is none that waits" in person.reads()


def test_without_waiting_cards_there_is_nothing_to_print(printing, person):
    person.tap(person.find(QRadioButton, "Blank cards made before"))
    assert not printing.print_button.isEnabled()
    assert "0 cards wait for their customers" in person.reads()


# --- a customer's card


@pytest.fixture
def anna(desk) -> str:
    """The card of a customer with a tier."""
    _customer, card = join(desk, "Anna Kowalska")
    buy(desk, card, 60_000)
    join(desk, "Annija Ozola")
    return card


def test_a_customer_is_found_as_one_types_seen_and_printed(printing, person, printed, anna):
    person.tap(person.find(QRadioButton, "A customer's card"))
    assert person.focus == "A customer's card"
    printing.choosing.start()
    person.type("kowal")
    assert _seen_code(printing) == anna
    person.tap(person.find(QPushButton, "Print 1 card"))
    (document,) = printed
    (_none, front), (codes, _back) = pages(document)
    assert codes == [anna]
    assert "Anna Kowalska" in front
    assert "Gold member" in front


def test_the_arrows_choose_among_those_found(printing, person, anna):
    person.tap(person.find(QRadioButton, "A customer's card"))
    printing.choosing.start()
    person.type("ann")
    first = printing.choosing.order()
    person.press(Qt.Key.Key_Down)
    assert printing.choosing.order() != first
    person.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert printing.choosing.order() == first


def test_a_scanned_card_names_its_customer(desk, printing, person, anna):
    person.tap(person.find(QRadioButton, "A customer's card"))
    person.scan(anna)
    assert printing.choosing.order().customers == (desk.cards.owner(anna).id,)
    person.scan("2600000000017")
    assert "Nobody has card 2600000000017." in person.reads()


def test_another_page_can_ask_for_a_customer(desk, window, printing, anna):
    window.shown.wanted.emit("cards", desk.cards.owner(anna).id)
    assert printing.choosing.way is Way.CUSTOMER
    assert _seen_code(printing) == anna


def test_a_customer_whose_only_card_is_blocked_is_refused_in_place(desk, printing, person, printed, anna):
    desk.cards.block(anna)
    printing.open(desk.cards.owner(anna).id)
    assert "This customer has no card that can be used." in person.reads()
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert printed == []


def test_somebody_forgotten_meanwhile_is_gone_from_the_list(desk, printing, person, anna):
    printing.open(desk.cards.owner(anna).id)
    printing.session.do(lambda desk: desk.customers.erase(desk.cards.owner(anna).id))
    assert printing.choosing.order().count == 0
    assert not printing.print_button.isEnabled()


def test_the_card_speaks_its_customers_language(desk, printing, printed, person):
    _customer, card = join(desk, "Ольга Петрова", language="ru")
    printing.open(desk.cards.owner(card).id)
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert "1 балл за " in pages(printed[0])[1][1]


def test_a_company_without_a_name_is_found_and_printed_by_its_own(desk, printing, printed, person):
    desk.customers.register(Profile(company="Mia Ltd", phone="+37120012345"), nameless=True)
    printing.choosing.go(Way.CUSTOMER)
    printing.choosing.customer.search.setText("2345")
    assert printing.choosing.customer.table.model().index(0, 0).data() == "Mia Ltd"
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert "Mia Ltd" in pages(printed[0])[0][1]


# --- several customers, and what was printed before


def test_the_cards_of_everybody_are_printed_together(desk, printing, person, printed, anna):
    person.tap(person.find(QRadioButton, "Cards of several customers"))
    assert "2 customers have a card" in person.reads()
    person.tap(person.find(QPushButton, "Print 2 cards"))
    (document,) = printed
    (_none, front), (codes, _back) = pages(document)
    assert set(codes) == {holder.customer.card for holder in desk.cards.holders()}
    assert "Anna Kowalska" in front
    assert "Annija Ozola" in front


def test_a_line_is_as_wide_as_its_list_however_long(desk, printing, anna):
    desk.customers.change(desk.cards.owner(anna).id, Profile(name="Anna " * 15))
    printing.choosing.go(Way.SEVERAL)
    lines = printing.choosing.several.list
    assert "Anna Anna" in lines.model().index(0, 0).data()
    assert lines.sizeHintForColumn(0) <= lines.viewport().width()


def test_a_name_is_typed_as_soon_as_the_way_is_chosen(printing, person, anna):
    person.tap(person.find(QRadioButton, "A customer's card"))
    QTest.keyClicks(printing.choosing, "kow")
    assert printing.choosing.customer.search.text() == "kow"
    assert printing.choosing.order().count == 1


def test_those_whose_card_was_printed_are_left_out_when_it_is_wanted(desk, printing, person, printed, anna):
    desk.cards.mark_printed([anna])
    printing.choosing.go(Way.SEVERAL)
    several = printing.choosing.several
    assert several.list.model().index(0, 0).data() == "Anna Kowalska – printed 14 Mar"
    several.which.choose("never")
    several.which.chosen.emit("never")
    assert "1 customer has a card" in person.reads()
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert "Annija Ozola" in pages(printed[0])[0][1]
    assert printing.choosing.order().count == 1  # it was looked at, and no more
    printing.press.show = lambda document: range(len(document.pages))
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert printing.choosing.order().count == 0


def test_of_many_sheets_the_cards_of_those_are_printed_that_went_to_the_printer(desk, printing, person):
    printing.press.show = lambda document: [2]  # the front of the second sheet
    person.find(QSpinBox, "How many").setValue(24)
    printing.paper.picture.started.emit(3)
    person.tap(person.find(QPushButton, "Print 24 cards"))
    made = [card.id for card in sorted(desk.cards.blank(), key=lambda card: card.id)]
    assert sorted(desk.cards.printed_on()) == made[7:17]


@pytest.mark.parametrize(("which", "names"), [("tier:Gold", ["Anna Kowalska"]), ("tier:Silver", [])])
def test_a_tier_can_be_printed(printing, anna, which, names):
    printing.choosing.go(Way.SEVERAL)
    several = printing.choosing.several
    several.which.choose(which)
    several.which.chosen.emit(which)
    assert [line.words for line in several.lines()] == names


def test_newcomers_can_be_printed(printing, anna, clock, desk):
    clock.to("2026-05-02T10:00:00")
    join(desk, "Zane")
    printing.choosing.go(Way.SEVERAL)
    several = printing.choosing.several
    several.which.choose("since")
    several.which.chosen.emit("since")
    several.since.setDate(QDate(2026, 5, 1))
    assert [line.words for line in several.lines()] == ["Zane"]
    several.since.setDate(QDate(2026, 3, 14))
    assert len(several.lines()) == 3


def test_some_of_several_customers_are_ticked(printing, person, printed, anna):
    printing.choosing.go(Way.SEVERAL)
    person.find(QListView, "Customers with a card").setFocus()
    person.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    person.pause()
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert "Annija Ozola" in pages(printed[0])[0][1]


def test_cards_of_several_languages_each_have_their_own_words(desk, printing, person, printed):
    join(desk, "Ольга Петрова", language="ru")
    join(desk, "Anna Kowalska")
    printing.choosing.go(Way.SEVERAL)
    person.tap(person.find(QPushButton, "Print 2 cards"))
    back = pages(printed[0])[1][1]
    assert "1 балл за " in back
    assert "1 point for each" in back


def test_waiting_cards_that_were_printed_say_so_and_can_be_left_out(desk, printing, person, printed):
    first, second = desk.cards.make(2)
    desk.cards.mark_printed([first])
    printing.choosing.go(Way.WAITING)
    waiting = printing.choosing.waiting
    assert sum("printed" in line for line in (waiting.list.model().index(row, 0).data() for row in (0, 1))) == 1
    waiting.which.choose("never")
    waiting.which.chosen.emit("never")
    assert printing.choosing.order().numbers == (second,)


def test_an_old_card_is_printed_as_it_is(desk, printing, person, printed):
    desk.numbers.take_over([OldCard("96385074", "1234", "EAN-8")])
    printing.choosing.go(Way.WAITING)
    assert printing.choosing.waiting.list.model().index(0, 0).data() == "1234"
    person.tap(person.find(QPushButton, "Print 1 card"))
    picture = drawn(printed[0], 1)
    assert [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.EAN8)] == ["96385074"]


# --- whether it can be read


def test_our_own_numbers_are_said_to_read_well_and_do(printing):
    assert printing.sides.verdict.text() == "Barcode reads well"
    assert _seen_code(printing) == "2600000000017"


def test_a_long_number_of_another_make_is_warned_about(desk, printing, person):
    join(desk, "Anna", card="LOYALTY-CARD-0012345")
    printing.open(desk.cards.owner("LOYALTY-CARD-0012345").id)
    assert printing.sides.verdict.text() == "Barcode may not be read"
    assert printing.sides.verdict.property("tone") == "warning"
    join(desk, "Jānis", card="X" * 48)
    printing.open(desk.cards.owner("X" * 48).id)
    assert printing.sides.verdict.text() == "Barcode may not be read"


def test_a_number_no_bars_can_carry_here_is_refused_when_it_is_printed(desk, printing, person, printed):
    join(desk, "Jānis", card="X" * 48)
    printing.open(desk.cards.owner("X" * 48).id)
    person.tap(person.find(QPushButton, "Print 1 card"))
    assert "is too long for a barcode here" in person.reads()
    assert printed == []


# --- the dialog


def test_what_is_drawn_opens_in_the_dialog_for_paper(printing, person, monkeypatch):
    shown: list[PaperDialog] = []
    monkeypatch.setattr(PaperDialog, "exec", lambda dialog: shown.append(dialog))
    person.tap(person.find(QPushButton, "Print 10 cards"))
    (dialog,) = shown
    assert dialog.windowTitle() == "Loyalty cards"
    assert dialog.preview.count == 2


def test_cards_are_drawn_beside_the_window(qtbot, qapp, printing, person, tools, printed):
    runner = BackgroundRunner(qapp)
    object.__setattr__(tools, "run", runner)
    person.tap(printing.print_button)
    assert not printing.print_button.isEnabled()
    assert "Drawing the cards …" in person.reads()
    qtbot.waitUntil(lambda: len(printed) == 1)
    runner.wait()
    assert printing.print_button.isEnabled()
    assert printing.focusWidget() is printing.print_button  # and no field, which a stray key would change


@pytest.fixture
def desk(filed):
    """In a file, for work beside the window has a desk of its own."""
    return filed
