"""Returns: by value, from the start, once; in any split they come to what a return of everything comes to."""

from dataclasses import dataclass
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from loyaltydesk.model.customers import Standing
from loyaltydesk.model.facts import PurchaseRecorded, PurchaseReturned
from loyaltydesk.model.lots import EntryKind, Movement, Purse
from loyaltydesk.model.purchases import Asked, Basket, Line, Purchase, PurchaseState, RewardWish
from loyaltydesk.model.refusals import AlreadyVoided, BadRequest, Refused, ReturnTooLarge
from loyaltydesk.rules import returning
from loyaltydesk.rules.purchase import Known
from loyaltydesk.rules.returning import Sold
from tests.loyaltydesk.rules.shopping import DAY, NOW, amount, as_kept, base, bought, card, customer, programme, stamp

REDEEM = '[redeem]\npoints = 1\nworth = "0.01"\n'
COFFEE = '[[reward]]\nid = "coffee"\nname = "Coffee"\ncost = 150\ngives = { product = "COFFEE" }\n'
RULES = programme(base() + REDEEM + COFFEE)
EVERYTHING = Asked()


@dataclass
class Shop:
    """One purchase of Anna's and what becomes of it, kept by hand."""

    purchase: Purchase
    fact: PurchaseRecorded
    purse: Purse
    units: dict[int, int]
    returns: int = 0

    def bring_back(self, asked: Asked, *, overdraft: bool = False, days: int = 1) -> PurchaseReturned:
        """Brings something back and remembers it."""
        then = stamp(DAY.replace(day=DAY.day + days))
        known = Standing(customer(), card(), self.purse) if self.fact.customer else None
        sold = Sold(self.purchase, self.fact, self.units)
        back = replace(
            returning.decide(asked, sold, standing=known, stamp=then, overdraft=overdraft), id=f"r{self.returns}"
        )
        self.returns += 1
        self.purse.post(back.id, then.day, back.movements())
        for place, units in back.lines:
            self.units[place] = self.units.get(place, 0) + units
        state = PurchaseState.VOIDED if back.voided else PurchaseState.RETURNED if back.closes else PurchaseState.DONE
        was = self.purchase
        self.purchase = replace(
            was, state=state, returned=was.returned + back.value, refunded=was.refunded + back.refunded,
            taken_back=was.taken_back + back.taken_back, given_back=was.given_back + back.given_back,
        )  # fmt: skip
        return back

    @property
    def balance(self) -> int:
        return self.purse.balance(DAY.replace(day=DAY.day + 10))


def _sold(basket: Basket, *, points: int = 0, guest: bool = False) -> Shop:
    purse = Purse()
    if points:
        purse.post("opening", DAY, [Movement(EntryKind.ADJUSTED, points)])
    known = Known(RULES, 1, None if guest else Standing(customer(), card(), purse))
    _quote, fact, _others = bought(basket, known)
    purse.post(fact.id, NOW.day, fact.movements())
    return Shop(as_kept(fact), fact, purse, {})


def _units(*asked: tuple[str, int] | tuple[str, int, int]) -> Asked:
    return Asked(lines=asked)


# --- by value


@pytest.mark.parametrize(
    ("asked", "value", "taken"),
    [
        (Asked(5000), 5000, 50), (Asked(1), 1, 0), (Asked(9999), 9999, 99), (Asked(10000), 10000, 100),
        (EVERYTHING, 10000, 100), (_units(("A", 1)), 5000, 50), (_units(("A", 2)), 10000, 100),
        (_units(("A", 1), ("A", 1)), 10000, 100), (Asked(voids=True), 10000, 100),
    ],
)  # fmt: skip
def test_what_comes_back_takes_its_share_rounded_down(asked: Asked, value: int, taken: int) -> None:
    back = _sold(Basket((Line(5000, 2, "A"),))).bring_back(asked)
    assert (back.value, back.refunded, back.taken_back) == (value, value, taken)
    assert back.closes is (value == 10000)
    assert back.voided is asked.voids


def test_the_share_is_counted_from_the_start_and_nothing_is_lost_by_rounding() -> None:
    shop = _sold(amount(1000))  # 10 points
    assert [shop.bring_back(Asked(333)).taken_back for _ in range(3)] == [3, 3, 3]
    last = shop.bring_back(Asked(1))
    assert (last.taken_back, last.closes, shop.balance) == (1, True, 0)


def test_spent_points_come_back_by_the_same_share() -> None:
    shop = _sold(replace(amount(1000), redeem_points=333), points=1000)
    first, rest = shop.bring_back(Asked(500)), shop.bring_back(EVERYTHING)
    assert (first.given_back, first.refunded) == (166, 333)
    assert (rest.given_back, rest.refunded) == (167, 334)
    assert shop.balance == 1000


def test_a_guest_gets_money_and_no_points() -> None:
    back = _sold(amount(1000), guest=True).bring_back(EVERYTHING)
    assert (back.refunded, back.taken_back, back.given_back, back.movements()) == (1000, 0, 0, ())


# --- no more than there is


@pytest.mark.parametrize(("overdraft", "taken", "balance"), [(False, 50, 0), (True, 150, -100)])
def test_points_that_were_spent_meanwhile(overdraft: bool, taken: int, balance: int) -> None:
    shop = _sold(amount(15000))
    shop.purse.post("s", NOW.day, [Movement(EntryKind.SPENT, -100, "other")])
    assert shop.bring_back(EVERYTHING, overdraft=overdraft).taken_back == taken
    assert shop.balance == balance


def test_what_could_not_be_taken_is_taken_with_the_next_part_if_it_is_there_then() -> None:
    shop = _sold(amount(10000))
    shop.purse.post("s", NOW.day, [Movement(EntryKind.SPENT, -100, "other")])
    assert shop.bring_back(Asked(5000)).taken_back == 0
    shop.purse.post("n", NOW.day, [Movement(EntryKind.EARNED, 70, "later")])
    assert shop.bring_back(Asked(5000)).taken_back == 70


def test_points_that_come_back_can_be_taken_at_once() -> None:
    shop = _sold(replace(amount(10000), redeem_points=1000), points=1000)
    shop.purse.post("s", NOW.day, [Movement(EntryKind.SPENT, -90, "other")])
    back = shop.bring_back(EVERYTHING)
    assert (back.given_back, back.taken_back, shop.balance) == (1000, 90, 910)


def test_points_that_come_back_too_late_cannot_be_taken() -> None:
    purse = Purse()
    purse.post("a", DAY, [Movement(EntryKind.EARNED, 1000, "old", last_day=DAY)])
    _quote, fact, _others = bought(
        replace(amount(10000), redeem_points=1000), Known(RULES, 1, Standing(customer(), card(), purse))
    )
    purse.post(fact.id, NOW.day, fact.movements())
    shop = Shop(as_kept(fact), fact, purse, {})
    shop.purse.post("s", NOW.day, [Movement(EntryKind.SPENT, -90, "other")])
    back = shop.bring_back(EVERYTHING)
    assert (back.given_back, back.taken_back, shop.balance, shop.purse.debt) == (1000, 0, 0, 0)


def test_pending_points_are_taken_back_as_well() -> None:
    shop = _sold(amount(10000))
    shop.purse.lots = {key: replace(lot, from_day=DAY.replace(day=30)) for key, lot in shop.purse.lots.items()}
    assert shop.bring_back(EVERYTHING).taken_back == 100
    assert shop.purse.total(DAY) == 0


# --- by units


def test_a_discount_is_shared_by_the_units() -> None:
    shop = _sold(Basket((Line(5000, 1, "A"), Line(2500, 2, "B")), discount=1000))
    assert [shop.bring_back(_units((sku, 1))).value for sku in "ABB"] == [4500, 2250, 2250]
    assert shop.purchase.state is PurchaseState.RETURNED


def test_units_worth_less_than_a_cent_come_to_the_whole() -> None:
    shop = _sold(Basket((Line(1, 4, "A"),), discount=2))
    values = [shop.bring_back(_units(("A", 1))).value for _ in range(3)]
    assert sum(values) == 2
    with pytest.raises(ReturnTooLarge):
        shop.bring_back(_units(("A", 2)))


def test_the_paid_units_of_a_product_come_back_first() -> None:
    basket = Basket((Line(250, 3, "COFFEE"),), rewards=(RewardWish("coffee"),))
    shop = _sold(basket, points=150)
    backs = [shop.bring_back(_units(("COFFEE", 1))) for _ in range(2)]
    assert [(back.value, back.given_back) for back in backs] == [(250, 75), (250, 75)]
    assert backs[1].closes


def test_goods_without_any_value_bring_the_points_back_with_the_last_of_them() -> None:
    shop = _sold(Basket((Line(250, 2, "COFFEE"),), rewards=(RewardWish("coffee", 2),)), points=300)
    first, last = shop.bring_back(_units(("COFFEE", 1))), shop.bring_back(_units(("COFFEE", 1)))
    assert (first.given_back, first.closes) == (0, False)
    assert (last.given_back, last.closes, shop.balance) == (300, True, 300)


def test_a_purchase_of_nothing_can_be_taken_back() -> None:
    back = _sold(amount(0)).bring_back(Asked(voids=True))
    assert (back.value, back.refunded, back.taken_back, back.closes) == (0, 0, 0, True)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [((("B", 1),), "not_on_bill"), ((("A", 1), ("b", 1)), "not_on_bill"), ((("", 1),), "not_on_bill")],
)
def test_a_product_that_was_not_bought_is_refused(lines: tuple[tuple[str, int], ...], reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        _sold(Basket((Line(100, 2, "A"),))).bring_back(Asked(lines=lines))
    assert refused.value.reason == "not_on_bill"


def test_the_price_tells_two_lines_of_one_product_apart() -> None:
    shop = _sold(Basket((Line(1000, 1, "A"), Line(400, 2, "A"), Line(300, 1))))
    with pytest.raises(BadRequest):
        shop.bring_back(_units(("A", 1, 500)))
    with pytest.raises(ReturnTooLarge):
        shop.bring_back(_units(("A", 3, 400)))
    for line, refunded in ((("A", 1, 400), 400), (("A", 1), 1000), (("", 1, 300), 300)):
        assert shop.bring_back(_units(line)).refunded == refunded


# --- too much


@pytest.mark.parametrize("asked", [Asked(10001), Asked(10**15), _units(("A", 3)), _units(("A", 2), ("A", 1))])
def test_more_than_is_left_is_refused_with_what_is_left(asked: Asked) -> None:
    with pytest.raises(ReturnTooLarge) as refused:
        _sold(Basket((Line(5000, 2, "A"),))).bring_back(asked)
    assert refused.value.returnable == 10000


def test_what_came_back_as_money_is_not_there_as_goods() -> None:
    shop = _sold(Basket((Line(5000, 2, "A"),)))
    shop.bring_back(Asked(6000))
    with pytest.raises(ReturnTooLarge) as refused:
        shop.bring_back(_units(("A", 1)))
    assert refused.value.returnable == 4000
    assert shop.bring_back(_units(("A", 2))).value == 4000


def test_after_everything_came_back_nothing_does() -> None:
    for asked, kind in ((EVERYTHING, ReturnTooLarge), (Asked(voids=True), AlreadyVoided)):
        shop = _sold(amount(1000))
        shop.bring_back(asked)
        for again in (EVERYTHING, Asked(1), Asked(voids=True)):
            with pytest.raises(kind) as refused:
                shop.bring_back(again)
            assert refused.value.facts() in ({"returnable": 0}, {"purchase": "p1"})


def test_nothing_is_no_return() -> None:
    with pytest.raises(BadRequest) as refused:
        _sold(amount(1000)).bring_back(Asked(0))
    assert refused.value.reason == "amount_zero"


def test_the_vouchers_of_a_purchase_are_open_again_when_all_of_it_came_back() -> None:
    shop = _sold(amount(1000))
    shop.fact = replace(shop.fact, vouchers=("v",))
    assert (shop.bring_back(Asked(400)).vouchers, shop.bring_back(EVERYTHING).vouchers) == ((), ("v",))


# --- any split

_GOODS = st.lists(
    st.builds(Line, st.integers(0, 700), st.integers(1, 3), st.sampled_from("AB")), min_size=1, max_size=3
)
_PARTS = st.lists(
    st.one_of(
        st.builds(Asked, st.integers(1, 900)),
        st.builds(lambda sku, units: Asked(lines=((sku, units),)), st.sampled_from("AB"), st.integers(1, 2)),
    ),
    max_size=8,
)


@settings(max_examples=250)
@given(_GOODS, st.integers(0, 400), st.sampled_from([0, 1, 77, 300]), _PARTS, st.booleans())
def test_any_split_comes_to_what_a_return_of_everything_comes_to(
    goods: list[Line], discount: int, redeem: int, parts: list[Asked], voids: bool
) -> None:
    try:
        shop = _sold(Basket(tuple(goods), discount=discount, redeem_points=redeem), points=1000)
    except Refused:
        return
    bought_for = shop.fact
    for part in parts:
        try:
            back = shop.bring_back(part, overdraft=True)
        except Refused:
            continue
        assert min(back.value, back.refunded, back.taken_back, back.given_back) >= 0
        kept = shop.purchase
        if not back.closes:
            share = Fraction(kept.returned, kept.value) if kept.value else 0
            assert (kept.taken_back, kept.given_back) == (int(kept.earned * share), int(kept.spent * share))
            assert kept.refunded == int(kept.due * share)
    if shop.purchase.state is PurchaseState.DONE:
        shop.bring_back(Asked(voids=voids), overdraft=True)
    end = shop.purchase
    assert (end.returned, end.refunded) == (bought_for.value, bought_for.due)
    assert (end.taken_back, end.given_back) == (bought_for.earned, bought_for.spent)
    assert shop.balance == 1000


@settings(max_examples=100)
@given(_PARTS, st.integers(0, 2000), st.integers(0, 600))
def test_without_overdraft_no_return_takes_more_than_there_is(parts: list[Asked], spent: int, gained: int) -> None:
    shop = _sold(Basket((Line(700, 2, "A"), Line(450, 1, "B")), redeem_points=300), points=1000)
    shop.purse.post("s", NOW.day, [Movement(EntryKind.SPENT, -min(spent, shop.balance), "other")])
    shop.purse.post("g", NOW.day, [Movement(EntryKind.EARNED, gained, "later")])
    for part in [*parts, EVERYTHING]:
        before = shop.balance
        try:
            back = shop.bring_back(part)
        except Refused:
            continue
        assert shop.balance == before + back.given_back - back.taken_back >= 0
    assert shop.purchase.taken_back <= shop.fact.earned
    assert shop.purse.debt == 0
