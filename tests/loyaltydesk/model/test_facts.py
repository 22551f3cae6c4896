"""What each fact does to a customer's points, in which order, and about whom it is."""

from datetime import date

import pytest

from loyaltydesk.model import facts
from loyaltydesk.model.facts import KINDS, Fact
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.programme import Gives
from loyaltydesk.model.purchases import TakenReward

END = date(2027, 3, 14)
GIVES = Gives("money", money=100)


def _moves(fact: Fact) -> list[tuple[str, int, str]]:
    return [(move.kind.value, move.points, move.source) for move in fact.movements()]


def _bought(**more: object) -> facts.PurchaseRecorded:
    return facts.PurchaseRecorded(id="p", total=1000, value=1000, due=1000, **more)


def test_a_purchase_takes_before_it_gives() -> None:
    taken = (TakenReward("a", "A", 2, 300),)
    bought = _bought(customer="c", earned=9, redeemed=100, rewards=taken, last_day=END)
    assert _moves(bought) == [("spent", -100, "p"), ("reward", -300, "p"), ("earned", 9, "p")]
    assert bought.spent == 400
    assert bought.movements()[-1].last_day == END


def test_a_guests_purchase_moves_no_points() -> None:
    assert _moves(_bought(earned=9)) == []


def test_a_purchase_attached_later_brings_its_points_as_if_it_had_been_so_at_once() -> None:
    attached = facts.PurchaseAttached(id="x", purchase="p", customer="c", earned=9)
    assert _moves(attached) == [("earned", 9, "p")]
    assert _moves(facts.PurchaseAttached(id="x", purchase="p", customer="c")) == []


def test_a_return_gives_before_it_takes() -> None:
    back = facts.PurchaseReturned(id="r", purchase="p", customer="c", value=5, refunded=5, taken_back=4, given_back=3)
    assert _moves(back) == [("given_back", 3, "p"), ("taken_back", -4, "p")]
    assert _moves(facts.PurchaseReturned(id="r", purchase="p", value=5, refunded=5)) == []


def test_a_voucher_costs_its_points_once_and_a_reprint_none() -> None:
    issued = facts.VoucherIssued(id="v", code="27", customer="c", reward="r", name="R", gives=GIVES, cost=50)
    again = facts.VoucherIssued(
        id="w", code="28", customer="c", reward="r", name="R", gives=GIVES, cost=50, replaces="v"
    )
    assert (_moves(issued), _moves(again)) == ([("reward", -50, "v")], [])


def test_a_cancelled_voucher_gives_back_what_the_first_one_cost() -> None:
    cancelled = facts.VoucherCancelled(id="x", voucher="w", customer="c", first="v", given_back=50)
    assert _moves(cancelled) == [("given_back", 50, "v")]


@pytest.mark.parametrize(
    ("fact", "customer"),
    [
        (facts.CustomerRegistered(id="c"), "c"), (facts.CustomerErased(id="e", customer="c"), "c"),
        (facts.RecordSaved(id="s", kind="customer", record="c"), "c"),
        (facts.RecordSaved(id="s", kind="shop", record="shop"), None), (facts.CardIssued(id="k"), None),
        (facts.CardIssued(id="k", customer="c"), "c"), (facts.ProgrammeChanged(id="g", version=1, toml=""), None),
        (_bought(customer="c"), "c"), (_bought(), None), (facts.VoucherUsed(id="u", voucher="v"), None),
    ],
)  # fmt: skip
def test_a_fact_knows_whom_it_is_about(fact: Fact, customer: str | None) -> None:
    assert fact.customer_id == customer


def test_a_fact_that_moves_points_is_about_a_customer() -> None:
    adjusted = facts.PointsAdjusted(id="a", customer="c", points=-5, reason="r", last_day=END)
    expired = facts.PointsExpired(id="e", customer="c", lots=(("p", 0),))
    assert _moves(adjusted) == [("adjusted", -5, "")]
    assert [(move.kind, move.lots) for move in expired.movements()] == [(EntryKind.EXPIRED, (("p", 0),))]


def test_who_is_forgotten_leaves_nothing_and_what_is_no_business_of_points_moves_none() -> None:
    assert _moves(facts.CustomerErased(id="e", customer="c")) == [("erased", 0, "")]
    assert _moves(facts.CardIssued(id="k", customer="c")) == []


def test_every_kind_of_fact_is_known_by_its_name() -> None:
    kinds = {kind for kind in vars(facts).values() if isinstance(kind, type) and issubclass(kind, Fact)}
    assert set(KINDS.values()) == kinds - {Fact}
    assert all(name == kind.__name__ for name, kind in KINDS.items())
