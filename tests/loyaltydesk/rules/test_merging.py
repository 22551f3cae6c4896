"""What a merger and a household come to, before either is made."""

from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from loyaltydesk.model.customers import Account, Customer, Household, Profile
from loyaltydesk.model.facts import CustomersMerged, HouseholdFormed, RecordSaved
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.rules import merging
from loyaltydesk.rules.programme_file import read_programme
from tests.shop import PROGRAMME

RULES = read_programme(PROGRAMME)
EARLY, LATE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)


def person(name: str, **told: Any) -> Customer:
    profile = Profile(name=name, **{key: told.pop(key) for key in list(told) if key in Profile.__struct_fields__})
    return replace(Customer(name, profile, EARLY, Account()), **told)


def refused(**asked: Any) -> tuple[str, str]:
    with pytest.raises(BadRequest) as refusal:
        merging.merge(**asked, programme=RULES, new_id=lambda: "x")
    return refusal.value.field, refusal.value.reason


def test_what_only_the_other_record_knew_is_kept() -> None:
    keep = person("anna", phone="+1", floor="Silver")
    drop = person("A.", phone="+2", email="a@b.lv", note="Tea", floor="Gold", blocked=True)
    merged, saved = merging.merge(keep=keep, drop=drop, programme=RULES, new_id=lambda: "x")
    assert merged == CustomersMerged(id="x", keep="anna", drop="A.")
    assert isinstance(saved, RecordSaved)
    assert (saved.record, saved.personal, saved.fields) == (
        "anna",
        {"email": "a@b.lv", "note": "Tea"},
        {"floor": "Gold"},
    )


def test_a_name_day_is_taken_with_its_name_or_not_at_all() -> None:
    drop = person("A.", name_day="Ieva", name_day_on="12-24")
    (_, saved) = merging.merge(keep=person("anna"), drop=drop, programme=RULES, new_id=lambda: "x")
    assert isinstance(saved, RecordSaved)
    assert saved.personal == {"name_day": "Ieva", "name_day_on": "12-24"}
    assert len(merging.merge(keep=person("anna", name_day="Anna"), drop=drop, programme=RULES, new_id=str)) == 1


def test_one_record_is_not_two() -> None:
    assert refused(keep=person("anna"), drop=person("anna")) == ("drop", "same_customer")
    keep, drop = person("anna", household="h"), person("jan", household="i")
    assert refused(keep=keep, drop=drop) == ("drop", "two_households")


def test_what_will_be_is_the_sum_of_both() -> None:
    keep = person("anna", account=Account(100, 0, 2, 500, 60, EARLY), registered=LATE)
    drop = person("A.", email="a@b.lv", account=Account(-30, 30, 1, 250, 20, LATE), floor="Gold", household="h")
    after = merging.joined(keep=keep, drop=drop, programme=RULES)
    assert after.account == Account(70, 0, 3, 750, 80, LATE)
    assert (after.id, after.registered, after.floor, after.household) == ("anna", EARLY, "Gold", "h")
    assert (after.profile.name, after.profile.email) == ("anna", "a@b.lv")


def test_members_of_one_household_have_their_balance_already() -> None:
    keep, drop = (person(name, account=Account(70, 0, 1), household="h") for name in ("anna", "jan"))
    assert merging.joined(keep=keep, drop=drop, programme=RULES).account == Account(70, 0, 2)


def formed(*people: Customer, name: str = "", household: Household | None = None) -> HouseholdFormed:
    return merging.form(people, name, household=household, new_id=lambda: "x")


def test_a_household_keeps_its_first_member_in_front() -> None:
    anna, jan = person("anna"), person("jan")
    assert formed(anna, jan, anna, name=" Kalniņš\n") == HouseholdFormed(
        id="x", members=("anna", "jan"), name="Kalniņš"
    )
    ours = Household("h", "", (person("jan", household="h"), person("olga", household="h")))
    assert formed(anna, *ours.members, household=ours).members == ("jan", "olga", "anna")


@pytest.mark.parametrize(
    ("people", "reason"),
    [
        ([person("anna")], "two_members"),
        ([person("anna"), person("anna")], "two_members"),
        ([person(f"nr {number}") for number in range(merging.MOST + 1)], "too_many_members"),
        ([person("anna", household="h"), person("jan", household="i")], "two_households"),
    ],
)
def test_a_household_needs_two_who_belong_to_no_other(people: list[Customer], reason: str) -> None:
    household = Household("h", "", tuple(each for each in people if each.household == "h"))
    with pytest.raises(BadRequest) as refusal:
        formed(*people, household=household if household.members else None)
    assert refusal.value.reason == reason


def test_a_long_name_is_refused() -> None:
    with pytest.raises(BadRequest):
        formed(person("anna"), person("jan"), name="x" * (merging.LONGEST_NAME + 1))


def test_only_a_member_can_leave() -> None:
    assert merging.leave(person("anna", household="h"), new_id=lambda: "x").customer == "anna"
    with pytest.raises(BadRequest) as refusal:
        merging.leave(person("anna"), new_id=str)
    assert refusal.value.reason == "no_household"
