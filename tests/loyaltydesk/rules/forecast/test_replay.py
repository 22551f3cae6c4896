"""A replay gives to the point and to the cent what a person works out by hand."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.rules.control_group import is_without_offers
from loyaltydesk.rules.forecast import Background, Replay
from loyaltydesk.rules.forecast.years import columns
from tests.loyaltydesk.rules.forecast.past import YEAR, before, bought, person, replayed
from tests.loyaltydesk.rules.shopping import base, programme

COFFEE = '[[reward]]\nid = "coffee"\nname = "Coffee"\ncost = 50\ngives = { product = "COFFEE" }\n'
MONEY = '[redeem]\npoints = 10\nworth = "1.00"\nminimum = 20\n'
TIERS = '[[tier]]\nname = "Silver"\nfrom = "100.00"\nmultiply = "2"\n[[tier]]\nname = "Gold"\nfrom = "300.00"\n'


def test_a_small_history_worked_out_by_hand() -> None:
    """30 + 30 points; the coffee of 50 is taken with the third purchase, which brings 20: 30 are left."""
    anna = person(bought("2025-04-01", 3000), bought("2025-05-01", 3050), bought("2025-06-01", 2000))
    known = Background(YEAR, 100_00, prices={"COFFEE": 300}, purchase=1000)
    done = replayed(programme(base() + COFFEE), anna, background=known)
    figures = done.figures
    assert (figures.given, figures.used, figures.outstanding, figures.expired) == (80, 50, 30, 0)
    assert (figures.used_goods, figures.used_money, figures.sales, figures.purchases) == (300, 0, 8050, 3)
    assert figures.cost(cost_of_goods=40_00, use=100_00) == 120
    sales, goods, money, off = columns(done.year)
    assert (sum(sales), sum(money), sum(off)) == (8050, 0, 0)
    assert goods[:4] == (180, 180, 120, 0)  # 30, 30 and 20 points at 6 cents


def test_points_as_money_pay_as_far_as_the_bill_goes() -> None:
    """50 points pay 3 of a bill of 3.50, so that 0.50 earns nothing; 20 are left."""
    anna = person(bought("2025-04-01", 5000), bought("2025-05-01", 350))
    figures = replayed(programme(base() + MONEY), anna).figures
    assert (figures.given, figures.used, figures.used_money, figures.outstanding) == (50, 30, 300, 20)


def test_what_came_back_is_taken_off_its_purchase_rounded_down() -> None:
    """Of 33 points for 33.00 a third came back: 11 go."""
    anna = person(bought("2025-04-01", 3300, back=1100))
    figures = replayed(programme(base()), anna).figures
    assert (figures.given, figures.sales) == (22, 2200)


def test_pending_points_cannot_be_used_and_old_ones_end() -> None:
    rules = '[points]\nexpire = "after"\nexpire_after = "2 months"\npending_days = 5\n'
    anna = person(bought("2025-04-01", 5000), bought("2025-04-03", 100), bought("2025-07-01", 100))
    figures = replayed(programme(rules + base() + COFFEE), anna).figures
    assert (figures.given, figures.used, figures.expired, figures.outstanding) == (52, 0, 52, 0)


def test_nobody_uses_anything_where_nothing_is_used() -> None:
    anna = person(*(bought(f"2025-{month:02}-20", 9000) for month in range(4, 12)))
    assert replayed(programme(base() + COFFEE), anna, use=0).figures.used == 0


def test_the_share_of_points_used_comes_out_as_it_was_supposed() -> None:
    people = [
        person(*(bought(f"2025-{month:02}-{day}", 2000) for month in range(4, 13) for day in (10, 20)), name=f"C{n}")
        for n in range(60)
    ]
    figures = replayed(programme(base() + COFFEE), *people, use=60_00).figures
    assert 0.55 <= figures.used / figures.given <= 0.65


def test_a_promotion_and_a_tier_take_money_off_and_a_stamp_card_gives() -> None:
    """10 percent off 20.00 twice; every third cake is one more, of which nobody knows the price: a purchase."""
    tables = (
        '[[promotion]]\nid = "ten"\npercent = 10\nmembers = true\n'
        '[[stamp_card]]\nid = "cakes"\nevery = 3\nof = { sku = ["CAKE"] }\ngives = { product = "CAKE" }\n'
    )
    anna = person(bought("2025-04-01", 1000, sku="CAKE", qty=2), bought("2025-05-01", 1000, sku="CAKE", qty=2))
    done = replayed(programme(tables), anna)
    assert (done.figures.off, done.figures.given_goods) == (400, 1000)
    assert done.guessed == (("CAKE", 1000),)


def test_guests_have_the_promotions_that_are_for_all() -> None:
    tables = '[[promotion]]\nid = "ten"\npercent = 10\n[[promotion]]\nid = "m"\namount = "5.00"\nmembers = true\n'
    replay = Replay(programme(tables), Background(YEAR, 70_00), seed=1)
    replay.guest(bought("2025-04-01", 2000, back=900, discount=0))
    done = replay.done()
    assert (done.figures.guests_off, done.figures.guests_sales) == (110, 1100)
    assert sum(done.guests_off) == 110


def test_an_occasion_and_a_friend_bring_points_without_a_purchase() -> None:
    tables = (
        '[[occasion]]\nid = "b"\non = "birthday"\npoints = 30\n[referral]\npoints_referrer = 100\npoints_new = 50\n'
    )
    anna = person(born="1990-02-28", brought=(date(2025, 8, 1),))
    eva = person(bought("2025-08-01", 100), name="Eva", was_brought=date(2025, 8, 1))
    assert replayed(programme(tables), anna).figures.outstanding == 130
    assert replayed(programme(tables), eva).figures.outstanding == 50
    halved = programme(tables + "[test_group]\nevery = 2\n")
    people = [replace(anna, customer=replace(anna.customer, id=f"{number}")) for number in range(9)]
    left = {each.customer.id: replayed(halved, each).figures.outstanding for each in people}
    # no offers for those in the test group, and the birthday is one
    assert left == {each.customer.id: 100 if is_without_offers(halved, each.customer) else 130 for each in people}
    assert len(set(left.values())) == 2


def test_the_programmes_own_days_do_not_matter_and_those_of_a_rule_are_moved_into_the_period() -> None:
    tables = base(more="when = { first_day = 2027-05-01, last_day = 2027-05-31 }")
    rules = replace(programme(tables), starts=date(2027, 1, 1))
    anna = person(bought("2025-05-31", 1000), bought("2025-06-01", 1000))
    assert replayed(rules, anna).figures.given == 10


@pytest.mark.parametrize(("spend", "held", "lose", "win"), [
    (200_00, "Gold", 1, 0), (200_00, "Silver", 0, 0), (200_00, None, 0, 1), (50_00, "Silver", 1, 0), (1_00, None, 0, 0),
])  # fmt: skip
def test_who_would_have_another_tier(spend: int, held: str | None, lose: int, win: int) -> None:
    rules = programme('[tiers]\nwindow = "12 months"\n' + TIERS)
    anna = person(bought("2025-06-01", spend), tier=held, before=(before("2025-03-01", 500_00),))
    known = Background(YEAR, 70_00, in_force=rules)
    changes = replayed(rules, anna, background=known).tiers
    assert (changes.lose, changes.win) == (lose, win)
    assert [each.name for each in (*changes.losers, *changes.winners)] == ["Anna"] * (lose + win)


def test_a_tier_of_a_lifetime_knows_what_was_before() -> None:
    anna = person(bought("2025-06-01", 1000), before=(before("2020-03-01", 95_00),))
    figures = replayed(programme(base() + TIERS), anna).figures
    assert figures.given == 20  # Silver with this very purchase


def test_a_purchase_that_the_rules_refuse_brings_nothing_and_is_told() -> None:
    anna = person(bought("2025-06-01", 10**12), bought("2025-06-02", 100))
    done = replayed(programme(base(per="0.01", points=100_000)), anna)
    assert (done.figures.refused, done.figures.given) == (1, 100 * 100_000)
    assert done.basis.refused == 1


def test_the_same_seed_gives_the_same_result_and_another_one_another() -> None:
    people = [person(bought("2025-05-01", 700 * n), bought("2025-07-01", 900), name=f"C{n}") for n in range(1, 150)]
    rules = programme(base() + COFFEE)
    first, second, other = (replayed(rules, *people, use=50_00, seed=seed) for seed in (1, 1, 2))
    assert first == second
    assert first.years != other.years


def test_one_customer_and_nobody_at_all_are_played_too() -> None:
    done = replayed(programme(base()), person(bought("2025-05-01", 700)))
    assert set(done.years) == {done.year}
    empty = replayed(programme(base()))
    assert (empty.year, empty.years, empty.share) == ((), (), 0)
