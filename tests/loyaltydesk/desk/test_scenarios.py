"""Long days of whatever may happen: the file is whole after them, and balances are what simple counting gives."""

from collections.abc import Callable
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Asked, Basket, Line, RewardWish
from loyaltydesk.model.refusals import Refused
from tests.shop import PROGRAMME, Clock, dump, store_of

CENTS = st.integers(1, 30_000)
PROGRAMMES = (
    PROGRAMME,
    PROGRAMME.replace("points = 1\n", "points = 3\n"),
    PROGRAMME.replace('expire = "after"\nexpire_after = "12 months"', "pending_days = 5"),
    PROGRAMME + '[tiers]\nwindow = "12 months"\n',
)
SUMS = """
SELECT count(*) FROM customers c WHERE c.erased = 0 AND (
  c.balance <> (SELECT coalesce(sum(points), 0) FROM entries e WHERE e.customer = c.id)
  OR c.balance + c.debt <> (SELECT coalesce(sum(remaining), 0) FROM lots l WHERE l.customer = c.id)
  OR c.visits <> (SELECT count(*) FROM purchases p WHERE p.customer = c.id AND p.state <> 'voided')
  OR c.spend <> (SELECT coalesce(sum(due - refunded), 0) FROM purchases p WHERE p.customer = c.id)
  OR c.earned <> (SELECT coalesce(sum(earned - taken_back), 0) FROM purchases p WHERE p.customer = c.id)
)
"""


class Shop(RuleBasedStateMachine):
    """A shop in which anything is done in any order; whatever is refused must not change a row."""

    customers = Bundle("customers")
    purchases = Bundle("purchases")
    vouchers = Bundle("vouchers")
    blanks = Bundle("blanks")

    rules_of_returns = ""

    @initialize(target=customers)
    def begin(self) -> Any:
        self.clock = Clock()
        self.desk = Desk.in_memory(PROGRAMME + self.rules_of_returns, self.clock, Random(1).randrange)
        self.points: dict[str, int] = {}
        return multiple(self.join("Anna"), self.join("Jānis"))

    def tried(self, act: Callable[[], Any]) -> Any:
        """Does something; None when it is refused, and then not a row is another."""
        before = dump(store_of(self.desk).connection)
        try:
            return act()
        except Refused:
            assert dump(store_of(self.desk).connection) == before
            return None

    def move(self, customer: str | None, points: int) -> None:
        """Points came to a customer, or went."""
        if customer in self.points:
            self.points[customer] += points

    # --- people and cards

    def join(self, name: str) -> str:
        customer, _card = self.desk.customers.register(Profile(name=name, phone="+37120012345"))
        self.points[customer] = self.desk.customers.adjust(customer, 400, reason="To begin with")
        return customer

    @rule(target=customers, name=st.sampled_from(["Olga", "Пётр"]))
    def somebody_joins(self, name: str) -> str:
        return self.join(name)

    @rule(target=blanks)
    def card_is_made(self) -> str:
        return self.desk.cards.make(1)[0]

    @rule(customer=customers, blank=consumes(blanks))
    def card_is_linked(self, customer: str, blank: str) -> None:
        assert self.tried(lambda: self.desk.cards.link(blank, customer))

    @rule(customer=customers, act=st.sampled_from(["block", "unblock", "replace", "earn_only", "full"]))
    def card_is_changed(self, customer: str, act: str) -> None:
        cards = self.desk.cards
        number = cards_of[0].number if (cards_of := self.desk.customers.cards(customer)) else ""
        acts: dict[str, Callable[[], object]] = {
            "block": lambda: cards.block(number),
            "unblock": lambda: cards.unblock(number),
            "replace": lambda: cards.replace(number, ""),
            "earn_only": lambda: cards.give_role(number, CardRole.EARN_ONLY),
            "full": lambda: cards.give_role(number, CardRole.FULL),
        }
        self.tried(acts[act])

    @rule(customer=customers, name=st.text(max_size=8), blocked=st.booleans())
    def customer_is_changed(self, customer: str, name: str, blocked: bool) -> None:
        self.tried(lambda: self.desk.customers.change(customer, Profile(name=name, note="Tea")))
        self.tried(lambda: self.desk.customers.block(customer, blocked=blocked))

    @rule(customer=consumes(customers))
    def customer_is_forgotten(self, customer: str) -> None:
        self.desk.customers.erase(customer)
        del self.points[customer]

    # --- purchases

    def record(self, basket: Basket) -> Any:
        quoted = self.tried(lambda: self.desk.till.quote(basket))
        done = self.tried(lambda: self.desk.till.record(basket))
        assert (quoted is None) == (done is None)
        if done is None:
            return multiple()
        assert (quoted.quote, quoted.balance) == (done.quote, done.balance)
        self.move(done.customer, done.quote.earned - done.quote.spent)
        return done.purchase

    @rule(target=purchases, customer=customers, cents=CENTS, points=st.sampled_from([0, 0, 100, 250]),
          coffees=st.integers(0, 2), discount=st.sampled_from([0, 0, 50]))  # fmt: skip
    def customer_buys(self, customer: str, cents: int, points: int, coffees: int, discount: int) -> Any:
        wishes = (RewardWish("coffee", coffees),) if coffees else ()
        lines = (Line(cents), Line(250, 2, "COFFEE"))
        basket = Basket(lines, customer=customer, discount=discount, redeem_points=points, rewards=wishes)
        return self.record(basket)

    @rule(target=purchases, customer=customers, cents=CENTS)
    def customer_buys_with_the_card(self, customer: str, cents: int) -> Any:
        cards = self.desk.customers.cards(customer)
        return self.record(Basket((Line(cents),), card=cards[0].number)) if cards else multiple()

    @rule(target=purchases, cents=CENTS)
    def guest_buys(self, cents: int) -> Any:
        return self.record(Basket((Line(cents), Line(300, 2, "COFFEE"))))

    @rule(target=purchases, code=vouchers, cents=CENTS)
    def customer_pays_with_voucher(self, code: str, cents: int) -> Any:
        voucher = self.desk.rewards.voucher(code)
        return self.record(Basket((Line(cents),), customer=voucher.customer, vouchers=(code,)))

    @rule(purchase=purchases, part=st.one_of(st.none(), CENTS, st.just(250)), voids=st.booleans())
    def purchase_comes_back(self, purchase: str, part: int | None, voids: bool) -> None:
        bought = self.desk.till.purchase(purchase)
        back = self.tried(lambda: self.desk.till.bring_back(bought, Asked(amount=part, voids=voids and part is None)))
        if back:
            self.move(bought.customer, back.given_back - back.taken_back)
            after = self.desk.till.purchase(purchase)
            assert 0 <= after.refunded <= after.due
            assert after.taken_back <= after.earned
            assert after.given_back <= after.spent

    @rule(purchase=purchases, units=st.integers(1, 2))
    def coffees_come_back(self, purchase: str, units: int) -> None:
        bought = self.desk.till.purchase(purchase)
        back = self.tried(lambda: self.desk.till.bring_back(bought, Asked(lines=(("COFFEE", units),))))
        if back:
            self.move(bought.customer, back.given_back - back.taken_back)

    @rule(purchase=purchases, customer=customers)
    def purchase_is_attached(self, purchase: str, customer: str) -> None:
        bought = self.desk.till.purchase(purchase)
        done = self.tried(lambda: self.desk.till.attach(bought, customer=customer))
        if done:
            self.move(customer, done.quote.earned)

    # --- points and vouchers

    @rule(customer=customers, change=st.integers(-60, 200))
    def points_are_changed(self, customer: str, change: int) -> None:
        if self.tried(lambda: self.desk.customers.adjust(customer, change, reason="By hand")) is not None:
            self.move(customer, change)

    @rule(target=vouchers, customer=customers, reward=st.sampled_from(["coffee", "five"]))
    def reward_is_taken(self, customer: str, reward: str) -> Any:
        voucher = self.tried(lambda: self.desk.rewards.redeem(reward, customer=customer))
        if voucher is None:
            return multiple()
        self.move(customer, -voucher.cost)
        return voucher.code

    @rule(target=vouchers, code=vouchers, act=st.sampled_from(["use", "cancel", "reprint"]))
    def voucher_is_turned(self, code: str, act: str) -> Any:
        before = self.desk.rewards.voucher(code)
        after = self.tried(lambda: getattr(self.desk.rewards, act)(code))
        if after and act == "cancel":
            self.move(before.customer, before.cost)
        return after.code if after and act == "reprint" else multiple()

    # --- time and rules

    @rule(days=st.sampled_from([0, 1, 20, 40, 200]))
    def days_pass(self, days: int) -> None:
        self.clock.forward(days=days, minutes=1)

    @rule()
    def round_is_made(self) -> None:
        for each in self.desk.upkeep.day().expired:
            self.move(each.customer, -each.points)

    @rule(customer=customers, floor=st.sampled_from(["Silver", "Gold", None]))
    def floor_is_set(self, customer: str, floor: str | None) -> None:
        assert self.desk.upkeep.set_floor(customer, floor) in ("Silver", "Gold", None)

    @rule(rules=st.sampled_from(PROGRAMMES))
    def rules_change(self, rules: str) -> None:
        self.desk.shop.load_programme(rules + self.rules_of_returns)

    # --- what always holds

    @invariant()
    def balances_are_what_came_and_went(self) -> None:
        kept = {each: self.desk.customers.get(each).account.balance for each in self.points}
        assert kept == self.points

    @invariant()
    def nobody_has_less_than_nothing(self) -> None:
        assert self.rules_of_returns or min(self.points.values(), default=0) >= 0

    @invariant()
    def sums_are_the_sums_of_their_rows(self) -> None:
        assert store_of(self.desk).connection.execute(SUMS).fetchone() == (0,)

    def teardown(self) -> None:
        assert self.desk.shop.faults() == []
        before = dump(store_of(self.desk).connection)
        self.desk.shop.rebuild()
        assert dump(store_of(self.desk).connection) == before
        self.desk.close()


class GenerousShop(Shop):
    """A shop in which a balance may fall below nothing after a return."""

    rules_of_returns = '[returns]\noverdraft = "negative"\n'


TestShop = Shop.TestCase
TestGenerousShop = GenerousShop.TestCase
TestShop.settings = TestGenerousShop.settings = settings(max_examples=40, stateful_step_count=50, deadline=None)
