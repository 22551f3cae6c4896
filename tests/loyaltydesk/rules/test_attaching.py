"""A card that was forgotten: the points of then, for a purchase of then."""

from datetime import date
from itertools import count

import pytest
from msgspec.structs import replace

from loyaltydesk.model.cards import CardState
from loyaltydesk.model.facts import PurchaseAttached, PurchaseRecorded, RecordSaved
from loyaltydesk.model.purchases import Purchase, PurchaseState
from loyaltydesk.model.refusals import AlreadyAttached, AlreadyVoided, CardBlocked
from loyaltydesk.rules import attaching
from loyaltydesk.rules.following import Following, Making
from loyaltydesk.rules.purchase import Known
from tests.loyaltydesk.rules.shopping import amount, as_kept, base, bought, card, customer, programme, stamp, standing

RULES = programme(
    '[points]\npending_days = 2\nexpire = "after"\nexpire_after = "1 months"\n'
    + base(more='when = { weekdays = ["sat"] }')
    + '[[tier]]\nname = "Silver"\nfrom = "50.00"\nmultiply = 2\ndiscount_percent = 10\n'
)


def _guest() -> tuple[Purchase, PurchaseRecorded]:
    _quote, fact, _others = bought(replace(amount(9900), discount=900), Known(RULES, 1))
    return as_kept(fact), fact


def test_the_points_are_those_of_the_day_of_the_purchase() -> None:
    numbers = count(1)
    purchase, fact = _guest()
    making = Making(lambda: f"a{next(numbers)}", str)
    found, facts = attaching.decide(purchase, fact, Following(RULES, standing()), making=making)
    attached, won = facts
    assert isinstance(attached, PurchaseAttached)
    assert (attached.purchase, attached.customer, attached.card, attached.earned) == (purchase.id, "c", "k", 180)
    assert (attached.from_day, attached.last_day) == (date(2026, 3, 16), date(2026, 4, 14))
    assert (found.due, attached.tier, attached.why) == (9000, "Silver", found.why)
    assert won == RecordSaved(id="a2", kind="customer", record="c", fields={"tier": "Silver"})


def test_what_was_paid_in_full_gets_no_discount_afterwards() -> None:
    purchase, fact = _guest()
    person = standing(person=customer("Silver"))
    assert attaching.quote(purchase, fact, Following(RULES, person)).due == purchase.due


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"customer": "somebody"}, AlreadyAttached), ({"state": PurchaseState.VOIDED}, AlreadyVoided),
        ({"state": PurchaseState.RETURNED}, AlreadyVoided), ({"returned": 1}, AlreadyVoided),
    ],
)  # fmt: skip
def test_a_purchase_that_has_its_customer_or_came_back_is_refused(
    change: dict[str, object], kind: type[Exception]
) -> None:
    purchase, fact = _guest()
    with pytest.raises(kind):
        attaching.quote(replace(purchase, **change), fact, Following(RULES, standing()))


def test_a_card_that_is_blocked_gets_nothing_afterwards() -> None:
    purchase, fact = _guest()
    blocked = replace(standing(), card=card(CardState.BLOCKED))
    with pytest.raises(CardBlocked):
        attaching.quote(purchase, fact, Following(RULES, blocked))


def test_somebody_who_joined_after_the_purchase_may_have_its_points() -> None:
    _quote, fact, _others = bought(amount(1000), Known(RULES, 1), stamp(date(2025, 12, 27)))
    old = as_kept(fact, stamp(date(2025, 12, 27)))
    assert attaching.quote(old, fact, Following(RULES, standing())).earned == 10
