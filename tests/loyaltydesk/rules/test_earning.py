"""Counting points: table by table, and against a slow counter that handles every cent by itself."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.programme import EarnRule, PointRules, Programme, Rounding, Scope, Tier, When
from loyaltydesk.model.purchases import Basket, Line, Quote
from loyaltydesk.rules.bill import bill_lines, discounted, with_bases
from loyaltydesk.rules.conditions import Circumstances
from loyaltydesk.rules.earning import Earned, earned
from loyaltydesk.rules.purchase import Known, quote
from tests.loyaltydesk.rules.shopping import DAY, NOW, amount, base, customer, programme, stamp, standing

GOODS = (
    Line(1200, sku="123", category="red"),
    Line(10000, sku="000", category="blue"),
    Line(4000, sku="0001", shipping=True),
)


def _earned(tables: str, basket: Basket | int, *, points: int = 0) -> Quote:
    basket = amount(basket) if isinstance(basket, int) else basket
    return quote(basket, Known(programme(tables), 1, standing(points)), NOW)


# --- [[earn]]


@pytest.mark.parametrize(
    ("of", "points"),
    [
        ("", 608), ('of = { sku = ["000"] }', 400), ('of = { not_sku = ["000"] }', 208),
        ('of = { category = ["red"] }', 48),
        ('of = { not_category = ["red"] }', 560), ("of = { not_shipping = true }", 448),
        ('of = { not_category = ["red"], not_shipping = true }', 400), ('of = { sku = ["123", "000"] }', 448),
        ('of = { sku = ["123"], category = ["blue"] }', 0),
        ('of = { category = ["red", "blue"], not_sku = ["123"] }', 400),
        ("of = {}", 608), ('of = { sku = ["none"] }', 0),
    ],
)  # fmt: skip
def test_a_rule_counts_the_lines_it_covers(of: str, points: int) -> None:
    assert _earned(base(points=4, more=of), Basket(GOODS)).earned == points


@pytest.mark.parametrize(
    ("per", "cents", "points"),
    [
        ("1.00", 1999, 19), ("1.00", 99, 0), ("1.00", 100, 1), ("10.00", 999, 0), ("10.00", 1000, 1), ("0.01",
        1999, 1999),
        ("3.00", 1000, 3), ("1.00", 0, 0),
    ],
)  # fmt: skip
def test_only_whole_blocks_count(per: str, cents: int, points: int) -> None:
    assert _earned(base(per), cents).earned == points


def test_blocks_are_counted_in_the_total_of_the_covered_lines_and_not_line_by_line() -> None:
    assert _earned(base(), Basket((Line(50), Line(50), Line(99)))).earned == 1


def test_spending_rules_add_up_and_each_floors_its_own_blocks() -> None:
    tables = base("1.50") + '[[earn]]\nid = "more"\npoints = 1\nper = "0.70"\n'
    assert _earned(tables, 200).earned == 1 + 2


@pytest.mark.parametrize(
    ("rule", "points"),
    [
        ('each = "unit"', 6 * 10), ('each = "unit"\nof = { sku = ["A"] }', 5 * 10), ('each = "purchase"', 10),
        ('each = "purchase"\nof = { sku = ["B"] }', 10), ('each = "purchase"\nof = { sku = ["C"] }', 0),
        ('each = "unit"\nwhen = { min_qty = 6 }', 60), ('each = "unit"\nwhen = { min_qty = 7 }', 0),
    ],
)  # fmt: skip
def test_points_for_each_unit_and_for_each_purchase(rule: str, points: int) -> None:
    basket = Basket((Line(100, 2, sku="A"), Line(0, 1, sku="B"), Line(300, 3, sku="A")))
    assert _earned(f'[[earn]]\nid = "u"\npoints = 10\n{rule}\n', basket).earned == points


@pytest.mark.parametrize(
    ("tables", "points"),
    [
        ("alone = true", 50), ("alone = true\npriority = -5", 50), ("priority = 9", 61), ("", 61),
        ('alone = true\nwhen = { min_bill = "20.00" }', 11), ('alone = true\nof = { sku = ["none"] }', 11),
    ],
)  # fmt: skip
def test_a_rule_that_stands_alone_earns_instead_of_all_others_if_it_applies(tables: str, points: int) -> None:
    rules = base() + '[[earn]]\nid = "visit"\npoints = 1\neach = "purchase"\n'
    assert _earned(rules + f'[[earn]]\nid = "five"\npoints = 5\nper = "1.00"\n{tables}\n', 1000).earned == points


def test_of_several_that_stand_alone_the_highest_priority_earns_and_on_a_par_the_first() -> None:
    def alone(name: str, points: int, priority: int) -> str:
        return f'[[earn]]\nid = "{name}"\npoints = {points}\nper = "1.00"\nalone = true\npriority = {priority}\n'

    assert _earned(base() + alone("low", 2, 0) + alone("high", 5, 10), 10000).earned == 500
    assert _earned(base() + alone("one", 2, 3) + alone("other", 5, 3), 10000).earned == 200
    assert _earned(base(points=9, more="priority = 99") + alone("low", 2, 0), 10000).earned == 200


# --- [points]


@pytest.mark.parametrize(("rounding", "points"), [("floor", 28), ("half_up", 29), ("ceil", 29)])
def test_the_sum_is_rounded_once_after_the_tier(rounding: str, points: int) -> None:
    tables = f'[points]\nrounding = "{rounding}"\n{base()}[[tier]]\nname = "All"\nfrom = "0"\nmultiply = "1.5"\n'
    assert _earned(tables, 1999).earned == points


@pytest.mark.parametrize(("rounding", "points"), [("floor", 4), ("half_up", 5), ("ceil", 5)])
def test_two_rules_are_rounded_together_and_not_each(rounding: str, points: int) -> None:
    two = base() + '[[earn]]\nid = "visit"\npoints = 2\neach = "purchase"\n'
    tables = f'[points]\nrounding = "{rounding}"\n{two}[[tier]]\nname = "All"\nfrom = "0"\nmultiply = "1.5"\n'
    assert _earned(tables, 199).earned == points  # 1.5 + 3


@pytest.mark.parametrize(("tax", "points"), [("gross", 242), ("net", 216)])
def test_net_of_tax_each_line_is_divided_by_its_own_rate(tax: str, points: int) -> None:
    basket = Basket((Line(12100, tax=2100), Line(10500, tax=500), Line(1600)))
    assert _earned(f'[points]\ntax = "{tax}"\n' + base(), basket).earned == points


@pytest.mark.parametrize(("earn_on", "earned_points"), [("full", 100), ("paid", 90), ("none_when_redeeming", 0)])
def test_which_part_of_the_bill_earns_when_points_pay(earn_on: str, earned_points: int) -> None:
    tables = f'[points]\nearn_on = "{earn_on}"\n{base()}[redeem]\npoints = 1\nworth = "0.01"\n'
    basket = replace(amount(10000), redeem_points=1000)
    found = _earned(tables, basket, points=5000)
    assert (found.earned, found.spent, found.due) == (earned_points, 1000, 9000)


def test_what_points_paid_is_taken_off_each_line_in_proportion() -> None:
    tables = base(more='of = { sku = ["A"] }') + '[redeem]\npoints = 1\nworth = "0.01"\n'
    basket = Basket((Line(7500, sku="A"), Line(2500, sku="B")), redeem_points=1000)
    assert _earned(tables, basket, points=5000).earned == 67  # 75.00 less three quarters of 10.00


@pytest.mark.parametrize(("discount", "points"), [(0, 100), (1000, 90), (1001, 89), (10000, 0)])
def test_a_discount_earns_nothing(discount: int, points: int) -> None:
    assert _earned(base(), replace(amount(10000), discount=discount)).earned == points


@pytest.mark.parametrize(
    ("day", "points"), [((2026, 3, 13), 0), ((2026, 3, 14), 10), ((2026, 3, 20), 10), ((2026, 3, 21), 0)]
)
def test_outside_its_days_a_programme_gives_nothing_and_says_so(day: tuple[int, int, int], points: int) -> None:
    rules = replace(programme(base()), starts=DAY, ends=DAY.replace(day=20))
    found = quote(amount(1000), Known(rules, 1, standing()), stamp(DAY.replace(year=day[0], month=day[1], day=day[2])))
    assert found.earned == points
    assert [(step.kind, step.points) for step in found.why] == [("blocks", points) if points else ("not_running", 0)]
    assert (found.from_day is None) == (points == 0)


def test_the_reasons_add_up_to_the_points() -> None:
    tables = (
        '[points]\nrounding = "half_up"\n' + base("1.50", 3) + '[[earn]]\nid = "visit"\npoints = 2\neach = "purchase"\n'
        '[[tier]]\nname = "All"\nfrom = "0"\nmultiply = "1.25"\n'
    )
    found = _earned(tables, 1999)
    steps = [(step.kind, step.rule, step.points, step.count) for step in found.why]
    assert steps == [("blocks", "base", 39, 13), ("purchase", "visit", 2, 1), ("tier", "All", 10, 0)]
    assert sum(step.points for step in found.why) == found.earned == 51
    assert (found.why[0].amount, found.why[0].per, found.why[2].rate) == (1999, 150, "1.25")


@pytest.mark.parametrize(
    ("factor", "rate"), [("1.5", "1.5"), ("2", "2"), ("2.0", "2"), ("1.000001", "1.000001"), ("10.05", "10.05")]
)
def test_a_factor_is_shown_as_it_was_written(factor: str, rate: str) -> None:
    tables = f'{base("0.01", 100)}[[tier]]\nname = "All"\nfrom = "0"\nmultiply = "{factor}"\n'
    assert _earned(tables, 1_000_000).why[1].rate == rate


# --- against a counter that takes its time

_SKUS, _CATEGORIES = ["", "A", "B", "C"], ["", "red", "blue"]
_LINES = st.lists(
    st.builds(
        Line, st.integers(0, 5000), st.integers(1, 4), st.sampled_from(_SKUS), st.sampled_from(_CATEGORIES),
        st.sampled_from([0, 500, 2100]), st.booleans(),
    ),
    min_size=1, max_size=5,
)  # fmt: skip
_SETS = st.frozensets(st.sampled_from(["A", "B", "red", "blue"]), max_size=2)
_SCOPES = st.builds(Scope, _SETS, _SETS, _SETS, _SETS, st.booleans())
_WHENS = st.builds(When, min_bill=st.sampled_from([0, 1, 3000]), min_qty=st.integers(0, 4))
_RULES = st.lists(
    st.builds(
        EarnRule, st.just("r"), st.integers(0, 7), st.integers(1, 700), st.sampled_from(["", "", "unit", "purchase"]),
        _SCOPES, _WHENS, st.integers(0, 2), st.booleans(),
    ),
    max_size=4,
)  # fmt: skip
_FACTORS = st.none() | st.fractions(0, 4, max_denominator=8)


@settings(max_examples=300)
@given(_LINES, _RULES, _FACTORS, st.sampled_from(Rounding), st.data())
def test_the_points_are_those_of_a_slow_counter(
    goods: list[Line], rules: list[EarnRule], factor: Fraction | None, rounding: Rounding, data: st.DataObject
) -> None:
    total = sum(line.price * line.qty for line in goods)
    discount = data.draw(st.integers(0, total))
    paid = data.draw(st.integers(0, total - discount))
    net = data.draw(st.booleans())
    tier = None if factor is None else Tier("All", 0, factor)
    points = PointRules(rounding, net_of_tax=net)
    shop = Programme("P", programme().currency, points=points, earn=tuple(rules), tiers=(tier,) if tier else ())
    lines = with_bases(discounted(bill_lines(goods, {}), discount), points, paid)
    now = Circumstances(NOW.at, total - discount, customer(), None, frozenset())
    found = earned(shop, lines, now=now, tier=tier)
    left = Fraction(total - discount - paid, total) if total else Fraction(1)
    slow = _slowly(goods, rules, bill=total - discount, left=left, net=net)
    assert found.points == _whole(slow * (1 if factor is None else factor), rounding)
    assert sum(step.points for step in found.why) == found.points


def _slowly(goods: list[Line], rules: list[EarnRule], *, bill: int, left: Fraction, net: bool) -> int:
    """The points before the tier, each rule looked at on its own and each unit by itself."""
    counted: list[tuple[EarnRule, int]] = []
    for rule in rules:
        units, base_value = 0, Fraction(0)
        for line in goods:
            named = [(rule.of.sku, line.sku), (rule.of.category, line.category)]
            banned = line.sku in rule.of.not_sku or line.category in rule.of.not_category
            if banned or (rule.of.not_shipping and line.shipping) or any(one and it not in one for one, it in named):
                continue
            for _ in range(line.qty):
                units += 1
                base_value += line.price * left * (Fraction(10_000, 10_000 + line.tax) if net else 1)
        if units and bill >= rule.when.min_bill and units >= rule.when.min_qty:
            blocks = {"unit": units, "purchase": 1}.get(rule.each, int(base_value / rule.per))
            counted.append((rule, rule.points * blocks))
    alone = [each for each in counted if each[0].alone]
    best = max((rule.priority for rule, _points in alone), default=0)
    chosen = [each for each in alone if each[0].priority == best][:1] if alone else counted
    return sum(points for _rule, points in chosen)


def _whole(value: Fraction, rounding: Rounding) -> int:
    down = int(value)
    over = value - down
    return down + (
        over > 0 if rounding is Rounding.CEIL else over >= Fraction(1, 2) if rounding is Rounding.HALF_UP else 0
    )


def test_no_points_are_no_reason() -> None:
    assert _earned(base(points=0), 1000).why == ()
    assert earned(programme(), [], now=Circumstances(NOW.at, 0, customer(), None, frozenset()), tier=None) == Earned(
        0, ()
    )
