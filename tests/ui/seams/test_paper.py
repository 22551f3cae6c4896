"""Paper speaks the language of whoever it is given to, and the shop's where that is not known."""

import pytest
from msgspec.structs import replace

from loyaltydesk.model.shop import ShopSettings
from tests.shop import join
from ui.seams.paper import paper_for


@pytest.fixture
def latvian(desk):
    desk.shop.save_settings(ShopSettings(name="Kafejnīca Rīts", language="lv"))
    return desk


@pytest.mark.parametrize(("told", "language"), [("pl", "pl"), ("", "lv"), ("fi", "lv")])
def test_words_and_figures_are_the_customers_or_else_the_shops(latvian, told, language):
    person = latvian.customers.get(join(latvian)[0])
    paper = paper_for(latvian, replace(person, profile=replace(person.profile, language=told)))
    assert (paper.words.language, paper.formats.locale.name()[:2]) == (language, language)


def test_what_nobody_is_named_on_speaks_the_shops_language(latvian):
    assert paper_for(latvian).words.language == "lv"


def test_settings_can_be_tried_before_they_are_kept(latvian):
    paper = paper_for(latvian, shop=ShopSettings(name="Rasa", language="pl"))
    assert (paper.shop.name, paper.words.language) == ("Rasa", "pl")
    assert latvian.shop.settings().name == "Kafejnīca Rīts"


def test_a_language_we_do_not_speak_is_english_in_words_and_figures(latvian):
    paper = paper_for(latvian, shop=ShopSettings(language="xx"))
    assert (paper.words.language, paper.formats.locale.name()) == ("en", "en_GB")
