"""The owner's choices about greetings come back as they were saved, and what cannot be read is left out."""

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import GreetingDesign, GreetingRules, Occasion, OwnDay, Register
from loyaltydesk.model.refusals import BadRequest
from tests.shop import store_of

RULES = GreetingRules(
    only_agreed=False,
    joins=True,
    occasions=(Occasion.BIRTHDAY,),
    holidays=("easter", "own-1"),
    own=(OwnDay("own-1", "[Our] birthday", "02-29"),),
)


def test_rules_come_back(desk: Desk) -> None:
    assert desk.greetings.rules() == GreetingRules()
    desk.greetings.save_rules(RULES)
    assert desk.greetings.rules() == RULES
    desk.greetings.save_rules(GreetingRules())
    assert desk.greetings.rules() == GreetingRules()


@pytest.mark.parametrize(
    "day", [OwnDay("own-1", " ", "05-12"), OwnDay("birthday", "x", "05-12"), OwnDay("own-1", "x", "13-40")]
)
def test_a_day_of_its_own_that_is_none_is_refused(desk: Desk, day: OwnDay) -> None:
    with pytest.raises(BadRequest):
        desk.greetings.save_rules(replace(RULES, own=(day,)))
    assert desk.greetings.rules() == GreetingRules()


def test_a_kind_of_greeting_has_its_own_look_over_that_of_all(desk: Desk) -> None:
    every = GreetingDesign(format="square", heading="[Hurray]", register=Register.FAMILIAR, by_hand=True)
    desk.greetings.save_design(every)
    assert desk.greetings.design("birthday") == every
    desk.greetings.save_design(replace(every, format="postcard", signed="Ilze\nun Rīta komanda"), "birthday")
    assert desk.greetings.design("birthday") == replace(every, format="postcard", signed="Ilze un Rīta komanda")
    assert desk.greetings.design("easter") == desk.greetings.design() == every
    desk.greetings.save_design(replace(every, colour="#AA0000"))
    assert desk.greetings.design("birthday").colour == "#AA0000"
    assert desk.greetings.design("birthday").format == "postcard"


def test_only_what_changed_is_written_down(desk: Desk) -> None:
    before = store_of(desk).journal.count()
    desk.greetings.save_design(GreetingDesign())
    desk.greetings.save_rules(GreetingRules())
    assert store_of(desk).journal.count() == before


@pytest.mark.parametrize("value", ["gibberish", '["wedding"]', "[", 7, None])
def test_choices_of_another_release_are_as_if_nobody_had_chosen(desk: Desk, value: str | int | None) -> None:
    desk.shop.save("greeting_rules", "all", fields={"occasions": value, "later": 1, "joins": True})
    assert desk.greetings.rules() == GreetingRules(joins=True)
    desk.shop.save("greeting_design", "all", fields={"register": "shouting", "heading": 7, "format": "square"})
    assert desk.greetings.design() == GreetingDesign(format="square")
