"""Greetings at the desk: who is listed, how it stands after a mark, and what two tills make of it."""

from datetime import date
from random import Random

import pytest
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import GreetingRules, Holiday, Occasion, Outcome, OwnDay, State, Why
from loyaltydesk.model.refusals import BadRequest, UnknownCustomer
from tests.loyaltydesk.store.test_convergence import two_tills
from tests.shop import Clock, join

FIRST, LAST = date(2026, 3, 14), date(2026, 3, 20)


@pytest.fixture
def anna(desk: Desk) -> str:
    customer, _ = join(desk, consent="Agreed", birth_date="1984-03-16", name_day_on="03-16")
    return customer


def states(desk: Desk) -> dict[str, tuple[State, Why | None, str]]:
    return {each.key: (each.state, each.why, each.note) for each in desk.greetings.due(FIRST, LAST)}


def test_a_week_lists_birthdays_and_name_days(desk: Desk, anna: str) -> None:
    found = desk.greetings.due(FIRST, LAST)
    assert [(each.customer.id, each.occasion, each.years, each.language) for each in found] == [
        (anna, Occasion.BIRTHDAY, 42, "en"),
        (anna, Occasion.NAME_DAY, None, "en"),
    ]
    desk.greetings.save_rules(GreetingRules(joins=True))
    (one,) = desk.greetings.due(FIRST, LAST)
    assert one.also is Occasion.NAME_DAY
    desk.greetings.save_rules(GreetingRules(occasions=(Occasion.NAME_DAY,)))
    assert [each.occasion for each in desk.greetings.due(FIRST, LAST)] == [Occasion.NAME_DAY]


def test_a_mark_is_kept_and_taken_back(desk: Desk, anna: str) -> None:
    birthday, name_day = (each.id for each in desk.greetings.due(FIRST, LAST))
    desk.greetings.keep_state([birthday], State.PRINTED)
    desk.greetings.keep_state([name_day], State.SKIPPED, note="is in\nmourning")
    assert states(desk) == {
        "birthday": (State.PRINTED, None, ""),
        "name_day": (State.SKIPPED, Why.BY_HAND, "is in mourning"),
    }
    assert desk.greetings.due(FIRST, LAST)[0].at == "2026-03-14T10:05:00+01:00"
    desk.greetings.keep_state([birthday, name_day], State.TO_DO)
    assert {state for state, _why, _note in states(desk).values()} == {State.TO_DO}
    desk.greetings.keep_state([name_day], State.SKIPPED)
    assert states(desk)["name_day"] == (State.SKIPPED, Why.BY_HAND, "")


def test_who_wants_no_wishes_is_left_out_until_they_do(desk: Desk, anna: str) -> None:
    assert desk.greetings.wants(anna)
    desk.greetings.want(anna, wishes=False)
    assert not desk.greetings.wants(anna)
    assert states(desk)["birthday"] == (State.SKIPPED, Why.NOT_WANTED, "")
    desk.greetings.want(anna, wishes=True)
    assert states(desk)["birthday"] == (State.TO_DO, None, "")
    with pytest.raises(UnknownCustomer):
        desk.greetings.want("nobody", wishes=False)


def test_what_was_printed_for_a_record_counts_for_the_one_it_went_into(desk: Desk, anna: str) -> None:
    twin, _ = join(desk, "Ann Kowalska", birth_date="1984-03-17", consent="Agreed")
    desk.greetings.keep_state([f"birthday/2026/{twin}"], State.PRINTED)
    desk.accounts.merge(keep=anna, drop=twin)
    assert states(desk)["birthday"][0] is State.PRINTED


def test_what_another_record_of_a_person_says_of_other_things_leaves_their_wish_alone(desk: Desk, anna: str) -> None:
    twin, _ = join(desk, "Ann Kowalska", phone="+37120012345", birth_date="1984-03-17", consent="Agreed")
    desk.greetings.want(anna, wishes=False)
    (call,) = (each for each in desk.greetings.calls(date(2026, 3, 17)) if each.customer.id == twin)
    desk.greetings.called(call.id, Outcome.WRONG_NUMBER)
    desk.accounts.merge(keep=anna, drop=twin)
    assert not desk.greetings.wants(anna)
    assert states(desk)["birthday"][1] is Why.NOT_WANTED


def test_a_forgotten_person_is_greeted_no_more(desk: Desk, anna: str) -> None:
    desk.greetings.keep_state([f"birthday/2026/{anna}"], State.SKIPPED, note="Secret")
    desk.customers.erase(anna)
    assert desk.greetings.due(FIRST, LAST) == []


def test_holidays_are_groups_that_can_be_opened(desk: Desk, anna: str) -> None:
    join(desk, "Bob")
    own = OwnDay("own-1", "Our birthday", "03-20")
    desk.greetings.save_rules(GreetingRules(holidays=("easter", "own-1"), own=(own,)))
    (group,) = desk.greetings.holidays(FIRST, LAST)
    assert (group.holiday.name, group.waiting, group.done, group.skipped) == ("Our birthday", 1, 0, 1)
    found = desk.greetings.for_holiday(group.holiday)
    assert [(each.customer.profile.name, each.state) for each in found] == [
        ("Anna Kowalska", State.TO_DO),
        ("Bob", State.SKIPPED),
    ]
    desk.greetings.keep_state([found[0].id], State.SENT)
    (group,) = desk.greetings.holidays(FIRST, LAST)
    assert (group.waiting, group.done) == (0, 1)
    assert [each.holiday.key for each in desk.greetings.holidays(date(2026, 12, 1), date(2027, 12, 1))] == [
        "own-1",
        "easter",
    ]


def test_holidays_are_offered_by_the_shops_country(desk: Desk) -> None:
    desk.shop.save("shop", "shop", fields={"region": "LV"})
    offered = desk.greetings.offered_holidays(2026)
    assert Holiday("midsummer", date(2026, 6, 23)) in offered
    assert [each.day for each in offered] == sorted(each.day for each in offered)


@pytest.mark.parametrize(("key", "day"), [("birthday", "03-16"), ("name_day", "03-16"), ("easter", "04-05")])
def test_one_customers_greeting_is_found_by_name(desk: Desk, anna: str, key: str, day: str) -> None:
    found = desk.greetings.of_customer(anna, key, year=2026)
    assert (found.key, f"{found.day:%m-%d}", found.customer.id) == (key, day, anna)


@pytest.mark.parametrize(("key", "reason"), [("anniversary", "no_such_greeting"), ("wedding", "no_occasion")])
def test_a_greeting_that_there_is_not_is_refused(desk: Desk, anna: str, key: str, reason: str) -> None:
    with pytest.raises(BadRequest) as refused:
        desk.greetings.of_customer(anna, key, year=2026)
    assert refused.value.reason == reason


@pytest.mark.parametrize("number", range(3))
def test_two_tills_come_to_the_same(clock: Clock, number: int) -> None:
    random = Random(number)
    with two_tills(clock, random) as fleet:
        one = fleet.tills[0]
        customer, _ = join(one, consent="Agreed", birth_date="1984-03-16", name_day_on="03-16")
        fleet.meet()
        for _time in range(6):
            desk, key = random.choice(fleet.tills), random.choice(("birthday", "name_day"))
            state = random.choice(list(State))
            desk.greetings.keep_state([f"{key}/2026/{customer}"], state, note=f"note {random.random()}")
            if random.random() < 0.3:
                desk.greetings.want(customer, wishes=random.random() < 0.5)
        fleet.meet()
        first, *others = (states(desk) for desk in fleet.tills)
        assert all(other == first for other in others)
        assert len(first) == 2


def test_a_reason_that_the_desk_finds_by_itself_holds_only_while_it_is_true(desk: Desk) -> None:
    bob, _ = join(desk, "Bob", birth_date="1984-03-16")
    (greeting,) = desk.greetings.due(FIRST, LAST)
    desk.greetings.keep_state([greeting.id], greeting.state, greeting.why)
    desk.customers.change(bob, replace(greeting.customer.profile, consent="Agreed"))
    assert states(desk)["birthday"] == (State.TO_DO, None, "")
