"""Every figure of the insights is what the facts of the journal come to, whatever happened and in whichever order."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from random import Random

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Group, Period, Preset
from loyaltydesk.store.sqlite import connect
from tests.loyaltydesk.desk.naive_insights import Naive
from tests.loyaltydesk.store.test_convergence import two_tills
from tests.loyaltydesk.store.test_linked_tills import LinkedDay
from tests.shop import PROGRAMME, Clock, buy, dump, join, store_of
from tests.sums import TABLES, refill

WITH_TEST_GROUP = PROGRAMME + "[test_group]\nevery = 3\n"
HOURS = (-30, 0, 0, 1, 1, 5, 24, 24, 24, 50, 200, 700)


@pytest.fixture(scope="module", params=range(3))
def lived(request: pytest.FixtureRequest) -> Iterator[tuple[Desk, Naive]]:
    """A till that heard all of another's facts late, after a year or two in which anything happened."""
    clock, random = Clock("2025-01-20T09:00:00"), Random(70 + request.param)
    with two_tills(clock, random) as fleet:
        fleet.tills[0].shop.load_programme(WITH_TEST_GROUP)
        fleet.meet()
        for _meeting in range(3):
            LinkedDay(fleet, fleet.tills[0], random).prepare()
            for _act in range(120):
                clock.forward(hours=random.choice(HOURS))
                LinkedDay(fleet, random.choice(fleet.tills), random).act()
            fleet.meet()
        desk = fleet.tills[1]
        desk.shop.load_programme(WITH_TEST_GROUP)
        for number in range(20):  # enough for both sides of the test group
            buy(desk, join(desk, f"Customer {number}")[1], 500 * number + 100)
        assert desk.shop.faults() == []
        yield desk, Naive(store_of(desk).journal)


def periods(today: date) -> Iterator[Period]:
    yield from (Period.of(preset, today) for preset in Preset)
    yield Period(today, today)
    yield Period(date(today.year, 1, 1), date(today.year, 6, 30))
    yield Period(today - timedelta(days=500), today - timedelta(days=17))


def test_the_tiles(lived: tuple[Desk, Naive]) -> None:
    desk, naive = lived
    for period in periods(desk.now().date()):
        seen = desk.insights.overview(period)
        spans = [(each.first, each.last) for each in (period, period.before, *period.slices())]
        assert [seen.active.now, seen.active.before, *seen.active.series] == [naive.active(*span) for span in spans]
        for figure, members in ((seen.basket, True), (seen.guest_basket, False)):
            sold = [naive.sold(*span, members=members)[:2] for span in spans]
            averages = [due // purchases if purchases else None for purchases, due in sold]
            assert [figure.now, figure.before, *figure.series] == averages
        sixty = timedelta(days=60)
        visits = [naive.returning(first - sixty, last - sixty) for first, last in spans]
        shares = [again * 1000 // all_ if all_ else None for all_, again in visits]
        assert [seen.returning.now, seen.returning.before, *seen.returning.series] == shares


def test_what_people_hold(lived: tuple[Desk, Naive]) -> None:
    """By the statement of each account, line by line."""
    desk, _naive = lived
    rows = store_of(desk).connection.execute("SELECT substr(at, 1, 10), points, kind, last_day FROM entries").fetchall()
    for period in periods(desk.now().date()):
        seen = desk.insights.points(period)
        ends = [each.last.isoformat() for each in (period, period.before, *period.slices())]
        held = [sum(points for day, points, *_rest in rows if day <= end) for end in ends]
        found = seen.liability.points
        assert [found.now, found.before, *found.series] == held
        for month in seen.months:
            kinds = Counter[str]()
            for day, points, kind, _last_day in rows:
                kinds[kind] += points if day[:7] == f"{month.month:%Y-%m}" else 0
            assert month.used == -sum(kinds[kind] for kind in ("spent", "reward", "given_back"))
            assert month.expired == -kinds["expired"]
            assert month.given == sum(kinds[kind] for kind in ("earned", "taken_back", "occasion", "referral"))
            assert month.other == kinds.total() + month.used + month.expired - month.given
    (balances,) = (
        store_of(desk)
        .connection.execute("SELECT sum(balance) FROM customers WHERE account IS NULL OR account = id")
        .fetchone()
    )
    assert sum(points for _day, points, *_rest in rows) == balances


def test_customers_by_month(lived: tuple[Desk, Naive]) -> None:
    desk, naive = lived
    for period in periods(desk.now().date()):
        seen = desk.insights.members(period)
        assert seen.members == sum(not person.gone for person in naive.people.values())
        for each in seen.months:
            after = (each.month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
            assert (each.active, each.joined) == (naive.active(each.month, after), naive.joined(f"{each.month:%Y-%m}"))
        for cohort in desk.insights.cohorts(period).cohorts:
            joined = f"{cohort.month:%Y-%m}"
            months = Period(cohort.month, desk.now().date()).months()[: len(cohort.came)]
            assert cohort.joined == naive.joined(joined)
            assert list(cohort.came) == [naive.cohort(joined, f"{month:%Y-%m}") for month in months]


def test_the_groups_and_who_is_in_them(lived: tuple[Desk, Naive]) -> None:
    desk, naive = lived
    seen, expected = desk.insights.groups(), naive.groups(desk.now().date())
    assert (seen.lines.pace, seen.lines.much) == naive.lines()
    assert {each.group.value: each.customers for each in seen.groups} == {group: expected[group] for group in Group}
    for each in seen.groups:
        there = list(desk.insights.group(each.group))
        assert len(set(there)) == len(there) == each.customers
        assert {desk.insights.group_of(customer) for customer in there} <= {each.group}


def test_the_best_customers(lived: tuple[Desk, Naive]) -> None:
    desk, naive = lived
    for period in periods(desk.now().date()):
        for count in (1, 3, 10, 500):
            seen = desk.insights.best(period, count).customers
            assert [each.spend for each in seen] == naive.best(period.first, period.last, count)
            assert len({each.customer for each in seen}) == len(seen)


def test_the_cost(lived: tuple[Desk, Naive]) -> None:
    desk, naive = lived
    for period in periods(desk.now().date()):
        seen = desk.insights.cost(period)
        spans = [(each.first, each.last) for each in (period, period.before, *period.slices())]
        members, others = ([naive.sold(*span, members=side) for span in spans] for side in (True, False))
        for place, figure in ((1, seen.turnover), (2, seen.off)):
            assert [figure.now, figure.before, *figure.series] == [sums[place] for sums in members]
        paid = [one[3] + other[3] for one, other in zip(members, others, strict=True)]
        assert [seen.paid.now, seen.paid.before, *seen.paid.series] == paid
        assert [seen.apart.now, seen.apart.before, *seen.apart.series] == [naive.apart(*span) for span in spans]


def test_the_test_group_and_the_others(lived: tuple[Desk, Naive]) -> None:
    desk, naive = lived
    stays = {same: desk.customers.get(sorted(same)[0]).id for same, each in naive.people.items() if not each.gone}
    sums = naive.side(stays, 3, desk.now().date())
    seen = desk.forecast.comparison()
    assert seen is not None
    for group, (members, days, purchases, spend) in zip((seen.without, seen.others), sums, strict=True):
        assert group.members == members
        assert group.basket.middle == spend // max(purchases, 1)
        assert group.spend.middle == spend * 365 // (12 * days)


def test_the_hours(lived: tuple[Desk, Naive]) -> None:
    desk, naive = lived
    for period in periods(desk.now().date()):
        seen, (purchases, paid) = desk.insights.hours(period), naive.hours(period.first, period.last)
        for weekday in range(7):
            assert seen.purchases[weekday] == tuple(purchases[weekday, hour] for hour in range(24))
            assert seen.paid[weekday] == tuple(paid[weekday, hour] for hour in range(24))


def test_an_older_file_is_filled_with_the_same_sums(lived: tuple[Desk, Naive]) -> None:
    desk, _naive = lived
    with closing(connect(":memory:")) as copy:
        store_of(desk).connection.backup(copy)
        before = dump(copy)
        refill(copy)
        after = dump(copy)
    for table in TABLES:
        assert after[table] == before[table], table


# --- what a person can count by hand


def test_nothing_is_told_of_a_shop_without_customers(desk: Desk) -> None:
    period = desk.insights.period(Preset.DAYS_30)
    seen = desk.insights.overview(period)
    assert (seen.active.now, seen.returning.now, seen.basket.now, seen.liability.breakage) == (0, None, None, None)
    assert desk.insights.best(period).customers == ()
    assert {each.customers for each in desk.insights.groups().groups} == {0}
    assert desk.insights.cost(period).gain is None


def test_points_that_are_over_tell_how_many_end_unused(desk: Desk, clock: Clock) -> None:
    _anna, card = join(desk)
    buy(desk, card, 30000)
    buy(desk, card, 10000, redeem_points=100)
    clock.forward(days=370)
    before = desk.insights.overview(desk.insights.period(Preset.DAYS_30)).liability
    desk.upkeep.expire()
    after = desk.insights.overview(desk.insights.period(Preset.DAYS_30)).liability
    assert before.breakage == after.breakage  # as soon as the day is over, whenever the round is made
    given = 300 * 2 + 99 * 2  # Silver counts twice
    assert after.breakage == (given - 100) * 1000 // given
    assert after.points.now == 0
    assert before.worth is not None
    assert before.worth.now == given - 100


def test_a_test_group_that_comes_later_is_counted_from_the_start(desk: Desk, clock: Clock) -> None:
    cards = [join(desk, f"Customer {number}")[1] for number in range(20)]
    for card in cards:
        buy(desk, card, 1000)
    period = desk.insights.period(Preset.DAYS_30)
    assert not desk.insights.cost(period).has_test_group
    desk.shop.load_programme(PROGRAMME + "[test_group]\nevery = 2\n")
    gain = desk.insights.cost(period).gain
    assert gain is not None
    assert gain.without + gain.others == 20
    assert gain.more == 0


def test_points_that_end_soon_are_told_with_their_worth(desk: Desk, clock: Clock) -> None:
    _anna, card = join(desk)
    buy(desk, card, 5000)
    clock.forward(days=340)
    seen = desk.insights.overview(desk.insights.period(Preset.DAYS_90)).liability
    assert (seen.ending, seen.ending_worth) == (50, 50)
