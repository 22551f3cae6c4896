"""What stands on paper: a few frozen shapes in millimetres that every back-end paints the same way.

The origin is the top left corner of the page, x runs right and y runs down. Colours are `#RRGGBB`. Nothing is ever
transparent: printers that speak PostScript turn a page with transparency into one slow picture.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

MM_PER_INCH = 25.4
POINTS_PER_MM = 72 / MM_PER_INCH

BLACK = "#000000"
WHITE = "#FFFFFF"


class Align(StrEnum):
    """Where something stands in its place."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"

    __hash__ = str.__hash__  # that of enumerations is many times slower, and every line of words is looked up

    @property
    def share(self) -> float:
        """How much of the free room stands on the left."""
        return 0.5 if self is Align.CENTRE else 0.0 if self is Align.LEFT else 1.0


class Role(StrEnum):
    """What a piece of text is set in."""

    BODY = "body"
    BOLD = "bold"
    HAND = "hand"  # as if written by hand, in four hands
    FORMAL = "formal"
    ROUND = "round"
    LIGHT = "light"

    __hash__ = str.__hash__


class Gradient(Struct, frozen=True):
    """A colour that runs from one point to another and stays what it is beyond them."""

    x1: float
    y1: float
    x2: float
    y2: float
    start: str
    end: str


Fill = str | Gradient


class Rect(Struct, frozen=True):
    """A rectangle by its top left corner, with corners of `radius`; a stroke lies on its edge."""

    x: float
    y: float
    width: float
    height: float
    fill: Fill | None = None
    stroke: str | None = None
    stroke_width: float = 0.2
    radius: float = 0


class Disc(Struct, frozen=True):
    """A filled circle by its centre."""

    x: float
    y: float
    radius: float
    fill: Fill


class Text(Struct, frozen=True):
    """One line of literal text on the baseline `y`; `size` is the em in millimetres.

    `x` is the left end, the middle or the right end, by `align`. A line longer than `width` is set smaller, down to
    `smallest` times its size, and then cut with an ellipsis.
    """

    text: str
    x: float
    y: float
    size: float
    role: Role = Role.BODY
    colour: str = BLACK
    align: Align = Align.LEFT
    width: float | None = None
    smallest: float = 0.7


class Letter(Struct, frozen=True):
    """How one letter of a hand differs from print: moved by ems, turned by degrees, its size times `size`."""

    right: float = 0
    up: float = 0
    turn: float = 0
    size: float = 1


class Written(Struct, frozen=True):
    """A line of `text` in a hand: its letters, as they are set in the end, each by the next of `letters`, round and
    round.
    """

    text: Text
    letters: tuple[Letter, ...]


Step = tuple[str, tuple[float, ...]]


class Path(Struct, frozen=True):
    """A drawing of lines and curves: each of `steps` is a letter and its numbers, in millimetres.

    M moves to x y; L is a line to x y; C is a curve (cubic Bézier) over x1 y1, x2 y2 to x y; Z closes. What lies inside
    is filled by the non-zero rule; a stroke has round ends and corners.
    """

    steps: tuple[Step, ...]
    fill: Fill | None = None
    stroke: str | None = None
    stroke_width: float = 0.3


class Image(Struct, frozen=True):
    """A picture without transparency (PNG or JPEG, see `pictures.flatten`), stretched over its rectangle."""

    x: float
    y: float
    width: float
    height: float
    content: bytes


class Symbol(Struct, frozen=True):
    """A barcode: `modules` is a row of 1 (bar) and 0 (space), the quiet zones beside it are counted in modules.

    One in two dimensions has `rows`, all from the top, the first of which is `modules`. `kind` names its symbology.
    """

    code: str
    caption: str
    modules: str
    quiet_left: int
    quiet_right: int
    rows: tuple[str, ...] = ()
    kind: str = ""

    @property
    def width(self) -> int:
        """All modules with both quiet zones."""
        return self.quiet_left + len(self.modules) + self.quiet_right

    @property
    def lines(self) -> tuple[str, ...]:
        """What is drawn one below the other: the rows, or the one row of bars."""
        return self.rows or (self.modules,)

    def runs(self) -> list[range]:
        """The bars, each as the modules it covers, counted from the first bar."""
        return _runs(self.modules)

    def stretches(self) -> Iterator[tuple[int, range]]:
        """Everything dark: the line it stands in, from the top, and the modules it covers."""
        return ((line, run) for line, row in enumerate(self.lines) for run in _runs(row))


def _runs(row: str) -> list[range]:
    return [range(run.start(), run.end()) for run in re.finditer("1+", row)]


class Bars(Struct, frozen=True):
    """A barcode in its place, quiet zones included; each module is `dots` whole dots of a printer of `dpi`.

    A back-end that knows its printer better chooses the dots anew, so that they stay whole and within `width`. The
    lines of a symbol in two dimensions share `height`, which is as many modules; its quiet zones above and below lie
    outside.
    """

    x: float
    y: float
    width: float
    height: float
    symbol: Symbol
    dots: int
    dpi: int
    align: Align = Align.CENTRE
    ink: str = BLACK

    @property
    def module(self) -> float:
        """The width of one module."""
        return self.dots * MM_PER_INCH / self.dpi

    @property
    def left(self) -> float:
        """Where the quiet zone before the first bar begins."""
        taken = self.symbol.width * self.dots * MM_PER_INCH / self.dpi
        return self.x + (self.width - taken) * self.align.share

    @property
    def middle(self) -> float:
        """The middle between the first bar and the last, for the number below."""
        return self.left + (self.symbol.quiet_left + len(self.symbol.modules) / 2) * self.module


class Group(Struct, frozen=True):
    """Items moved by (`dx`, `dy`) and, if wanted, seen only within `clip` (which is moved too).

    Before they are moved they are turned by `turn` degrees, clockwise, and made `scale` times as large, both about the
    group's own (0, 0). Bars may be turned by right angles only, and never scaled.
    """

    items: "tuple[Item, ...]"
    dx: float = 0
    dy: float = 0
    clip: Rect | Disc | None = None
    turn: float = 0
    scale: float = 1


class Motif(Struct, frozen=True, eq=False):
    """A drawing that is used many times; a back-end may keep it, so it is known by identity."""

    width: float
    height: float
    items: "tuple[Item, ...]"


class Placed(Struct, frozen=True):
    """A motif with its top left corner at (`x`, `y`)."""

    motif: Motif
    x: float
    y: float


Item = Rect | Disc | Path | Text | Written | Image | Bars | Group | Placed


class Page(Struct, frozen=True):
    """One side of paper; `corner` is the radius its corners are cut to, which a preview shows and nobody prints."""

    width: float
    height: float
    items: tuple[Item, ...]
    corner: float = 0


class Document(Struct, frozen=True):
    """Pages for one print run on a printer of `dpi`, with the title and author a viewer shows.

    `pages` may be a sequence that makes each page when it is asked for. `kind` (cards, vouchers, greetings, slip …) is
    what a print dialog remembers its printer under, and `duplex` says that every second page is the back of the first,
    once the sheet is turned over on its long edge, or on its `short_edge`. `language` is that of the words (BCP 47).
    """

    pages: Sequence[Page]
    title: str
    author: str = ""
    dpi: int = 300
    kind: str = ""
    duplex: bool = False
    short_edge: bool = False
    language: str = ""
