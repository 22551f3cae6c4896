"""Whose card it is: the name in one line or two, the words above it, or a line to write a name on."""

from msgspec.structs import replace

from loyaltydesk.printing.fonts import printable, width_of
from loyaltydesk.printing.scene import Align, Item, Rect, Text
from loyaltydesk.printing.typeset import LONGEST, line, paragraph

CAPITALS = 0.7  # the height of capital letters, in ems
LINE = (48.0, 0.18)  # to write a name on by hand: its length and its thickness


def name_items(place: Text, name: str, *, most: int = 2) -> tuple[Item, ...]:
    """The name at its place; in two smaller lines that end where the one would, where one has no room for it.

    There are never more than `most` lines.

    Of a name that the typeface has not at all nothing could be read: there a line is drawn to write it on.
    """
    words = printable(name[:LONGEST], place.role)
    if not name or any(map(str.isalnum, words)):
        text = replace(place, text=name)
        fits = width_of(words, place.role, size=place.size) <= (place.width or 0)
        return (text,) if fits or most == 1 else tuple(_in_lines(text))
    long = min(LINE[0], place.width or LINE[0])
    left = place.x - long * {Align.LEFT: 0, Align.CENTRE: 0.5, Align.RIGHT: 1}[place.align]
    return (Rect(left, place.y + 0.4, long, LINE[1], place.colour),)


def _in_lines(name: Text) -> list[Text]:
    if line(name).text == line(replace(name, width=None)).text:
        return [name]
    smaller = replace(name, size=name.size * name.smallest)
    lines = paragraph(smaller, 2)
    rise = lines[-1].y - name.y if lines else 0
    return [replace(each, y=each.y - rise) for each in lines] or [name]


def above(place: Text, text: str, *, items: tuple[Item, ...]) -> Text:
    """`text` in its place above the name."""
    first = items[0]
    tall = first.size if isinstance(first, Text) else 5
    y = first.y if isinstance(first, Text | Rect) else 0
    return replace(place, text=text, y=y - tall * CAPITALS - place.size * 0.94)
