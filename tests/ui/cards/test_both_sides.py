"""Both sides of a card are seen as they are printed, and what cannot be printed is said."""

import pytest
from PySide6.QtWidgets import QLabel

from loyaltydesk.printing.card import CardFace, CardLook, card_scene
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document
from ui.cards.both_sides import BothSides, card_pages

LOOK, FACE = CardLook(shop="Kafejnīca Rīts", heading="Welcome"), CardFace("2600000000017", "Anna Kowalska")


@pytest.fixture
def sides(qtbot, theme):
    sides = BothSides(theme)
    qtbot.addWidget(sides)
    sides.resize(500, 700)
    sides.show()
    return sides


def _advice(sides: BothSides) -> str:
    return " ".join(each.text() for each in sides.advice.findChildren(QLabel) if each.isVisible())


def test_the_pages_are_those_of_the_pdf():
    assert pdf_bytes(Document(card_pages(LOOK, FACE), LOOK.shop)) == pdf_bytes(
        Document(tuple(card_scene(LOOK, [FACE]).pages), LOOK.shop)
    )


def test_a_good_card_has_a_good_word_and_no_advice(sides):
    sides.show_card(LOOK, FACE)
    assert (sides.verdict.text(), _advice(sides)) == ("Barcode reads well", "")
    assert (sides.front.accessibleName(), sides.back.accessibleName()) == ("Front of the card", "Back of the card")


def test_a_number_without_bars_still_shows_the_rest_of_the_card(sides):
    sides.show_card(LOOK, FACE)
    with_bars = sides.back.grab().toImage()
    sides.show_card(LOOK, CardFace("X" * 48))
    assert sides.back.grab().toImage() != with_bars
    assert "The number is too long for the card" in _advice(sides)


def test_faint_words_and_a_faint_barcode_are_both_said(sides):
    sides.show_card(CardLook(shop="Rīts", colour="#FFE9A8", bars_ink="colour", ink="#FFFFFF"), FACE)
    assert sides.verdict.text() == "Barcode may not be read"
    assert "red light" in _advice(sides)
    assert "is hard to read in these colours" in _advice(sides)


def test_mending_is_offered_where_somebody_can_change_colours(sides):
    faint = CardLook(shop="Rīts", ink="#0B7A5B")
    sides.show_card(faint, FACE)
    assert not sides.mend_button.isVisible()
    sides.offers_mending = True
    sides.show_card(LOOK, FACE)
    sides.show_card(faint, FACE)
    assert sides.mend_button.isVisible()
