"""Bars in a PDF: whole dots wherever they stand and whichever way up, and read by a scanner."""

from collections.abc import Callable
from itertools import groupby

import pytest
from PIL import Image as Pillow

from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import (
    Align,
    Bars,
    Document,
    Group,
    Item,
    Page,
    Rect,
)
from tests.reading import codes

CODES = ["2600000000017", "LD-0012345", "990012345", "4711"]


def _document(*items: Item, dpi: int = 300, width: float = 90, height: float = 30) -> Document:
    return Document((Page(width, height, items),), "Cards", "Rīts", dpi)


def _bars(code: str, dpi: int, x: float = 5) -> Bars:
    symbol = symbol_for(code)
    return Bars(x, 5, 80, 16, symbol, dots_for(symbol, 80, dpi=dpi), dpi)


def _runs(image: Pillow.Image, y: int) -> list[tuple[bool, int]]:
    """Black and white stretches of a row of pixels."""
    row = (image.getpixel((x, y)) < 128 for x in range(image.width))  # type: ignore[operator]
    return [(black, len(list(some))) for black, some in groupby(row)]


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("code", CODES)
def test_each_bar_is_whole_dots_and_the_quiet_zones_are_kept(
    picture: Callable[..., Pillow.Image], read: Callable[..., list[str]], dpi: int, code: str
) -> None:
    bars = _bars(code, dpi)
    frame = Rect(bars.left - 1, 2, bars.symbol.width * bars.module + 2, 24, stroke="#000000", stroke_width=0.3)
    image = picture(pdf_bytes(_document(bars, frame, dpi=dpi)), dpi=dpi)
    runs = _runs(image, image.height // 2)
    assert runs[0][0] is False
    bars_only = runs[3:-3]  # paper, frame, quiet zone, bars, quiet zone, frame, paper
    expected = [len(list(some)) * bars.dots for _, some in groupby(bars.symbol.modules)]
    assert [length for _, length in bars_only] == expected
    one_millimetre = dpi / 25.4
    assert runs[2][1] >= bars.symbol.quiet_left * bars.dots + one_millimetre * 0.7
    assert runs[-3][1] >= bars.symbol.quiet_right * bars.dots + one_millimetre * 0.7
    assert read(image) == [code]


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_bars_made_for_one_printer_can_be_read_from_another(
    picture: Callable[..., Pillow.Image], read: Callable[..., list[str]], dpi: int
) -> None:
    file = pdf_bytes(_document(_bars(CODES[0], 300, 0), Group((_bars(CODES[1], 300, 0),), 0, 30), height=60))
    assert read(picture(file, dpi=dpi)) == sorted(CODES[:2])


def test_bars_stay_on_the_dots_wherever_their_group_stands(picture: Callable[..., Pillow.Image]) -> None:
    bars = _bars(CODES[0], 300)
    expected = [len(list(some)) * bars.dots for _, some in groupby(bars.symbol.modules)]
    for dx in (0.01, 0.037, 1.234):
        image = picture(pdf_bytes(_document(Group((bars,), dx, 0.05))))
        assert [length for _, length in _runs(image, image.height // 2)[1:-1]] == expected


@pytest.mark.parametrize(("align", "share"), [(Align.LEFT, 0), (Align.CENTRE, 0.5), (Align.RIGHT, 1)])
def test_bars_stand_where_their_alignment_says(
    picture: Callable[..., Pillow.Image], align: Align, share: float
) -> None:
    symbol = symbol_for(CODES[0])
    bars = Bars(5, 5, 80, 16, symbol, 4, 300, align)
    image = picture(pdf_bytes(_document(bars)))
    first = _runs(image, image.height // 2)[0][1]
    free = 80 / 25.4 * 300 - symbol.width * 4
    assert first == pytest.approx(5 / 25.4 * 300 + free * share + symbol.quiet_left * 4, abs=1)
    assert bars.middle / 25.4 * 300 == pytest.approx(first + 95 * 2, abs=1)


@pytest.mark.parametrize("turn", [0, 90, 180, 270, -90])
def test_bars_that_are_turned_are_whole_dots_and_are_read(picture: Callable[..., Pillow.Image], turn: int) -> None:
    symbol = symbol_for(CODES[0])
    bars = Bars(-20.013, -6.01, 40, 12, symbol, 4, 300)
    image = picture(
        pdf_bytes(_document(Group((Group((bars,), 0.1, 0.03),), 30.037, 30.051, turn=turn), width=60, height=60))
    )
    upright = image.rotate(turn)
    expected = [len(list(some)) * 4 for _, some in groupby(symbol.modules)]
    assert [length for _, length in _runs(upright, upright.height // 2)[1:-1]] == expected
    assert codes(upright) == [CODES[0]]
