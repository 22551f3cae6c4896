"""A month of the staff: what each gets, what the team gets, and that not a cent is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.staff import Deed, Goal, Goals, Member, Role
from loyaltydesk.rules.staff import Done, contest, own_goal

MARCH = date(2026, 3, 1)
ILZE, MARTA, ZANE = (Member(name, name) for name in ("Ilze", "Marta", "Zane"))
OWNER = Member("Olga", "Olga", Role.OWNER)


def goals(each: int = 10, team: int = 20, bonus: int = 50) -> Goals:
    return Goals(MARCH, {Deed.CARD: Goal(each, team, bonus)}, reaching=1000, team=1000)


def cards(days: int, count: int) -> Done:
    return Done(days, {Deed.CARD: count})


@pytest.mark.parametrize(
    ("each", "days", "most", "goal"),
    [(10, 20, 20, 10), (10, 10, 20, 5), (10, 1, 20, 1), (10, 0, 20, 0), (10, 0, 0, 10)],
)
def test_a_goal_is_as_large_as_the_days_somebody_worked(each: int, days: int, most: int, goal: int) -> None:
    assert own_goal(each, days=days, most=most) == goal


def test_half_of_the_days_have_half_of_the_goal_and_of_the_bonus_for_it() -> None:
    found = contest([ILZE, MARTA], {"Ilze": cards(20, 9), "Marta": cards(10, 5)}, goals())
    ilze, marta = found.rows
    assert (ilze.scores[0].goal, ilze.is_reached, ilze.reaching, ilze.bonus) == (10, False, 0, 450)
    assert (marta.scores[0].goal, marta.is_reached, marta.reaching, marta.bonus) == (5, True, 500, 750)
    assert (found.team[0].count, found.is_team_reached, found.bonus) == (14, False, 1200)


def test_the_bonus_of_the_team_is_shared_to_the_last_cent() -> None:
    done = {"Ilze": cards(20, 12), "Marta": cards(1, 0), "Zane": cards(3, 8), "Olga": cards(20, 0)}
    found = contest([ILZE, MARTA, ZANE, OWNER], done, goals())
    assert [row.share for row in found.rows] == [334, 333, 333, 0]
    assert found.team_bonus == 1000


def test_owners_and_names_on_no_list_count_for_the_team_alone() -> None:
    stranger = Member("", "Jānis")
    found = contest([ILZE, OWNER, stranger], {"Olga": cards(9, 15), "Jānis": cards(9, 9), "Ilze": Done(1)}, goals())
    assert found.team[0].count == 24
    assert [row.bonus for row in found.rows] == [1000, 0, 0]
    assert [row.scores[0].goal for row in found.rows] == [10, 0, 0]


def test_nobody_at_the_till_shares_nothing() -> None:
    found = contest([ILZE], {"Ilze": cards(0, 30)}, goals())
    assert (found.team_bonus, found.rows[0].share, found.rows[0].reaching) == (0, 0, 0)
    assert contest([], {}, goals()).rows == ()


@given(
    st.lists(st.tuples(st.integers(0, 31), st.integers(0, 500)), min_size=1, max_size=6),
    st.integers(0, 10**6),
    st.integers(0, 10**4),
)
def test_the_sums_are_whole_and_add_up(months: list[tuple[int, int]], money: int, bonus: int) -> None:
    members = [Member(str(number), str(number)) for number in range(len(months))]
    done = {member.name: cards(*month) for member, month in zip(members, months, strict=True)}
    found = contest(members, done, Goals(MARCH, {Deed.CARD: Goal(5, 1, bonus)}, money, money))
    assert sum(row.share for row in found.rows) == found.team_bonus
    assert found.team_bonus in (0, money)
    assert max(row.share for row in found.rows) - min((row.share for row in found.rows if row.days), default=0) <= 1
    assert all(0 <= row.reaching <= money for row in found.rows)
    assert found.bonus == sum(month[1] for month in months) * bonus + found.team_bonus + sum(
        row.reaching for row in found.rows
    )
