"""Rows of names and values: as many as there are, and nothing left of those before."""

import pytest

from ui.customers.pairs import Pairs
from ui.theme.text import ElidedLabel


@pytest.fixture
def pairs(theme, qtbot):
    made = Pairs(theme)
    qtbot.addWidget(made)
    made.resize(300, 200)
    return made


def words(pairs):
    return [each.text() for each in pairs.findChildren(ElidedLabel) if not each.isHidden()]


def test_it_is_hidden_until_there_is_something_to_say(pairs):
    assert pairs.isHidden()
    pairs.show_rows([])
    assert pairs.isHidden()
    pairs.show_rows([("Coffee card", "7 of 10")])
    assert not pairs.isHidden()


def test_other_rows_take_the_place_of_those_before(pairs):
    pairs.show_rows([("Coffee card", "7 of 10"), ("Brought by", "Anna")])
    assert words(pairs) == ["Coffee card", "7 of 10", "Brought by", "Anna"]
    pairs.show_rows([("Brought by", "<b>Jan</b>")])
    assert words(pairs) == ["Brought by", "<b>Jan</b>"]
    assert pairs.rows == (("Brought by", "<b>Jan</b>"),)
    pairs.show_rows([])
    assert (words(pairs), pairs.isHidden()) == ([], True)
