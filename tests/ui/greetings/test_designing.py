"""What somebody chooses and types shows on the card at once, is kept when it is saved, and never lost silently."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from loyaltydesk.model.greetings import Register
from loyaltydesk.printing.greetings import DESIGNS
from tests.ui.greetings.test_pad import stroke
from ui.greetings.drafts import Drafts
from ui.greetings.page import GreetingsPage
from ui.greetings.signing import SigningDialog


@pytest.fixture
def designer(page: GreetingsPage):
    return page.cards.designer


@pytest.fixture
def card(page: GreetingsPage):
    """What is on the card that is shown."""
    return lambda: page.cards.designing.card


def _choose(choice, key: str) -> None:
    """As a person does who opens a list and picks."""
    choice.choose(key)
    choice.chosen.emit(key)


# --- looks


def test_a_design_shows_at_once_and_is_for_all_birthdays_when_it_is_saved(shop, page, person, designer, card):
    other = next(key for key in DESIGNS if key != card().look.design)
    person.tap(designer.look.designs.choices[other])
    assert card().look.design == other
    assert "Not saved yet" in person.reads()
    assert shop.greetings.design("birthday").design == ""
    person.tap(person.find(QPushButton, "Save for all"))
    assert shop.greetings.design("birthday").design == other
    assert shop.greetings.design("name_day").design == ""
    assert "Saved" in person.reads()
    assert not designer.save_button.isVisible()


def test_everything_about_the_look_is_chosen_and_kept(shop, page, person, designer, card):
    look = designer.look
    _choose(look.format, "postcard")
    person.tap(look.letterings.choices["round"])
    look.own_colours.click()
    look.by_hand.click()
    made = card().look
    assert (made.format, made.lettering, made.own_colours, made.text_by_hand) == ("postcard", "round", True, True)
    assert [words for words in ("Front", "Back") if words in person.names(QPushButton)] == ["Front", "Back"]
    look.colours.chosen.emit("#1D4E89")
    assert (card().look.colour, card().look.own_colours) == ("#1D4E89", False)
    person.tap(person.find(QPushButton, "Save for all"))
    kept = shop.greetings.design("birthday")
    assert (kept.format, kept.lettering, kept.colour, kept.by_hand) == ("postcard", "round", "#1D4E89", True)


def test_the_paper_in_the_printer_belongs_to_this_computer(page, person, designer, tools):
    _choose(designer.look.sheet, "own")
    assert tools.preferences.read("greetings/sheet") == "own"
    assert not designer.save_button.isVisible()
    assert "Paper of the card's size" in person.reads()


def test_a_change_can_be_taken_back(shop, page, person, designer, card):
    before = card().look
    designer.look.by_hand.click()
    person.tap(person.find(QPushButton, "Undo"))
    assert card().look == before
    assert not designer.drop_button.isVisible()


def test_a_change_stays_a_draft_beside_other_cards_and_when_the_window_is_closed(page, designer, card, tools):
    designer.look.by_hand.click()
    names = page.cards.list.list
    names.choose(names.lines[1].key)
    assert not card().look.text_by_hand  # a name day
    names.choose(names.lines[2].key)
    assert card().look.text_by_hand  # another birthday
    again = Drafts(tools.preferences)
    assert again.look(card().greeting, card().kept).design.by_hand


def test_one_card_can_have_a_look_of_its_own(shop, page, person, designer, card):
    designer.look.by_hand.click()
    person.tap(person.find(QPushButton, "Only for this card"))
    assert card().look.text_by_hand
    assert "For this card alone" in person.reads()
    names = page.cards.list.list
    names.choose(names.lines[2].key)
    assert not card().look.text_by_hand
    names.choose(names.lines[0].key)
    person.tap(person.find(QPushButton, "As all others"))
    assert not card().look.text_by_hand
    assert shop.greetings.design("birthday").by_hand is False


# --- words


@pytest.fixture
def words(designer):
    designer.tabs.setCurrentIndex(1)
    return designer.words


def test_a_heading_and_a_text_are_typed_and_their_fields_filled(shop, page, person, words, card):
    words.heading.setFocus()
    words.heading.selectAll()
    person.type("To you!")
    words.text.setFocus()
    words.text.selectAll()
    person.type("Come to {shop} again.")
    assert card().face.heading == "To you!"
    assert card().face.text[0].startswith("Come to Kafejnīca Rīts again.")
    person.tap(person.find(QPushButton, "Save for all"))
    (kept,) = shop.greetings.texts("lv", "birthday")
    assert (kept.heading, kept.text) == ("To you!", "Come to {shop} again.")
    assert shop.greetings.texts("pl", "birthday")[0].heading != "To you!"


def test_other_ready_words_come_one_after_the_other(page, person, words, card):
    ready = card().ready
    first = ready.index(card().wording.text)
    person.tap(person.find(QPushButton, "Other words"))
    assert card().wording.text == ready[(first + 1) % len(ready)]
    assert words.heading.text() == card().wording.text.heading
    for _ in ready[1:]:
        person.tap(person.find(QPushButton, "Other words"))
    assert card().wording.text == ready[first]


def test_the_ready_words_can_be_had_again(shop, page, person, words):
    assert not words.ready_button.isVisible()
    words.heading.setFocus()
    person.type("x")
    person.tap(person.find(QPushButton, "Save for all"))
    assert len(shop.greetings.texts("lv", "birthday")) == 1
    person.tap(person.find(QPushButton, "Ready words"))
    assert len(shop.greetings.texts("lv", "birthday")) > 1


def test_a_field_is_put_where_somebody_types(person, words, card):
    words.heading.setFocus()
    words.heading.setCursorPosition(0)
    menu = {action.text(): action for action in words.insert_button.menu().actions()}
    menu["Age"].trigger()
    assert words.heading.text().startswith("{age}")
    words.text.setFocus()
    words.text.selectAll()
    menu["Name"].trigger()
    assert words.text.toPlainText() == "{name}"
    assert card().face.text[0].startswith("Ann")


def test_a_field_that_there_is_not_is_refused_when_it_is_saved(shop, page, person, words):
    words.heading.setText("{nonsense}")
    words.heading.textEdited.emit("{nonsense}")
    person.tap(person.find(QPushButton, "Save for all"))
    assert "There is no field “nonsense”" in person.reads()
    assert "Not saved yet" in person.reads()


def test_people_are_addressed_as_the_shop_does(page, words, card):
    _choose(words.register, "familiar")
    assert card().design.register is Register.FAMILIAR
    assert "familiar" not in card().wording.text.heading


def test_a_voucher_lies_inside_as_a_sample_until_the_card_is_printed(shop, page, words, card):
    assert card().face.voucher is None
    _choose(words.reward, "coffee")
    assert card().face.voucher.gives == "Free coffee"
    assert shop.customers.vouchers(card().greeting.customer.id) == []


# --- the signature


@pytest.fixture
def signature(designer):
    designer.tabs.setCurrentIndex(2)
    return designer.signature


def _sign(dialog: SigningDialog) -> bool:
    dialog.show()
    assert not dialog.use_button.isEnabled()
    stroke(dialog.pad, (40, 80), (90, 40), (140, 90), (200, 50))
    QTest.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    return dialog.result() == SigningDialog.DialogCode.Accepted


def test_the_owner_signs_on_the_screen(shop, page, person, designer, signature, card):
    signature.ask_to_sign = _sign
    person.tap(person.find(QPushButton, "Sign here…"))
    assert card().look.signature is not None
    assert signature.picture.isVisible()
    signature.inks.chosen.emit("#1D4E9E")
    assert card().look.ink == "#1D4E9E"
    person.tap(person.find(QPushButton, "Save for all"))
    assert shop.greetings.design("birthday").picture
    person.tap(person.find(QPushButton, "Remove"))
    assert card().look.signature is None


def test_a_picture_without_a_signature_is_refused_in_a_sentence(page, person, signature, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"no picture")
    signature.ask_picture = lambda _parent: str(tmp_path / "broken.png")
    person.tap(person.find(QPushButton, "From a picture…"))
    assert page.cards.printing.notice.isVisible()
    signature.ask_picture = lambda _parent: str(tmp_path / "missing.png")
    page.cards.printing.notice.hide()
    person.tap(person.find(QPushButton, "From a picture…"))
    assert page.cards.printing.notice.isVisible()


def test_the_name_below_is_the_shops_until_another_is_typed(person, signature, card):
    assert card().face.signed == "Kafejnīca Rīts"
    signature.signed.setFocus()
    person.type("Ilze")
    assert card().face.signed == "Ilze"
