"""A customer's cards: blocked, replaced, limited, printed, and one more by typing or scanning."""

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.model.cards import CardRole, CardState
from tests.shop import join
from ui.theme.buttons import Button

NEW = "9810000000013"


@pytest.fixture
def cards(her_page):
    her_page.show_section(her_page.cards)
    return her_page.cards


@pytest.fixture
def her_cards(desk, anna):
    return lambda: desk.customers.cards(anna)


def test_the_cards_are_shown_with_state_and_role(cards, her_cards, person):
    (card,) = her_cards()
    model = cards.table.rows_model
    words = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(5)]
    assert words[0].replace("\N{NO-BREAK SPACE}", "") == card.number
    assert words[1:] == ["In use", "Collects and spends", "14 Mar 2026", ""]


def test_a_card_is_blocked_and_let_in_again(cards, her_cards, person):
    person.tap(person.find(Button, "Block"))
    assert her_cards()[0].state is CardState.BLOCKED
    assert "The card is blocked." in person.reads()
    person.tap(person.find(Button, "Unblock"))
    assert her_cards()[0].state is CardState.ACTIVE


def test_a_card_may_only_collect_and_spend_again(cards, her_cards, person):
    person.tap(person.find(Button, "Only collects"))
    assert her_cards()[0].role is CardRole.EARN_ONLY
    person.tap(person.find(Button, "May spend again"))
    assert her_cards()[0].role is CardRole.FULL


def test_a_lost_card_is_replaced_by_a_number_of_ours(cards, her_cards, person):
    lost = her_cards()[0]
    person.tap(person.find(Button, "Replace"))
    assert "Lost? Which card takes the place of" in person.reads()
    person.tap(person.find(Button, "Replace"))
    new, old = her_cards()
    assert (old.number, old.state, old.replaced_by) == (lost.number, CardState.REPLACED, new.number)
    assert new.state is CardState.ACTIVE


def test_a_lost_card_is_replaced_by_the_one_that_is_scanned(cards, her_cards, person):
    person.tap(person.find(Button, "Replace"))
    person.scan(NEW)
    assert cards.new_number.text() == NEW
    person.enter()
    assert her_cards()[0].number == NEW
    assert not cards.question.is_asked


def test_a_bad_number_is_refused_in_place(cards, her_cards, person):
    person.tap(person.find(Button, "Replace"))
    person.type("9810000000014\r")
    assert "The last digit of 9810000000014 is wrong" in person.reads()
    assert cards.new_number.text() == "9810000000014"  # to be mended
    assert len(her_cards()) == 1
    cards.new_number.clear()
    person.type(NEW + "\r")
    assert her_cards()[0].number == NEW
    assert "The last digit" not in person.reads()


def test_nothing_can_be_done_with_a_card_that_was_replaced(cards, desk, her_cards, session):
    number = her_cards()[0].number
    session.do(lambda desk: desk.cards.replace(number, NEW))
    cards.table.choose(her_cards()[1].id)
    buttons = (cards.block_button, cards.replace_button, cards.role_button, cards.print_button)
    assert not any(button.isEnabled() for button in buttons)
    cards.table.choose(her_cards()[0].id)
    assert all(button.isEnabled() for button in buttons)


def test_a_further_card_is_added_by_typing(cards, her_cards, person):
    cards.number.setFocus()
    person.type(NEW + "\r")
    assert her_cards()[0].number == NEW
    assert cards.number.text() == ""
    assert "The card is linked." in person.reads()


def test_somebody_elses_card_is_refused_in_place_and_escape_takes_it_back(cards, desk, her_cards, person):
    _other, theirs = join(desk, "Jānis")
    cards.number.setFocus()
    person.type(theirs + "\r")
    assert f"Card {theirs} is in use already." in person.reads()
    assert cards.number.text() == theirs
    assert len(her_cards()) == 1
    person.press(Qt.Key.Key_Escape)
    assert "is in use already" not in person.reads()
    assert cards.isVisible()


def test_nothing_typed_adds_nothing(cards, her_cards, person):
    person.tap(cards.add_button)
    assert len(her_cards()) == 1
    assert not cards.trouble.isVisible()


@pytest.mark.parametrize("blank", [False, True])
def test_a_scanned_card_of_nobody_is_linked_after_asking(desk, her_page, her_cards, person, sounds, blank):
    number = desk.cards.make(1)[0] if blank else NEW
    person.scan(number)
    assert her_page.shown is her_page.cards
    assert "Link it to this customer?" in person.reads()
    assert len(her_cards()) == 1
    assert sounds.heard == ["unknown"]
    person.tap(person.find(Button, "Link the card"))
    assert her_cards()[0].number == number


def test_a_scanned_card_is_not_linked_without_a_yes(cards, her_cards, person):
    person.scan(NEW)
    person.press(Qt.Key.Key_Escape)
    assert len(her_cards()) == 1
    assert not cards.question.is_asked
    assert cards.isVisible()


def test_a_scan_that_can_be_no_card_is_refused_in_place(her_page, her_cards, person, sounds):
    person.scan("9810000000014")
    assert her_page.shown is her_page.cards
    assert "The last digit of 9810000000014 is wrong" in person.reads()
    assert sounds.heard == ["refused"]


def test_a_card_is_printed_as_it_looks(her_page, cards, person):
    shown = []
    her_page.press.show = lambda document, title: shown.append((len(document.pages), title))
    person.tap(person.find(Button, "Print"))
    assert shown == [(2, "Loyalty card")]


def test_a_card_that_went_to_paper_is_known_as_printed(desk, her_page, cards, person):
    (hers,) = [holder for holder in desk.cards.holders() if holder.customer.id == cards.customer]
    for went in (False, True):
        her_page.press.show = lambda document, title, went=went: went
        person.tap(person.find(Button, "Print"))
        assert (hers.card in desk.cards.printed_on()) is went


def test_a_card_too_long_for_bars_is_refused_in_place(her_page, cards, anna, person, session):
    long = "ABCDEFGHIJ-" * 4
    session.do(lambda desk: desk.cards.link(long, anna))
    cards.table.selectRow(0)
    her_page.press.show = lambda document, title: pytest.fail("nothing can be printed")
    person.tap(person.find(Button, "Print"))
    assert "is too long for a barcode here" in person.reads()


@pytest.mark.parametrize(("percent", "rows"), [(100, 1), (150, 2)])
def test_the_buttons_stand_in_two_rows_where_letters_are_large(cards, qtbot, percent, rows):
    cards.theme.set(text_percent=percent)
    buttons = cards._buttons()
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == rows)
    assert len({button.x() for button in buttons}) == len(buttons) // rows
