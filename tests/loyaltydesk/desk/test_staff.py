"""The staff: who is on the list, what a month brings, whose purchases earn nothing, and what an owner should see."""

from datetime import date

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.agenda import MatterKind
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.insights import Period
from loyaltydesk.model.purchases import Asked, Basket, Line
from loyaltydesk.model.refusals import BadRequest, UnknownCard
from loyaltydesk.model.staff import STAFF, Deed, Goal, Goals, Member, Role, Unusual, UnusualKind
from loyaltydesk.model.voices import VoiceKind, VoicePlan
from tests.shop import PROGRAMME, Clock, buy, join, refuses, store_of

MARCH = date(2026, 3, 1)
STAMPS = """
[[stamp_card]]
id = "cups"
every = 2
gives = { money = "1.00" }
[[next_purchase]]
id = "again"
name = "Come again"
gives = { money = "1.00" }
"""


@pytest.fixture
def ilze(desk: Desk) -> Member:
    """Ilze is a cashier, and a customer with the card A-1111."""
    _own, card = join(desk, "Ilze Ozola", card="A-1111")
    member = desk.staff.add(" Ilze  ", payroll="007")
    desk.at_work("Ilze", "Till 1")
    return desk.staff.save(replace(member, customer=card))


# --- the list


def test_people_are_kept_and_whoever_left_stands_at_the_end(desk: Desk, ilze: Member) -> None:
    marta = desk.staff.add("Marta", role=Role.OWNER)
    desk.staff.save(replace(ilze, is_active=False))
    assert [(each.name, each.role, each.is_active) for each in desk.staff.members()] == [
        ("Marta", Role.OWNER, True),
        ("Ilze", Role.CASHIER, False),
    ]
    assert desk.staff.at_till() == ("Marta",)
    assert desk.staff.member(ilze.id).payroll == "007"
    assert desk.staff.member(marta.id).customer is None


def test_the_names_of_the_past_are_offered_and_taken_in(desk: Desk) -> None:
    _customer, card = join(desk)
    for name, times in (("Zane", 1), ("Marta", 2), ("", 1)):
        desk.at_work(name, "")
        for _ in range(times):
            buy(desk, card, 1000)
    assert [(each.name, each.purchases, each.last) for each in desk.staff.offered()] == [
        ("Marta", 2, date(2026, 3, 14)),
        ("Zane", 1, date(2026, 3, 14)),
    ]
    desk.staff.take_in(["Zane", "Marta"])
    assert desk.staff.offered() == ()


def test_a_new_name_keeps_the_old_one_known(desk: Desk, ilze: Member) -> None:
    _customer, card = join(desk, "Anna")
    renamed = desk.staff.save(replace(ilze, name="Ilze Ozola"))
    assert renamed.also == ("Ilze",)
    assert desk.staff.save(renamed) == renamed
    desk.at_work("ilze", "")
    buy(desk, card, 1000)
    assert desk.staff.offered() == ()
    assert [(row.member.name, row.days) for row in desk.staff.contest(MARCH).rows] == [("Ilze Ozola", 1)]


def test_whoever_is_at_a_till_is_called_by_the_list_and_nobody_once_they_left(desk: Desk) -> None:
    assert desk.staff.known_as("ilze") == "ilze"
    ilze, marta = desk.staff.add("Ilze"), desk.staff.add("Marta")
    desk.staff.save(replace(ilze, name="Ilze Liepa"))
    desk.staff.save(replace(marta, is_active=False))
    assert [desk.staff.known_as(name) for name in ("ilze", "Marta", "Zane", "")] == ["Ilze Liepa", "", "", ""]


@pytest.mark.parametrize("name", ["", " \n", "x" * 41, "ILZE"])
def test_a_name_that_cannot_be_is_refused(desk: Desk, ilze: Member, name: str) -> None:
    with refuses(desk, BadRequest):
        desk.staff.add(name)


def test_nothing_is_kept_of_what_is_refused(desk: Desk, ilze: Member) -> None:
    with refuses(desk, UnknownCard):
        desk.staff.save(replace(ilze, customer="A-9999"))
    with refuses(desk, BadRequest):
        desk.staff.take_in(["Zane", "ilze"])
    with refuses(desk, BadRequest):
        desk.staff.member("nobody")
    with refuses(desk, BadRequest):
        desk.staff.save(replace(ilze, payroll="9" * 41))


def test_what_another_release_wrote_does_no_harm(desk: Desk, ilze: Member) -> None:
    desk.shop.save("staff", "x", fields={"role": "wizard"})
    desk.shop.save("staff", "y", fields={"name": "Zane", "role": "wizard", "active": None, "also": None})
    desk.shop.save("staff_goals", "2026-03", fields={"card_each": "many", "card_team": True, "team": -5})
    desk.shop.save("staff_goals", "soon", fields={"team": 5})
    assert [(each.name, each.role) for each in desk.staff.members()] == [
        ("Ilze", Role.CASHIER),
        ("Zane", Role.CASHIER),
    ]
    assert not desk.staff.goals(MARCH).is_set


# --- the month


def test_deeds_are_counted_for_whoever_did_them(desk: Desk, ilze: Member, clock: Clock) -> None:
    anna, card = join(desk, "Anna", phone="+37120012345")
    buy(desk, card, 20000)
    voucher = desk.rewards.redeem("five", card=card)
    used = buy(desk, card, 2000, vouchers=(voucher.code,))
    desk.at_work("Marta", "")
    desk.customers.change(anna, Profile("Anna", "+37120012345", "anna@example.lv", address="Brīvības iela 1"))
    plan = VoicePlan(about="ilze")
    desk.voices.note(anna, "So kind!", kind=VoiceKind.PRAISE, plan=plan)
    by_name = {row.member.name: row for row in desk.staff.contest(MARCH).rows}
    counts = {name: [row.count(deed) for deed in Deed] for name, row in by_name.items()}
    assert counts == {"Ilze": [1, 1, 1, 0, 1], "Marta": [0, 2, 0, 0, 0]}
    assert (by_name["Ilze"].days, by_name["Marta"].days, by_name["Marta"].member.id) == (1, 0, "")
    desk.till.bring_back(desk.till.purchase(used.purchase), Asked(voids=True))
    assert desk.staff.contest(MARCH).rows[0].count(Deed.VOUCHER) == 0
    assert all(row.count(deed) == 0 for row in desk.staff.contest(date(2026, 4, 1)).rows for deed in Deed)


def test_a_replaced_card_was_not_given_out(desk: Desk, ilze: Member) -> None:
    _anna, card = join(desk, "Anna")
    desk.cards.replace(card, "A-2222")
    assert desk.staff.contest(MARCH).rows[0].count(Deed.CARD) == 1


def test_one_person_with_two_records_counts_once_and_a_cashier_not_for_themselves(desk: Desk, ilze: Member) -> None:
    anna, _card = join(desk, "Anna")
    other, _card = join(desk, "Anna K.")
    assert desk.staff.contest(MARCH).rows[0].count(Deed.CARD) == 2
    desk.accounts.merge(keep=other, drop=anna)
    assert desk.staff.contest(MARCH).rows[0].count(Deed.CARD) == 1
    assert ilze.customer
    desk.customers.change(ilze.customer, Profile("Ilze Ozola", "+37120012345"))
    assert desk.staff.contest(MARCH).rows[0].count(Deed.ADDRESS) == 0


def test_a_name_that_two_tills_wrote_down_apart_is_paid_once(desk: Desk, ilze: Member) -> None:
    for record, name, also in (("other", "Ilze", ""), ("third", "Zane", "Ilze")):
        desk.shop.save(STAFF, record, fields={"name": name, "role": "cashier", "also": also})
    join(desk, "Anna")
    desk.staff.save_goals(Goals(MARCH, {Deed.CARD: Goal(team=1, bonus=100)}, team=101))
    contest = desk.staff.contest(MARCH)
    assert [(row.member.name, row.count(Deed.CARD), row.bonus) for row in contest.rows] == [
        ("Ilze", 1, 201),
        ("Zane", 0, 0),
    ]
    assert contest.team_bonus == 101


def test_goals_hold_until_others_are_set(desk: Desk) -> None:
    goals = Goals(date(2026, 3, 14), {Deed.CARD: Goal(10, 30, 50)}, 2000, 3000)
    desk.staff.save_goals(goals)
    assert desk.staff.goals(date(2026, 2, 28)) == Goals(date(2026, 2, 1), {deed: Goal() for deed in Deed})
    may = desk.staff.goals(date(2026, 5, 31))
    assert (may.month, may.goal(Deed.CARD), may.reaching, may.team) == (date(2026, 5, 1), Goal(10, 30, 50), 2000, 3000)
    desk.staff.save_goals(Goals(date(2026, 4, 1)))
    assert desk.staff.goals(date(2026, 3, 31)).is_set
    assert not desk.staff.goals(date(2026, 5, 1)).is_set


@pytest.mark.parametrize(
    "goals",
    [
        Goals(MARCH, {Deed.CARD: Goal(-1)}),
        Goals(MARCH, {Deed.CARD: Goal(0, 100_001)}),
        Goals(MARCH, {Deed.CARD: Goal(0, 0, 10**9 + 1)}),
        Goals(MARCH, {}, -1),
        Goals(MARCH, {}, 0, -1),
    ],
)
def test_goals_beyond_reason_are_refused(desk: Desk, goals: Goals) -> None:
    with refuses(desk, BadRequest):
        desk.staff.save_goals(goals)


def test_the_till_shows_goals_until_the_owner_says_no(desk: Desk) -> None:
    assert desk.staff.shows_goals
    desk.staff.show_goals(False)
    assert not desk.staff.shows_goals


# --- purchases on one's own card


def test_a_purchase_on_ones_own_card_earns_nothing_and_is_listed(desk: Desk, ilze: Member) -> None:
    desk.shop.load_programme(PROGRAMME + STAMPS)
    _anna, card = join(desk, "Anna")
    quoted = desk.till.quote(Basket((Line(10000),), card="A-1111"))
    done = buy(desk, "A-1111", 10000)
    assert [(step.kind, step.rule, step.points) for step in done.quote.why] == [("own_card", "own-card", 0)]
    assert (done.quote.earned, done.balance, done.quote.stamps, done.issued) == (0, 0, (), ())
    assert quoted.quote == done.quote
    assert [(each.kind, each.staff, each.count, each.customer) for each in unusual(desk)] == [
        (UnusualKind.OWN_CARD, "Ilze", 1, ilze.customer)
    ]
    others = buy(desk, card, 10000)
    assert others.quote.earned > 0
    assert len(others.issued) == 1
    desk.at_work("Marta", "")
    assert buy(desk, "A-1111", 10000).quote.earned > 0


def test_ones_own_card_is_listed_once_under_however_many_names_and_records(desk: Desk, ilze: Member) -> None:
    again, card = join(desk, "Ilze once more")
    buy(desk, "A-1111", 1000)
    desk.staff.save(replace(ilze, name="Ilze Liepa"))
    desk.at_work("Ilze Liepa", "")
    buy(desk, "A-1111", 1000)
    desk.staff.save(replace(desk.staff.member(ilze.id), customer=again))
    buy(desk, card, 1000)
    desk.accounts.merge(keep=again, drop=str(ilze.customer))
    assert unusual(desk) == (Unusual(UnusualKind.OWN_CARD, "Ilze Liepa", 3, date(2026, 3, 14), again),)


def test_points_and_vouchers_can_still_be_used(desk: Desk, ilze: Member) -> None:
    assert ilze.customer
    desk.customers.adjust(ilze.customer, 200, reason="To begin with")
    done = buy(desk, "A-1111", 1000, redeem_points=100)
    assert (done.quote.by_points, done.quote.due, done.quote.earned, done.balance) == (100, 900, 0, 100)


def test_the_household_of_a_cashier_earns_nothing_by_their_hands_either(desk: Desk, ilze: Member) -> None:
    janis, card = join(desk, "Jānis")
    assert ilze.customer
    desk.accounts.form_household([ilze.customer, janis])
    assert buy(desk, card, 1000).quote.earned == 0
    desk.accounts.leave_household(janis)
    assert buy(desk, card, 1000).quote.earned == 10


def test_the_record_a_cashiers_went_into_is_theirs(desk: Desk, ilze: Member) -> None:
    other, card = join(desk, "Ilze O.")
    assert ilze.customer
    desk.accounts.merge(keep=other, drop=ilze.customer)
    assert buy(desk, card, 1000).quote.earned == 0
    desk.customers.erase(other)
    _anna, card = join(desk, "Anna")
    assert buy(desk, card, 1000).quote.earned == 10


def test_points_that_are_added_later_are_not_for_ones_own_hands(desk: Desk, ilze: Member) -> None:
    mine, theirs = buy(desk, "", 1000), buy(desk, "", 1000, receipt="R-2")
    desk.at_work("Marta", "")
    assert desk.till.attach(desk.till.purchase(mine.purchase), card="A-1111").quote.earned == 0
    guest = buy(desk, "", 1000, receipt="R-3")
    desk.at_work("Ilze", "")
    assert desk.till.quote_attached(desk.till.purchase(guest.purchase), card="A-1111").quote.earned == 0
    assert desk.till.attach(desk.till.purchase(guest.purchase), card="A-1111").quote.earned == 0
    _anna, card = join(desk, "Anna")
    assert desk.till.attach(desk.till.purchase(theirs.purchase), card=card).quote.earned == 10
    assert {(each.kind, each.staff) for each in unusual(desk)} == {
        (UnusualKind.OWN_CARD, "Ilze"),
        (UnusualKind.OWN_CARD, "Marta"),
    }


def test_a_purchase_that_was_voided_is_not_listed(desk: Desk, ilze: Member) -> None:
    done = buy(desk, "A-1111", 1000)
    desk.till.bring_back(desk.till.purchase(done.purchase), Asked(voids=True))
    assert unusual(desk) == ()


def test_the_list_is_read_anew_when_another_till_changed_it(filed: Desk, clock: Clock) -> None:
    _own, card = join(filed, "Ilze Ozola")
    filed.at_work("Ilze", "")
    assert buy(filed, card, 1000).quote.earned == 10
    assert filed.path
    other = Desk.open(filed.path, clock, alone=False)
    other.staff.save(replace(other.staff.add("Ilze"), customer=card))
    other.close()
    assert buy(filed, card, 1000).quote.earned == 0


# --- what looks unusual


def unusual(desk: Desk) -> tuple[object, ...]:
    return desk.staff.unusual(Period(MARCH, date(2026, 3, 31)))


def test_many_returns_of_one_cashier_are_listed_against_the_others(desk: Desk, clock: Clock) -> None:
    for name, sold, back in (("Ilze", 6, 5), ("Marta", 10, 1)):
        desk.at_work(name, "")
        receipts = [buy(desk, "", 1000).purchase for _ in range(sold)]
        for receipt in receipts[:back]:
            desk.till.bring_back(desk.till.purchase(receipt), Asked(voids=True))
    (found,) = desk.staff.unusual(Period(MARCH, date(2026, 3, 31)))
    assert (found.kind, found.staff, found.count, found.per_purchases, found.others) == (
        UnusualKind.MANY_BACK,
        "Ilze",
        5,
        833,
        100,
    )


def test_many_changes_by_hand_and_a_card_that_is_too_busy_are_listed(desk: Desk) -> None:
    anna, card = join(desk, "Anna")
    desk.at_work("Ilze", "")
    for number in range(5):
        desk.customers.adjust(anna, 10 + number, reason="Waited")
    desk.at_work("Marta", "")
    for _ in range(5):
        buy(desk, card, 1000)
    found = [(each.kind, each.staff, each.count, each.customer) for each in desk.staff.unusual(month())]
    assert found == [
        (UnusualKind.MANY_ADJUSTMENTS, "Ilze", 5, None),
        (UnusualKind.BUSY_CARD, "Marta", 5, anna),
    ]


def month() -> Period:
    return Period(MARCH, date(2026, 3, 31))


def test_all_of_it_follows_from_the_journal(desk: Desk, ilze: Member) -> None:
    _anna, card = join(desk, "Anna", phone="+37120012345")
    buy(desk, "A-1111", 1000)
    buy(desk, card, 1000)
    before = desk.staff.contest(MARCH)
    store_of(desk)
    desk.shop.rebuild()
    assert desk.staff.contest(MARCH) == before


def test_the_owner_is_told_of_the_last_week(desk: Desk, ilze: Member, clock: Clock) -> None:
    assert [each for each in desk.agenda.matters() if each.kind is MatterKind.UNUSUAL] == []
    buy(desk, "A-1111", 1000)
    clock.forward(days=6)
    (matter,) = desk.agenda.matters()
    assert (matter.kind, matter.count, matter.page, matter.what, matter.name, matter.day) == (
        MatterKind.UNUSUAL,
        1,
        "settings",
        "staff",
        "Ilze",
        date(2026, 3, 14),
    )
    clock.forward(days=1)
    assert desk.agenda.matters() == ()
