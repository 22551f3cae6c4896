"""Greeting cards take the owner's choices, and what suits the occasion where there are none."""

import pytest

from loyaltydesk.model.greetings import GreetingDesign, GreetingWords
from loyaltydesk.model.money import currency
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.printing.filling import Paper
from loyaltydesk.printing.greeting_filling import greeting_face, greeting_look, suited
from loyaltydesk.printing.greetings import DESIGNS, FORMATS, LETTERINGS
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.words import words_in
from loyaltydesk.words.formats import BabelFormats
from tests.loyaltydesk.rules.greeted import birthday, person
from tests.shop import PROGRAMME

SHOP = ShopSettings(name="Kafejnīca Rīts", address="Brīvības iela 12, Rīga")
PAPER = Paper(SHOP, read_programme(PROGRAMME), words_in("en"), BabelFormats("en", currency("EUR")))
WORDS = GreetingWords("Happy birthday!", "Dear Anna,", "All the best.\n\nCome by.", "Yours")


def test_an_owner_who_chose_nothing_has_a_card_all_the_same() -> None:
    look = greeting_look(GreetingDesign(design="gone", format="gone"), "birthday", PAPER)
    assert look.design in DESIGNS
    assert look.format in FORMATS
    assert look.lettering in LETTERINGS
    assert (look.colour, look.shop, look.shop_address) == (PAPER.design.colour, SHOP.name, SHOP.address)


def test_what_the_owner_chose_is_on_the_card() -> None:
    design, card, hand = list(DESIGNS)[-1], list(FORMATS)[-1], list(LETTERINGS)[-1]
    chosen = GreetingDesign(format=card, design=design, lettering=hand, colour="#AA0000", ink="#000000", by_hand=True)
    look = greeting_look(chosen, "birthday", PAPER)
    assert (look.design, look.format, look.lettering, look.colour) == (design, card, hand, "#AA0000")
    assert (look.ink, look.text_by_hand) == ("#000000", True)


@pytest.mark.parametrize("key", ["birthday", "name_day", "anniversary", "christmas", "own-1"])
def test_every_kind_of_greeting_has_a_drawing(key: str) -> None:
    assert suited(key) in DESIGNS


def test_a_face_has_the_words_line_by_line_and_somebody_below() -> None:
    greeting = birthday(person(address="Miera iela 1, Rīga, , LV-1010"))
    face = greeting_face(greeting, WORDS, PAPER)
    assert (face.text, face.signed, face.seed) == (("All the best.", "Come by."), "Kafejnīca Rīts", greeting.seed)
    assert face.address == ("Anna Kowalska", "Miera iela 1", "Rīga, LV-1010")
    assert greeting_face(greeting, WORDS, PAPER, signed="Ilze").signed == "Ilze"
    assert greeting_face(birthday(person(address="")), WORDS, PAPER).address == ()
