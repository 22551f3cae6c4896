"""Merged records and households through the desk: found, scanned, taken back, forgotten."""

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Profile, Sort
from loyaltydesk.model.facts import PointsGiven, RecordSaved
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.purchases import Asked, GiftCause
from loyaltydesk.model.refusals import BadRequest, UnknownCard, UnknownCustomer
from tests.shop import Clock, buy, join, refuses, store_of


@pytest.fixture
def anna(desk: Desk) -> tuple[str, str]:
    return join(desk, "Anna Kalniņa", phone="+37120012345")


@pytest.fixture
def twin(desk: Desk) -> tuple[str, str]:
    """Anna once more, under another name, with 40 points, a voucher of 50 and an e-mail address."""
    customer, card = join(desk, "A. Kalniņa", email="anna@example.lv", birth_date="1990-03-14")
    buy(desk, card, 9000)
    desk.rewards.redeem("coffee", card=card)
    return customer, card


def balances(desk: Desk, *cards: str) -> list[int]:
    return [desk.customers.scan(card).balance for card in cards]


# --- merging


def test_both_cards_lead_to_one_person_with_everything(
    desk: Desk, anna: tuple[str, str], twin: tuple[str, str]
) -> None:
    buy(desk, anna[1], 2000)
    merged = desk.accounts.merge(keep=anna[0], drop=twin[1])
    assert merged.profile == Profile("Anna Kalniņa", "+37120012345", "anna@example.lv", "1990-03-14")
    assert balances(desk, anna[1], twin[1]) == [60, 60]
    seen = desk.customers.scan(twin[1])
    assert (seen.customer.id, len(seen.vouchers), seen.customer.account.visits) == (anna[0], 1, 2)
    assert seen.customer.account.spend == 11_000
    assert seen.customer.tier == "Silver"  # won by what both bought
    assert {card.number for card in desk.customers.cards(anna[0])} == {anna[1], twin[1]}
    assert len(desk.customers.purchases(anna[0])) == 2


def test_the_other_record_is_found_nowhere_and_its_id_leads_on(
    desk: Desk, anna: tuple[str, str], twin: tuple[str, str]
) -> None:
    desk.accounts.merge(keep=anna[0], drop=twin[0])
    assert desk.customers.count() == 1
    assert [person.id for person in desk.customers.find("kaln")] == [anna[0]]
    assert [person.id for sort in Sort for person in desk.customers.page(sort, None, 9)] == [anna[0]] * len(Sort)
    assert desk.customers.get(twin[0]).id == anna[0]
    assert desk.customers.see(twin[0]).customer.id == anna[0]
    assert desk.outlook.week().birthdays_today == 1


def test_what_merging_comes_to_is_known_before(desk: Desk, anna: tuple[str, str], twin: tuple[str, str]) -> None:
    buy(desk, anna[1], 2000)
    told = desk.accounts.would_merge(keep=anna[0], drop=twin[0])
    assert (told.balances, told.cards, told.vouchers) == ((20, 40, 60), (1, 1, 2), (0, 1, 1))
    after = desk.accounts.merge(keep=anna[0], drop=twin[0])
    assert (told.after.account, told.after.profile, told.after.registered) == (
        after.account, after.profile, after.registered,
    )  # fmt: skip


def test_a_purchase_of_the_other_record_is_taken_back_from_the_one(
    desk: Desk, anna: tuple[str, str], twin: tuple[str, str]
) -> None:
    bought = desk.customers.purchases(twin[0])[0]
    buy(desk, anna[1], 8000)
    desk.accounts.merge(keep=anna[0], drop=twin[0])
    back = desk.till.bring_back(desk.till.purchase(bought.id), Asked(voids=True))
    assert (back.taken_back, back.balance) == (90, 30)
    (voucher,) = desk.customers.vouchers(anna[0])
    desk.rewards.cancel(voucher.code)
    assert balances(desk, anna[1]) == [80]


def test_nobody_is_merged_with_themselves_or_with_nobody(
    desk: Desk, anna: tuple[str, str], twin: tuple[str, str]
) -> None:
    with refuses(desk, BadRequest):
        desk.accounts.merge(keep=anna[0], drop=anna[1])
    with refuses(desk, UnknownCard, UnknownCustomer):
        desk.accounts.merge(keep=anna[0], drop="9810000000013")
    desk.accounts.merge(keep=anna[0], drop=twin[0])
    with refuses(desk, BadRequest):
        desk.accounts.merge(keep=anna[0], drop=twin[0])
    desk.customers.erase(anna[0])
    olga, _card = join(desk, "Olga")
    with refuses(desk, UnknownCustomer, UnknownCard):
        desk.accounts.merge(keep=olga, drop=anna[0])


def test_a_till_that_has_not_heard_of_it_still_speaks_of_the_one(
    desk: Desk, anna: tuple[str, str], twin: tuple[str, str]
) -> None:
    desk.accounts.merge(keep=anna[0], drop=twin[0])
    store = store_of(desk)
    with store.writing():
        news = {"phone": "+37129999999"}
        saved = RecordSaved(id=store.ids(desk.now())(), kind="customer", record=twin[0], personal=news)
        store.record([saved], desk.stamp())
    assert desk.customers.get(anna[0]).profile.phone == "+37129999999"
    assert [person.id for person in desk.customers.find("29999999")] == [anna[0]]
    assert desk.shop.faults() == []


def test_who_was_brought_by_either_was_brought_by_the_one(desk: Desk, anna: tuple[str, str]) -> None:
    friend, _card = desk.customers.register(Profile("Friend"))
    other, _card = desk.customers.register(Profile("F."))
    brought, _card = desk.customers.register(Profile("Brought"), referred_by=other)
    twin, _card = desk.customers.register(Profile("Br."), referred_by=anna[0])
    desk.accounts.merge(keep=friend, drop=other)
    assert store_of(desk).customers.referrer(brought) == friend
    desk.accounts.merge(keep=friend, drop=twin)
    assert store_of(desk).customers.referrer(friend) == anna[0]


def test_a_person_is_forgotten_on_every_record(desk: Desk, anna: tuple[str, str], twin: tuple[str, str]) -> None:
    desk.accounts.merge(keep=anna[0], drop=twin[0])
    desk.customers.erase(twin[0])
    kept = store_of(desk).connection.execute("SELECT personal FROM journal WHERE personal IS NOT NULL").fetchall()
    assert kept == []
    assert (desk.customers.count(), store_of(desk).customers.cards(anna[0])) == (0, [])
    for card in (anna[1], twin[1]):
        with pytest.raises(UnknownCard):
            desk.customers.scan(card)
    assert desk.shop.faults() == []


# --- households


def test_a_household_collects_and_spends_together(desk: Desk, anna: tuple[str, str], twin: tuple[str, str]) -> None:
    jan, card = join(desk, "Jānis")
    buy(desk, card, 9000)
    household = desk.accounts.form_household([jan, anna[1], twin[0]], "Kalniņš")
    assert household.members[0].id == jan
    assert balances(desk, card, anna[1], twin[1]) == [130, 130, 130]
    buy(desk, anna[1], 1000, redeem_points=100)
    assert balances(desk, card, anna[1], twin[1]) == [39, 39, 39]
    seen = desk.customers.scan(anna[1])
    assert seen.household is not None
    assert (seen.household.name, len(seen.household.members)) == ("Kalniņš", 3)
    kinds = [entry.kind for entry in desk.customers.statement(anna[0]).entries]
    assert kinds == [EntryKind.EARNED, EntryKind.SPENT, EntryKind.MERGED, EntryKind.EARNED]


def test_whoever_leaves_begins_anew_and_can_come_back(desk: Desk, anna: tuple[str, str]) -> None:
    jan, card = join(desk, "Jānis")
    buy(desk, anna[1], 3000)
    desk.accounts.form_household([anna[0], jan])
    left = desk.accounts.leave_household(anna[0])
    assert (left.household, balances(desk, anna[1], card)) == (None, [0, 30])
    assert desk.accounts.household(jan) is None  # one alone is no household
    buy(desk, anna[1], 500)
    desk.accounts.form_household([jan, anna[0]], "Again")
    assert balances(desk, anna[1], card) == [35, 35]
    olga, _card = join(desk, "Olga")
    with refuses(desk, BadRequest):
        desk.accounts.leave_household(olga)


def test_points_of_a_household_end_once(desk: Desk, clock: Clock, anna: tuple[str, str]) -> None:
    jan, card = join(desk, "Jānis")
    buy(desk, card, 3000)
    desk.accounts.form_household([anna[0], jan])
    buy(desk, card, 1000)
    clock.forward(days=400)
    ended = desk.upkeep.expire()
    assert [(each.customer, each.points) for each in ended] == [(anna[0], 30), (anna[0], 10)]
    assert (balances(desk, card, anna[1]), desk.upkeep.expire()) == ([0, 0], [])


def test_a_name_outlives_the_member_who_is_forgotten(desk: Desk, anna: tuple[str, str], twin: tuple[str, str]) -> None:
    jan, card = join(desk, "Jānis")
    buy(desk, anna[1], 3000)
    desk.accounts.form_household([anna[0], jan, twin[0]], "Kalniņš")
    desk.customers.erase(anna[0])
    household = desk.accounts.household(jan)
    assert household is not None
    assert (household.name, [member.id for member in household.members]) == ("Kalniņš", sorted([jan, twin[0]]))
    assert balances(desk, card, twin[1]) == [70, 70]
    desk.customers.erase(twin[0])
    assert (desk.accounts.household(jan), balances(desk, card)) == (None, [70])
    desk.customers.erase(jan)
    kept = store_of(desk).connection.execute("SELECT personal FROM journal WHERE personal IS NOT NULL").fetchall()
    assert kept == []


def test_a_gift_shows_in_the_statement_only_where_it_counted(desk: Desk, anna: tuple[str, str]) -> None:
    store = store_of(desk)
    with store.writing():
        new_id = store.ids(desk.now())
        for _twice in range(2):
            gift = PointsGiven(id=new_id(), customer=anna[0], points=5, cause=GiftCause.REFERRAL, purchase=anna[0])
            store.record([gift], desk.stamp())
    (entry,) = desk.customers.statement(anna[0]).entries
    assert (entry.kind, entry.points) == (EntryKind.REFERRAL, 5)
    assert store.gifts.given(GiftCause.REFERRAL, "", period="", customer=anna[0])
    assert not store.gifts.given(GiftCause.REFERRED, "", period="", customer=anna[0])
    assert [gift[1:] for gift in store.gifts.of_purchase(anna[0])] == [(anna[0], 5)]
