"""The outside face, sentence by sentence, as another program meets it through the link."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from loyaltydesk.cli.link import Link
from loyaltydesk.desk import Desk
from tests.shop import Clock

CARD, OTHER = "9810000000013", "9810000000020"
HEAD = '[programme]\nname = "Outside"\ncurrency = "EUR"\n'
BASE = '[[earn]]\nid = "base"\npoints = 1\nper = "1.00"\n'
CENT = '[redeem]\npoints = 1\nworth = "0.01"\n'
TIERS = (
    '[[tier]]\nname = "Bronze"\nfrom = "0.00"\n[[tier]]\nname = "Silver"\nfrom = "100.00"\nmultiply = "1.5"\n'
    '[[tier]]\nname = "Gold"\nfrom = "200.00"\nmultiply = 2\n'
)
FIVE = '[[reward]]\nid = "five"\nname = "Five off"\ncost = 100\ngives = { money = "5.00" }\nvalid_days = 10\n'

Answer = dict[str, Any]


class Outside:
    """Another program that asks, with Anna's card unless it says otherwise."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._link = Link(desk)

    def __call__(self, do: str, at: str = "", **asked: Any) -> Answer:
        at = at if "T" in at or not at else f"{at}T10:00:00"
        line = json.dumps({"do": do, **({"at": at} if at else {}), **asked})
        answer: Answer = json.loads(self._link.answer(line.encode()))
        assert answer.get("refused") != "Fault", answer
        return answer

    def buy(self, amount: str, at: str = "2026-03-02", **asked: Any) -> Answer:
        return self("purchase", at, **{"card": CARD, "amount": amount, **asked})

    def give(self, points: int, at: str = "2026-01-03") -> Answer:
        return self("adjust", at, card=CARD, points=points, reason="opening")

    def seen(self, at: str = "2026-03-02") -> Answer:
        return self("scan", at, card=CARD)

    def balance(self, at: str = "2026-03-02") -> int:
        found: int = self.seen(at)["balance"]
        return found

    def tier(self, at: str = "2026-03-02") -> str | None:
        found: str | None = self.seen(at)["tier"]
        return found


Open = Callable[[str], Outside]


@pytest.fixture
def shop(clock: Clock) -> Iterator[Open]:
    """Opens shops in memory with Anna in them; each must be whole when the test is over."""
    desks: list[Desk] = []

    def opened(tables: str) -> Outside:
        clock.to("2026-01-02T09:00:00")
        desks.append(Desk.in_memory(HEAD + tables, clock))
        ask = Outside(desks[-1])
        assert ask("register", "2026-01-02", name="Anna Kowalska", card=CARD)["ok"]
        clock.to("2026-12-30T09:00:00")  # now; whatever is asked without a time happens then
        return ask

    yield opened
    for desk in desks:
        assert desk.shop.faults() == []
        desk.close()


# --- points


@pytest.mark.parametrize("rounding", ["floor", "half_up", "ceil"])
def test_rounding_happens_once_on_the_points_after_multipliers(shop: Open, rounding: str) -> None:
    ask = shop(f'[points]\nrounding = "{rounding}"\n' + BASE + '[[tier]]\nname = "T"\nfrom = "0"\nmultiply = "1.5"\n')
    assert ask.buy("19.99")["earned"] == {"floor": 28, "half_up": 29, "ceil": 29}[rounding]


def test_the_first_and_the_last_day_of_the_programme_are_part_of_it(shop: Open) -> None:
    ask = shop("starts = 2026-02-01\nends = 2026-03-31\n" + BASE)
    days = ["2026-01-31", "2026-02-01", "2026-03-31", "2026-04-01"]
    assert [ask.buy("10.00", day)["earned"] for day in days] == [0, 10, 10, 0]


def test_points_can_be_spent_so_many_days_after_the_purchase(shop: Open) -> None:
    ask = shop("[points]\npending_days = 14\n" + BASE + CENT)
    bought = ask.buy("100.00")
    assert (bought["earned"], bought["balance"]) == (100, 0)
    stands = [ask.seen(day) for day in ("2026-03-15", "2026-03-16")]
    assert [(each["balance"], each["pending"]) for each in stands] == [(0, 100), (100, 0)]
    early = ask.buy("10.00", "2026-03-15", redeem_points=1)
    assert (early["refused"], early["balance"], early["needed"]) == ("NotEnoughPoints", 0, 1)
    assert ask.buy("10.00", "2026-03-16", redeem_points=100)["spent"] == 100


@pytest.mark.parametrize(
    ("expire", "bought", "last"),
    [
        ('"after"\nexpire_after = "1 months"', "2026-01-31", "2026-02-28"),
        ('"after"\nexpire_after = "30 days"', "2026-01-10", "2026-02-09"),
        ('"after"\nexpire_after = "1 years"', "2026-02-28", "2027-02-28"),
        ('"month_end"\nexpire_after = "12 months"', "2026-03-14", "2027-03-31"),
        ('"month_end"\nexpire_after = "1 months"', "2026-01-31", "2026-02-28"),
        ('"year_end"', "2026-03-14", "2026-12-31"),
        ('"year_end"\nexpire_after = "1 years"', "2026-03-14", "2027-12-31"),
    ],
)  # fmt: skip
def test_the_last_day_is_still_valid_and_the_next_is_not(shop: Open, expire: str, bought: str, last: str) -> None:
    ask = shop(f"[points]\nexpire = {expire}\n" + BASE)
    ask.buy("10.00", bought)
    next_day = (date.fromisoformat(last) + timedelta(days=1)).isoformat()
    assert ask.seen(bought)["expiring"] == [{"points": 10, "on": last}]
    assert ask("expire", f"{last}T23:59:00")["expired"] == []
    assert (ask.balance(f"{last}T23:59:00"), ask.balance(f"{next_day}T00:00:00")) == (10, 0)
    assert [each["points"] for each in ask("expire", f"{next_day}T00:00:00")["expired"]] == [10]
    assert ask("expire", f"{next_day}T00:00:00")["expired"] == []


def test_points_that_never_end_never_end(shop: Open) -> None:
    ask = shop('[points]\nexpire = "never"\n' + BASE)
    ask.buy("10.00")
    assert (ask.balance("2126-03-02"), ask("expire", "2126-03-02")["expired"]) == (10, [])


def test_expiry_writes_one_entry_for_each_lot_and_only_for_what_is_left_of_it(shop: Open) -> None:
    ask = shop('[points]\nexpire = "after"\nexpire_after = "30 days"\nearn_on = "none_when_redeeming"\n' + BASE + CENT)
    for day, amount in (("2026-01-10", "100.00"), ("2026-01-12", "50.00"), ("2026-02-20", "5.00")):
        ask.buy(amount, day)
    ask.buy("1.00", "2026-01-15", redeem_points=100)  # the whole first lot
    ask.buy("0.10", "2026-01-15", redeem_points=10)
    assert [each["points"] for each in ask("expire", "2026-03-01")["expired"]] == [40]
    entries = [each for each in ask("statement", card=CARD)["entries"] if each["kind"] == "expired"]
    assert [(each["points"], each["expires_on"]) for each in entries] == [(-40, "2026-02-11")]
    assert ask.balance("2026-03-01") == 5


# --- points as money


@pytest.mark.parametrize(
    ("tables", "wanted", "spent", "due"),
    [
        ("", 1000, 1000, "90.00"), ("max_percent = 50\n", 8000, 5000, "50.00"), ("minimum = 500\n", 500, 500, "95.00"),
        ("max_percent = \"33.3\"\n", 8000, 3330, "66.70"), ("", 10000, 10000, "0.00"),
    ],
)  # fmt: skip
def test_points_pay_up_to_their_share_of_the_bill(shop: Open, tables: str, wanted: int, spent: int, due: str) -> None:
    ask = shop(CENT + tables)
    ask.give(20000)
    paid = ask.buy("100.00", redeem_points=wanted)
    assert (paid["spent"], paid["due"], paid["balance"]) == (spent, due, 20000 - spent)


def test_points_pay_in_whole_steps(shop: Open) -> None:
    ask = shop('[redeem]\npoints = 100\nworth = "5.00"\nminimum = 100\n')
    ask.give(5000)
    assert (ask.buy("1000.00", redeem_points=1050)["spent"], ask.seen()["worth"]) == (1000, "200.00")
    refused = ask.buy("1000.00", redeem_points=99)
    assert (refused["refused"], refused["minimum"]) == ("BelowMinimum", 100)


@pytest.mark.parametrize(
    ("points", "kind"), [(499, "BelowMinimum"), (5001, "NotEnoughPoints"), (-1, "BadRequest"), (1.5, "BadRequest")]
)
def test_a_refused_redemption_leaves_nothing_behind(shop: Open, points: float, kind: str) -> None:
    ask = shop(BASE + CENT + "minimum = 500\n")
    ask.give(5000)
    before = ask("statement", card=CARD)
    refused = ask.buy("100.00", redeem_points=points)
    assert (refused["ok"], refused["refused"]) == (False, kind)
    assert refused["message"]
    assert ask("statement", card=CARD) == before
    assert ask.desk.till.newest() == []


def test_what_is_cut_below_the_minimum_is_refused(shop: Open) -> None:
    ask = shop(CENT + "minimum = 500\nmax_percent = 10\n")
    ask.give(5000)
    assert ask.buy("49.99", redeem_points=1000)["refused"] == "BelowMinimum"
    assert ask.buy("50.00", redeem_points=1000)["spent"] == 500


def test_nobody_pays_with_what_the_purchase_brings(shop: Open) -> None:
    ask = shop(BASE + CENT)
    assert ask.buy("100.00", redeem_points=1)["refused"] == "NotEnoughPoints"


# --- lots


def test_points_are_spent_from_the_lot_that_ends_first_and_those_without_an_end_last(shop: Open) -> None:
    ask = shop('[points]\nexpire = "after"\nexpire_after = "60 days"\n' + CENT)
    ask.give(10, "2026-01-20")
    ask.give(10, "2026-01-10")  # ends first, though it was noted later
    ask("programme", "2026-01-21", toml=HEAD + '[points]\nexpire = "never"\nearn_on = "none_when_redeeming"\n' + CENT)
    ask.give(10, "2026-01-05")
    assert ask.buy("1.00", "2026-01-25", redeem_points=15)["spent"] == 15
    lots = [(lot["remaining"], lot["expires_on"]) for lot in ask("statement", "2026-01-25", card=CARD)["lots"]]
    assert lots == [(5, "2026-03-21"), (10, None)]


def test_a_statement_adds_up(shop: Open) -> None:
    ask = shop('[points]\nexpire = "after"\nexpire_after = "12 months"\n' + BASE + CENT + FIVE)
    bought = ask.buy("250.00")
    ask.buy("10.00", redeem_points=30)
    ask("redeem", "2026-03-02", card=CARD, reward="five")
    ask("return", "2026-03-03", purchase=bought["purchase"], amount="100.00")
    told = ask("statement", "2026-03-03", card=CARD)
    assert sum(entry["points"] for entry in told["entries"]) == told["balance"] == ask.balance("2026-03-03")
    assert sum(lot["remaining"] for lot in told["lots"]) == told["balance"]
    kinds = [entry["kind"] for entry in told["entries"]]
    assert kinds == ["taken_back", "reward", "earned", "spent", "earned"]
    running = [entry["balance"] for entry in reversed(told["entries"])]
    assert running == [250, 220, 229, 129, 29]
    assert len(ask("statement", card=CARD, limit=2)["entries"]) == 2


# --- returns, voids


def test_a_return_takes_what_the_purchase_gave_and_never_by_todays_rules(shop: Open) -> None:
    ask = shop(BASE)
    bought = ask.buy("100.00")
    ask("programme", "2026-03-03", toml=HEAD + BASE.replace("points = 1", "points = 50"))
    back = ask("return", "2026-03-04", purchase=bought["purchase"], amount="50.00")
    assert (back["taken_back"], back["refunded"], back["balance"]) == (50, "50.00", 50)


def test_any_number_of_returns_leaks_no_point(shop: Open) -> None:
    ask = shop(BASE)
    bought = ask.buy("10.00", lines=None)
    taken = [ask("return", "2026-03-03", purchase=bought["purchase"], amount="0.99")["taken_back"] for _ in range(10)]
    rest = ask("return", "2026-03-03", purchase=bought["purchase"])
    assert (taken, rest["taken_back"]) == ([0, 1, 1, 1, 1, 1, 1, 1, 1, 1], 1)
    assert (rest["refunded"], rest["balance"]) == ("0.10", 0)


def test_spent_points_come_back_with_their_first_last_day(shop: Open) -> None:
    ask = shop('[points]\nexpire = "after"\nexpire_after = "30 days"\nearn_on = "none_when_redeeming"\n' + BASE + CENT)
    ask.buy("100.00", "2026-01-10")
    paid = ask.buy("10.00", "2026-01-20", redeem_points=100)
    back = ask("return", "2026-02-01", purchase=paid["purchase"])
    assert (back["given_back"], back["refunded"], back["balance"]) == (100, "9.00", 100)
    assert ask.seen("2026-02-01")["expiring"] == [{"points": 100, "on": "2026-02-09"}]
    assert ask.balance("2026-02-10") == 0


@pytest.mark.parametrize(("ended", "first"), [(True, 100), (False, 0)])
def test_with_overdraft_a_return_after_the_points_ended_costs_them_whether_or_not_they_were_ended_yet(
    shop: Open, ended: bool, first: int
) -> None:
    ask = shop('[points]\nexpire = "after"\nexpire_after = "30 days"\n[returns]\noverdraft = "negative"\n' + BASE)
    bought = ask.buy("100.00", "2026-01-10")
    gone = ask("expire", "2026-03-01")["expired"] if ended else []
    assert sum(each["points"] for each in gone) == first
    back = ask("return", "2026-03-01", purchase=bought["purchase"])
    assert (back["taken_back"], back["balance"], ask.balance("2026-03-01")) == (100, -100, -100)
    assert ask.buy("30.00", "2026-03-02")["balance"] == -70
    assert ask.buy("100.00", "2026-03-02")["balance"] == 30


def test_clamped_no_return_takes_more_than_is_there(shop: Open) -> None:
    ask = shop('[points]\nearn_on = "none_when_redeeming"\n' + BASE + CENT)
    bought = ask.buy("150.00")
    ask.buy("10.00", redeem_points=100)
    back = ask("return", "2026-03-02", purchase=bought["purchase"])
    assert (back["taken_back"], back["refunded"], back["balance"]) == (50, "150.00", 0)


def test_a_return_larger_than_what_is_left_is_refused(shop: Open) -> None:
    ask = shop(BASE)
    bought = ask.buy("100.00", receipt="R-1")
    ask("return", "2026-03-03", receipt="R-1", amount="60.00")
    refused = ask("return", "2026-03-03", purchase=bought["purchase"], amount="40.01")
    assert (refused["refused"], refused["returnable"]) == ("ReturnTooLarge", "40.00")
    assert ask("return", "2026-03-03", receipt="R-1", amount="40.00")["ok"]
    assert ask("return", "2026-03-03", receipt="R-1")["returnable"] == "0.00"


def test_a_void_takes_everything_back_once(shop: Open) -> None:
    ask = shop(BASE + CENT + TIERS)
    ask.give(50)
    bought = ask.buy("150.00", redeem_points=50)
    assert bought["tier"] == "Silver"
    back = ask("void", "2026-03-02", purchase=bought["purchase"])
    assert (back["refunded"], back["given_back"], back["balance"]) == ("149.50", 50, 50)
    assert ask.tier() == "Bronze"
    for again in (ask("void", purchase=bought["purchase"]), ask("return", purchase=bought["purchase"])):
        assert again["refused"] == "AlreadyVoided"


def test_units_come_back_at_what_was_paid_for_them(shop: Open) -> None:
    ask = shop(BASE)
    lines = [{"sku": "A", "qty": 2, "price": "50.00"}, {"sku": "B", "qty": 1, "price": "100.00"}]
    bought = ask("purchase", "2026-03-02", card=CARD, lines=lines, discount="20.00")
    assert (bought["due"], bought["earned"]) == ("180.00", 180)
    back = ask("return", "2026-03-03", purchase=bought["purchase"], lines=[{"sku": "A", "qty": 1}])
    assert (back["refunded"], back["taken_back"]) == ("45.00", 45)
    more = ask("return", "2026-03-03", purchase=bought["purchase"], lines=[{"sku": "A", "qty": 2}])
    assert more["refused"] == "ReturnTooLarge"
    assert ask("return", "2026-03-03", purchase=bought["purchase"], lines=[{"sku": "C"}])["refused"] == "BadRequest"
    assert ask("return", "2026-03-03", purchase=bought["purchase"])["refunded"] == "135.00"


# --- a guest, and the card that was forgotten


def test_points_are_added_afterwards_once_and_by_the_rules_of_then(shop: Open) -> None:
    ask = shop('[points]\nexpire = "after"\nexpire_after = "30 days"\n' + BASE)
    guest = ask("purchase", "2026-03-02", amount="40.00", receipt="G-1")
    assert (guest["ok"], guest["earned"], guest["balance"], guest["customer"]) == (True, 0, None, None)
    ask("programme", "2026-03-03", toml=HEAD + BASE.replace("points = 1", "points = 9"))
    added = ask("attach", "2026-03-04", receipt="G-1", card=CARD)
    assert (added["earned"], added["balance"], added["why"][0]["points"]) == (40, 40, 40)
    assert ask.seen("2026-03-04")["expiring"] == [{"points": 40, "on": "2026-04-01"}]
    assert ask("attach", receipt="G-1", card=CARD)["refused"] == "AlreadyAttached"
    assert ask("return", "2026-03-05", receipt="G-1", amount="20.00")["taken_back"] == 20


# --- rewards and vouchers


def test_a_voucher_lives_from_points_to_its_use(shop: Open) -> None:
    ask = shop(BASE + FIVE)
    ask.give(250)
    got = ask("redeem", "2026-03-02", card=CARD, reward="five")
    code = got["voucher"]["code"]
    assert (got["balance"], got["voucher"]["reward"], got["voucher"]["expires_on"]) == (150, "five", "2026-03-12")
    assert [each["code"] for each in ask.seen()["vouchers"]] == [code]
    assert ask("voucher", "2026-03-12", code=code, action="show")["state"] == "open"
    assert ask("voucher", "2026-03-13", code=code, action="show")["state"] == "expired"
    paid = ask.buy("20.00", vouchers=[code])
    assert (paid["due"], paid["earned"]) == ("15.00", 15)
    again = ask.buy("20.00", vouchers=[code])
    assert (again["refused"], again["state"]) == ("VoucherNotUsable", "used")
    assert ask.seen()["vouchers"] == []
    ask("return", "2026-03-03", purchase=paid["purchase"])
    assert ask("voucher", "2026-03-03", code=code)["state"] == "open"


def test_the_same_voucher_twice_in_one_purchase_counts_once(shop: Open) -> None:
    ask = shop(FIVE)
    ask.give(100)
    code = ask("redeem", "2026-03-02", card=CARD, reward="five")["voucher"]["code"]
    assert ask.buy("20.00", vouchers=[code, f" {code} "])["due"] == "15.00"


def test_cancelled_points_return_and_a_reprint_voids_the_first_paper(shop: Open) -> None:
    ask = shop(FIVE + "stock = 1\n")
    ask.give(100)
    first = ask("redeem", "2026-03-02", card=CARD, reward="five")["voucher"]["code"]
    assert ask("redeem", "2026-03-02", card=CARD, reward="five")["reason"] == "stock"
    second = ask("voucher", "2026-03-02", code=first, action="reprint")["code"]
    assert second != first
    assert ask("voucher", code=first)["state"] == "reprinted"
    assert ask("voucher", "2026-03-02", code=first, action="cancel")["refused"] == "VoucherNotUsable"
    assert ask("voucher", "2026-03-02", code=second, action="cancel")["state"] == "cancelled"
    assert ask.balance() == 100
    assert ask("redeem", "2026-03-02", card=CARD, reward="five")["ok"]


def test_somebody_elses_voucher_and_one_that_is_none_are_refused(shop: Open) -> None:
    ask = shop(FIVE)
    ask("register", "2026-01-02", name="Jānis", card=OTHER)
    ask.give(100)
    code = ask("redeem", "2026-03-02", card=CARD, reward="five")["voucher"]["code"]
    assert ask.buy("20.00", card=OTHER, vouchers=[code])["refused"] == "WrongCustomer"
    assert ask.buy("20.00", vouchers=["2700000000000"])["refused"] == "UnknownVoucher"


def test_rewards_within_a_purchase_are_spent_and_limited(shop: Open) -> None:
    coffee = (
        '[[reward]]\nid = "coffee"\nname = "Coffee"\ncost = 100\ngives = { product = "COFFEE" }\nper_customer = 2\n'
    )
    ask = shop(BASE + coffee)
    ask.give(1000)
    lines = [{"sku": "COFFEE", "qty": 2, "price": "3.00"}, {"sku": "CAKE", "price": "4.00"}]
    bought = ask("purchase", "2026-03-02", card=CARD, lines=lines, rewards=[{"reward": "coffee", "times": 2}])
    assert (bought["due"], bought["spent"], bought["earned"], bought["balance"]) == ("4.00", 200, 4, 804)
    assert ask("redeem", "2026-03-02", card=CARD, reward="coffee")["reason"] == "limit"
    assert ask("redeem", "2026-03-02", card=CARD, reward="tea")["refused"] == "UnknownReward"
    ask("void", "2026-03-02", purchase=bought["purchase"])
    assert ask("redeem", "2026-03-02", card=CARD, reward="coffee")["ok"]


# --- tiers


def test_thresholds_are_inclusive_and_the_purchase_in_hand_counts(shop: Open) -> None:
    ask = shop(BASE + TIERS)
    assert (ask.tier(), ask.seen()["next_tier"]) == ("Bronze", {"name": "Silver", "missing": "100.00"})
    assert ask.buy("99.99")["tier"] == "Bronze"
    lifted = ask.buy("0.01")
    assert (lifted["tier"], lifted["earned"]) == ("Silver", 0)
    assert ask.seen()["next_tier"] == {"name": "Gold", "missing": "100.00"}
    assert ask.buy("10.00")["earned"] == 15


def test_a_tier_is_never_lost_by_spending_points(shop: Open) -> None:
    ask = shop('[tiers]\nbasis = "points"\n' + BASE + CENT + '[[tier]]\nname = "Silver"\nfrom = 100\n')
    assert ask.buy("100.00")["tier"] == "Silver"
    assert ask.buy("1.00", redeem_points=100)["tier"] == "Silver"
    assert ask("review", "2026-03-02")["changed"] == []
    ask.give(5000)
    assert ask.seen()["next_tier"] is None


def test_a_tier_set_by_hand_is_a_floor(shop: Open) -> None:
    ask = shop(BASE + TIERS)
    assert ask("tier", "2026-03-01", card=CARD, floor="Silver")["tier"] == "Silver"
    assert ask.buy("10.00")["earned"] == 15
    assert ask("review", "2026-03-02")["changed"] == []
    assert ask.buy("190.00")["tier"] == "Gold"
    assert ask("tier", "2026-03-03", card=CARD, floor=None)["tier"] == "Gold"
    assert ask("tier", card=CARD, floor="Platinum")["refused"] == "BadRequest"
    assert ask("tier", card=CARD)["refused"] == "BadRequest"


def test_what_was_earned_under_a_floor_is_there_when_the_floor_goes(shop: Open) -> None:
    ask = shop(BASE + TIERS)
    ask("tier", "2026-03-01", card=CARD, floor="Gold")
    assert ask.buy("120.00")["tier"] == "Gold"
    ask("review", "2026-03-02")
    assert ask("tier", "2026-03-03", card=CARD, floor=None)["tier"] == "Silver"


@pytest.mark.parametrize(
    ("window", "kept", "lost"),
    [
        ("12 months", "2027-03-02", "2027-03-03"),
        ("calendar_year", "2027-12-31", "2028-01-01"),
        ("lifetime", "2099-01-01", None),
    ],
)
def test_a_review_takes_a_tier_when_its_window_is_over(shop: Open, window: str, kept: str, lost: str | None) -> None:
    ask = shop(f'[tiers]\nwindow = "{window}"\n' + BASE + TIERS)
    ask.buy("150.00", "2026-03-02")
    assert ask("review", kept)["changed"] == []
    assert ask.tier(kept) == "Silver"
    if lost:
        changed = ask("review", lost)["changed"]
        assert [(each["from"], each["to"]) for each in changed] == [("Silver", "Bronze")]
        assert ask("review", lost)["changed"] == []
        assert ask.tier(lost) == "Bronze"


def test_a_new_window_begins_from_nothing(shop: Open) -> None:
    ask = shop('[tiers]\nwindow = "calendar_year"\n' + BASE + TIERS)
    ask.buy("90.00", "2026-12-31")
    assert ask.buy("90.00", "2027-01-01")["tier"] == "Bronze"
    assert ask.buy("10.00", "2027-12-31")["tier"] == "Silver"


# --- cards


def test_a_card_that_only_collects(shop: Open) -> None:
    ask = shop(BASE + CENT + FIVE)
    ask.give(500)
    assert ask("card", card=CARD, action="role", role="earn_only")["card_state"] == "active"
    assert ask.buy("10.00")["earned"] == 10
    assert ask.buy("10.00", redeem_points=1)["refused"] == "EarnOnlyCard"
    assert ask("redeem", card=CARD, reward="five")["refused"] == "EarnOnlyCard"


def test_a_blocked_card_and_what_replaced_it(shop: Open) -> None:
    ask = shop(BASE)
    ask.buy("10.00")
    assert ask("card", card=CARD, action="block")["card_state"] == "blocked"
    assert ask.buy("10.00")["refused"] == "CardBlocked"
    assert ask.seen()["card_state"] == "blocked"
    assert ask("card", card=CARD, action="unblock")["card_state"] == "active"
    assert ask("card", card=CARD, action="replace", by=OTHER)["card_state"] == "replaced"
    refused = ask.buy("10.00")
    assert (refused["refused"], refused["replaced_by"]) == ("CardBlocked", OTHER)
    assert ask.buy("10.00", card=OTHER)["balance"] == 20
    assert ask("register", name="Jānis", card=CARD)["refused"] == "DuplicateCard"


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        ("9810000000014", "BadCardNumber"), ("1" * 400, "BadCardNumber"), ("12\x0034", "BadCardNumber"),
        ("9810000000037", "UnknownCard"), ("ß1234", "BadCardNumber"),
    ],
)  # fmt: skip
def test_a_number_that_is_no_card(shop: Open, card: str, kind: str) -> None:
    ask = shop(BASE)
    assert (ask("scan", card=card)["refused"], ask.buy("1.00", card=card)["refused"]) == (kind, kind)
    assert kind == "UnknownCard" or ask("register", name="Jānis", card=card)["refused"] == kind


# --- requests


@pytest.mark.parametrize(
    "amount", ["-5", "1e400", "10.001", "1,234.56", "", " ", "١٢", 5, 5.0, True, "1" * 400, [], {}, "NaN"]
)
def test_an_amount_that_is_none_is_refused_and_changes_nothing(shop: Open, amount: object) -> None:
    ask = shop(BASE)
    for refused in (
        ask("purchase", card=CARD, amount=amount), ask("quote", card=CARD, amount=amount),
        ask("purchase", card=CARD, lines=[{"price": amount}]),
        ask("purchase", card=CARD, amount="5.00", discount=amount),
    ):  # fmt: skip
        assert (refused["ok"], refused["refused"]) == (False, "BadRequest")
    assert ask.desk.till.newest() == []


def test_either_an_amount_or_lines(shop: Open) -> None:
    ask = shop(BASE)
    for asked in ({}, {"amount": "1.00", "lines": [{"price": "1.00"}]}, {"lines": []}, {"amount": None}):
        assert ask("purchase", card=CARD, **asked)["refused"] == "BadRequest"


def test_a_quote_says_what_the_purchase_would_and_records_nothing(shop: Open) -> None:
    ask = shop(BASE + CENT + TIERS)
    ask.give(1000)
    asked = {"card": CARD, "amount": "120.00", "redeem_points": 500, "at": "2026-03-02T10:00:00", "receipt": "R-9"}
    quoted, before = ask("quote", **asked), ask("statement", card=CARD)
    assert ask("statement", card=CARD) == before
    assert ask.tier() == "Bronze"
    bought = ask("purchase", **asked)
    assert quoted["purchase"] is None
    assert {**quoted, "purchase": bought["purchase"]} == bought


def test_the_same_key_again_gives_the_first_answer_and_changes_nothing(shop: Open) -> None:
    ask = shop(BASE)
    first = ask.buy("150.00", key="k-1")
    assert ask.buy("999.00", "2026-05-05", key="k-1") == first
    assert ask("adjust", card=CARD, points=5, reason="x", key="k-1") == first
    assert ask.balance() == 150
    refused = ask("return", purchase=first["purchase"], amount="999.00", key="k-2")
    assert refused["refused"] == "ReturnTooLarge"
    assert ask("return", purchase=first["purchase"], amount="100.00", key="k-2")["ok"]


def test_a_purchase_dated_before_the_customer_joined_is_refused(shop: Open) -> None:
    ask = shop(BASE)
    assert ask.buy("10.00", "2026-01-01")["refused"] == "BeforeRegistration"
    assert ask.buy("10.00", "2026-01-02T00:00:00")["ok"]


@pytest.mark.parametrize(
    "at", ["yesterday", "2026-13-01T00:00:00", "0000-01-01", "99999-01-01", "2026-03-02T25:00:00", 5, []]
)
def test_a_time_that_is_none_is_refused(shop: Open, at: object) -> None:
    ask = shop(BASE)
    line = json.dumps({"do": "purchase", "card": CARD, "amount": "1.00", "at": at}).encode()
    assert json.loads(Link(ask.desk).answer(line))["refused"] == "BadRequest"


@pytest.mark.parametrize("day", ["9999-12-31", "9999-01-01", "2199-12-31", "2100-02-28", "1900-02-28", "0001-01-03"])
def test_whatever_day_it_is_said_to_be_there_is_an_answer(shop: Open, day: str) -> None:
    ask = shop(
        '[points]\npending_days = 9\nexpire = "month_end"\nexpire_after = "12 months"\n[tiers]\nwindow = "12 months"\n'
        + BASE + TIERS + FIVE
    )  # fmt: skip
    ask.give(500)
    taken = ask.seen(day)["ok"]
    for answer in (ask.buy("10.00", day), ask("redeem", day, card=CARD, reward="five"), ask("day", day)):
        assert answer["ok"] or answer["refused"] in ("BeforeRegistration", "NotEnoughPoints", "BadRequest")
        assert taken or answer["refused"] == "BadRequest"


def test_the_daily_round_ends_points_and_reviews_tiers_once(shop: Open) -> None:
    ask = shop('[points]\nexpire = "year_end"\n[tiers]\nwindow = "12 months"\n' + BASE + TIERS)
    ask.buy("150.00")
    first, second = ask("day", "2027-06-01"), ask("day", "2027-06-01")
    assert [each["points"] for each in first["expired"]] == [225]
    assert [(each["from"], each["to"]) for each in first["changed"]] == [("Silver", "Bronze")]
    assert (second["expired"], second["changed"]) == ([], [])


@pytest.mark.parametrize("points", [0, 10**9 + 1, "5", 1.5, True, None])
def test_a_change_by_hand_that_makes_no_sense_is_refused(shop: Open, points: object) -> None:
    ask = shop(BASE)
    assert ask("adjust", card=CARD, points=points, reason="x")["refused"] == "BadRequest"
    assert ask("adjust", card=CARD, points=-1, reason="x")["refused"] == "NotEnoughPoints"
    assert ask("adjust", card=CARD, points=5)["refused"] == "BadRequest"
    assert ask.balance() == 0


@pytest.mark.parametrize("name", ["", " ", "\u200b", "\x00", None, 5])
def test_a_name_is_needed(shop: Open, name: object) -> None:
    assert shop(BASE)("register", name=name)["refused"] == "BadRequest"
