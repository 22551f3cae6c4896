"""A date of birth is written day first and kept year first, with the year or without it."""

import pytest

from loyaltydesk.model.refusals import BadRequest
from ui.seams import birthdays

PAIRS = [("14.03.1990", "1990-03-14"), ("14.03", "--03-14"), ("29.02", "--02-29"), ("", "")]


@pytest.mark.parametrize(("text", "kept"), PAIRS)
def test_what_is_written_is_kept_and_written_again(text, kept):
    assert birthdays.read(text) == kept
    assert birthdays.written(kept) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("14/3/1990", "1990-03-14"),
        ("1/2", "--02-01"),
        (" 4 3 ", "--03-04"),
        ("14-03", "--03-14"),
        ("14.03.", "--03-14"),
        ("1990-03-14", "1990-03-14"),
        ("--03-14", "--03-14"),
    ],
)
def test_other_ways_of_writing_are_understood(text, kept):
    assert birthdays.read(text) == kept


@pytest.mark.parametrize(
    "text", ["x", "today", "14", "31.02", "14.13", "14.03.90", "29.02.1990", "3/14/1990", "1990", "14.03.1066", "١٤.٣"]
)
def test_no_date_is_refused(text):
    with pytest.raises(BadRequest) as refusal:
        birthdays.read(text)
    assert refusal.value.field == "birth_date"


def test_the_sentences_show_how_it_is_written():
    assert birthdays.read("14.03.1990")
    assert "14.03.1990" in birthdays.refusal()
    assert "14.03" in birthdays.hint()
