"""A column of paper from a roll that is filled from the top and grows with what it is given, in black only."""

from loyaltydesk.printing.bars import dots_for
from loyaltydesk.printing.scene import BLACK, WHITE, Align, Bars, Group, Item, Rect, Role, Symbol, Text
from loyaltydesk.printing.typeset import line, paragraph

HAIR = 0.25  # two dots of a slip printer
DASH = 1.5
BOX_AIR = 2.2  # between the black box and its words


class Column:
    """Lines, pairs and bars below each other, `width` wide from `left`; `y` is where the next one begins."""

    def __init__(self, left: float, width: float, *, top: float) -> None:
        self._left, self._width = left, width
        self.y = top
        self.items: list[Item] = []

    def space(self, height: float) -> None:
        """Leaves `height` empty."""
        self.y += height

    def words(self, text: str, size: float, *, role: Role = Role.BODY, most: int = 3) -> None:
        """Centred text in at most `most` lines; nothing at all for none."""
        wanted = Text(text, self._middle, self.y, size, role, align=Align.CENTRE, width=self._width, smallest=0.8)
        for number, each in enumerate(paragraph(wanted, most)):
            self.y += each.size * (1.25 if number else 1)
            self.items.append(Text(each.text, each.x, self.y, each.size, role, align=Align.CENTRE, width=self._width))
        if text:
            self.y += size * 0.25

    def pair(self, pair: tuple[str, str], size: float, *, role: Role = Role.BODY, ink: str = BLACK) -> None:
        """A name on the left and a value on the right of one line; a long name gives way to the value."""
        name, value = pair
        inset = 0 if ink == BLACK else BOX_AIR
        left, right = self._left + inset, self._left + self._width - inset
        self.y += size
        whole, gap = right - left, size * 0.5 if name else 0.0
        named = min(line(Text(name, left, self.y, size, role)).width, whole * 0.4)
        at_right = Text(value, right, self.y, size, role, ink, Align.RIGHT, whole - named - gap)
        room = max(0.0, whole - line(at_right).width - gap)
        self.items += (Text(name, left, self.y, size, role, ink, width=room, smallest=0.75), at_right)
        self.y += size * 0.3

    def rule(self) -> None:
        """A thin line across, with air above and below."""
        self.y += 1.4
        self.items.append(Rect(self._left, self.y, self._width, HAIR, BLACK))
        self.y += 1.4

    def framed(self, pair: tuple[str, str], size: float) -> None:
        """A heading and up to nine lines below it within a thin frame of their own."""
        top, air = self.y, 1.8
        inside = Column(self._left + BOX_AIR, self._width - 2 * BOX_AIR, top=top + air)
        inside.words(pair[0], size, role=Role.BOLD, most=1)
        inside.words(pair[1], size, most=9)
        self.y = inside.y + air
        frame = Rect(self._left + HAIR, top, self._width - 2 * HAIR, self.y - top, None, BLACK, HAIR, 1.6)
        self.items += (frame, *inside.items)

    def cut(self) -> None:
        """A line of dashes across, where the paper is torn off, with air above and below."""
        self.y += 3.5
        dashes = int(self._width // DASH)
        for number in range(0, dashes, 2):
            self.items.append(Rect(self._left + number * DASH, self.y, DASH, HAIR, BLACK))
        self.y += 3.5

    def boxed(self, pair: tuple[str, str], size: float) -> None:
        """The pair that matters most: white on black."""
        bottom = self.y + size * 1.9
        self.items.append(Rect(self._left, self.y, self._width, size * 1.9, BLACK, radius=1.6))
        self.y += size * 0.3
        self.pair(pair, size, role=Role.BOLD, ink=WHITE)
        self.y = bottom

    def progress(self, done: int, whole: int) -> None:
        """A bar that shows `done` of `whole`."""
        share, height = min(1.0, max(0, done) / max(1, whole)), 2.4
        # The frame's line lies on its edge, and half of it would be beyond what a roll printer can print.
        frame = Rect(self._left + HAIR / 2, self.y, self._width - HAIR, height, None, BLACK, HAIR, height / 2)
        reached = Rect(self._left, self.y, self._width * share, height, BLACK)
        self.items += (Group((reached,), clip=frame), frame)
        self.y += height

    def bars(self, symbol: Symbol, *, dpi: int, height: float = 16, caption: str = "") -> None:
        """The bars of `symbol` in the middle, and its own caption or another. Raises CodeTooWide."""
        dots = dots_for(symbol, self._width, dpi=dpi)
        self.items.append(Bars(self._left, self.y, self._width, height, symbol, dots, dpi))
        self.y += height + 0.8
        self.words(caption or symbol.caption, 3.1, most=1)

    def ruler(self) -> None:
        """A millimetre after the other, from where the printer begins to where it ends; each tenth longer."""
        for tick in range(int(self._width) + 1):
            x = min(self._left + tick, self._left + self._width - HAIR)
            high = 4.0 if tick % 10 == 0 else 2.8 if tick % 5 == 0 else 1.8
            self.items.append(Rect(x, self.y, HAIR / 2, high, BLACK))
        self.y += 4.6

    @property
    def _middle(self) -> float:
        return self._left + self._width / 2
