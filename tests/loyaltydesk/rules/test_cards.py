"""What can be done with a card in each of its states."""

from itertools import count

import pytest
from msgspec.structs import replace

from loyaltydesk.model.cards import Card, CardRole, CardState
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.facts import CardIssued, CustomerRegistered, RecordSaved
from loyaltydesk.model.refusals import BadRequest, CardBlocked, DuplicateCard
from loyaltydesk.rules import cards
from tests.loyaltydesk.rules.shopping import card

BLANK = Card("b", "2600000000004", CardState.BLANK, CardRole.FULL, None)
TAKEN = [card(state) for state in (CardState.ACTIVE, CardState.BLOCKED, CardState.REPLACED)]


@pytest.fixture
def new_id() -> cards.NewId:
    numbers = count(1)
    return lambda: f"n{next(numbers)}"


def _saved(fact: object) -> dict[str, str | int | bool | None]:
    assert isinstance(fact, RecordSaved)
    return fact.fields


def test_joining_makes_a_customer_and_a_card(new_id: cards.NewId) -> None:
    customer, facts = cards.register(Profile(name="Anna"), "123456", None, referred_by="x", new_id=new_id)
    joined = CustomerRegistered(id="n1", profile=Profile(name="Anna"), referred_by="x")
    assert (customer, facts) == ("n1", [joined, CardIssued(id="n2", customer="n1", number="123456")])


def test_joining_takes_a_blank_card(new_id: cards.NewId) -> None:
    _customer, facts = cards.register(Profile(), BLANK.number, BLANK, referred_by="", new_id=new_id)
    assert _saved(facts[1]) == {"customer": "n1", "state": "active"}


@pytest.mark.parametrize("taken", TAKEN, ids=lambda taken: taken.state.value)
def test_a_card_that_is_somebodys_cannot_be_given_to_another(taken: Card, new_id: cards.NewId) -> None:
    with pytest.raises(DuplicateCard):
        cards.register(Profile(), taken.number, taken, referred_by="", new_id=new_id)
    with pytest.raises(DuplicateCard):
        cards.link(taken.number, taken, customer="other", new_id=new_id)
    with pytest.raises(DuplicateCard):
        cards.replace(card(), taken.number, new=taken, new_id=new_id)


def test_blocking_and_unblocking(new_id: cards.NewId) -> None:
    active, blocked, replaced = TAKEN
    assert [_saved(fact) for fact in cards.block(active, new_id)] == [{"state": "blocked"}]
    assert [_saved(fact) for fact in cards.unblock(blocked, new_id)] == [{"state": "active"}]
    assert (cards.block(blocked, new_id), cards.block(replaced, new_id)) == ([], [])
    assert (cards.unblock(active, new_id), cards.unblock(BLANK, new_id)) == ([], [])
    with pytest.raises(CardBlocked):
        cards.unblock(replaced, new_id)
    with pytest.raises(BadRequest):
        cards.block(BLANK, new_id)


def test_a_lost_card_says_what_replaced_it(new_id: cards.NewId) -> None:
    issued, old = cards.replace(card(), "777777", new=None, new_id=new_id)
    assert issued == CardIssued(id="n1", customer="c", number="777777")
    assert _saved(old) == {"state": "replaced", "replaced_by": "n1"}
    given, old = cards.replace(card(CardState.BLOCKED), BLANK.number, new=BLANK, new_id=new_id)
    assert _saved(given) == {"customer": "c", "state": "active"}
    assert _saved(old) == {"state": "replaced", "replaced_by": "b"}


def test_a_card_that_only_collects_is_replaced_by_one_that_only_collects(new_id: cards.NewId) -> None:
    old, stocked = replace(card(), role=CardRole.EARN_ONLY), replace(BLANK, role=CardRole.EARN_ONLY)
    for new, made in ((None, "n1"), (BLANK, "b")):
        _given, role, _old = cards.replace(old, "777777", new=new, new_id=new_id)
        assert (role.customer_id, _saved(role)) == (None, {"role": "earn_only"})
        assert isinstance(role, RecordSaved)
        assert role.record == made
    assert len(cards.replace(old, stocked.number, new=stocked, new_id=new_id)) == 2
    _given, role, _old = cards.replace(card(), stocked.number, new=stocked, new_id=new_id)
    assert _saved(role) == {"role": "full"}


def test_only_a_card_in_use_can_be_replaced(new_id: cards.NewId) -> None:
    with pytest.raises(BadRequest):
        cards.replace(BLANK, "777777", new=None, new_id=new_id)
    gone = replace(card(CardState.REPLACED), replaced_by="888888")
    with pytest.raises(CardBlocked) as refused:
        cards.replace(gone, "777777", new=None, new_id=new_id)
    assert refused.value.replaced_by == "888888"


def test_a_role_is_given_once(new_id: cards.NewId) -> None:
    assert [_saved(fact) for fact in cards.give_role(card(), CardRole.EARN_ONLY, new_id)] == [{"role": "earn_only"}]
    assert cards.give_role(card(), CardRole.FULL, new_id) == []
