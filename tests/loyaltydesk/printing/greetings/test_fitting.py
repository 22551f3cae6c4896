"""Headings fill their place: one line or several, none wider than its box, whatever the words."""

from collections.abc import Callable

import pytest
from PIL import Image

from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.fitting import heading, left
from loyaltydesk.printing.greetings.lettering import LETTERINGS
from loyaltydesk.printing.typeset import line

BOX = Box(12, 50, 81, 45)
HEADINGS = (
    "Happy birthday!",
    "Daudz laimes dzimšanas dienā!",
    "Wszystkiego najlepszego z okazji imienin!",
    "С Международным женским днём!",
    "Priecīgus Ziemassvētkus un laimīgu Jauno gadu!",
    "Достопримечательность",
    "W" * 200,
    "a " * 200,
)


@pytest.mark.parametrize("hand", LETTERINGS)
@pytest.mark.parametrize("words", HEADINGS)
def test_a_heading_keeps_to_its_box(words: str, hand: str, painted: Callable[..., Image.Image]) -> None:
    lines = heading(words, BOX, LETTERINGS[hand], colour="#000000", seed="1")
    assert lines
    assert all(line(each.text).width <= BOX.width + 0.01 for each in lines)
    picture = painted(lines, (105, 148), dpi=36).convert("L").point(lambda grey: 255 if grey < 200 else 0)
    scale = picture.width / 105
    x, y, right, bottom = (each / scale for each in picture.getbbox() or (0, 0, 0, 0))
    assert x >= BOX.x - 7  # swashes reach out of a line, the box keeps nine millimetres from the edge
    assert right <= BOX.right + 7
    assert y >= BOX.y - 4
    assert bottom <= BOX.bottom + 4


def test_a_short_heading_is_one_line_and_a_long_one_several() -> None:
    counts = [len(heading(words, BOX, LETTERINGS["formal"], colour="#000000", seed="1")) for words in HEADINGS[:5]]
    assert counts[0] == 1 or counts[0] == 2
    assert counts[4] >= 3
    sizes = [
        heading(words, BOX, LETTERINGS["formal"], colour="#000000", seed="1")[0].text.size for words in HEADINGS[:5]
    ]
    assert min(sizes) >= 8


def test_lines_are_about_equally_long() -> None:
    lines = heading(
        "Daudz laimes dzimšanas dienā!", Box(12, 50, 81, 30), LETTERINGS["hand"], colour="#000000", seed="1"
    )
    assert [each.text.text for each in lines] == ["Daudz laimes", "dzimšanas dienā!"]


def test_words_that_can_not_be_read_so_small_are_cut() -> None:
    lines = heading("Labrīt " * 80, BOX, LETTERINGS["light"], colour="#000000", seed="1")
    assert line(lines[-1].text).text.endswith("…")
    assert lines[0].text.size >= 4


def test_a_heading_from_the_left_begins_at_the_left_and_the_top() -> None:
    lines = left("Wszystkiego najlepszego z okazji urodzin!", BOX, LETTERINGS["hand"], colour="#000000", seed="1")
    assert all(each.text.x == BOX.x for each in lines)
    assert BOX.y < lines[0].text.y < lines[-1].text.y <= BOX.bottom


def test_no_heading_is_no_line() -> None:
    assert heading("", BOX, LETTERINGS["hand"], colour="#000000", seed="1") == ()
