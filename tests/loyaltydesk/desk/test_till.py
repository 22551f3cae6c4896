"""At the till a purchase is worked out, recorded, taken back or attached; what is refused changes nothing."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import CardRole
from loyaltydesk.model.purchases import Asked, Basket, Line, PurchaseState, RewardWish
from loyaltydesk.model.refusals import (
    AlreadyAttached,
    AlreadyVoided,
    BadCardNumber,
    BadRequest,
    BeforeRegistration,
    BelowMinimum,
    CardBlocked,
    EarnOnlyCard,
    NotEnoughPoints,
    Refused,
    ReturnTooLarge,
    RewardNotOffered,
    UnknownCard,
    UnknownCustomer,
    UnknownPurchase,
    UnknownReward,
    UnknownVoucher,
    VoucherNotUsable,
    WrongCustomer,
)
from tests.shop import PROGRAMME, Clock, buy, dump, join, refuses, store_of


@pytest.fixture
def card(desk: Desk) -> str:
    """Anna's card, with 300 points on it."""
    anna, number = join(desk)
    desk.customers.adjust(anna, 300, reason="To begin with")
    return number


def basket(card: str = "", **asked: object) -> Basket:
    return Basket(asked.pop("lines", (Line(2500),)), card=card, **asked)  # type: ignore[arg-type]  # a basket's words


# --- recording


def test_a_quote_is_what_the_purchase_then_is_and_records_nothing(desk: Desk, card: str) -> None:
    wanted = basket(card, redeem_points=100, rewards=(RewardWish("coffee"),))
    before = dump(store_of(desk).connection)
    quote = desk.till.quote(wanted)
    assert dump(store_of(desk).connection) == before
    done = desk.till.record(wanted)
    assert (quote.quote, quote.balance, quote.customer) == (done.quote, done.balance, done.customer)
    assert (quote.purchase, done.purchase != "") == ("", True)


def test_the_balance_said_is_the_balance_kept(desk: Desk, card: str) -> None:
    for asked in ({}, {"redeem_points": 200}, {"rewards": (RewardWish("coffee"),)}):
        done = desk.till.record(basket(card, **asked))
        assert done.balance == desk.customers.scan(card).balance


def test_a_guest_pays_and_gets_nothing(desk: Desk) -> None:
    done = desk.till.record(basket())
    assert (done.customer, done.balance, done.quote.earned, done.quote.due) == (None, None, 0, 2500)


def test_a_customer_may_be_named_by_id(desk: Desk, card: str) -> None:
    anna = desk.cards.owner(card).id
    done = desk.till.record(Basket((Line(1000),), customer=anna.replace("-", "").upper()))
    assert done.customer == anna
    assert desk.customers.purchases(anna)[0].customer == anna


def test_receipts_are_numbered_through_the_day_where_no_register_does_it(desk: Desk, clock: Clock) -> None:
    assert [buy(desk, "", 100).receipt for _ in range(3)] == ["260314-001", "260314-002", "260314-003"]
    assert buy(desk, "", 100, receipt="A-17").receipt == "A-17"
    assert buy(desk, "", 100, receipt="260314-005").receipt == "260314-005"
    assert [buy(desk, "", 100).receipt for _ in range(2)] == ["260314-006", "260314-007"]
    clock.forward(days=1)
    assert buy(desk, "", 100).receipt == "260315-001"


def test_more_than_a_thousand_receipts_a_day_go_on_counting(desk: Desk) -> None:
    with desk.writing():
        receipts = [buy(desk, "", 100).receipt for _ in range(1002)]
    assert len(set(receipts)) == 1002
    assert receipts[-1] == "260314-1002"


REFUSED: dict[str, tuple[type[Refused], dict[str, object]]] = {
    "a card nobody has": (UnknownCard, {"card": "9810000000013"}),
    "a false check digit": (BadCardNumber, {"card": "9810000000014"}),
    "a card of 400 characters": (BadCardNumber, {"card": "7" * 400}),
    "control characters": (BadCardNumber, {"card": "26\x00\x1b12345"}),
    "a customer that is none": (UnknownCustomer, {"customer": "nobody"}),
    "a customer nobody knows": (UnknownCustomer, {"customer": "019ceb97-7e60-714c-b05c-3fb50fa319ac"}),
    "more points than there are": (NotEnoughPoints, {"redeem_points": 400}),
    "fewer points than the minimum": (BelowMinimum, {"redeem_points": 99}),
    "points for a bill too small": (BelowMinimum, {"redeem_points": 100, "lines": (Line(99),)}),
    "a reward that is none": (UnknownReward, {"rewards": (RewardWish("tea"),)}),
    "a reward too dear": (NotEnoughPoints, {"rewards": (RewardWish("coffee", 7),)}),
    "a reward more often than one may": (RewardNotOffered, {"rewards": (RewardWish("five", 3),)}),
    "a reward twice over the limit": (RewardNotOffered, {"rewards": (RewardWish("five", 2), RewardWish("five"))}),
    "points and a reward together too many": (
        NotEnoughPoints,
        {"redeem_points": 200, "rewards": (RewardWish("five"),)},
    ),
    "a voucher nobody wrote": (UnknownVoucher, {"vouchers": ("2700000000012",)}),
    "a discount larger than the bill": (BadRequest, {"discount": 2501}),
}


@pytest.mark.parametrize(("kind", "asked"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused_by_quote_and_record_alike(
    desk: Desk, card: str, kind: type[Refused], asked: dict[str, object]
) -> None:
    wanted = basket(**{**({} if "customer" in asked else {"card": card}), **asked})
    with refuses(desk, kind) as quoted:
        desk.till.quote(wanted)
    with refuses(desk, kind) as recorded:
        desk.till.record(wanted)
    assert quoted.value.facts() == recorded.value.facts()


@pytest.mark.parametrize("asked", [{"redeem_points": 100}, {"rewards": (RewardWish("coffee"),)}])
def test_a_guest_has_no_points_to_use(desk: Desk, asked: dict[str, object]) -> None:
    with refuses(desk, BadRequest):
        desk.till.record(basket(**asked))


def test_a_blank_card_is_nobodys(desk: Desk) -> None:
    (number,) = desk.cards.make(1)
    with refuses(desk, UnknownCard) as refused:
        buy(desk, number, 100)
    assert refused.value.facts()["blank"] is True


def test_a_blocked_or_replaced_card_buys_nothing(desk: Desk, card: str) -> None:
    desk.cards.block(card)
    with refuses(desk, CardBlocked) as refused:
        buy(desk, card, 100)
    assert refused.value.facts()["state"] == "blocked"
    new = desk.cards.replace(card, "").replaced_by
    with refuses(desk, CardBlocked) as refused:
        buy(desk, card, 100)
    assert refused.value.facts() == {"card": card, "state": "replaced", "replaced_by": new}
    buy(desk, new, 100)
    desk.customers.block(desk.cards.owner(new).id, blocked=True)
    with refuses(desk, CardBlocked):
        buy(desk, new, 100)


def test_a_card_that_only_collects_cannot_pay(desk: Desk, card: str) -> None:
    desk.cards.give_role(card, CardRole.EARN_ONLY)
    for asked in ({"redeem_points": 100}, {"rewards": (RewardWish("coffee"),)}):
        with refuses(desk, EarnOnlyCard):
            desk.till.record(basket(card, **asked))
    assert buy(desk, card, 1000).quote.earned == 10


def test_a_purchase_before_the_customer_joined_is_refused(desk: Desk, clock: Clock, card: str) -> None:
    clock.forward(days=-1)
    with refuses(desk, BeforeRegistration) as refused:
        buy(desk, card, 100)
    assert refused.value.facts() == {"at": "2026-03-13", "registered": "2026-03-14"}


def test_a_voucher_is_used_once_and_by_its_customer(desk: Desk, card: str) -> None:
    voucher = desk.rewards.redeem("five", card=card)
    _jan, other = join(desk, "Jānis")
    with refuses(desk, WrongCustomer):
        buy(desk, other, 2500, vouchers=(voucher.code,))
    done = buy(desk, card, 2500, vouchers=(voucher.code, voucher.code))
    assert (done.quote.by_vouchers, done.quote.due) == (500, 2000)
    with refuses(desk, VoucherNotUsable) as refused:
        buy(desk, card, 2500, vouchers=(voucher.code,))
    assert refused.value.facts()["state"] == "used"


def test_rules_of_the_day_count_and_the_purchase_keeps_them(desk: Desk, card: str) -> None:
    old = buy(desk, card, 1000)
    desk.shop.load_programme(PROGRAMME.replace("points = 1\n", "points = 5\n"))
    new = buy(desk, card, 1000)
    assert (old.quote.earned, new.quote.earned) == (10, 50)
    bought = [desk.till.purchase(done.purchase) for done in (old, new)]
    assert [purchase.programme for purchase in bought] == [1, 2]
    assert [step.points for step in desk.till.why(bought[0])] == [10]


# --- bringing back


def test_a_purchase_comes_back_in_parts_and_then_no_more(desk: Desk, card: str) -> None:
    done = buy(desk, card, 2500)
    bought = desk.till.purchase(done.purchase)
    back = desk.till.bring_back(bought, Asked(amount=1000))
    assert (back.refunded, back.taken_back, back.given_back, back.balance) == (1000, 10, 0, 315)
    with refuses(desk, ReturnTooLarge) as refused:
        desk.till.bring_back(bought, Asked(amount=1501))
    assert refused.value.facts() == {"returnable": 1500}
    assert desk.till.bring_back(bought, Asked()).refunded == 1500
    with refuses(desk, ReturnTooLarge):
        desk.till.bring_back(bought, Asked(amount=1))
    assert desk.till.purchase(done.purchase).state is PurchaseState.RETURNED


def test_a_voided_purchase_never_was(desk: Desk, card: str) -> None:
    voucher = desk.rewards.redeem("five", card=card)
    before = desk.customers.scan(card)
    done = desk.till.record(basket(card, redeem_points=100, vouchers=(voucher.code,)))
    assert desk.till.today() == (1, 1900)
    back = desk.till.bring_back(desk.till.purchase(done.purchase), Asked(voids=True))
    assert (back.refunded, back.given_back, back.balance) == (1900, 100, before.balance)
    after = desk.customers.scan(card)
    assert (after.customer.account, after.vouchers) == (before.customer.account, before.vouchers)
    assert desk.till.today() == (0, 0)
    with refuses(desk, AlreadyVoided):
        desk.till.bring_back(desk.till.purchase(done.purchase), Asked(voids=True))
    with refuses(desk, AlreadyVoided):
        desk.till.bring_back(desk.till.purchase(done.purchase), Asked(amount=1))


def test_the_last_visit_is_that_before_a_voided_one(desk: Desk, clock: Clock, card: str) -> None:
    for _visit in range(2):
        clock.forward(days=1)
        done = buy(desk, card, 100)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(voids=True))
    last = desk.cards.owner(card).account.last_visit
    assert last is not None
    assert last.date() == date(2026, 3, 15)


def test_a_return_of_nothing_or_of_strange_goods_is_refused(desk: Desk, card: str) -> None:
    done = desk.till.record(basket(card, lines=(Line(500, 2, "TEA"),)))
    bought = desk.till.purchase(done.purchase)
    for asked, kind in (
        (Asked(amount=0), BadRequest),
        (Asked(lines=(("CAKE", 1),)), BadRequest),
        (Asked(lines=(("TEA", 3),)), ReturnTooLarge),
        (Asked(amount=1001), ReturnTooLarge),
    ):
        with refuses(desk, kind):
            desk.till.bring_back(bought, asked)


def test_a_guests_purchase_and_a_forgotten_persons_come_back_as_money(desk: Desk, card: str) -> None:
    for done in (buy(desk, "", 2500), buy(desk, card, 2500)):
        if done.customer:
            desk.customers.erase(done.customer)
        back = desk.till.bring_back(desk.till.purchase(done.purchase), Asked())
        assert (back.refunded, back.taken_back, back.balance) == (2500, 0, None)


def test_points_that_were_spent_meanwhile_are_not_taken_twice(desk: Desk) -> None:
    _jan, card = join(desk, "Jānis")
    done = buy(desk, card, 20000)  # 200 points, and Silver doubles them
    desk.rewards.redeem("five", card=card)
    desk.rewards.redeem("five", card=card)
    balance = desk.customers.scan(card).balance
    back = desk.till.bring_back(desk.till.purchase(done.purchase), Asked())
    assert (back.taken_back, back.balance) == (balance, 0)


def test_with_an_overdraft_the_balance_may_fall_below_nothing(desk: Desk) -> None:
    desk.shop.load_programme(PROGRAMME + '\n[returns]\noverdraft = "negative"\n')
    _jan, card = join(desk, "Jānis")
    done = buy(desk, card, 9900)
    desk.rewards.redeem("coffee", card=card)
    assert desk.till.bring_back(desk.till.purchase(done.purchase), Asked()).balance == -50
    with refuses(desk, NotEnoughPoints):
        desk.rewards.redeem("coffee", card=card)
    assert buy(desk, card, 6000).balance == 10


# --- attaching


def test_points_come_afterwards_by_the_rules_of_then(desk: Desk, clock: Clock, card: str) -> None:
    done = buy(desk, "", 2500)
    desk.shop.load_programme(PROGRAMME.replace("points = 1\n", "points = 5\n"))
    clock.forward(days=3)
    attached = desk.till.attach(desk.till.purchase(done.receipt), card=card)
    assert (attached.quote.earned, attached.balance) == (25, 325)
    bought = desk.till.purchase(done.purchase)
    assert (bought.customer, bought.earned) == (attached.customer, 25)
    assert desk.customers.scan(card).balance == 325
    lots = desk.customers.statement(attached.customer or "").lots
    assert date(2027, 3, 14) in {lot.last_day for lot in lots}


def test_a_purchase_has_one_customer(desk: Desk, card: str) -> None:
    done = buy(desk, "", 2500)
    desk.till.attach(desk.till.purchase(done.purchase), card=card)
    for number in (card, join(desk, "Jānis")[1]):
        with refuses(desk, AlreadyAttached):
            desk.till.attach(desk.till.purchase(done.purchase), card=number)


def test_what_came_back_is_not_attached(desk: Desk, card: str) -> None:
    for asked in (Asked(), Asked(amount=100), Asked(voids=True)):
        done = buy(desk, "", 2500)
        desk.till.bring_back(desk.till.purchase(done.purchase), asked)
        with refuses(desk, AlreadyVoided):
            desk.till.attach(desk.till.purchase(done.purchase), card=card)


def test_nothing_is_attached_to_nobody(desk: Desk, card: str) -> None:
    bought = desk.till.purchase(buy(desk, "", 2500).purchase)
    for named, kind in (
        ({"card": "NOBODY"}, UnknownCard),
        ({"customer": "nobody"}, UnknownCustomer),
        ({"customer": ""}, UnknownCustomer),
    ):
        with refuses(desk, kind):
            desk.till.attach(bought, **named)
    desk.cards.block(card)
    with refuses(desk, CardBlocked):
        desk.till.attach(bought, card=card)


# --- finding


def test_a_purchase_is_found_by_id_and_by_receipt_the_newest_first(desk: Desk) -> None:
    old, new = buy(desk, "", 100, receipt="A-1"), buy(desk, "", 200, receipt="A-1")
    assert desk.till.purchase(old.purchase).due == 100
    assert desk.till.purchase(" A-1 ").id == new.purchase
    assert [bought.id for bought in desk.till.newest()] == [new.purchase, old.purchase]
    for number in ("", "A-2", "019ceb97-7e60-714c-b05c-3fb50fa319ac", "x" * 400, "\x00"):
        with refuses(desk, UnknownPurchase):
            desk.till.purchase(number)


def test_today_is_the_shops_own_day(desk: Desk, clock: Clock) -> None:
    clock.to("2026-03-14T23:59:00")
    buy(desk, "", 100)
    clock.forward(minutes=2)
    buy(desk, "", 250)
    assert desk.till.today() == (1, 250)
