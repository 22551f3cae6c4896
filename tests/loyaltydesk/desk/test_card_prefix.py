"""The shop chooses how its own card numbers begin, within what is free for use in a shop."""

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import check_digit
from loyaltydesk.model.refusals import BadRequest
from tests.shop import join


def test_numbers_begin_with_26_until_the_shop_says_otherwise(desk: Desk) -> None:
    (number,) = desk.cards.make(1)
    assert number.startswith("26")


def test_every_new_number_begins_as_the_shop_chose(desk: Desk) -> None:
    desk.shop.save_settings(replace(desk.shop.settings(), card_prefix="22"))
    (made,) = desk.cards.make(1)
    _customer, registered = join(desk)
    replaced = desk.cards.replace(registered, "").replaced_by
    for number in (made, registered, replaced):
        assert number.startswith("22")
        assert check_digit(number[:12]) == number[12]


def test_a_card_made_before_keeps_its_number(desk: Desk) -> None:
    (made,) = desk.cards.make(1)
    desk.shop.save_settings(replace(desk.shop.settings(), card_prefix="29"))
    assert desk.cards.get(made).number == made


@pytest.mark.parametrize("prefix", ["19", "30", "2", "2600000", "", "2x", "２６"])
def test_a_prefix_that_is_not_free_is_refused_and_nothing_is_kept(desk: Desk, prefix: str) -> None:
    with pytest.raises(BadRequest) as refused:
        desk.shop.save_settings(replace(desk.shop.settings(), name="Rīts", card_prefix=prefix))
    assert refused.value.reason == "bad_prefix"
    assert desk.shop.settings().name == ""
