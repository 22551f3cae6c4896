"""Cards are made blank, given to customers, blocked and replaced; what is refused changes nothing."""

from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardRole, CardState, checked_number
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, CardBlocked, DuplicateCard, UnknownCard
from tests.shop import PROGRAMME, Clock, buy, join, refuses, store_of


def test_blank_cards_are_all_different_and_ours(desk: Desk) -> None:
    numbers = desk.cards.make(200)
    assert len(set(numbers)) == 200
    assert all(checked_number(number) == number and number.startswith("26") for number in numbers)
    assert {card.number for card in desk.cards.blank()} == set(numbers)
    assert desk.cards.get(numbers[0]).state is CardState.BLANK


@pytest.mark.parametrize("count", [0, -1, 10_001])
def test_no_cards_or_too_many_are_not_made(desk: Desk, count: int) -> None:
    with refuses(desk, BadRequest):
        desk.cards.make(count)


def test_a_number_that_is_taken_is_not_given_out_again(clock: Clock) -> None:
    desk = Desk.in_memory(PROGRAMME, clock)
    numbers = iter([1, 1, 1, 2])
    desk._core.randbelow = lambda _below: next(numbers)
    assert desk.cards.make(2) == ["2600000000017", "2600000000024"]
    desk.close()


def test_a_blank_or_a_new_number_is_linked(desk: Desk) -> None:
    anna, first = join(desk)
    (blank,) = desk.cards.make(1)
    assert desk.cards.link(blank, anna).state is CardState.ACTIVE
    assert desk.cards.link(" ab-12 34 ", anna).number == "AB-1234"
    assert [card.number for card in desk.customers.cards(anna)] == ["AB-1234", blank, first]
    for number in (first, blank, "ab-1234"):
        assert buy(desk, number, 1000).customer == anna


def test_a_card_in_use_or_no_card_at_all_is_not_linked(desk: Desk) -> None:
    anna, card = join(desk)
    jan, _card = join(desk, "Jānis")
    for customer in (anna, jan):
        with refuses(desk, DuplicateCard):
            desk.cards.link(card, customer)
    with refuses(desk, BadCardNumber):
        desk.cards.link("9810000000014", anna)
    new = desk.cards.replace(card, "").replaced_by
    with refuses(desk, DuplicateCard):
        desk.cards.link(card, jan)
    assert desk.cards.owner(new).id == anna


def test_a_blocked_card_can_be_let_in_again(desk: Desk) -> None:
    _anna, card = join(desk)
    assert desk.cards.block(card).state is CardState.BLOCKED
    before = store_of(desk).journal.count()
    assert desk.cards.block(card).state is CardState.BLOCKED
    assert store_of(desk).journal.count() == before
    assert desk.cards.unblock(card).state is CardState.ACTIVE
    assert desk.cards.unblock(card).state is CardState.ACTIVE


def test_a_blank_card_is_not_blocked_or_replaced(desk: Desk) -> None:
    (blank,) = desk.cards.make(1)
    for act in (desk.cards.block, lambda number: desk.cards.replace(number, "")):
        with refuses(desk, BadRequest):
            act(blank)


@pytest.mark.parametrize("number", ["AB-99", "2600000000017"])
def test_nothing_is_done_with_a_card_nobody_knows(desk: Desk, number: str) -> None:
    for act in (
        desk.cards.get,
        desk.cards.owner,
        desk.cards.block,
        desk.cards.unblock,
        lambda card: desk.cards.replace(card, ""),
        lambda card: desk.cards.give_role(card, CardRole.EARN_ONLY),
    ):
        with refuses(desk, UnknownCard):
            act(number)


def test_a_lost_card_says_what_replaced_it(desk: Desk) -> None:
    anna, lost = join(desk)
    (blank,) = desk.cards.make(1)
    old = desk.cards.replace(lost, blank)
    assert (old.state, old.replaced_by) == (CardState.REPLACED, blank)
    assert desk.cards.owner(blank).id == anna
    desk.cards.give_role(blank, CardRole.EARN_ONLY)
    own = desk.cards.replace(blank, "ab-1234")
    assert own.replaced_by == "AB-1234"
    assert desk.cards.get("ab-1234").role is CardRole.EARN_ONLY
    for act in (desk.cards.unblock, lambda card: desk.cards.replace(card, "")):
        with refuses(desk, CardBlocked) as refused:
            act(blank)
        assert refused.value.facts() == {"card": blank, "state": "replaced", "replaced_by": "AB-1234"}


def test_a_blocked_card_can_be_replaced(desk: Desk) -> None:
    anna, lost = join(desk)
    desk.cards.block(lost)
    new = desk.cards.replace(lost, "").replaced_by
    assert desk.cards.owner(new).id == anna
    assert desk.customers.get(anna).card == new


def test_a_card_is_not_replaced_by_one_in_use(desk: Desk) -> None:
    _anna, lost = join(desk)
    _jan, other = join(desk, "Jānis")
    for by in (other, lost):
        with refuses(desk, DuplicateCard):
            desk.cards.replace(lost, by)
    with refuses(desk, BadCardNumber):
        desk.cards.replace(lost, "9810000000014")


def test_a_card_only_collects_until_it_is_told_otherwise(desk: Desk) -> None:
    _anna, card = join(desk)
    assert desk.cards.give_role(card, CardRole.EARN_ONLY).role is CardRole.EARN_ONLY
    before = store_of(desk).journal.count()
    desk.cards.give_role(card, CardRole.EARN_ONLY)
    assert store_of(desk).journal.count() == before
    assert desk.cards.give_role(card, CardRole.FULL).role is CardRole.FULL


def test_the_first_thing_done_after_a_start_has_a_later_id_than_all_before(shop_file: Path, clock: Clock) -> None:
    desk = Desk.open(shop_file, clock)
    _anna, card = join(desk)
    desk.close()
    clock.forward(days=-2)
    desk = Desk.open(shop_file, clock)
    desk.cards.block(card)
    ids = [row[0] for row in store_of(desk).connection.execute("SELECT id FROM journal ORDER BY arrival")]
    assert ids == sorted(ids)
    desk.close()
