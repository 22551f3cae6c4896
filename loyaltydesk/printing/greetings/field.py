"""What a design is: drawings for one side of a card of any size, and the calm place they leave for words."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.scene import Fill, Item, Rect
from loyaltydesk.printing.strokes import Chance, Point

BLEED = 3.0  # millimetres that a drawing goes on beyond the edge, for a knife that misses it
SAFE = 9.0  # words keep this far from the edge
ANY = ("birthday", "name_day", "anniversary")


class Box(Struct, frozen=True):
    """A rectangle in millimetres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, by: float) -> "Box":
        """What is left of it when `by` is taken off all round."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)

    def near(self, point: Point, gap: float = 0.0) -> bool:
        """Whether a point lies within, or nearer than `gap`."""
        x, y = point
        return self.x - gap < x < self.right + gap and self.y - gap < y < self.bottom + gap


class Field:
    """One side to be drawn on, `width` by `height`, with its colours and its chances; `calm` stays free for words."""

    def __init__(self, size: tuple[float, float], palette: Palette, *, calm: Box, seed: str) -> None:
        self.width, self.height = size
        self.colours = palette
        self.calm = calm
        self.chance = Chance(seed)

    @property
    def unit(self) -> float:
        """What a drawing's measures are multiplied by: how many A6 cards, lying or standing, have room side by side."""
        short, long = (self.height, self.width) if self.wide else (self.width, self.height)
        return min(short / 105, long / 148)

    @property
    def wide(self) -> bool:
        """Whether the side is clearly wider than high."""
        return self.width > self.height * 1.15

    def ground(self, fill: Fill) -> Rect:
        """The whole side in one colour, bleed included."""
        return Rect(-BLEED, -BLEED, self.width + 2 * BLEED, self.height + 2 * BLEED, fill)


def letter_place(width: float, height: float, *, top: float, bottom: float, right: float) -> Box:
    """Where a text stands: on a wide side beside a drawing `right` wide, else between its top and its bottom."""
    if width > height * 1.15:
        return Box(11, 11, width - 11 - right, height - 20)
    return Box(12, top, width - 24, height - top - bottom)


Drawing = Callable[[Field], Iterable[Item]]
Place = Callable[[float, float], Box]


class Design(Struct, frozen=True):
    """A family of drawings: `front` for a side with only a heading, `frame` for one that has the text too.

    `heading_at` and `text_at` say for a width and a height where words may stand; the drawings stay out of there.
    `inside` has the colours of the frame where they are others. `name` is a sentence to translate. `occasions` are the
    keys of greetings (birthday, name_day, anniversary, a holiday or a subject) that it suits, the best one first.
    """

    name: str
    occasions: tuple[str, ...]
    palette: Palette
    front: Drawing
    heading_at: Place
    frame: Drawing
    text_at: Place
    inside: Palette | None = None
