"""The words below a heading: as large as there is room, cut where there is none, then the signature."""

import pytest

from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.letter import (
    SIZES,
    Hand,
    closing_line,
    sender,
    signature_block,
    signature_width,
    text_block,
)
from loyaltydesk.printing.greetings.lettering import LETTERINGS
from loyaltydesk.printing.scene import Align, Motif, Placed, Role, Text, Written

PRINT = Hand(LETTERINGS["formal"], False, "#222222", "#1F2C50", Align.LEFT, "7")
PEN = Hand(LETTERINGS["hand"], True, "#222222", "#1F2C50", Align.CENTRE, "7")
BOX = Box(10, 20, 80, 60)
SENTENCE = "May the coming year bring you joy, peace and many good moments."


def test_few_words_are_large_and_many_are_small() -> None:
    sizes = [text_block(("Dear Emma,", *[SENTENCE] * count), BOX, PRINT)[2] for count in (1, 4, 6)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == SIZES[0]
    assert sizes[-1] < sizes[0]


@pytest.mark.parametrize("hand", [PRINT, PEN], ids=["print", "pen"])
def test_words_stay_in_their_box_and_say_where_they_end(hand: Hand) -> None:
    items, end, _ = text_block(("Dear Emma,", SENTENCE, "Yours"), BOX, hand)
    lines = [item.text if isinstance(item, Written) else item for item in items]
    assert all(isinstance(line, Text) and BOX.y < line.y <= end for line in lines)
    assert end <= BOX.bottom + 2


def test_what_has_no_room_is_seen_to_be_cut() -> None:
    items, _, size = text_block([SENTENCE] * 40, BOX, PRINT)
    assert size == SIZES[-1]
    assert isinstance(items[-1], Text)
    assert items[-1].text.endswith("…")


def test_no_words_take_no_room() -> None:
    assert text_block(("", ""), BOX, PRINT)[:2] == ([], BOX.y)
    assert list(closing_line("", (0, 0), PRINT, size=4, width=50)) == []


def test_a_signature_stands_at_the_foot() -> None:
    (placed,) = signature_block("Ilze", BOX, PRINT, drawn=Motif(30, 10, ()))
    assert isinstance(placed, Placed)
    assert (placed.x, placed.y) == (10, 70)
    (written,) = signature_block("Ilze", BOX, PRINT, drawn=None)
    assert isinstance(written, Written)
    assert written.text.role is Role.HAND  # nobody signs in a festive hand
    assert list(signature_block("", BOX, PRINT, drawn=None)) == []


@pytest.mark.parametrize(("proportions", "width"), [(10, 46), (1, 16), (0.5, 8)])
def test_a_signature_has_room_for_its_width_and_its_height(proportions: float, width: float) -> None:
    assert signature_width(proportions) == width
    assert signature_width(proportions, share=0.5) == width / 2


def test_the_sender_is_one_line() -> None:
    (line,) = sender("Rīts", "Brīvības iela 12", box=BOX, align=Align.LEFT)
    assert isinstance(line, Text)
    assert line.text == "Rīts, Brīvības iela 12"
