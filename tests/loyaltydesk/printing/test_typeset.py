"""Lines that fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.printing.fonts import width_of
from loyaltydesk.printing.scene import Align, Role, Text
from loyaltydesk.printing.typeset import line, paragraph, wrap

NAME = "Konstancja Brzęczyszczykiewicz"


def test_a_line_that_fits_is_left_alone() -> None:
    placed = line(Text(NAME, 7, 0, 5, width=100))
    assert (placed.text, placed.x, placed.size) == (NAME, 7, 5)


def test_a_line_that_is_too_long_is_set_smaller() -> None:
    placed = line(Text(NAME, 0, 0, 5, width=55))
    assert placed.text == NAME
    assert 3.5 < placed.size < 5
    assert placed.width == pytest.approx(55)


def test_a_line_that_is_much_too_long_is_cut_with_an_ellipsis() -> None:
    placed = line(Text(NAME, 0, 0, 5, width=20))
    assert placed.size == pytest.approx(3.5)
    assert placed.text.endswith("…")
    assert NAME.startswith(placed.text[:-1])
    assert placed.width <= 20


def test_a_line_stands_where_its_alignment_says() -> None:
    wide = width_of("Rīts", Role.BOLD, size=4)
    assert line(Text("Rīts", 50, 0, 4, Role.BOLD, align=Align.CENTRE)).x == pytest.approx(50 - wide / 2)
    assert line(Text("Rīts", 50, 0, 4, Role.BOLD, align=Align.RIGHT)).x == pytest.approx(50 - wide)


@given(st.text(max_size=300), st.floats(0.5, 120))
def test_no_line_is_ever_wider_than_its_place(text: str, width: float) -> None:
    placed = line(Text(text, 0, 0, 5, width=width))
    assert placed.width <= max(width, width_of("…", Role.BODY, size=5)) + 1e-6


def test_five_thousand_characters_are_one_short_line() -> None:
    assert line(Text("x" * 5000, 0, 0, 5, width=60)).width <= 60


def test_words_are_not_broken_where_they_need_not_be() -> None:
    lines = wrap("One voucher for each purchase, not for money", Role.BODY, ems=10, most=9)
    assert " ".join(lines) == "One voucher for each purchase, not for money"
    assert all(width_of(each, Role.BODY, size=1) <= 10 for each in lines)


def test_a_word_longer_than_the_line_is_broken() -> None:
    lines = wrap("Donaudampfschifffahrtsgesellschaft", Role.BODY, ems=6, most=9)
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"


def test_what_is_too_much_for_the_last_line_is_cut() -> None:
    lines = wrap("one two three four five six seven", Role.BODY, ems=5, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


@given(st.text(max_size=200), st.floats(0.2, 60), st.integers(1, 5))
def test_wrapping_always_ends(text: str, ems: float, most: int) -> None:
    assert len(wrap(text, Role.BOLD, ems=ems, most=most)) <= most


def test_a_paragraph_is_set_smaller_before_it_is_cut() -> None:
    long = "Free coffee and a slice of cherry cake of your choice"
    lines = paragraph(Text(long, 5, 20, 9, Role.BOLD, width=75, smallest=0.5), 2, leading=1.1)
    assert [each.text for each in lines] == ["Free coffee and a slice of", "cherry cake of your choice"]
    assert lines[0].size < 9
    assert lines[1].y == pytest.approx(20 + lines[0].size * 1.1)
    assert all(each.x == 5 for each in lines)


def test_no_words_are_no_lines() -> None:
    assert paragraph(Text(" \n", 0, 0, 3, width=10), 2) == []


def test_what_belongs_together_is_not_torn_apart_and_is_set_with_usual_spaces() -> None:
    lines = wrap("a ruler of 10\u00a0mm\u202fhere", Role.BODY, ems=6, most=9)
    assert lines == ["a ruler of", "10 mm here"]
