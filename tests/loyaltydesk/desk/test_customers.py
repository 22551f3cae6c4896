"""People are welcomed, found, changed, blocked and forgotten; what is refused changes nothing."""

from datetime import date, datetime

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import checked_number
from loyaltydesk.model.customers import PERSONAL_FIELDS, Profile, Sort
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.refusals import (
    BadCardNumber,
    BadRequest,
    CardBlocked,
    DuplicateCard,
    NotEnoughPoints,
    UnknownCard,
    UnknownCustomer,
)
from loyaltydesk.model.shop import ShopSettings
from tests.shop import Clock, buy, dump, join, refuses, store_of

NOBODY = "019ceb97-7e60-714c-b05c-3fb50fa319ac"
ALL = Profile(
    "Anna Kowalska",
    "+37120012345",
    "anna@example.lv",
    "1990-03-15",
    "Anna",
    "07-26",
    "lv",
    "Kowalska SIA",
    "LV400",
    "Tea",
    "yes",
    "Brīvības iela 1-2, Rīga, LV-1010",
)


# --- joining


def test_a_new_customer_has_a_number_of_ours(desk: Desk) -> None:
    anna, card = join(desk)
    assert checked_number(card) == card
    assert card[:2] == "26"
    assert len(card) == 13
    assert desk.customers.get(anna).card == card


def test_everything_told_is_kept(desk: Desk) -> None:
    anna, _card = desk.customers.register(ALL)
    assert desk.customers.get(anna).profile == ALL
    assert all(getattr(ALL, name) for name in PERSONAL_FIELDS)


def test_the_day_of_the_name_is_found_in_the_calendar_of_the_shops_country(desk: Desk) -> None:
    assert desk.customers.get(join(desk, "Jānis Bērziņš")[0]).profile.name_day_on == ""
    desk.shop.save("shop", "shop", fields={"region": "LV"})
    for name, kept in (("Jānis Bērziņš", "06-24"), ("JANIS", "06-24"), ("Пётр Ёлкин", "07-12"), ("Emily", "")):
        assert desk.customers.get(join(desk, name)[0]).profile.name_day_on == kept
    told = desk.customers.get(join(desk, "J. Bērziņš", name_day="Jānis")[0]).profile
    assert (told.name_day, told.name_day_on) == ("Jānis", "06-24")


def test_the_day_of_the_name_follows_what_is_changed_until_the_customer_chooses(desk: Desk) -> None:
    desk.shop.save("shop", "shop", fields={"region": "PL"})
    anna, _card = join(desk, "Katarzyna Nowak")

    def after(**told: str) -> str:
        profile = replace(desk.customers.get(anna).profile, **told)
        return desk.customers.change(anna, profile).profile.name_day_on

    assert after(note="Tea") == "02-13"
    assert after(birth_date="--03-14") == "03-22"
    assert after(name="Ewa Nowak") == "12-24"
    assert after(name_day="Katarzyna") == "03-22"
    assert after(name_day_on="11-25") == after(birth_date="") == after(name="Anna", name_day="") == "11-25"
    assert after(name_day_on="none") == after(name="Ewa") == "none"
    assert after(name_day_on="") == "12-24"


def test_the_date_that_goes_with_a_new_name_is_in_the_journal_with_it(desk: Desk) -> None:
    desk.shop.save("shop", "shop", fields={"region": "PL"})
    anna, _card = join(desk, "Ewa")
    before = store_of(desk).journal.count()
    desk.customers.change(anna, desk.customers.get(anna).profile)
    assert store_of(desk).journal.count() == before
    desk.customers.change(anna, replace(desk.customers.get(anna).profile, name="Barbara"))
    assert store_of(desk).records.fields("customer", anna)["name_day_on"] == "12-04"


def test_a_card_of_their_own_or_a_blank_one_is_taken(desk: Desk) -> None:
    assert join(desk, card=" ab-1234 ")[1] == "AB-1234"
    (blank,) = desk.cards.make(1)
    assert join(desk, "Jānis", card=blank)[1] == blank
    assert desk.cards.blank() == []
    assert desk.cards.owner(blank).profile.name == "Jānis"


def test_a_phone_number_is_kept_in_one_form(desk: Desk) -> None:
    desk.shop.save("shop", "shop", fields={"region": "LV"})
    for said in ("20012345", "+371 20 012 345", "00371 20012345", "(371) 2001-2345"):
        anna, _card = join(desk, phone=said)
        assert desk.customers.get(anna).profile.phone == "+37120012345"


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name": "A" * 121}, "name"),
        ({"note": "A" * 501}, "note"),
        ({"phone": "call me"}, "phone"),
        ({"phone": "+371 1"}, "phone"),
        ({"email": "anna"}, "email"),
        ({"email": "anna@"}, "email"),
        ({"birth_date": "14.03.1990"}, "birth_date"),
        ({"birth_date": "1990-02-30"}, "birth_date"),
        ({"birth_date": "1490-02-03"}, "birth_date"),
        ({"birth_date": "2026-03-15"}, "birth_date"),  # tomorrow
    ],
)
def test_what_cannot_be_true_of_a_person_is_refused(desk: Desk, told: dict[str, str], field: str) -> None:
    with refuses(desk, BadRequest) as refused:
        join(desk, **{"name": "Anna", **told})
    assert refused.value.facts()["field"] == field
    anna, _card = join(desk)
    with refuses(desk, BadRequest):
        desk.customers.change(anna, Profile(**{"name": "Anna", **told}))


@pytest.mark.parametrize("name", ["", " \t\x00 "])
def test_somebody_without_a_name_does_not_join(desk: Desk, name: str) -> None:
    with refuses(desk, BadRequest) as refused:
        join(desk, name)
    assert refused.value.facts() == {"field": "name", "reason": "missing"}


@pytest.mark.parametrize("card", ["7" * 49, "9" * 400, "abc", "26\x0012345", "Кириллица", "9810000000014"])
def test_a_number_that_cannot_be_a_cards_is_refused(desk: Desk, card: str) -> None:
    with refuses(desk, BadCardNumber):
        join(desk, card=card)


def test_a_card_has_one_customer(desk: Desk) -> None:
    _anna, card = join(desk)
    with refuses(desk, DuplicateCard) as refused:
        join(desk, "Jānis", card=card)
    assert refused.value.facts() == {"card": card}


def test_a_number_with_and_without_its_zero_is_one_card(desk: Desk) -> None:
    join(desk, card="0123456789012")
    with refuses(desk, DuplicateCard):
        join(desk, "Jānis", card="123456789012")


# --- seeing


def test_a_scan_says_how_the_customer_stands(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    buy(desk, card, 16000)
    desk.rewards.redeem("coffee", card=card)
    seen = desk.customers.scan(card)
    assert (seen.customer.id, seen.balance, seen.pending, seen.worth, seen.tier) == (anna, 270, 0, 200, "Silver")
    assert seen.next_tier is not None
    assert (seen.next_tier.name, seen.next_tier.missing) == ("Gold", 34000)
    assert seen.next_reward is None
    assert [(ending.points, ending.on) for ending in seen.expiring] == [(270, date(2027, 3, 14))]
    assert [voucher.reward for voucher in seen.vouchers] == ["coffee"]
    assert seen.card is not None
    assert seen.card.number == card
    by_id = desk.customers.see(anna)
    assert replace(by_id, card=seen.card, customer=seen.customer) == seen


def test_what_is_over_on_another_day_is_not_there(desk: Desk, clock: Clock) -> None:
    _anna, card = join(desk)
    buy(desk, card, 16000)
    assert desk.customers.scan(card, date(2027, 3, 14)).balance == 320
    assert desk.customers.scan(card, date(2027, 3, 15)).balance == 0


def test_nobody_is_seen_by_a_card_or_id_that_is_none(desk: Desk) -> None:
    (blank,) = desk.cards.make(1)
    for code, kind in (("AB-99", UnknownCard), (blank, UnknownCard), ("", BadCardNumber), ("A" * 400, BadCardNumber)):
        with pytest.raises(kind):
            desk.customers.scan(code) if code else desk.cards.owner(code)
    for customer in ("", "nobody", NOBODY, "A" * 400, "\x00"):
        with pytest.raises(UnknownCustomer):
            desk.customers.see(customer)
        with pytest.raises(UnknownCustomer):
            desk.customers.statement(customer)


def test_what_was_said_is_not_said_again(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk, birth_date="1990-03-15")
    kinds = [prompt.kind for prompt in desk.customers.scan(card).prompts]
    assert kinds == [PromptKind.BIRTHDAY, PromptKind.FIRST_VISIT]
    desk.customers.said(anna, PromptKind.BIRTHDAY)
    clock.forward(days=1)
    assert [prompt.kind for prompt in desk.customers.scan(card).prompts] == [PromptKind.FIRST_VISIT]
    with refuses(desk, UnknownCustomer):
        desk.customers.said(NOBODY, PromptKind.BIRTHDAY)


def test_a_statement_runs_up_to_the_balance(desk: Desk, clock: Clock) -> None:
    anna, card = join(desk)
    for cents in (1000, 2000, 3000):
        clock.forward(hours=1)
        buy(desk, card, cents)
    desk.rewards.redeem("coffee", card=card)
    statement = desk.customers.statement(anna)
    assert [(entry.points, entry.balance) for entry in statement.entries] == [(-50, 10), (30, 60), (20, 30), (10, 10)]
    assert statement.balance == 10 == sum(lot.remaining for lot in statement.lots)
    assert len(desk.customers.statement(anna, 2).entries) == 2
    assert desk.customers.statement(anna, 0).entries == desk.customers.statement(anna, -5).entries == []
    assert [entry.receipt for entry in statement.entries] == ["", "260314-003", "260314-002", "260314-001"]


# --- changing


def test_only_what_is_different_is_kept(desk: Desk) -> None:
    anna, _card = desk.customers.register(ALL)
    before = store_of(desk).journal.count()
    assert desk.customers.change(anna, ALL).profile == ALL
    assert store_of(desk).journal.count() == before
    changed = desk.customers.change(anna, replace(ALL, email="new@example.lv", note=""))
    assert (changed.profile.email, changed.profile.note) == ("new@example.lv", "")
    assert store_of(desk).journal.count() == before + 1


def test_a_customer_is_one_by_whatever_spelling_of_the_id(desk: Desk) -> None:
    anna, card = join(desk)
    for spelled in (anna.upper(), anna.replace("-", ""), f"{anna[:8]} {anna[9:]}"):
        desk.customers.change(spelled, Profile(name=f"Anna {spelled[:3]}"))
        desk.customers.block(spelled, blocked=True)
        desk.customers.block(spelled, blocked=False)
        desk.customers.said(spelled, PromptKind.REWARD)
        desk.customers.adjust(spelled, 10, reason="By hand")
        desk.upkeep.set_floor(spelled, "Silver")
    assert {row[1] for row in dump(store_of(desk).connection)["records"]} == {anna}
    desk.cards.link("AB-77", anna.upper())
    desk.customers.erase(anna.upper())
    assert "Anna" not in repr(dump(store_of(desk).connection))
    with pytest.raises(UnknownCard):
        desk.customers.scan(card)


def test_a_blocked_customer_stays_out_until_let_in(desk: Desk) -> None:
    anna, card = join(desk)
    assert desk.customers.block(anna, blocked=True).blocked
    with refuses(desk, CardBlocked):
        buy(desk, card, 100)
    before = store_of(desk).journal.count()
    desk.customers.block(anna, blocked=True)
    assert store_of(desk).journal.count() == before
    assert not desk.customers.block(anna, blocked=False).blocked
    buy(desk, card, 100)


def test_the_balance_is_changed_by_hand_for_a_reason(desk: Desk) -> None:
    anna, card = join(desk)
    assert desk.customers.adjust(anna, 50, reason=" For the wait ") == 50
    assert desk.customers.adjust(anna, -20, reason="A slip", approved_by="Ilze") == 30
    assert desk.customers.scan(card).balance == 30


@pytest.mark.parametrize(
    ("points", "reason", "kind"),
    [
        (0, "x", BadRequest),
        (10**9 + 1, "x", BadRequest),
        (-(10**30), "x", BadRequest),
        (5, "", BadRequest),
        (5, "  ", BadRequest),
        (-51, "x", NotEnoughPoints),
    ],
)
def test_a_change_that_cannot_be_is_refused(desk: Desk, points: int, reason: str, kind: type[Exception]) -> None:
    anna, _card = join(desk)
    desk.customers.adjust(anna, 50, reason="To begin with")
    with refuses(desk, kind):  # type: ignore[arg-type]  # kinds of refusals
        desk.customers.adjust(anna, points, reason=reason)


@pytest.mark.parametrize("customer", ["", "nobody", NOBODY])
def test_nobody_is_changed_who_is_not_there(desk: Desk, customer: str) -> None:
    for change in (
        lambda: desk.customers.change(customer, Profile(name="Anna")),
        lambda: desk.customers.block(customer, blocked=True),
        lambda: desk.customers.erase(customer),
        lambda: desk.customers.adjust(customer, 5, reason="x"),
        lambda: desk.upkeep.set_floor(customer, "Silver"),
        lambda: desk.cards.link("AB-1", customer),
    ):
        with refuses(desk, UnknownCustomer):
            change()


# --- forgetting


def test_a_forgotten_person_is_gone_and_the_books_stay(desk: Desk) -> None:
    anna, card = desk.customers.register(ALL, card="AB-1234")
    bought = buy(desk, card, 16000)
    voucher = desk.rewards.redeem("coffee", card=card)
    desk.customers.erase(anna)
    for gone in (
        lambda: desk.customers.get(anna),
        lambda: desk.customers.see(anna),
        lambda: desk.customers.erase(anna),
    ):
        with refuses(desk, UnknownCustomer):
            gone()
    with refuses(desk, UnknownCard):
        desk.customers.scan(card)
    assert desk.customers.find("kowalska") == desk.customers.page(Sort.NAME, None, 10) == []
    assert desk.customers.count() == 0
    assert desk.rewards.holder(desk.rewards.voucher(voucher.code)) is None
    assert desk.rewards.voucher(voucher.code).state == "cancelled"
    assert desk.till.purchase(bought.purchase).due == 16000
    assert desk.till.today() == (1, 16000)
    told = repr(dump(store_of(desk).connection))
    assert not any(getattr(ALL, name) in told for name in ("name", "phone", "email", "birth_date", "company"))


def test_who_brought_somebody_is_kept_as_nothing_that_names_them(desk: Desk) -> None:
    anna, card = desk.customers.register(ALL, card="AB-1234")
    for named in (anna, anna.upper(), card):
        desk.customers.register(Profile(name="Jānis"), referred_by=named)
    kept = store_of(desk).connection.execute("SELECT DISTINCT referred_by FROM customers ORDER BY 1").fetchall()
    assert kept == [("",), (anna,)]
    desk.customers.erase(anna)
    assert card not in repr(dump(store_of(desk).connection))
    with refuses(desk, UnknownCard):
        desk.customers.register(Profile(name="Eva"), referred_by=card)


def test_the_number_of_a_forgotten_person_is_free_again(desk: Desk) -> None:
    anna, card = join(desk, card="AB-1234")
    desk.customers.erase(anna)
    jan, again = join(desk, "Jānis", card="AB-1234")
    assert again == card
    assert desk.customers.scan(card).customer.id == jan
    desk.shop.rebuild()
    assert desk.customers.scan(card).customer.id == jan


def test_a_person_joins_at_the_time_that_was_said(desk: Desk, clock: Clock) -> None:
    at = datetime(2026, 1, 2, 9, 0, tzinfo=clock.at.tzinfo)
    anna, _card = desk.customers.register(ALL, stamp=desk.stamp(at))
    assert desk.customers.get(anna).registered == at


def test_a_phone_number_or_an_e_mail_address_tells_who_was_here_before(desk: Desk) -> None:
    desk.shop.save_settings(ShopSettings(region="LV"))
    anna, _card = join(desk, "Anna", phone="+37120012345", email="anna@example.com")
    for told in (Profile("Zoja", phone="20 012 345"), Profile("Zoja", email="Anna@Example.com")):
        found = desk.customers.twin(told)
        assert found is not None
        assert found.id == anna
    for told in (Profile("Anna"), Profile("Anna", phone="20012346"), Profile("Anna", email="anna@example.co")):
        assert desk.customers.twin(told) is None
    with pytest.raises(BadRequest):
        desk.customers.twin(Profile(phone="abc"))
