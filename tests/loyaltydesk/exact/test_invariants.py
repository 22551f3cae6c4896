"""What always holds, whatever the programme and whatever happened: nothing is lost, and nothing comes twice."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.loyaltydesk.exact.histories import CARDS, WITH_ERASING, Ask, histories
from tests.loyaltydesk.exact.lone_shop import LoneShop
from tests.loyaltydesk.exact.naive_bill import cents
from tests.loyaltydesk.exact.programmes import programmes
from tests.loyaltydesk.store.test_convergence import Fleet, check
from tests.shop import Clock, dump, store_of

SLOWLY = settings(max_examples=settings().max_examples * 3 // 5, suppress_health_check=list(HealthCheck))
CHANCE = st.integers(0, 10**6).map(Random)  # two tills never draw one identity
LATER = "2028-01-20T10:00:00"
# An account is a customer's own, or that of the one whose purse many share.
ACCOUNTS = """
SELECT hex(account), sum(points), sum(remaining), sum(debt) FROM (
  SELECT customer AS account, points, 0 AS remaining, 0 AS debt FROM entries
  UNION ALL SELECT customer, 0, remaining, 0 FROM lots
  UNION ALL SELECT coalesce(account, id), 0, 0, max(debt) FROM customers GROUP BY coalesce(account, id)
) GROUP BY account
"""


@contextmanager
def told(programme: str, history: list[Ask]) -> Iterator[LoneShop]:
    """A shop after a history; it is whole at the end."""
    shop = LoneShop(programme)
    for ask in history:
        shop.ask(**ask)
    yield shop
    assert shop.desk.shop.faults() == []
    shop.desk.close()


def rows(shop: LoneShop) -> dict[str, list[tuple[object, ...]]]:
    return dump(store_of(shop.desk).connection)


@SLOWLY
@given(programme=programmes(), history=histories(steps=WITH_ERASING))
def test_the_balance_is_the_sum_of_its_entries_and_of_its_lots_less_what_is_owed(
    programme: str, history: list[Ask]
) -> None:
    with told(programme, history) as shop:
        for account, entries, lots, debt in store_of(shop.desk).connection.execute(ACCOUNTS).fetchall():
            assert entries == lots - debt, account


@SLOWLY
@given(programme=programmes(), history=histories(steps=WITH_ERASING))
def test_tables_that_are_derived_anew_are_the_same(programme: str, history: list[Ask]) -> None:
    with told(programme, history) as shop:
        before = rows(shop)
        shop.desk.shop.rebuild()
        assert rows(shop) == before


@SLOWLY
@given(programme=programmes(), history=histories(steps=WITH_ERASING))
def test_a_request_with_the_same_key_is_done_once(programme: str, history: list[Ask]) -> None:
    with told(programme, []) as shop:
        for number, ask in enumerate(history):
            keyed = {**ask, "key": f"k-{number}"}
            first = shop.ask(**keyed)
            before = rows(shop)
            assert shop.ask(**keyed) == first
            assert rows(shop) == before


@SLOWLY
@given(programme=programmes(), history=histories(steps=WITH_ERASING))
def test_a_second_round_of_a_day_finds_nothing_to_do(programme: str, history: list[Ask]) -> None:
    with told(programme, history) as shop:
        at = max(history[-1]["at"], LATER)
        shop.ask(do="day", at=at)
        before = rows(shop)
        for verb, found in (("day", "given"), ("day", "expired"), ("expire", "expired"), ("review", "changed")):
            assert shop.ask(do=verb, at=at)[found] == []
        assert rows(shop) == before


@SLOWLY
@given(programme=programmes(), history=histories(steps=WITH_ERASING))
def test_a_quote_is_what_the_purchase_then_comes_to_and_leaves_nothing(programme: str, history: list[Ask]) -> None:
    with told(programme, []) as shop:
        for ask in history:
            if ask["do"] == "purchase":
                before = rows(shop)
                quoted = shop.ask(**{**ask, "do": "quote"})
                assert rows(shop) == before
                done = shop.ask(**ask)
                assert _without_names(quoted) == _without_names(done)
                _check_sums(done)
            else:
                shop.ask(**ask)


def _check_sums(done: Ask) -> None:
    """The steps add up to the points, and everything that came off or paid to the bill."""
    if done["ok"]:
        money = {name: cents(done[name]) for name in ("total", "discount", "by_points", "by_vouchers", "due")}
        assert sum(step["points"] for step in done["why"]) == done["earned"]
        assert sum(cents(each["off"]) for each in done["promotions"]) <= money["discount"]
        assert money["total"] - money["discount"] - money["by_points"] - money["by_vouchers"] == money["due"]
        assert min(money.values()) >= 0


def _without_names(answer: Ask) -> Ask:
    """An answer without what only a recorded purchase has."""
    issued = [{**voucher, "code": ""} for voucher in answer.get("issued", [])]
    return {**answer, "purchase": "", "issued": issued}


# --- returns


def _baskets() -> st.SearchStrategy[Ask]:
    """A purchase with some of everything that a return must undo."""
    lines = st.lists(
        st.builds(
            lambda sku, qty, price: {"sku": sku, "category": "home", "qty": qty, "price": price},
            st.sampled_from(["COFFEE", "CAKE", "SOAP"]),
            st.integers(1, 3),
            st.sampled_from(["0.99", "3.33", "10.00", "0.01"]),
        ),
        min_size=1,
        max_size=3,
    )
    return st.builds(lambda lines, points: {"lines": lines, "redeem_points": points}, lines, st.sampled_from([0, 100]))


def _cuts(basket: Ask, random: Random) -> Iterator[Ask]:
    """Parts of a purchase, by value or by pieces, and at last the rest."""
    for _ in range(random.randrange(1, 5)):
        line = random.choice(basket["lines"])
        pieces = {"lines": [{"sku": line["sku"], "qty": random.randrange(1, line["qty"] + 1)}]}
        yield random.choice([{"amount": random.choice(["0.01", "0.50", "3.00"])}, pieces])
    yield {}


@SLOWLY
@given(programme=programmes(), basket=_baskets(), random=CHANCE)
def test_a_purchase_that_comes_back_in_any_cuts_comes_back_as_if_at_once(
    programme: str, basket: Ask, random: Random
) -> None:
    if "[redeem]" not in programme:
        basket = {**basket, "redeem_points": 0}
    ends = [_returned(programme, basket, cuts) for cuts in ([{}], list(_cuts(basket, random)))]
    assert ends[0] == ends[1]


def _returned(programme: str, basket: Ask, cuts: list[Ask]) -> Any:
    """What is left of a purchase, and of its customer, after it came back."""
    with told(programme, []) as shop:
        shop.ask(do="register", name="Anna", card=CARDS[0], at="2026-01-20T09:00:00")
        shop.ask(do="adjust", card=CARDS[0], points=150, reason="To begin with", at="2026-01-21T09:00:00")
        shop.ask(do="purchase", card=CARDS[0], receipt="R", at="2026-02-10T09:00:00", **basket)
        at = "2026-02-12T09:00:00"
        backs = [shop.ask(do="return", receipt="R", at=at, **cut) for cut in cuts]
        done = [back for back in backs if back["ok"]]
        sums = [sum(float(back[name]) * 100 for back in done) for name in ("refunded", "taken_back", "given_back")]
        seen = shop.ask(do="scan", card=CARDS[0], at=at)
        return [round(each) for each in sums], {key: seen[key] for key in ("balance", "pending", "tier", "stamps")}


# --- arrival


class Tills(Fleet):
    """Two tills of one shop that are told requests of the link, and sometimes hear of each other."""

    def __init__(self, programme: str, random: Random) -> None:
        super().__init__(Clock("2026-01-01T08:00:00"), random)
        self.shops = [LoneShop("", desk=self.add()) for _ in range(2)]
        self.tills[0].shop.load_programme(programme)
        self.note(self.tills[0], set())
        self.meet()

    def tell(self, till: int, ask: Ask) -> None:
        """A request at one of the tills, which then remembers what it knew."""
        before = {row[0] for row in store_of(self.tills[till]).connection.execute("SELECT id FROM journal")}
        self.shops[till].ask(**ask)
        self.note(self.tills[till], before)


@settings(SLOWLY, max_examples=settings().max_examples // 4)
@given(programme=programmes(), history=histories(most=20), random=CHANCE)
def test_facts_come_to_the_same_in_any_order(programme: str, history: list[Ask], random: Random) -> None:
    tills = Tills(programme, random)
    for ask in history:
        at_first = ask["do"] == "register"
        tills.tell(0 if at_first else random.randrange(2), ask)
        if at_first or random.randrange(6) == 0:
            tills.meet()
    check(tills, random, 3)
    tills.meet()
    for desk in tills.tills:
        assert desk.shop.faults() == []
        desk.close()
