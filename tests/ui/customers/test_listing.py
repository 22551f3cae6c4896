"""The rows of the list: page by page without gaps, sorted, found, and never read all at once."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile, Sort
from tests.shop import PROGRAMME, Clock, buy, join, store_of
from ui.customers.listing import CustomerListing
from ui.seams.listing import MOST_FOUND, Order
from ui.seams.paged_rows import PAGE
from ui.seams.session import Session


@pytest.fixture(scope="module")
def crowd():
    """1,100 customers with names in many alphabets, some of them the same, and points, visits and sums."""
    clock = Clock()
    desk = Desk.in_memory(PROGRAMME, clock)
    names = ("Anna", "Žanete", "Łukasz", "Пётр", "Jānis", "Zoë")
    with store_of(desk).writing():
        for number in range(1100):
            clock.forward(minutes=1)
            _customer, card = join(desk, f"{names[number % 6]} {number // 12:03d}")
            if number % 3 == 0:
                buy(desk, card, 100 * (number % 40 + 1))
    return desk


@pytest.fixture
def listing(crowd):
    made = CustomerListing(Session(crowd))
    made.look_for("")
    return made


@pytest.fixture
def asked(monkeypatch, crowd):
    """How many customers were read from the file each time a page was asked for."""
    counts = []
    page = crowd.customers.page

    def counted(sort, after, limit, **order):
        rows = page(sort, after, limit, **order)
        counts.append(len(rows))
        return rows

    monkeypatch.setattr(crowd.customers, "page", counted)
    return counts


def everybody(listing):
    while listing.rows.canFetchMore():
        listing.rows.fetchMore()
    return listing.rows.rows


def test_at_first_one_page_is_read_and_no_more(crowd, asked):
    listing = CustomerListing(Session(crowd))
    listing.look_for("")
    assert asked == [PAGE]


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("sort", Sort)
def test_everybody_comes_once_and_in_order(listing, sort, down):
    listing.sort_by(Order(sort, down))
    rows = everybody(listing)
    keys = {
        Sort.POINTS: lambda c: c.account.balance,
        Sort.SPEND: lambda c: c.account.spend,
        Sort.VISIT: lambda c: c.account.last_visit.isoformat() if c.account.last_visit else "",
        Sort.JOINED: lambda c: c.registered,
    }
    assert len({row.id for row in rows}) == len(rows) == 1100
    if sort in keys:
        values = [keys[sort](row) for row in rows]
        assert values == sorted(values, reverse=down)


def test_names_are_sorted_without_their_diacritics(listing):
    first = [row.profile.name.split()[0] for row in everybody(listing)]
    assert list(dict.fromkeys(first)) == ["Anna", "Jānis", "Łukasz", "Žanete", "Zoë", "Пётр"]


def test_customers_are_counted_when_something_changed_and_not_at_each_key(listing, monkeypatch, crowd):
    listing.read_again()
    assert listing.whole == 1100
    monkeypatch.setattr(crowd.customers, "count", lambda: pytest.fail("counted"))
    listing.look_for("anna")
    listing.sort_by(Order(Sort.SPEND))


def test_reading_again_keeps_as_much_as_there_was(listing, asked):
    for _page in range(3):
        listing.rows.fetchMore()
    asked.clear()
    listing.read_again()
    assert asked == [4 * PAGE]
    assert listing.rows.canFetchMore()


def test_what_is_typed_finds_as_at_the_till(listing):
    listing.look_for("  lukasz 00")
    assert {row.profile.name for row in listing.rows.rows} == {f"Łukasz 00{number}" for number in range(10)}
    assert not listing.rows.canFetchMore()
    assert not listing.is_cut


def test_too_many_found_are_cut_and_it_is_known(listing):
    listing.look_for("anna")
    assert (len(listing.rows.rows), listing.is_cut) == (184, False)
    listing.look_for("z")
    assert (len(listing.rows.rows), listing.is_cut) == (MOST_FOUND, True)
    listing.look_for("")
    assert not listing.is_cut


@pytest.mark.parametrize("sort", Sort)
def test_those_who_are_found_stand_in_the_same_order(listing, sort):
    listing.sort_by(Order(sort, down=True))
    everyone = [row.id for row in everybody(listing)]
    listing.look_for("петр")
    found = [row.id for row in listing.rows.rows]
    assert len(found) == 183
    assert [row for row in everyone if row in set(found)] == found


def test_an_empty_search_shows_everybody_again(listing):
    listing.look_for("zzzz")
    assert listing.rows.rows == []
    listing.look_for(" ")
    assert len(listing.rows.rows) == PAGE


def test_a_programme_without_tiers_shows_none(desk, session):
    join(desk)
    desk.shop.load_programme('[programme]\nname = "Rīts"\ncurrency = "EUR"\n')
    listing = CustomerListing(session)
    listing.look_for("")
    tier = listing.rows.columns[3]
    assert tier.chip is not None
    assert tier.chip(listing.rows.rows[0]) is None


def test_the_tier_is_the_one_held_now(desk, session):
    customer, card = join(desk)
    buy(desk, card, 60_000)
    listing = CustomerListing(session)
    listing.look_for("")
    tier = listing.rows.columns[3]
    assert tier.chip is not None
    chip = tier.chip(desk.customers.get(customer))
    assert chip is not None
    assert chip.words == "Gold"


def test_whoever_is_found_without_a_name_stands_last_as_in_the_whole_list(desk):
    told = {"": "+37120000001", "Zoja": "+37120000002", "Anna": "+37120000003"}
    for name, phone in told.items():
        desk.customers.register(Profile(name=name, phone=phone), nameless=True)
    desk.customers.register(Profile(company="Mia Ltd", phone="+37120000004"), nameless=True)
    listing = CustomerListing(Session(desk))
    for text in ("", "+3712000"):
        listing.look_for(text)
        called = [person.profile.name or person.profile.company for person in everybody(listing)]
        assert called == ["Anna", "Mia Ltd", "Zoja", ""]
