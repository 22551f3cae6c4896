"""A slip in a printer's own letters: every line as wide as the paper and no wider."""

import pytest

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.refusals import CodeTooWide
from loyaltydesk.printing.scene import Role
from loyaltydesk.printing.typed_column import TypedBars, TypedColumn, TypedLine


@pytest.fixture
def column() -> TypedColumn:
    return TypedColumn(20, width=48, has=str.isascii)


def lines(column: TypedColumn) -> list[str]:
    """The texts of the lines."""
    return [line.text for line in column.lines if isinstance(line, TypedLine)]


def test_words_stand_in_the_middle_in_so_many_lines(column: TypedColumn) -> None:
    column.words("one two three four five six seven eight", 3, most=2)
    column.words("", 3)
    column.words("x" * 99, 3, most=2)
    assert lines(column) == [" one two three four", "five six seven eight", "x" * 20, "x" * 17 + "..."]


def test_a_name_and_a_value_share_a_line_and_a_long_name_takes_more(column: TypedColumn) -> None:
    column.pair(("Points", "+12"), 3)
    column.pair(("A very long name of goods", "1234.00"), 3)
    column.pair(("Exactly nineteen xx", "1"), 3)
    column.pair(("", "x" * 30), 3)
    assert lines(column) == [
        "Points           +12", "A very long name of", "goods        1234.00", "Exactly nineteen xx", " " * 19 + "1",
        "x" * 17 + "...",
    ]  # fmt: skip
    assert all(len(line) <= 20 for line in lines(column))


def test_large_is_tall_and_bold_is_bold(column: TypedColumn) -> None:
    column.words("Shop", 5.6, role=Role.BOLD)
    column.boxed(("Now", "340"), 4.8)
    assert column.lines[0] == TypedLine("        Shop", bold=True, tall=True)
    assert lines(column)[1:] == ["=" * 20, "Now              340", "=" * 20]


def test_only_what_would_be_seen_is_left_empty(column: TypedColumn) -> None:
    column.space(0.8)
    column.space(2)
    assert lines(column) == [""]


@pytest.mark.parametrize(("done", "whole", "bar"), [(5, 10, 9), (99, 10, 18), (-1, 10, 0), (1, 0, 18)])
def test_progress_never_leaves_its_brackets(column: TypedColumn, done: int, whole: int, bar: int) -> None:
    column.progress(done, whole)
    assert lines(column) == ["[" + "#" * bar + "." * (18 - bar) + "]"]


def test_bars_are_the_printers_own_and_their_number_stands_below(column: TypedColumn) -> None:
    column.bars(symbol_for("2600000000017"), dpi=203, height=12)
    (bars,) = [line for line in column.lines if isinstance(line, TypedBars)]
    assert (bars.dots, bars.height) == (3, 96)
    assert lines(column) == ["  2 600000 000017"]
    with pytest.raises(CodeTooWide):
        column.bars(symbol_for("R" * 48), dpi=203)


def test_rules_cuts_frames_and_the_ruler_are_as_wide_as_the_paper(column: TypedColumn) -> None:
    column.rule()
    column.cut()
    column.framed(("News", "We have oat milk"), 3)
    column.ruler()
    assert lines(column) == [
        "-" * 20, "", "- - - - - - - - - -", "", "*" * 20, "        News", "  We have oat milk", "*" * 20,
        "12345678901234567890",
    ]  # fmt: skip
