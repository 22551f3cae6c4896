"""Every group and every figure of the insights has its words."""

import pytest

from loyaltydesk.model.insights import Group
from loyaltydesk.words.insights import HOW, explained, group_name, group_next, group_who


@pytest.mark.parametrize("group", Group)
def test_a_group_has_a_name_and_says_who_is_in_it_and_what_to_do(group: Group) -> None:
    words = group_name(group), group_who(group), group_next(group)
    assert all(words)
    assert words[2].endswith(".")


def test_no_two_groups_are_called_the_same() -> None:
    assert len({group_name(group) for group in Group}) == len(Group)


@pytest.mark.parametrize("figure", HOW)
def test_a_figure_says_how_it_is_counted_in_a_sentence_and_a_formula(figure: str) -> None:
    told = explained(figure)
    assert told.title
    assert told.sentence.endswith(".")
    assert told.formula
    assert not told.formula.endswith(".")
