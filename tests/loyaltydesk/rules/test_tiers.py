"""Tiers: inclusive thresholds, windows, what is kept and what is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.programme import Basis, Programme, Tier, Window
from loyaltydesk.rules import tiers
from loyaltydesk.rules.tiers import NextTier
from tests.loyaltydesk.rules.shopping import customer, programme, standing

LEVELS = (
    '[[tier]]\nname = "Bronze"\nfrom = "0.00"\n[[tier]]\nname = "Silver"\nfrom = "100.00"\n'
    '[[tier]]\nname = "Gold"\nfrom = "200.00"\n'
)
THREE = programme(LEVELS)
TWO = replace(THREE, tiers=THREE.tiers[1:])  # nobody has one from the start
NONE = programme()


def _name(tier: Tier | None) -> str | None:
    return tier.name if tier else None


@pytest.mark.parametrize(
    ("amount", "three", "two"),
    [
        (0, "Bronze", None), (9999, "Bronze", None), (10000, "Silver", "Silver"), (19999, "Silver", "Silver"),
        (20000, "Gold", "Gold"), (10**12, "Gold", "Gold"),
    ],
)  # fmt: skip
def test_a_threshold_is_inclusive(amount: int, three: str, two: str | None) -> None:
    assert (_name(tiers.reached(THREE, amount)), _name(tiers.reached(TWO, amount))) == (three, two)


@pytest.mark.parametrize(
    ("rules", "tier", "floor", "held"),
    [
        (THREE, None, None, "Bronze"), (THREE, "Silver", None, "Silver"), (THREE, None, "Gold", "Gold"),
        (THREE, "Gold", "Silver", "Gold"), (THREE, "Silver", "Gold", "Gold"), (THREE, "Platinum", None, "Bronze"),
        (TWO, None, None, None), (TWO, "Bronze", "Tin", None), (NONE, "Gold", "Gold", None),
    ],
)  # fmt: skip
def test_the_tier_held_is_the_higher_of_the_one_won_and_the_one_set_by_hand(
    rules: Programme, tier: str | None, floor: str | None, held: str | None
) -> None:
    person = customer(tier, floor=floor)
    assert _name(tiers.held(rules, person)) == held
    assert _name(tiers.won(rules, person)) == _name(tiers.held(rules, replace(person, floor=None)))


@pytest.mark.parametrize(("amounts", "earned"), [((0,), "Bronze"), ((10000,), "Silver"), ((0, 20000), "Gold")])
def test_a_review_leaves_what_any_window_that_speaks_has_reached(amounts: tuple[int, ...], earned: str) -> None:
    assert _name(tiers.earned(THREE, amounts)) == earned


@pytest.mark.parametrize(
    ("window", "day", "start"),
    [
        (Window.LIFETIME, "2026-03-14", None), (Window.CALENDAR_YEAR, "2026-03-14", "2026-01-01"),
        (Window.CALENDAR_YEAR, "2026-01-01", "2026-01-01"), (Window.TWELVE_MONTHS, "2026-03-14", "2025-03-14"),
        (Window.TWELVE_MONTHS, "2024-02-29", "2023-02-28"), (Window.TWELVE_MONTHS, "0001-05-01", "0001-01-01"),
    ],
)  # fmt: skip
def test_where_a_window_begins(window: Window, day: str, start: str | None) -> None:
    found = tiers.window_start(window, date.fromisoformat(day))
    assert (found and found.isoformat()) == start


def test_what_counts_is_money_paid_or_points_earned() -> None:
    assert tiers.counted(THREE, spend=500, earned=7) == 500
    assert tiers.counted(replace(THREE, basis=Basis.POINTS), spend=500, earned=7) == 7


@pytest.mark.parametrize(
    ("tier", "floor", "spend", "above"),
    [
        (None, None, 8000, NextTier("Silver", 2000, 8000)), ("Silver", None, 10000, NextTier("Gold", 10000, 10000)),
        ("Silver", None, 0, NextTier("Gold", 20000, 0)), (None, "Silver", 3000, NextTier("Gold", 17000, 3000)),
        ("Gold", None, 0, None), (None, None, 25000, NextTier("Silver", 0, 10000)),
    ],
)  # fmt: skip
def test_what_is_missing_to_the_tier_above(
    tier: str | None, floor: str | None, spend: int, above: NextTier | None
) -> None:
    assert tiers.next_tier(THREE, standing(person=customer(tier, floor=floor), spend=spend)) == above


def test_without_tiers_there_is_none_above() -> None:
    assert tiers.next_tier(NONE, standing(spend=10**9)) is None


@given(st.integers(0, 30000), st.integers(0, 30000))
def test_more_never_reaches_less(one: int, more: int) -> None:
    low, high = tiers.reached(THREE, one), tiers.reached(THREE, one + more)
    assert tiers.higher(low, high) == high
