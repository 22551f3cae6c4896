"""Promotions: what comes off a bill, in which order, for whom and how often, and what is said of codes."""

from collections.abc import Sequence
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.purchases import Basket, CodeState, Line, Quote, RewardWish
from loyaltydesk.rules.promotions import Offering, Uses
from loyaltydesk.rules.purchase import Known, quote
from tests.loyaltydesk.rules.shopping import NOW, amount, base, customer, programme, stamp, standing

SOAP, TEA, CAKE = Line(300, sku="SOAP", category="bath"), Line(500, sku="TEA"), Line(1000, sku="CAKE", category="food")
SECOND_FOR_A_CENT = 'of = { sku = ["SOAP"] }\nbuy = 1\nget = 1\nget_price = "0.01"\n'
FREE = Offering()


def promotion(text: str, name: str = "p") -> str:
    return f'[[promotion]]\nid = "{name}"\n{text}\n'


def _quote(rules: str, *lines: Line, guest: bool = False, offering: Offering = FREE, **basket: object) -> Quote:
    known = Known(programme(base() + rules), 1, None if guest else standing(), offering=offering)
    return quote(replace(Basket(lines), **basket), known, NOW)


def _taken(found: Quote) -> dict[str, int]:
    return {each.promotion: each.off for each in found.promotions}


# --- so many bought, so many got


@pytest.mark.parametrize(
    ("buy", "get", "free"),
    [
        (2, 1, [0, 0, 1, 1, 1, 2, 2, 2, 3, 3]), (1, 1, [0, 1, 1, 2, 2, 3, 3, 4, 4, 5]),
        (2, 2, [0, 0, 1, 2, 2, 2, 3, 4, 4, 4]), (1, 3, [0, 1, 2, 3, 3, 4, 5, 6, 6, 7]),
        (3, 2, [0, 0, 0, 1, 2, 2, 2, 2, 3, 4]), (10, 1, [0] * 10),
    ],
)  # fmt: skip
def test_of_so_many_units_so_many_are_got(buy: int, get: int, free: Sequence[int]) -> None:
    rules = promotion(f"buy = {buy}\nget = {get}\nget_percent = 100")
    found = [_quote(rules, replace(TEA, qty=units)) for units in range(1, 11)]
    assert [each.discount // 500 for each in found] == list(free)
    assert [sum(each.free) for each in found] == list(free)
    assert [each.earned for each in found] == [
        5 * (units - none) for units, none in zip(range(1, 11), free, strict=True)
    ]


def test_the_cheapest_units_are_got() -> None:
    found = _quote(promotion("buy = 2\nget = 1\nget_percent = 100"), CAKE, SOAP, TEA)
    assert (found.due, found.free, found.nets) == (1500, (0, 1, 0), (1000, 0, 500))


def test_the_second_for_a_cent_is_paid_for_and_counts() -> None:
    found = _quote(promotion(SECOND_FOR_A_CENT), replace(SOAP, qty=3), TEA)
    assert (found.due, found.free, _taken(found)) == (601 + 500, (), {"p": 299})


def test_nothing_is_got_for_more_than_it_costs() -> None:
    assert _quote(promotion('buy = 1\nget = 1\nget_price = "9.00"'), replace(SOAP, qty=2)).promotions == ()


def test_a_unit_has_a_part_in_one_deal_only() -> None:
    twice = promotion("buy = 1\nget = 1\nget_percent = 100") + promotion(SECOND_FOR_A_CENT, "q")
    assert _taken(_quote(twice, replace(SOAP, qty=2))) == {"p": 300}
    assert _taken(_quote(twice, replace(SOAP, qty=3))) == {"p": 300}
    other = promotion("of = { sku = ['TEA'] }\nbuy = 1\nget = 1\nget_percent = 50") + promotion(SECOND_FOR_A_CENT, "q")
    assert _taken(_quote(other, replace(SOAP, qty=2), replace(TEA, qty=2))) == {"p": 250, "q": 299}


def test_a_deal_takes_no_more_than_its_most() -> None:
    found = _quote(promotion('buy = 1\nget = 1\nget_percent = 100\nmax = "1.00"'), replace(SOAP, qty=2))
    assert (found.due, found.free) == (500, ())


def test_units_that_a_reward_makes_free_count_for_no_deal() -> None:
    rules = programme('[[reward]]\nid = "r"\nname = "R"\ncost = 5\ngives = { product = "SOAP" }\n'
                      + promotion("buy = 2\nget = 1\nget_percent = 100"))  # fmt: skip
    basket = replace(Basket((replace(SOAP, qty=3),)), rewards=())
    assert quote(basket, Known(rules, 1, standing(9)), NOW).due == 600
    assert quote(replace(basket, rewards=(RewardWish("r"),)), Known(rules, 1, standing(9)), NOW).due == 600


# --- percentages and sums


def test_each_line_has_the_best_percentage_only() -> None:
    rules = promotion("percent = 10\nof = { not_sku = ['TEA'] }") + promotion(
        "percent = 20\nof = { sku = ['SOAP'] }", "q"
    )
    found = _quote(rules, SOAP, CAKE, TEA)
    assert (_taken(found), found.nets) == ({"p": 100, "q": 60}, (240, 900, 500))


def test_of_several_percentages_on_the_whole_bill_the_best_applies() -> None:
    rules = promotion("percent = 10") + promotion("percent = 15\nmax = '1.00'", "q") + promotion("percent = 12", "r")
    assert _taken(_quote(rules, TEA)) == {"q": 75}
    assert _taken(_quote(rules, CAKE)) == {"r": 120}


def test_the_tiers_percentage_is_one_of_them() -> None:
    tiers = "[[tier]]\nname = 'Gold'\nfrom = '0'\ndiscount_percent = 10\n"
    assert _taken(_quote(tiers + promotion("percent = 5"), CAKE)) == {"": 100}
    assert _taken(_quote(tiers + promotion("percent = 15"), CAKE)) == {"p": 150}


def test_what_is_for_some_lines_comes_first_and_the_cashiers_discount_last() -> None:
    rules = (
        promotion('amount = "1.00"', "whole") + promotion("percent = 10", "bill")
        + promotion('amount = "2.00"\nof = { sku = ["CAKE"] }', "cake")
        + promotion("percent = 50\nof = { sku = ['SOAP'] }", "soap") + promotion(
            "of = { sku = ['TEA'] }\nbuy = 1\nget = 1\nget_percent = 100", "tea"
        )
    )  # fmt: skip
    found = _quote(rules, SOAP, CAKE, replace(TEA, qty=2), discount=35)
    assert [(each.promotion, each.off) for each in found.promotions] == [
        ("tea", 500), ("soap", 150), ("cake", 200), ("bill", 145), ("whole", 100)
    ]  # fmt: skip
    assert found.due == 2300 - 500 - 150 - 200 - 145 - 100 - 35


def test_a_sum_takes_no_more_than_there_is() -> None:
    assert _quote(promotion('amount = "50.00"\nof = { sku = ["SOAP"] }'), SOAP, TEA).due == 500
    assert _quote(promotion('amount = "50.00"'), SOAP, TEA).due == 0


# --- when, for whom, how often


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ('when = { min_bill = "5.00" }', 50), ('when = { min_bill = "5.01" }', 0), ("when = { min_qty = 1 }", 50),
        ("when = { min_qty = 2 }", 0), ('when = { weekdays = ["sat"] }', 50), ('when = { weekdays = ["sun"] }', 0),
        ('when = { from = "10:00", to = "11:00" }', 50), ('when = { from = "11:00", to = "09:00" }', 0),
        ('code = "HELLO"', 0), ("when = { occasion = 'birthday' }", 50), ("when = { occasion = 'name_day' }", 50),
    ],
)  # fmt: skip
def test_it_is_had_when_everything_holds(text: str, off: int) -> None:
    person = standing(person=customer(born="1990-03-14", named="03-14"))
    rules = programme(promotion("percent = 10\n" + text))
    assert quote(Basket((TEA,)), Known(rules, 1, person), NOW).discount == off


def test_outside_the_programmes_time_there_is_none() -> None:
    over = programme(f"ends = 2026-03-13\n{promotion('percent = 10')}")
    assert quote(Basket((TEA,)), Known(over, 1, standing()), NOW).discount == 0


@pytest.mark.parametrize(
    ("text", "off"), [("", 50), ("members = true", 0), ("max_uses_customer = 1", 0), ("max_uses = 1", 50)]
)
def test_a_guest_has_what_does_not_ask_who_they_are(text: str, off: int) -> None:
    assert _quote(promotion("percent = 10\n" + text), TEA, guest=True).discount == off


def test_the_test_group_has_no_promotion_for_members() -> None:
    without = Offering(without_offers=True)
    assert _quote(promotion("percent = 10\nmembers = true"), TEA, offering=without).discount == 0
    assert _quote(promotion("percent = 10"), TEA, offering=without).discount == 50


@pytest.mark.parametrize(
    ("uses", "state"),
    [
        (Uses(), CodeState.APPLIED), (Uses(9, 1), CodeState.APPLIED), (Uses(10, 0), CodeState.USED_UP),
        (Uses(5, 2), CodeState.USED_UP_CUSTOMER),
    ],
)  # fmt: skip
def test_a_code_counts_as_often_as_it_may(uses: Uses, state: CodeState) -> None:
    rules = promotion('amount = "1.00"\ncode = "Hello"\nmax_uses = 10\nmax_uses_customer = 2')
    found = _quote(rules, TEA, codes=("hELLO",), offering=Offering({"p": uses}))
    assert ([given.state for given in found.codes], found.discount) == ([state], 100 * (state is CodeState.APPLIED))


@pytest.mark.parametrize(
    ("rules", "state"),
    [
        ("", CodeState.UNKNOWN),
        (promotion('percent = 5\ncode = "A"\nwhen = { weekdays = ["mon"] }'), CodeState.NOT_NOW),
        (promotion('percent = 5\ncode = "A"\nwhen = { min_bill = "6.00" }'), CodeState.NOT_ENOUGH),
        (promotion('percent = 5\ncode = "A"\nof = { sku = ["CAKE"] }'), CodeState.NOT_ENOUGH),
        (promotion('percent = 5\ncode = "A"') + promotion("percent = 6", "q"), CodeState.OUTDONE),
        ('[[bonus]]\nid = "b"\npoints = 5\nwhen = { code = "A" }\n', CodeState.APPLIED),
        ('[[multiply]]\nid = "m"\nby = 2\nwhen = { code = "A", last_day = 2026-03-13 }\n', CodeState.NOT_NOW),
    ],
)  # fmt: skip
def test_what_is_said_of_a_code(rules: str, state: CodeState) -> None:
    assert [given.state for given in _quote(rules, TEA, codes=("A", "A")).codes] == [state]


# --- always


_LINES = st.lists(
    st.builds(
        Line, st.integers(0, 3000), st.integers(1, 6), st.sampled_from(["SOAP", "TEA", "CAKE", ""]),
        st.sampled_from(["food", ""]),
    ),
    min_size=1, max_size=4,
)  # fmt: skip
_RULES = st.lists(
    st.sampled_from(
        [
            SECOND_FOR_A_CENT, "buy = 2\nget = 1\nget_percent = 100", "buy = 1\nget = 2\nget_percent = 33",
            "percent = 10", "percent = 33\nof = { sku = ['TEA'] }", "percent = 7\nmax = '0.50'",
            "percent = 12\nof = { category = ['food'] }", "amount = '5.00'", "amount = '3.33'\nof = { sku = ['CAKE'] }",
        ]
    ),
    max_size=4,
)  # fmt: skip


@given(_LINES, _RULES, st.integers(0, 400))
def test_the_parts_are_the_whole(lines: list[Line], rules: list[str], discount: int) -> None:
    text = "".join(promotion(rule, str(number)) for number, rule in enumerate(rules))
    whole = sum(line.price * line.qty for line in lines)
    found = _quote(text, *lines, discount=min(discount, whole))
    off = sum(each.off for each in found.promotions)
    assert found.total == whole == found.value + found.discount
    assert 0 <= found.due == found.value
    assert off <= found.discount <= off + discount
    assert not found.nets or (sum(found.nets) == found.value and min(found.nets) >= 0)


def test_a_code_is_asked_of_an_amount_too() -> None:
    known = Known(programme(promotion('percent = 10\ncode = "A"')), 1, standing())
    assert quote(replace(amount(1000), codes=("a",)), known, stamp(date(2026, 3, 15), time(23, 59))).due == 900
