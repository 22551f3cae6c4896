"""The comparison of those without offers with all others says what is sure and what is not."""

from loyaltydesk.rules.forecast import Member, compared


def test_two_groups_side_by_side() -> None:
    without = [Member(365, 12, 120_00), Member(365, 36, 240_00)]
    others = [Member(365, 24, 480_00)] * 5
    found = compared(without, others)
    assert found is not None
    assert (found.without.members, found.others.members) == (2, 5)
    assert (found.without.visits.middle, found.without.basket.middle, found.without.spend.middle) == (2000, 750, 15_00)
    assert (found.others.spend.middle, found.others.spend.low, found.others.spend.high) == (40_00, 40_00, 40_00)
    assert (found.more.middle, found.more.low, found.more.high) == (25_00, 20_00, 30_00)


def test_nothing_is_said_while_one_group_is_empty() -> None:
    assert compared([], [Member(1, 1, 1)]) is None
    assert compared([Member(1, 0, 0)], []) is None


def test_members_who_never_came_are_counted() -> None:
    found = compared([Member(30, 0, 0)], [Member(30, 0, 0)])
    assert found is not None
    assert found.more.middle == found.without.basket.middle == 0
