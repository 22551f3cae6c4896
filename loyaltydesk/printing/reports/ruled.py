"""A table on paper: columns that share a width, a heading, and rows parted by hairlines."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.scene import Align, Item, Rect, Role, Text
from loyaltydesk.printing.typeset import paragraph

HAIRLINE, LINE = 0.15, 0.3
RULE = "#C9CDD3"
GAP = 3.0  # between two columns
LEADING = 1.25


class Column(Struct, frozen=True):
    """A column: its heading, its share of the width, and to which side its words keep."""

    head: str
    share: float = 1.0
    align: Align = Align.LEFT


class Ruled(Struct, frozen=True):
    """A table of `width` from `left` in letters of `size`; a cell has at most `most` lines. All in millimetres."""

    columns: tuple[Column, ...]
    left: float
    width: float
    size: float = 3.4
    most: int = 1
    air: float = 1.3  # above and below the words of a row

    def places(self) -> Iterator[tuple[float, float, Align]]:
        """Where the words of each column stand, the room they have, and to which side they keep."""
        whole, x = sum(column.share for column in self.columns), self.left
        for column in self.columns:
            wide = self.width * column.share / whole
            room = wide if column is self.columns[-1] else wide - GAP
            yield (x if column.align is Align.LEFT else x + room), room, column.align
            x += wide

    def heading(self, y: float) -> tuple[list[Item], float]:
        """The heading at `y`, and how high it is; nothing where no column has any."""
        if not any(column.head for column in self.columns):
            return [], 0.0
        size = self.size * 0.85
        lines = [
            paragraph(Text(column.head, x, 0, size, Role.BOLD, MUTED, align, room), 3, leading=1.2)
            for column, (x, room, align) in zip(self.columns, self.places(), strict=True)
        ]
        high = max(map(len, lines)) * size * 1.2 + self.air * 2
        items: list[Item] = []
        for column in lines:
            first = y + high - self.air - (len(column) - 1) * size * 1.2
            items += [_moved(each, first) for each in column]
        items.append(Rect(self.left, y + high, self.width, LINE, INK))
        return items, high + LINE

    def row(self, cells: Sequence[str], y: float, *, role: Role = Role.BODY) -> tuple[list[Item], float]:
        """A row at `y`, and how high it is."""
        found = [
            self._cell(words, place, role) for words, place in zip(cells, self.places(), strict=True)
        ]  # fmt: skip
        deepest = max(map(len, found))
        high = deepest * self.size * LEADING + self.air * 2 - self.size * (LEADING - 1)
        first = y + self.air + self.size * 0.82
        items: list[Item] = [_moved(each, first) for cell in found for each in cell]
        items.append(Rect(self.left, y + high, self.width, HAIRLINE, RULE))
        return items, high + HAIRLINE

    def _cell(self, words: str, place: tuple[float, float, Align], role: Role) -> list[Text]:
        x, room, align = place
        if not words:
            return []
        text = Text(words, x, 0, self.size, role, INK, align, room)
        return [text] if self.most == 1 else paragraph(text, self.most, leading=LEADING)


def _moved(text: Text, y: float) -> Text:
    return Text(text.text, text.x, text.y + y, text.size, text.role, text.colour, text.align, text.width, text.smallest)
