"""The demo shop has its staff: goals that are nearly reached, bonuses, and one purchase on an own card."""

from datetime import timedelta

from loyaltydesk.desk import Desk
from loyaltydesk.model.insights import Period
from loyaltydesk.model.staff import Deed, UnusualKind, month_of
from tests.loyaltydesk.demo.conftest import NOW


def test_everybody_who_was_at_the_till_is_on_the_list(desk: Desk) -> None:
    members = desk.staff.members()
    assert len(members) == 3
    assert all(member.payroll for member in members)
    assert [each.name for each in desk.staff.offered()] == []


def test_the_last_months_have_goals_and_bonuses(desk: Desk) -> None:
    last = desk.staff.contest(month_of(NOW.date()).first - timedelta(days=1))
    assert last.bonus > 0
    assert any(score.goal for score in last.team)
    assert desk.staff.goals(NOW.date()).goal(Deed.PRAISE).team == 2


def test_somebody_rang_up_their_own_card(desk: Desk) -> None:
    found = desk.staff.unusual(Period(NOW.date() - timedelta(days=29), NOW.date()))
    assert [each.count for each in found if each.kind is UnusualKind.OWN_CARD] == [1]


def test_the_own_card_is_that_of_somebody_with_the_cashiers_name_and_not_of_annas(desk: Desk) -> None:
    owners = [desk.customers.get(member.customer).profile.name for member in desk.staff.members() if member.customer]
    assert [name.split()[0] for name in owners] == ["Marta"]
