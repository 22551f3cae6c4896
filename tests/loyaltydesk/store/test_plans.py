"""No question that is asked at the till goes through a whole table, however many customers there are."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Sort
from loyaltydesk.model.parked import Parked
from loyaltydesk.model.purchases import Asked, Basket, Line, RewardWish
from tests.shop import PROGRAMME, Clock, buy, join, store_of

Question = Callable[[Desk, str, str], object]


def paged(sort: Sort, *, descending: bool, onward: bool) -> Question:
    def ask(desk: Desk, customer: str, _card: str) -> object:
        after = desk.customers.page_key(sort, desk.customers.get(customer)) if onward else None
        return desk.customers.page(sort, after, 30, descending=descending)

    return ask


def take_back(desk: Desk, _customer: str, card: str) -> object:
    basket = Basket((Line(500, 3, "COFFEE"),), card=card, rewards=(RewardWish("coffee"),))
    done = desk.till.record(basket)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(lines=(("COFFEE", 1),)))
    return desk.till.bring_back(desk.till.purchase(done.receipt), Asked(voids=True))


def use_voucher(desk: Desk, _customer: str, card: str) -> object:
    voucher = desk.rewards.redeem("five", card=card)
    desk.rewards.cancel(desk.rewards.reprint(voucher.code).code)
    again = desk.rewards.redeem("five", card=card)
    return buy(desk, card, 900, vouchers=(again.code,))


QUESTIONS: dict[str, Question] = {
    "scan": lambda desk, _customer, card: desk.customers.scan(card),
    "scan a code of twelve digits": lambda desk, _customer, _card: desk.customers.scan(
        desk.customers.cards(join(desk, card="0123456789012")[0])[0].number[1:]
    ),
    "see": lambda desk, customer, _card: desk.customers.see(customer),
    "who brought whom": lambda desk, customer, _card: desk.accounts.brought(customer),
    "statement": lambda desk, customer, _card: desk.customers.statement(customer),
    "purchases of a customer": lambda desk, customer, _card: desk.customers.purchases(customer),
    "vouchers of a customer": lambda desk, customer, _card: desk.customers.vouchers(customer),
    "cards of a customer": lambda desk, customer, _card: desk.customers.cards(customer),
    "find by name": lambda desk, _customer, _card: desk.customers.find("cust 4"),
    "find by phone": lambda desk, _customer, _card: desk.customers.find("20012345"),
    "find by e-mail": lambda desk, _customer, _card: desk.customers.find("anna@example.lv"),
    "record": lambda desk, _customer, card: buy(desk, card, 1234),
    "record a guest": lambda desk, _customer, _card: buy(desk, "", 1234),
    "record with points and reward": lambda desk, _customer, card: buy(
        desk, card, 3000, redeem_points=100, rewards=(RewardWish("coffee"),)
    ),
    "use a voucher": use_voucher,
    "take back": take_back,
    "attach": lambda desk, _customer, card: desk.till.attach(
        desk.till.purchase(buy(desk, "", 700).purchase), card=card
    ),
    "register": lambda desk, _customer, _card: join(desk, "Olga", phone="+37126001122"),
    "block a card": lambda desk, _customer, card: desk.cards.block(card),
    "replace a card": lambda desk, _customer, card: desk.cards.replace(card, ""),
    "blank cards": lambda desk, _customer, _card: desk.cards.blank(),
    "expire": lambda desk, _customer, _card: desk.upkeep.expire(),
    "adjust": lambda desk, customer, _card: desk.customers.adjust(customer, 5, reason="For the wait"),
    "a product by its barcode": lambda desk, _customer, _card: desk.products.by_code("036000291452"),
    "a product by its code": lambda desk, _customer, _card: desk.products.by_code("COFFEE"),
    "names of products": lambda desk, _customer, _card: desk.products.names(["COFFEE", "CAKE"]),
    "park and take up": lambda desk, _customer, _card: desk.parking.take(desk.parking.park(Parked(amount=500)).id),
    "today": lambda desk, _customer, _card: desk.till.today(),
    "the week ahead": lambda desk, _customer, _card: desk.outlook.week(),
    "who joined on a day": lambda desk, _customer, _card: store_of(desk).customers.celebrating(
        "joined", ["02-28", "02-29"]
    ),
    **{
        f"page by {sort}, {'down' if descending else 'up'}, {'on' if onward else 'first'}": paged(
            sort, descending=descending, onward=onward
        )
        for sort in Sort
        for descending in (False, True)
        for onward in (False, True)
    },
}


@pytest.fixture(scope="module", params=["without statistics", "with statistics"])
def crowded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A shop with some hundred customers, as the planner knows it at first and after PRAGMA optimize."""
    clock = Clock()
    desk = Desk.create(tmp_path_factory.mktemp("crowd") / "shop.db", PROGRAMME, clock)
    with desk.writing():
        for number in range(400):
            customer, card = join(desk, f"Customer {number % 7} Nr{number}", phone=f"+371200{number:05d}")
            desk.customers.adjust(customer, 1000, reason="To begin with")
            for _times in range(number % 3 + 1):
                buy(desk, card, 1000 + number)
    if request.param == "with statistics":
        store_of(desk).connection.execute("ANALYZE")
    yield desk
    desk.close()


def plan(desk: Desk, question: Question) -> list[str]:
    """How SQLite goes about a question: the steps that go through a table or that sort, each with its statement."""
    connection, asked = store_of(desk).connection, list[str]()
    customer, card = join(desk, "Anna Kowalska", email="anna@example.lv")
    desk.customers.adjust(customer, 700, reason="To begin with")
    connection.set_trace_callback(asked.append)
    question(desk, customer, card)
    connection.set_trace_callback(None)
    statements = [sql for sql in dict.fromkeys(asked) if re.match(r"SELECT|INSERT|UPDATE|DELETE", sql)]
    assert statements
    return [
        f"{line[3]}: {sql}"
        for sql in statements
        for line in connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        if re.match(r"SCAN (?!CONSTANT|\(subquery)|USE TEMP", line[3])  # what a subquery left was searched for above
    ]


SMALL = re.compile(r"SCAN (heads|installation|programmes|test_groups)\b")  # a row for each installation or programme
IN_ORDER = re.compile(r"SCAN c( USING INDEX customers_by_\w+)?: .* ORDER BY .* LIMIT", re.DOTALL)  # stops at the limit


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS.keys())
def test_no_hot_question_goes_through_a_table(crowded: Desk, question: Question) -> None:
    steps = [step for step in plan(crowded, question) if step.startswith("SCAN") and not SMALL.match(step)]
    assert [step for step in steps if not IN_ORDER.match(step)] == []


def test_a_question_without_an_index_would_be_seen(crowded: Desk) -> None:
    store = store_of(crowded)
    steps = plan(crowded, lambda *_: store.connection.execute("SELECT 1 FROM purchases WHERE staff = 'Ilze'"))
    assert steps == ["SCAN purchases: SELECT 1 FROM purchases WHERE staff = 'Ilze'"]


@pytest.mark.parametrize("sort", Sort)
def test_a_page_is_read_in_the_order_of_an_index_and_never_sorted(crowded: Desk, sort: Sort) -> None:
    for descending in (False, True):
        for onward in (False, True):
            steps = plan(crowded, paged(sort, descending=descending, onward=onward))
            assert [step for step in steps if onward or step.startswith("USE TEMP")] == []


def test_a_large_shop_asks_no_more_questions_than_a_small_one(tmp_path: Path, clock: Clock, crowded: Desk) -> None:
    small = Desk.create(tmp_path / "small.db", PROGRAMME, clock)
    for desk in (small, crowded):
        _customer, card = join(desk)
        buy(desk, card, 500)
    counts = []
    for desk in (small, crowded):
        asked: list[str] = []
        connection = store_of(desk).connection
        connection.set_trace_callback(asked.append)
        desk.customers.scan(join(desk, "Nobody Else")[1])
        connection.set_trace_callback(None)
        counts.append(len(asked))
    assert counts[0] == counts[1]
    small.close()
