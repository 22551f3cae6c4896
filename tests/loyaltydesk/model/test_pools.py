"""Points that flow together and apart again, and gifts that count once."""

from datetime import date

import pytest

from loyaltydesk.model.facts import (
    CustomerErased,
    CustomersMerged,
    Fact,
    GiftTakenBack,
    HouseholdFormed,
    HouseholdLeft,
    PointsAdjusted,
    PointsGiven,
    PurchaseRecorded,
    PurchaseReturned,
    Recorded,
    Stamp,
)
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.pools import Pools
from loyaltydesk.model.purchases import GiftCause
from tests.shop import Clock

Lines = list[tuple[str, str, int]]


class Books:
    """Anna, Jan and Olga, and what is written down about them one after the other."""

    def __init__(self) -> None:
        self.pools = Pools(("anna", "jan", "olga"))
        self._count = 0

    def post(self, fact: Fact) -> Lines:
        """The lines a fact leaves: account, kind, points."""
        self._count += 1
        lines = self.pools.post(Recorded(fact, Stamp(Clock()()), "till", self._count, self._count))
        return [(account, posting.kind.value, posting.points) for account, posting in lines]

    def gives(self, customer: str, points: int, last_day: date | None = None) -> Lines:
        fact = PointsAdjusted(id=f"a{self._count}", customer=customer, points=points, reason="x", last_day=last_day)
        return self.post(fact)

    def points(self, account: str) -> int:
        purse = self.pools.purse(account)
        return sum(lot.remaining for lot in purse.lots.values()) - purse.debt


@pytest.fixture
def books() -> Books:
    return Books()


def given(fact: str, customer: str) -> PointsGiven:
    return PointsGiven(id=fact, customer=customer, points=7, cause=GiftCause.OCCASION, rule="birthday", period="2026")


def test_lots_go_over_as_they_are(books: Books) -> None:
    books.gives("anna", 30)
    books.gives("jan", 20, date(2026, 5, 1))
    assert books.post(CustomersMerged(id="m", keep="anna", drop="jan")) == [
        ("jan", "merged", -20),
        ("anna", "merged", 20),
    ]
    (first, second) = books.pools.purse("anna").in_order(date(2026, 4, 1))
    assert (first.last_day, first.remaining, first.fact) == (date(2026, 5, 1), 20, "a1")
    assert (second.remaining, books.points("jan")) == (30, 0)
    assert books.gives("jan", 5) == [("anna", "adjusted", 5)]


def test_a_debt_is_settled_from_what_ends_first(books: Books) -> None:
    books.gives("jan", -25)
    books.gives("anna", 40)
    books.gives("anna", 15, date(2026, 5, 1))
    assert books.post(CustomersMerged(id="m", keep="jan", drop="anna")) == [
        ("anna", "merged", -55),
        ("jan", "merged", 55),
    ]
    purse = books.pools.purse("jan")
    assert (purse.debt, [lot.remaining for lot in purse.in_order(date(2026, 4, 1))]) == (0, [30])


def test_two_records_are_one_however_often_it_is_said(books: Books) -> None:
    books.gives("jan", 10)
    books.post(CustomersMerged(id="m", keep="anna", drop="jan"))
    assert books.post(CustomersMerged(id="n", keep="jan", drop="anna")) == []
    assert books.post(CustomersMerged(id="o", keep="olga", drop="jan")) == [
        ("anna", "merged", -10),
        ("olga", "merged", 10),
    ]
    assert set(books.pools.account.values()) == {"olga"}
    assert books.pools.household("olga") is None


def test_a_household_has_the_account_of_its_first_member(books: Books) -> None:
    for customer in ("anna", "jan", "olga"):
        books.gives(customer, 10)
    books.post(HouseholdFormed(id="h", members=("jan", "anna")))
    assert (books.points("jan"), books.points("anna"), books.points("olga")) == (20, 0, 10)
    assert [books.pools.household(each) for each in ("anna", "jan", "olga")] == ["h", "h", None]
    books.post(HouseholdFormed(id="i", members=("jan", "anna", "olga")))
    assert (books.points("jan"), books.pools.household("olga")) == (30, "i")


def test_whoever_leaves_begins_with_nothing(books: Books) -> None:
    books.gives("jan", 10)
    books.post(HouseholdFormed(id="h", members=("jan", "anna", "olga")))
    assert books.post(HouseholdLeft(id="l", customer="anna")) == []
    assert books.gives("anna", 3) == [("anna", "adjusted", 3)]
    assert (books.points("jan"), books.pools.household("anna"), books.pools.household("olga")) == (10, None, "h")


def test_the_points_stay_when_the_one_whose_account_it_was_leaves(books: Books) -> None:
    books.gives("jan", 10)
    books.post(HouseholdFormed(id="h", members=("jan", "anna", "olga")))
    assert books.post(HouseholdLeft(id="l", customer="jan")) == [("jan", "merged", -10), ("anna", "merged", 10)]
    assert books.pools.account == {"anna": "anna", "jan": "jan", "olga": "anna"}
    assert books.pools.household("olga") == "h"
    books.post(HouseholdLeft(id="k", customer="anna"))
    assert (books.points("olga"), books.pools.household("olga"), books.pools.household("anna")) == (10, None, None)


def test_points_spent_come_back_to_whoever_spent_them(books: Books) -> None:
    books.gives("jan", 50, date(2026, 5, 1))
    books.post(HouseholdFormed(id="h", members=("jan", "anna")))
    books.post(PurchaseRecorded(id="p", customer="anna", total=100, value=100, due=80, redeemed=20))
    books.post(HouseholdLeft(id="l", customer="anna"))
    back = PurchaseReturned(id="r", purchase="p", customer="anna", value=100, refunded=80, given_back=20)
    assert books.post(back) == [("anna", "given_back", 20)]
    (lot,) = books.pools.purse("anna").lots.values()
    assert (lot.remaining, lot.last_day) == (20, date(2026, 5, 1))


def test_a_household_outlives_a_member_who_is_forgotten(books: Books) -> None:
    books.gives("anna", 10)
    books.post(HouseholdFormed(id="h", members=("anna", "jan")))
    assert books.post(CustomerErased(id="e", customer="anna")) == [("anna", "erased", 0)]
    assert (books.points("anna"), books.pools.household("jan")) == (10, None)
    assert books.post(CustomerErased(id="f", customer="jan")) == [("anna", "erased", -10)]


def test_a_gift_counts_once(books: Books) -> None:
    assert books.post(given("g", "anna")) == [("anna", EntryKind.OCCASION, 7)]
    assert books.post(given("h", "anna")) == [("anna", EntryKind.OCCASION, 0)]
    assert books.post(given("i", "jan")) == [("jan", EntryKind.OCCASION, 7)]
    assert books.post(GiftTakenBack(id="t", customer="anna", gift="h", points=7)) == [("anna", "taken_back", 0)]
    assert books.post(GiftTakenBack(id="u", customer="anna", gift="g", points=7)) == [("anna", "taken_back", -7)]
    assert books.post(GiftTakenBack(id="v", customer="anna", gift="g", points=7)) == [("anna", "taken_back", 0)]
    assert books.post(given("j", "anna")) == [("anna", EntryKind.OCCASION, 7)]


def test_what_one_record_was_given_the_other_was_given_too(books: Books) -> None:
    books.post(given("g", "jan"))
    books.post(CustomersMerged(id="m", keep="anna", drop="jan"))
    assert books.post(given("h", "anna")) == [("anna", EntryKind.OCCASION, 0)]
    books.post(GiftTakenBack(id="t", customer="anna", gift="g", points=7))
    assert books.post(given("i", "jan")) == [("anna", EntryKind.OCCASION, 7)]


def test_every_account_that_flowed_knows_the_fact(books: Books) -> None:
    books.post(HouseholdFormed(id="h", members=("jan", "anna")))
    assert (books.pools.last["jan"], books.pools.last["anna"]) == ((1, "h"), (1, "h"))
    assert "olga" not in books.pools.last
