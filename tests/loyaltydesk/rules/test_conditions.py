"""When a rule applies: every key of `when` by itself, its edges, and all of them together."""

from datetime import UTC, date, datetime, time
from itertools import product

import pytest

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.programme import When
from loyaltydesk.rules.conditions import Circumstances, applies
from tests.loyaltydesk.rules.shopping import customer

SATURDAY = "2026-03-14 16:00"


def _now(
    at: str = SATURDAY, *, bill: int = 1000, tier: str | None = None, code: str = "", person: Customer | None = None
) -> Circumstances:
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return Circumstances(moment, bill, person or customer(), tier, frozenset([code.casefold()] if code else []))


def test_a_rule_without_conditions_always_applies() -> None:
    assert applies(When(), _now(bill=0), 0)


@pytest.mark.parametrize(("bill", "holds"), [(999, False), (1000, True), (1001, True)])
def test_the_smallest_bill_is_enough(bill: int, holds: bool) -> None:
    assert applies(When(min_bill=1000), _now(bill=bill), 1) is holds


@pytest.mark.parametrize(("units", "holds"), [(1, False), (2, True), (3, True)])
def test_the_smallest_number_of_units_is_enough(units: int, holds: bool) -> None:
    assert applies(When(min_qty=2), _now(), units) is holds


@pytest.mark.parametrize(("days", "holds"), [({5}, True), ({5, 6}, True), ({0, 6}, False)])
def test_weekdays(days: set[int], holds: bool) -> None:
    assert applies(When(weekdays=frozenset(days)), _now(), 1) is holds


@pytest.mark.parametrize(
    ("start", "end", "clock", "holds"),
    [
        ("16:00", "18:00", "15:59:59", False), ("16:00", "18:00", "16:00", True), ("16:00", "18:00", "17:59:59", True),
        ("16:00", "18:00", "18:00", False), ("16:00", None, "23:59", True), ("16:00", None, "15:59", False),
        (None, "18:00", "00:00", True), (None, "18:00", "18:00", False), ("22:00", "02:00", "23:00", True),
        ("22:00", "02:00", "01:59", True), ("22:00", "02:00", "02:00", False), ("22:00", "02:00", "12:00", False),
        ("22:00", "02:00", "22:00", True),
    ],
)  # fmt: skip
def test_hours_begin_with_the_first_minute_and_end_before_the_last(
    start: str | None, end: str | None, clock: str, holds: bool
) -> None:
    when = When(
        from_time=time.fromisoformat(start) if start else None, to_time=time.fromisoformat(end) if end else None
    )
    assert applies(when, _now(f"2026-03-14 {clock}"), 1) is holds


@pytest.mark.parametrize(("day", "holds"), [("04-30", False), ("05-01", True), ("05-31", True), ("06-01", False)])
def test_the_first_and_the_last_day_count(day: str, holds: bool) -> None:
    when = When(first_day=date(2026, 5, 1), last_day=date(2026, 5, 31))
    assert applies(when, _now(f"2026-{day} 12:00"), 1) is holds


@pytest.mark.parametrize(("tier", "holds"), [("Gold", True), ("Silver", True), ("Bronze", False), (None, False)])
def test_tiers(tier: str | None, holds: bool) -> None:
    assert applies(When(tiers=frozenset({"Gold", "Silver"})), _now(tier=tier), 1) is holds


@pytest.mark.parametrize(
    ("code", "holds"), [("PROMO10", True), ("promo10", True), ("PROMO1", False), ("", False), ("STRASSE", False)]
)
def test_a_code_is_the_same_in_small_letters(code: str, holds: bool) -> None:
    assert applies(When(code="Promo10"), _now(code=code), 1) is holds


@pytest.mark.parametrize(
    ("born", "at", "holds"),
    [
        ("1990-03-14", SATURDAY, True), ("--03-14", SATURDAY, True), ("1990-03-15", SATURDAY, False), ("",
        SATURDAY, False),
        ("2000-02-29", "2026-02-28 10:00", True), ("2000-02-29", "2024-02-28 10:00", False),
        ("2000-02-29", "2024-02-29 10:00", True), ("2000-02-29", "2026-03-01 10:00", False),
    ],
)  # fmt: skip
def test_a_birthday_is_that_day_and_29_february_is_the_28th_in_a_common_year(born: str, at: str, holds: bool) -> None:
    assert applies(When(occasion="birthday"), _now(at, person=customer(born=born)), 1) is holds


@pytest.mark.parametrize(
    ("named", "at", "holds"),
    [
        ("03-14", SATURDAY, True), ("03-15", SATURDAY, False), ("", SATURDAY, False), ("none", SATURDAY, False),
        ("02-29", "2026-02-28 10:00", True), ("02-29", "2024-02-28 10:00", False), ("02-29", "2024-02-29 10:00", True),
    ],
)  # fmt: skip
def test_a_name_day_is_that_day_unless_none_is_kept(named: str, at: str, holds: bool) -> None:
    assert applies(When(occasion="name_day"), _now(at, person=customer(named=named)), 1) is holds
    assert not applies(When(occasion="birthday"), _now(at, person=customer(named=named)), 1)


@pytest.mark.parametrize(
    ("at", "holds"), [("2026-01-02 12:00", False), ("2027-01-02 12:00", True), ("2027-01-03 12:00", False)]
)
def test_the_day_of_joining_comes_round_a_year_later(at: str, holds: bool) -> None:
    assert applies(When(occasion="joined"), _now(at), 1) is holds


def test_everything_that_is_named_must_hold() -> None:
    good = {"min_bill": 1000, "min_qty": 2, "weekdays": frozenset({5}), "tiers": frozenset({"Gold"}), "code": "A"}
    bad = {"min_bill": 1001, "min_qty": 3, "weekdays": frozenset({4}), "tiers": frozenset({"Tin"}), "code": "B"}
    for choice in product([True, False], repeat=len(good)):
        named = {name: (good if right else bad)[name] for name, right in zip(good, choice, strict=True)}
        when = When(**named)
        assert applies(when, _now(tier="Gold", code="a"), 2) is all(choice)
