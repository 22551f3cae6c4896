"""Marks to cut by: short lines outside the cards, and outside the colour that runs beyond their edges."""

from collections.abc import Iterable, Iterator

from loyaltydesk.printing.scene import BLACK, Group, Item, Page, Rect
from loyaltydesk.printing.stocks import Stock

BLEED = 3.0  # mm of colour beyond the edge, as printing houses ask for
AWAY = 1.0  # from the edge, or from the end of the colour
LONG, SHORTEST = 5.0, 1.5
THIN = 0.1  # a quarter of a point; any printer shows it and no cut is led astray by it
ROUND_A_CARD = BLEED + AWAY + LONG + 1  # of paper on each side of a single card with its marks


def sheet_marks(stock: Stock, *, mirrored: bool = False) -> tuple[Item, ...]:
    """The marks at the edges of a sheet of labels, in line with every cut; shorter where the margin is narrow."""
    corners = tuple(stock.places(mirrored=mirrored))
    across = _edges((x for x, _y in corners), stock.label[0])
    down = _edges((y for _x, y in corners), stock.label[1])
    return tuple(_marks(across, down, sheet=stock.sheet, away=stock.bleed + AWAY))


def with_marks(page: Page) -> Page:
    """A single card on paper that is larger all around, with marks at its corners.

    What the page draws beyond its edges, up to `BLEED`, is seen.
    """
    width, height = page.width + 2 * ROUND_A_CARD, page.height + 2 * ROUND_A_CARD
    left, right, top, bottom = ROUND_A_CARD, ROUND_A_CARD + page.width, ROUND_A_CARD, ROUND_A_CARD + page.height
    marks = _marks((left, right), (top, bottom), sheet=(width, height), away=BLEED + AWAY)
    seen = Rect(-BLEED, -BLEED, page.width + 2 * BLEED, page.height + 2 * BLEED)
    return Page(width, height, (Group(page.items, ROUND_A_CARD, ROUND_A_CARD, clip=seen), *marks))


def _edges(starts: Iterable[float], length: float) -> tuple[float, ...]:
    """Where there is a cut, each once."""
    every = sorted(edge for start in starts for edge in (start, start + length))
    return tuple(edge for before, edge in zip((-1.0, *every), every, strict=False) if edge - before > THIN)


def _marks(
    across: tuple[float, ...], down: tuple[float, ...], *, sheet: tuple[float, float], away: float
) -> Iterator[Item]:
    """Upright marks above and below, level ones on both sides."""
    for x in across:
        for start, end in _outside(down[0], down[-1], end=sheet[1], away=away):
            yield Rect(x - THIN / 2, start, THIN, end - start, BLACK)
    for y in down:
        for start, end in _outside(across[0], across[-1], end=sheet[0], away=away):
            yield Rect(start, y - THIN / 2, end - start, THIN, BLACK)


def _outside(first: float, last: float, *, end: float, away: float) -> Iterator[tuple[float, float]]:
    """From where to where marks run before the first cut and behind the last one; none in a margin too narrow."""
    before, behind = first - away, last + away
    if before > SHORTEST:
        yield max(before - LONG, 0), before
    if end - behind > SHORTEST:
        yield behind, min(behind + LONG, end)
