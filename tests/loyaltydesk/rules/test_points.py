"""Points by hand and points that end."""

from datetime import date

import pytest

from loyaltydesk.model.lots import EntryKind, Movement, Purse
from loyaltydesk.model.refusals import BadRequest, NotEnoughPoints
from loyaltydesk.rules.points import Change, adjust, expire
from tests.loyaltydesk.rules.shopping import DAY, NOW, programme, standing

RULES = programme('[points]\nexpire = "after"\nexpire_after = "1 months"\n')


def test_points_given_by_hand_end_like_others_and_taken_ones_have_no_end() -> None:
    given = adjust(Change(50, "  opening  ", "Marta "), RULES, standing(), stamp=NOW)
    assert (given.customer, given.points, given.reason, given.approved_by) == ("c", 50, "opening", "Marta")
    assert given.last_day == date(2026, 4, 14)
    assert adjust(Change(-50, "mistake"), RULES, standing(50), stamp=NOW).last_day is None


@pytest.mark.parametrize(
    ("points", "reason", "field", "why"),
    [
        (0, "r", "points", "points_zero"), (10**9 + 1, "r", "points", "points_too_many"),
        (-(10**9) - 1, "r", "points", "points_too_many"), (5, "", "reason", "missing"), (5, " \n", "reason", "missing"),
    ],
)  # fmt: skip
def test_a_change_that_makes_no_sense_is_refused(points: int, reason: str, field: str, why: str) -> None:
    with pytest.raises(BadRequest) as refused:
        adjust(Change(points, reason), RULES, standing(10**9), stamp=NOW)
    assert (refused.value.field, refused.value.reason) == (field, why)


@pytest.mark.parametrize(("balance", "points"), [(49, -50), (0, -1)])
def test_more_than_there_is_cannot_be_taken_by_hand(balance: int, points: int) -> None:
    with pytest.raises(NotEnoughPoints) as refused:
        adjust(Change(points, "r"), RULES, standing(balance), stamp=NOW)
    assert refused.value.facts() == {"balance": balance, "needed": -points}


def test_the_longest_reason_is_cut() -> None:
    assert len(adjust(Change(5, "x" * 1000, "y" * 1000), RULES, standing(), stamp=NOW).reason) == 200


def test_every_lot_that_is_over_ends_by_name() -> None:
    purse = Purse()
    for fact, last in (("b", 13), ("a", 12), ("c", 14), ("d", 10)):
        purse.post(fact, date(2026, 3, 1), [Movement(EntryKind.EARNED, 5, "", None, DAY.replace(day=last))])
    purse.post("s", date(2026, 3, 9), [Movement(EntryKind.SPENT, -5, "s")])
    fact = expire("c", purse, NOW)
    assert fact is not None
    assert (fact.customer, fact.lots) == ("c", (("a", 0), ("b", 0)))
    purse.post("e", DAY, fact.movements())
    assert expire("c", purse, NOW) is None


def test_nothing_ends_in_an_empty_purse() -> None:
    assert expire("c", Purse(), NOW) is None
