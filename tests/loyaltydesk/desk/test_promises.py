"""What purchases bring besides points: stamps, vouchers for the next time, thanks for a friend; and back again."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.desk.rewards import Donation
from loyaltydesk.desk.till import Done
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Asked, Basket, CodeState, Line, RewardWish, VoucherState
from loyaltydesk.model.refusals import BadRequest, NeedsApproval, UnknownVoucher, VoucherNotUsable
from loyaltydesk.rules.control_group import is_without_offers
from tests.shop import Clock, buy, join, refuses

HEAD = '[programme]\nname = "Rīts"\ncurrency = "EUR"\n'
BASE = '[[earn]]\nid = "base"\npoints = 1\nper = "1.00"\n'
STAMPS = (
    '[[stamp_card]]\nid = "cups"\nname = "Cups"\nevery = 5\nof = { category = ["coffee"] }\n'
    'gives = { product = "COFFEE", qty = 1 }\nvalid_days = 30\n'
)
NEXT = (
    '[[next_purchase]]\nid = "thanks"\nname = "Two off"\ngives = { money = "2.00" }\nvalid_days = 14\n'
    'when = { min_bill = "10.00" }\n'
)
MONEY = '[[reward]]\nid = "ten"\nname = "Ten off"\ncost = 100\ngives = { money = "10.00" }\n'


def shop(clock: Clock, *tables: str) -> Desk:
    return Desk.in_memory(HEAD + BASE + "".join(tables), clock)


def coffees(desk: Desk, card: str, count: int, **asked: object) -> Done:
    lines = (Line(300, count, "COFFEE", "coffee"), Line(400, 1, "CAKE", "food"))
    return desk.till.record(Basket(lines, card=card, **asked))  # type: ignore[arg-type]  # words of a Basket


def have(desk: Desk, card: str) -> int:
    return desk.customers.scan(card).stamps[0].have


# --- stamps


def test_every_fifth_cup_brings_a_voucher(clock: Clock) -> None:
    desk = shop(clock, STAMPS)
    _, card = join(desk)
    assert coffees(desk, card, 4).issued == ()
    done = coffees(desk, card, 7)
    assert [(voucher.name, voucher.stamps) for voucher in done.issued] == [("Cups", 5), ("Cups", 5)]
    assert (have(desk, card), done.stamps[0].have) == (1, 1)
    assert len(desk.customers.scan(card).vouchers) == 2


def test_a_purchase_brings_a_hundred_vouchers_at_most_and_other_stamps_wait(clock: Clock) -> None:
    desk = shop(clock, STAMPS)
    _, card = join(desk)
    assert len(coffees(desk, card, 800).issued) == 100
    assert have(desk, card) == 300
    assert len(coffees(desk, card, 1).issued) == 60
    assert have(desk, card) == 1


def test_a_cup_that_was_free_brings_no_stamp(clock: Clock) -> None:
    desk = shop(clock, STAMPS)
    _, card = join(desk)
    (voucher,) = coffees(desk, card, 5).issued
    done = coffees(desk, card, 2, vouchers=(voucher.code,))
    assert (done.quote.free, done.quote.due, have(desk, card)) == ((1, 0), 700, 1)


def test_stamps_go_with_the_cups_that_come_back_and_an_open_voucher_too(clock: Clock) -> None:
    desk = shop(clock, STAMPS)
    _, card = join(desk)
    coffees(desk, card, 3)
    done = coffees(desk, card, 3)
    bought = desk.till.purchase(done.purchase)
    desk.till.bring_back(bought, Asked(lines=(("COFFEE", 1),)))
    assert (have(desk, card), len(desk.customers.scan(card).vouchers)) == (0, 1)
    desk.till.bring_back(bought, Asked(lines=(("COFFEE", 1),)))
    assert (have(desk, card), desk.customers.scan(card).vouchers) == (4, [])
    desk.till.bring_back(bought, Asked())
    assert have(desk, card) == 3
    assert desk.shop.faults() == []


def test_stamps_for_a_voucher_that_was_used_are_made_good_by_the_next(clock: Clock) -> None:
    desk = shop(clock, STAMPS)
    _, card = join(desk)
    done = coffees(desk, card, 5)
    desk.rewards.use(done.issued[0].code)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked())
    assert have(desk, card) == 0
    assert coffees(desk, card, 8).issued == ()
    assert have(desk, card) == 3


def test_a_voucher_for_stamps_that_was_used_in_part_is_not_taken_away(clock: Clock) -> None:
    desk = shop(clock, STAMPS.replace('product = "COFFEE", qty = 1', 'money = "5.00"'))
    _, card = join(desk)
    done = coffees(desk, card, 5)
    buy(desk, card, 100, vouchers=(done.issued[0].code,))
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked())
    assert [voucher.left for voucher in desk.customers.scan(card).vouchers] == [400]
    assert coffees(desk, card, 6).issued == ()
    assert have(desk, card) == 1


def test_a_part_that_comes_back_by_value_takes_its_share_of_the_stamps(clock: Clock) -> None:
    desk = shop(clock, STAMPS)
    _, card = join(desk)
    bought = desk.till.purchase(desk.till.record(Basket((Line(100, 4, "COFFEE", "coffee"),), card=card)).purchase)
    left = []
    for amount in (99, 101, 100, 100):
        desk.till.bring_back(bought, Asked(amount=amount))
        left.append(have(desk, card))
    assert left == [4, 2, 1, 0]


def test_points_added_afterwards_bring_their_stamps(clock: Clock) -> None:
    desk = shop(clock, STAMPS)
    _, card = join(desk)
    guest = coffees(desk, "", 6)
    assert guest.stamps == ()
    done = desk.till.attach(desk.till.purchase(guest.purchase), card=card)
    assert ([voucher.name for voucher in done.issued], have(desk, card)) == (["Cups"], 1)


# --- the next purchase


def test_what_a_purchase_brought_is_found_by_it_whatever_became_of_it(clock: Clock) -> None:
    desk = shop(clock, NEXT, STAMPS)
    _, card = join(desk)
    other, done = buy(desk, card, 2000), coffees(desk, card, 5)
    bought = desk.till.purchase(done.purchase)
    assert [each.name for each in desk.rewards.brought_by(bought)] == ["Cups", "Two off"]
    assert [each.name for each in desk.rewards.brought_by(desk.till.purchase(other.purchase))] == ["Two off"]
    desk.rewards.use(done.issued[0].code)
    new = desk.rewards.reprint(done.issued[1].code)
    assert len(desk.rewards.brought_by(bought)) == 3
    assert desk.rewards.open_from(bought) == [new]
    clock.forward(days=15)
    assert desk.rewards.open_from(bought) == []


def test_a_purchase_brings_a_voucher_for_the_next_one_that_goes_back_with_it(clock: Clock) -> None:
    desk = shop(clock, NEXT)
    _, card = join(desk)
    assert buy(desk, card, 999).issued == ()
    done = buy(desk, card, 1000)
    (voucher,) = done.issued
    assert (voucher.name, voucher.customer) == ("Two off", done.customer)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(voids=True))
    assert desk.rewards.voucher(voucher.code).state is VoucherState.CANCELLED


def test_one_for_the_bearer_is_good_for_a_guest_and_others_are_not(clock: Clock) -> None:
    desk = shop(clock, NEXT, NEXT.replace("thanks", "any") + "bearer = true\n")
    _, card = join(desk)
    own, bearer = buy(desk, card, 1000).issued
    with refuses(desk, BadRequest):
        desk.till.record(Basket((Line(500),), vouchers=(own.code,)))
    assert desk.till.record(Basket((Line(500),), vouchers=(bearer.code,))).quote.due == 300
    assert [voucher.customer for voucher in desk.till.record(Basket((Line(1000),))).issued] == [None]


def test_a_quote_brings_what_the_purchase_will_and_no_code(clock: Clock) -> None:
    desk = shop(clock, NEXT, STAMPS)
    _, card = join(desk)
    basket = Basket((Line(300, 5, "COFFEE", "coffee"),), card=card)
    quoted, done = desk.till.quote(basket), desk.till.record(basket)
    assert [voucher.code for voucher in quoted.issued] == ["", ""]
    assert [replace(each, code="", id="", purchase="") for each in quoted.issued] == [
        replace(each, code="", id="", purchase="") for each in done.issued
    ]
    assert (quoted.balance, quoted.stamps) == (done.balance, done.stamps)


# --- money in parts, codes that were mistyped


def test_a_voucher_for_money_is_used_in_parts_and_comes_back_in_parts(clock: Clock) -> None:
    desk = shop(clock, MONEY)
    anna, card = join(desk)
    desk.customers.adjust(anna, 100, reason="opening")
    code = desk.rewards.redeem("ten", card=card).code
    first = buy(desk, card, 600, vouchers=(code,))
    assert (first.quote.due, desk.rewards.voucher(code).left) == (0, 400)
    with refuses(desk, VoucherNotUsable):
        desk.rewards.cancel(code)
    again = desk.rewards.reprint(code)
    assert (again.left, again.state) == (400, VoucherState.OPEN)
    assert buy(desk, card, 900, vouchers=(again.code,)).quote.due == 500
    assert desk.rewards.voucher(again.code).state is VoucherState.USED
    desk.till.bring_back(desk.till.purchase(first.purchase), Asked())
    assert desk.rewards.voucher(again.code).left == 600
    assert desk.shop.faults() == []


def test_one_that_the_bill_has_no_room_for_is_kept(clock: Clock) -> None:
    desk = shop(clock, MONEY)
    anna, card = join(desk)
    desk.customers.adjust(anna, 200, reason="opening")
    first, second = (desk.rewards.redeem("ten", card=card).code for _ in range(2))
    assert buy(desk, card, 1000, vouchers=(first, second)).quote.due == 0
    assert [desk.rewards.voucher(code).left for code in (first, second)] == [0, 1000]


def test_a_percentage_of_a_bill_that_is_paid_already_is_kept_too(clock: Clock) -> None:
    tenth = '[[reward]]\nid = "tenth"\nname = "A tenth off"\ncost = 50\ngives = { percent = 10 }\n'
    desk = shop(clock, MONEY, tenth)
    anna, card = join(desk)
    desk.customers.adjust(anna, 150, reason="opening")
    ten, tenth = (desk.rewards.redeem(name, card=card).code for name in ("ten", "tenth"))
    assert buy(desk, card, 800, vouchers=(ten, tenth)).quote.due == 0
    assert [desk.rewards.voucher(code).state for code in (ten, tenth)] == [VoucherState.OPEN] * 2
    assert buy(desk, card, 800, vouchers=(ten, tenth)).quote.due == 520
    assert [desk.rewards.voucher(code).state for code in (ten, tenth)] == [VoucherState.USED] * 2


def test_a_slip_of_the_pen_is_told_from_a_code_that_never_was(clock: Clock) -> None:
    desk = shop(clock, MONEY)
    anna, card = join(desk)
    desk.customers.adjust(anna, 100, reason="opening")
    code = desk.rewards.redeem("ten", card=card).code
    wrong = code[:5] + ("7" if code[5] != "7" else "8") + code[6:]
    with pytest.raises(UnknownVoucher) as refused:
        desk.rewards.voucher(wrong)
    assert refused.value.reason == "check_character"
    with pytest.raises(UnknownVoucher) as refused:
        desk.rewards.voucher("27000")
    assert refused.value.reason == "unknown"


def test_money_for_a_good_cause_is_counted(clock: Clock) -> None:
    gives = 'gives = { donate = "Shelter", money = "3.00" }\n'
    desk = shop(clock, '[[reward]]\nid = "s"\nname = "Shelter"\ncost = 10\n' + gives)
    anna, card = join(desk)
    desk.customers.adjust(anna, 100, reason="opening")
    assert desk.rewards.redeem("s", card=card).state is VoucherState.USED
    done = buy(desk, card, 500, rewards=(RewardWish("s", 2),))
    assert (done.quote.due, desk.rewards.donations()) == (500, [Donation("Shelter", 2, 900)])
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked())
    assert desk.rewards.donations() == [Donation("Shelter", 1, 300)]


def test_money_for_a_good_cause_is_counted_by_its_days_and_by_who_gave_it(clock: Clock) -> None:
    gives = 'gives = { donate = "Shelter", money = "3.00" }\n'
    desk = shop(clock, '[[reward]]\nid = "s"\nname = "Shelter"\ncost = 10\n' + gives)
    (anna, _), (jan, _), (twin, _) = join(desk), join(desk, "Jan"), join(desk, "Twin")
    for day, giver in enumerate((anna, jan, anna, twin), 14):
        clock.to(f"2026-03-{day}T10:00:00")
        desk.customers.adjust(giver, 100, reason="opening")
        desk.rewards.redeem("s", customer=giver)
    first, last = date(2026, 3, 15), date(2026, 3, 16)
    assert desk.rewards.donations(first, last) == [Donation("Shelter", 2, 600)]
    assert desk.rewards.donors(last, last) == [Donation("Shelter", 1, 300, anna, "Anna Kowalska")]
    desk.accounts.merge(keep=jan, drop=twin)
    desk.customers.erase(anna)
    assert desk.rewards.donors() == [Donation("Shelter", 2, 600, jan, "Jan"), Donation("Shelter", 2, 600)]


def test_a_gift_to_a_good_cause_that_stamps_bring_is_given_at_once_and_pays_no_bill(clock: Clock) -> None:
    gives = 'gives = { donate = "Shelter", money = "1.00" }\n'
    desk = shop(clock, '[[stamp_card]]\nid = "s"\nevery = 1\n' + gives)
    _, card = join(desk)
    (voucher,) = buy(desk, card, 500).issued
    assert desk.rewards.voucher(voucher.code).state is VoucherState.USED
    assert [(each.cause, each.times, each.money) for each in desk.rewards.donations()] == [("Shelter", 1, 100)]
    with refuses(desk, VoucherNotUsable):
        buy(desk, card, 500, vouchers=(voucher.code,))


# --- friends, promotions with limits, changes by hand, the test group

FRIEND = Profile(name="Friend")
REFERRAL = "[referral]\npoints_referrer = 100\npoints_new = 50\n"


def test_a_friend_is_thanked_for_at_the_first_purchase_and_once(clock: Clock) -> None:
    desk = shop(clock, REFERRAL)
    anna, card = join(desk)
    _, friends = desk.customers.register(FRIEND, referred_by=card)
    assert desk.customers.scan(card).balance == 0
    done = buy(desk, friends, 1000)
    assert (done.balance, done.quote.earned, desk.customers.scan(card).balance) == (60, 10, 100)
    assert [gift.points for gift in done.given] == [50, 100]
    buy(desk, friends, 1000)
    assert (desk.customers.scan(friends).balance, desk.customers.get(anna).account.balance) == (70, 100)


def test_thanks_go_back_with_the_purchase_and_come_with_the_next(clock: Clock) -> None:
    desk = shop(clock, REFERRAL)
    _, card = join(desk)
    _, friends = desk.customers.register(FRIEND, referred_by=card)
    done = buy(desk, friends, 1000)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(voids=True))
    assert [desk.customers.scan(number).balance for number in (card, friends)] == [0, 0]
    assert buy(desk, friends, 1000).balance == 60
    assert desk.customers.scan(card).balance == 100
    assert desk.shop.faults() == []


def test_a_code_counts_as_often_as_it_may_and_again_after_a_return(clock: Clock) -> None:
    code = '[[promotion]]\nid = "w"\namount = "1.00"\ncode = "WELCOME"\nmax_uses_customer = 1\n'
    desk = shop(clock, code)
    _, card = join(desk)
    first = buy(desk, card, 1000, codes=("welcome",))
    assert (first.quote.due, first.quote.codes[0].state) == (900, CodeState.APPLIED)
    again = buy(desk, card, 1000, codes=("welcome",))
    assert (again.quote.due, again.quote.codes[0].state) == (1000, CodeState.USED_UP_CUSTOMER)
    desk.till.bring_back(desk.till.purchase(first.purchase), Asked())
    assert buy(desk, card, 1000, codes=("welcome",)).quote.due == 900


@pytest.mark.parametrize(
    ("points", "by", "needed"), [(500, "", False), (501, "", True), (-501, "anna", True), (501, "Ewa", False)]
)
def test_a_large_change_needs_a_second_person(clock: Clock, points: int, by: str, needed: bool) -> None:
    desk = shop(clock, "[approval]\nadjust_above = 500\n")
    anna, _ = join(desk)
    desk.customers.adjust(anna, 500, reason="opening")
    desk.customers.adjust(anna, 500, reason="opening")
    stamp = desk.stamp(staff="Anna")
    if not needed:
        assert desk.customers.adjust(anna, points, reason="x", approved_by=by, stamp=stamp) == 1000 + points
        return
    with refuses(desk, NeedsApproval) as refused:
        desk.customers.adjust(anna, points, reason="x", approved_by=by, stamp=stamp)
    assert refused.value.facts() == {"above": 500}


def test_the_test_group_collects_points_and_gets_no_voucher(clock: Clock) -> None:
    desk = shop(clock, NEXT, "[test_group]\nevery = 2\n")
    cards = [join(desk)[1] for _ in range(20)]
    brought = {card: buy(desk, card, 1000) for card in cards}
    without = [is_without_offers(desk.shop.programme, desk.customers.scan(card).customer) for card in cards]
    assert [not done.issued for done in brought.values()] == without
    assert {done.balance for done in brought.values()} == {10}
    assert 0 < sum(without) < 20
