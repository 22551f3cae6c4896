"""Refusals carry their facts, and say which of them are money."""

import pytest

from loyaltydesk.model import refusals
from loyaltydesk.model.refusals import BadRequest, NotEnoughPoints, Refused, ReturnTooLarge


def test_a_refusal_tells_its_facts_by_name() -> None:
    assert NotEnoughPoints(balance=3, needed=5).facts() == {"balance": 3, "needed": 5}
    assert (NotEnoughPoints.money_facts(), ReturnTooLarge.money_facts()) == (frozenset(), {"returnable"})


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        ("NotEnoughPoints", {"balance", "needed"}), ("VoucherNotUsable", {"code", "state"}),
        ("ReturnTooLarge", {"returnable"}), ("BadProgramme", {"where", "reason", "detail"}),
    ],
)  # fmt: skip
def test_the_facts_that_outside_programs_rely_on_keep_their_names(kind: str, facts: set[str]) -> None:
    assert set(getattr(refusals, kind).__dataclass_fields__) == facts


@pytest.mark.parametrize(
    "kind",
    "UnknownCard CardBlocked EarnOnlyCard NotEnoughPoints BelowMinimum UnknownReward RewardNotOffered UnknownVoucher "
    "VoucherNotUsable WrongCustomer UnknownPurchase ReturnTooLarge AlreadyVoided DuplicateCard BadCardNumber "
    "BadProgramme BadRequest".split(),
)
def test_the_kinds_that_outside_programs_rely_on_keep_their_names(kind: str) -> None:
    assert issubclass(getattr(refusals, kind), Refused)


def test_a_refusal_is_an_error_that_can_be_raised_and_is_only_itself() -> None:
    one, other = BadRequest("name", "missing"), BadRequest("name", "missing")
    assert one != other  # so that an error is never taken for another one with the same facts
    with pytest.raises(Refused):
        raise one
