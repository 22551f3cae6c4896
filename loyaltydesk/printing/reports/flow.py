"""A4 sheets that are filled from the top; a new one begins where there is no more room, and each has its number."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.reports.ruled import LEADING, LINE, RULE, Ruled
from loyaltydesk.printing.scene import Align, Document, Group, Item, Page, Rect, Role, Text
from loyaltydesk.printing.typeset import wrap

WIDTH, HEIGHT, EDGE = 210.0, 297.0, 18.0  # mm
INSIDE = WIDTH - 2 * EDGE
BOTTOM = HEIGHT - 20.0
BODY = 3.9
STEP = 5.6  # from one pair of a block to the next
KEPT = 4  # lines that stay together
MOST = 200  # lines of one paragraph
Pair = tuple[str, str]


class Title(Struct, frozen=True):
    """What stands on the first sheet: whose it is, what it is, and of when."""

    shop: str
    title: str
    about: str = ""
    language: str = ""


class Block(Struct, frozen=True):
    """Names with values under a heading; the last may be a `total`."""

    title: str
    pairs: tuple[Pair, ...]
    total: Pair = ("", "")


class Flow:
    """Sheets in the making; `y` is where the next thing begins."""

    def __init__(self, title: Title) -> None:
        self._title = title
        self._pages: list[list[Item]] = [[]]
        self._put(Text(title.shop, EDGE, 21, 3.9, Role.BODY, MUTED, width=INSIDE))
        self._put(Text(title.title, EDGE, 31, 7.4, Role.BOLD, INK, width=INSIDE))
        self.y = 34.0
        if title.about:
            self.words(title.about, colour=MUTED, size=3.6)
        self.y += 3.0

    # --- what it is filled with

    def space(self, height: float) -> None:
        """Leaves `height` empty."""
        self.y += height

    def heading(self, text: str, *, below: float = 18.0) -> None:
        """A heading that never stands alone: at least so much has room below it."""
        self.need(8 + below)
        self.y += 4.2
        self._put(Text(text, EDGE, self.y + 4.2, 4.7, Role.BOLD, INK, width=INSIDE))
        self.y += 6.6

    def words(
        self, text: str, *, size: float = BODY, role: Role = Role.BODY, colour: str = INK, left: float = 0
    ) -> None:
        """A paragraph that goes on over as many sheets as it needs."""
        room = INSIDE - left
        for line in wrap(text, role, ems=room / size, most=MOST):
            self.need(size * LEADING)
            self.y += size * LEADING
            self._put(Text(line, EDGE + left, self.y, size, role, colour, width=room))
        self.y += size * 0.45

    def bullet(self, text: str) -> None:
        """A paragraph behind a dot; a short one is not parted."""
        lines = wrap(text, Role.BODY, ems=(INSIDE - 5) / BODY, most=KEPT + 1)
        self.need(BODY * LEADING * min(len(lines), KEPT))
        self._put(Rect(EDGE + 1.2, self.y + BODY * LEADING - 1.9, 1.1, 1.1, INK, radius=0.55))
        self.words(text, left=5)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Blocks of pairs, two side by side."""
        row = list(blocks)
        for place in range(0, len(row), 2):
            pair = row[place : place + 2]
            high = max(_high(block) for block in pair)
            self.need(high)
            wide = (INSIDE - 10) / 2
            for number, block in enumerate(pair):
                self._block(block, EDGE + number * (wide + 10), wide=wide)
            self.y += high

    def table(self, ruled: Ruled, rows: Iterable[Sequence[str]], *, total: Sequence[str] = ()) -> None:
        """Rows under a heading that stands again on each sheet."""
        head = ruled.heading(0)[1]
        self.need(head + 14)
        self._heads(ruled)
        for cells in rows:
            self._row(ruled, cells, Role.BODY)
        if total:
            self._row(ruled, total, Role.BOLD)
        self.y += 2

    def draw(self, items: Sequence[Item], height: float) -> None:
        """Something that was drawn at (0, 0), as high as it is; see `Group`."""
        self.need(height)
        self._put(Group(tuple(items), dx=EDGE, dy=self.y))
        self.y += height

    def need(self, height: float) -> None:
        """Goes on to the next sheet where there is less room than that."""
        if self.y + height > BOTTOM:
            self._pages.append([])
            self._put(Text(self._title.title, EDGE, 15, 3.3, Role.BODY, MUTED, width=INSIDE - 60))
            self._put(Text(self._title.shop, WIDTH - EDGE, 15, 3.3, Role.BODY, MUTED, Align.RIGHT, 56))
            self._put(Rect(EDGE, 17.4, INSIDE, LINE, RULE))
            self.y = 21.0

    # --- the end

    def document(self, kind: str = "reports") -> Document:
        """The sheets, each with its number where there are several."""
        whole = len(self._pages)
        pages = []
        for number, items in enumerate(self._pages, 1):
            foot = Text(f"{number}/{whole}", WIDTH - EDGE, HEIGHT - 11, 3.3, Role.BODY, MUTED, Align.RIGHT)
            pages.append(Page(WIDTH, HEIGHT, (*items, foot) if whole > 1 else tuple(items)))
        title = self._title
        return Document(tuple(pages), title.title, title.shop, 300, kind, language=title.language)

    # --- inside

    def _put(self, *items: Item) -> None:
        self._pages[-1] += items

    def _heads(self, ruled: Ruled) -> None:
        items, high = ruled.heading(self.y)
        self._put(*items)
        self.y += high

    def _row(self, ruled: Ruled, cells: Sequence[str], role: Role) -> None:
        items, high = ruled.row(cells, self.y, role=role)
        if self.y + high > BOTTOM:
            self.need(high)
            self._heads(ruled)
            items, high = ruled.row(cells, self.y, role=role)
        self._put(*items)
        self.y += high

    def _block(self, block: Block, x: float, *, wide: float) -> None:
        y = self.y + 8.6
        self._put(Text(block.title, x, y, 4.7, Role.BOLD, INK, width=wide), Rect(x, y + 2, wide, LINE, INK))
        y += 2
        for pair in block.pairs:
            y += STEP
            self._put(*_pair(pair, (x, y, wide), role=Role.BODY))
        if any(block.total):
            self._put(Rect(x, y + 1.7, wide, LINE, INK))
            self._put(*_pair(block.total, (x, y + STEP + 0.9, wide), role=Role.BOLD))


def _high(block: Block) -> float:
    return 12.0 + STEP * len(block.pairs) + (STEP + 1.2 if any(block.total) else 0)


def _pair(pair: Pair, place: tuple[float, float, float], *, role: Role) -> list[Text]:
    (name, value), (x, y, wide) = pair, place
    share = 0.62
    return [
        Text(name, x, y, BODY, role, INK, width=wide * share - 2),
        Text(value, x + wide, y, BODY, role, INK, Align.RIGHT, wide * (1 - share)),
    ]
