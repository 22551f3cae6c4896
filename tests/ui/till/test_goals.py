"""The till says quietly how far the team is, tells more when it is asked, and can be told to keep quiet."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QPushButton

from loyaltydesk.desk import Desk
from loyaltydesk.model.staff import Deed, Goal, Goals
from tests.shop import join
from tests.ui.till.cards import ANNA
from ui.till.goals import GoalsDialog

MARCH = date(2026, 3, 1)


@pytest.fixture
def team(till, desk: Desk) -> QPushButton:
    """The button, in a shop whose team is to give out two cards."""
    desk.staff.add("Marta")
    desk.staff.save_goals(Goals(MARCH, {Deed.CARD: Goal(2, 2), Deed.PRAISE: Goal(0, 1)}))
    till._goals.refresh()
    return till.top._team


def test_nothing_is_said_without_a_goal(till):
    assert till.top._team.isHidden()


def test_the_first_goal_that_is_not_reached_is_told(team, till, desk: Desk, session):
    assert (team.isVisible(), team.text()) == (True, "Team: 0 of 2 cards this month")
    for name in ("Zane", "Olga"):
        join(desk, name)
    till._goals.refresh()
    assert team.text() == "Team: 0 of 1 kind words this month"
    desk.staff.save_goals(Goals(MARCH, {Deed.CARD: Goal(2, 2)}))
    till._goals.refresh()
    assert team.text() == "The team reached its goals"


def test_it_follows_what_happens(team, session):
    session.do(lambda desk: join(desk, "Zane"))
    assert team.text() == "Team: 1 of 2 cards this month"


def test_the_owner_can_switch_it_off(team, till, desk: Desk):
    desk.staff.show_goals(False)
    till._goals.refresh()
    assert team.isHidden()


def test_the_window_shows_the_team_and_whoever_is_here(team, till, person, desk: Desk, qtbot):
    join(desk, "Zane")
    desk.at_work("Ilze", "")
    join(desk, "Olga")
    desk.at_work("Marta", "")
    person.tap(team)
    dialog = till.findChild(GoalsDialog)
    said = [each.text() for each in dialog.findChildren(type(till.footer._today)) if each.text()]
    assert said[:6] == ["March 2026", "The team", "Cards given out", "2 of 2", "Praise by name", "0 of 1"]
    assert "Marta" in said
    assert "Ilze" not in said
    dialog.accept()
    qtbot.waitUntil(lambda: person.focus == "Scan a card, or type a name or phone")


def test_it_gives_way_where_the_field_needs_the_room(team, till):
    till.top.fit(700)
    assert team.isHidden()
    till.top.fit(1300)
    assert not team.isHidden()


def test_a_purchase_on_ones_own_card_is_said_before_it_is_recorded(till, person, desk: Desk):
    member = desk.staff.add("Marta")
    desk.staff.save(replace(member, customer=ANNA))
    person.scan(ANNA)
    person.type("12.50")
    assert "own card, it brings nothing" in person.reads()
