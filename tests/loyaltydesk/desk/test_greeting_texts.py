"""The owner's own wordings take the place of the ready ones, and give it back."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.desk.greeting_texts import written_day
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingRules, GreetingText, OwnDay, Register
from loyaltydesk.model.refusals import BadRequest
from tests.shop import join

OWN = GreetingText("Cheers, {name}!", "You are {age} today. Yours, {shop}")


@pytest.fixture
def greeting(desk: Desk) -> Greeting:
    customer, _ = join(desk, consent="Agreed", birth_date="1984-03-16")
    return desk.greetings.of_customer(customer, "birthday", year=2026)


def test_own_words_take_the_place_of_the_ready_ones(desk: Desk, greeting: Greeting) -> None:
    ready = desk.greetings.texts("en", "birthday")
    assert len(ready) == 4
    desk.greetings.save_text("en", "birthday", texts=[OWN])
    assert desk.greetings.texts("en", "birthday") == (OWN,)
    words = desk.greetings.words(greeting)
    assert (words.heading, words.text) == ("Cheers, Anna!", "You are 42 years today. Yours, Rīts Club")
    desk.greetings.save_text("en", "birthday", texts=[])
    assert desk.greetings.texts("en", "birthday") == ready
    desk.greetings.save_text("en", "birthday", texts=ready)
    assert desk.greetings.texts("en", "birthday") == ready


def test_each_register_has_words_of_its_own(desk: Desk) -> None:
    desk.greetings.save_text("pl", "birthday", texts=[OWN], register=Register.FAMILIAR)
    assert desk.greetings.texts("pl", "birthday") != (OWN,)
    desk.greetings.save_design(GreetingDesign(register=Register.FAMILIAR))
    assert desk.greetings.texts("pl", "birthday") == (OWN,)


def test_words_can_be_tried_before_they_are_saved(desk: Desk, greeting: Greeting) -> None:
    design = GreetingDesign(heading="Hurray!", reward="coffee")
    tried = desk.greetings.words(greeting, design=design, text=OWN)
    assert tried.heading == "Hurray!"
    assert desk.greetings.words(greeting).heading != "Hurray!"
    assert "Free coffee" in desk.greetings.words(greeting, design=design).text
    assert "14 April" not in desk.greetings.words(greeting, design=design).text  # it counts from the birthday on
    assert "15 April 2026" in desk.greetings.words(greeting, design=design).text


@pytest.mark.parametrize(
    ("language", "key", "text", "reason"),
    [
        ("fi", "birthday", OWN, "wrong_value"), ("en", "wedding", OWN, "no_occasion"),
        ("en", "birthday", GreetingText("Hi {old}", "x"), "unknown_field"),
    ],
)  # fmt: skip
def test_what_cannot_be_said_is_refused(desk: Desk, language: str, key: str, text: GreetingText, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        desk.greetings.save_text(language, key, texts=[text])
    assert refused.value.reason == reason


def test_a_day_of_the_shops_own_is_called_by_its_name(desk: Desk, greeting: Greeting) -> None:
    rules = GreetingRules(holidays=("own-1",), own=(OwnDay("own-1", "Café birthday", "05-12"),))
    desk.greetings.save_rules(rules)
    own = desk.greetings.of_customer(greeting.customer.id, "own-1", year=2026)
    assert desk.greetings.words(own).heading.rstrip("!") == "Café birthday"


def test_words_of_another_release_give_way_to_the_ready_ones(desk: Desk) -> None:
    desk.shop.save("greeting_text", "en/birthday/formal", fields={"texts": "gibberish"})
    assert len(desk.greetings.texts("en", "birthday")) == 4


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "4 May 2026"), ("pl", "04.05.2026"), ("lv", "04.05.2026"), ("ru", "04.05.2026")],
)
def test_a_day_is_written_as_the_language_does(language: str, expected: str) -> None:
    assert written_day(date(2026, 5, 4), language) == expected
