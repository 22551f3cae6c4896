"""The letter about a month on A4: sentences under four headings, and a chart of thirteen months."""

from collections.abc import Iterator

from msgspec import Struct

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.fonts import width_of
from loyaltydesk.printing.reports.flow import INSIDE, Flow, Title
from loyaltydesk.printing.reports.ruled import RULE
from loyaltydesk.printing.scene import Align, Document, Item, Rect, Role, Text

DARK, LIGHT = "#0B7A5B", "#9AD5C0"
HIGH, FOOT, HEAD = 46.0, 6.0, 8.0  # mm of the bars, and of the words below and above them
GREY_DARK, GREY_LIGHT = "#7C8B85", "#CBD5D0"


class MonthBar(Struct, frozen=True):
    """A month: what members paid and all others (minor units), its name, and what is written above it, if anything."""

    name: str
    members: int
    guests: int
    sum: str = ""


class LetterFace(Struct, frozen=True):
    """A letter in ready words: parts of a heading and its sentences; `tasks` stand last, each behind a dot."""

    title: Title
    chart: tuple[MonthBar, ...]
    legend: tuple[str, str]
    chart_title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    tasks: tuple[str, tuple[str, ...]]


def month_letter_scene(face: LetterFace) -> Document:
    """The letter, on one sheet or two."""
    flow = Flow(face.title)
    (first, sentences), *others = face.parts
    flow.heading(first)
    flow.words(" ".join(sentences))
    if any(bar.members + bar.guests > 0 for bar in face.chart):
        flow.space(2)
        flow.need(HIGH + FOOT + HEAD + 12)
        flow.draw(list(_chart(face)), HIGH + FOOT + HEAD + 8)
    for heading, sentences in others:
        flow.heading(heading)
        flow.words(" ".join(sentences))
    heading, tasks = face.tasks
    flow.heading(heading)
    for task in tasks:
        flow.bullet(task)
    return flow.document("month-letter")


def _chart(face: LetterFace) -> Iterator[Item]:
    yield Text(face.chart_title, 0, 4, 3.4, Role.BOLD, MUTED, width=INSIDE / 2)
    x = INSIDE
    for words, colour in reversed(tuple(zip(face.legend, (DARK, LIGHT), strict=True))):
        yield Text(words, x, 4, 3.2, Role.BODY, MUTED, Align.RIGHT, 40)
        x -= min(40.0, width_of(words, Role.BODY, size=3.2)) + 4.2
        yield Rect(x, 1.5, 2.8, 2.8, colour, radius=0.6)
        x -= 5
    most = max(max(0, bar.members) + max(0, bar.guests) for bar in face.chart) or 1
    step = INSIDE / len(face.chart)
    base = 8 + HEAD + HIGH
    for place, bar in enumerate(face.chart):
        yield from _bar(bar, (place * step, base, step), most, is_last=place == len(face.chart) - 1)
    yield Rect(0, base, INSIDE, 0.25, RULE)


def _bar(bar: MonthBar, place: tuple[float, float, float], most: int, *, is_last: bool) -> Iterator[Item]:
    x, base, step = place
    wide = step * 0.62
    left = x + (step - wide) / 2
    low, high = (HIGH * max(0, part) / most for part in (bar.members, bar.guests))
    dark, light = (DARK, LIGHT) if is_last else (GREY_DARK, GREY_LIGHT)
    if high:
        yield Rect(left, base - low - high, wide, high, light)
    if low:
        yield Rect(left, base - low, wide, low, dark)
    role, colour = (Role.BOLD, INK) if is_last else (Role.BODY, MUTED)
    if bar.sum:
        yield Text(bar.sum, x + step / 2, base - low - high - 1.4, 2.7, role, colour, Align.CENTRE, step * 1.5)
    yield Text(bar.name, x + step / 2, base + 4, 2.9, role, colour, Align.CENTRE, step)
