"""Cards on the paper that goes into the printer: turned where needed, backs behind fronts, marks for knife and fold."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from loyaltydesk.printing.greetings.field import BLEED
from loyaltydesk.printing.greetings.formats import Format, Kind, SheetKind, arranged
from loyaltydesk.printing.scene import Group, Item, Page, Path, Rect, Step

HAIR = 0.12  # millimetres
MARK = (1.6, 4.0)  # how far from the cut a mark begins, and how long it is
TICK = 2.5  # of a mark on the very line where there is no paper beside the card
GREY = "#9AA29E"
Sides = Callable[[int], Sequence[tuple[Item, ...]]]


class Imposition(Struct, frozen=True):
    """Where cards of a format lie on one kind of sheet, which stands upright and is turned on its long side."""

    format: Format
    sheet: SheetKind

    @property
    def paper(self) -> tuple[float, float]:
        """The sheet, upright where both its sides are printed, as every printer turns that the same way."""
        width, height = self.sheet.paper or self.format.flat
        return (height, width) if width > height and self._upright else (width, height)

    @property
    def _upright(self) -> bool:
        return self.sheet.paper is not None or self.format.two_sided

    @property
    def _grid(self) -> tuple[int, int, bool]:
        return arranged(self.format.flat, self.paper)

    @property
    def count(self) -> int:
        """Cards on a sheet."""
        columns, rows, _ = self._grid
        return columns * rows

    def page(self, cards: Sequence[tuple[Item, ...]], *, back: bool) -> Page:
        """One side of a sheet with that side of each of `cards`, in their order."""
        items = [item for number, card in enumerate(cards) for item in self._card(number, card, back=back)]
        return Page(*self.paper, (*items, *self._marks(back=back)))

    def _card(self, number: int, items: tuple[Item, ...], *, back: bool) -> Iterator[Item]:
        """One card in its place, seen as far as its bleed goes, or to the next card."""
        columns, rows, turned = self._grid
        row, column = divmod(number, columns)
        column = columns - 1 - column if back else column
        left, top, width, height = self._block()
        x, y, wide, high = left + column * width, top + row * height, width, height
        clip = Rect(
            x - (self._bleed[0] if column == 0 else 0),
            y - (self._bleed[1] if row == 0 else 0),
            wide + self._bleed[0] * ((column == 0) + (column == columns - 1)),
            high + self._bleed[1] * ((row == 0) + (row == rows - 1)),
        )
        yield Group((self._turned(items, (x, y), back=back),) if turned else (Group(items, x, y),), clip=clip)

    def _turned(self, items: tuple[Item, ...], at: tuple[float, float], *, back: bool) -> Group:
        """A card on its side; its back is turned the other way, so that both have the same edge at the top."""
        width, height = self.format.flat
        if back:
            return Group(items, at[0], at[1] + width, turn=270)
        return Group(items, at[0] + height, at[1], turn=90)

    def _block(self) -> tuple[float, float, float, float]:
        """Where the cards begin on the sheet, in its middle, and how much paper one takes."""
        columns, rows, turned = self._grid
        width, height = reversed(self.format.flat) if turned else self.format.flat
        return (self.paper[0] - columns * width) / 2, (self.paper[1] - rows * height) / 2, width, height

    @property
    def _bleed(self) -> tuple[float, float]:
        left, top, *_ = self._block()
        return min(BLEED, left), min(BLEED, top)

    def _marks(self, *, back: bool) -> Iterator[Item]:
        """Marks where the sheet is cut, and on the inside where a card is folded."""
        steps = [*(self._cuts() if self.sheet.paper else ()), *(self._folds() if back else ())]
        if steps:
            yield Path(tuple(steps), stroke=GREY, stroke_width=HAIR)

    def _cuts(self) -> Iterator[Step]:
        columns, rows, _ = self._grid
        left, top, width, height = self._block()
        for n in range(columns + 1):
            yield from self._down(left + n * width)
        for n in range(rows + 1):
            yield from self._across(top + n * height)

    def _folds(self) -> Iterator[Step]:
        """Ticks across the middle of folded cards, at the edges of the block."""
        if self.format.kind is not Kind.FOLDED:
            return
        columns, rows, turned = self._grid
        left, top, width, height = self._block()
        if turned:
            for n in range(rows):
                yield from self._across(top + (n + 0.5) * height)
        else:
            for n in range(columns):
                yield from self._down(left + (n + 0.5) * width)

    def _down(self, x: float) -> Iterator[Step]:
        """Marks for a vertical line at `x`, above the block and below it."""
        _, top, *_ = self._block()
        if 0.2 < x < self.paper[0] - 0.2:
            for start, end in _ends(top, self.paper[1]):
                yield "M", (x, start)
                yield "L", (x, end)

    def _across(self, y: float) -> Iterator[Step]:
        """Marks for a level line at `y`, left and right of the block."""
        left, *_ = self._block()
        if 0.2 < y < self.paper[1] - 0.2:
            for start, end in _ends(left, self.paper[0]):
                yield "M", (start, y)
                yield "L", (end, y)


def _ends(margin: float, length: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Both marks of a line: in the margin where there is one, else on the line itself, where the knife takes it off."""
    if margin >= BLEED + MARK[0]:
        start, end = max(0.0, margin - BLEED - MARK[1]), margin - BLEED - 0.4
    else:
        start, end = 0.0, margin + TICK
    return (start, end), (length - end, length - start)
