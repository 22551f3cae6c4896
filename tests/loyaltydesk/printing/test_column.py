"""Roll paper is filled from the top and nothing leaves it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.column import Column
from loyaltydesk.printing.refusals import CodeTooWide
from loyaltydesk.printing.scene import Group, Rect, Role, Text
from loyaltydesk.printing.typeset import line


def _texts(column: Column) -> list[Text]:
    return [item for item in column.items if isinstance(item, Text)]


@given(st.tuples(st.text(max_size=80), st.text(max_size=80)), st.sampled_from([48.0, 72.0]))
def test_a_pair_never_overlaps_nor_leaves_the_column(pair: tuple[str, str], width: float) -> None:
    column = Column(4, width, top=0)
    column.pair(pair, 3.3)
    name, value = (line(text) for text in _texts(column))
    assert name.x >= 4
    assert value.x + value.width <= 4 + width + 1e-6
    if name.text and value.text:
        assert name.x + name.width <= value.x + 1e-6


def test_words_grow_downwards_and_no_words_take_no_room() -> None:
    column = Column(4, 48, top=10)
    column.words("", 3.3)
    assert column.y == 10
    column.words("До бесплатного кофе с тортом осталось 115 баллов", 3.3, role=Role.BOLD)
    lines = _texts(column)
    assert len(lines) == 2
    assert 10 < lines[0].y < lines[1].y < column.y


def test_the_boxed_pair_is_white_on_black_and_within_its_box() -> None:
    column = Column(4, 72, top=10)
    column.boxed(("Balance", "1,485"), 4.8)
    box = column.items[0]
    assert isinstance(box, Rect)
    assert box.y + box.height == column.y
    for text in _texts(column):
        assert text.colour == "#FFFFFF"
        placed = line(text)
        assert box.x < placed.x
        assert placed.x + placed.width < box.x + box.width
        assert box.y < text.y - text.size * 0.7 < text.y < column.y


@pytest.mark.parametrize(("done", "whole", "share"), [(0, 10, 0), (5, 10, 0.5), (20, 10, 1), (-3, 10, 0), (0, 0, 0)])
def test_progress_is_a_share_of_the_whole(done: int, whole: int, share: float) -> None:
    column = Column(0, 60, top=0)
    column.progress(done, whole)
    filled = column.items[0]
    assert isinstance(filled, Group)
    assert isinstance(filled.items[0], Rect)
    assert filled.items[0].width == pytest.approx(60 * share)


def test_bars_that_do_not_fit_are_refused() -> None:
    with pytest.raises(CodeTooWide):
        Column(4, 48, top=0).bars(symbol_for("A" * 30), dpi=203)
