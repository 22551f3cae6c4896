"""The questions of an answer sheet as they are drawn: words, boxes to tick, lines to write on, as small as need be."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.printing.scene import BLACK, Align, Item, Rect, Role, Text
from loyaltydesk.printing.typeset import line, paragraph

LINE, GREY = 0.25, "#555555"
ENDLESS = 10_000.0  # mm: a roll
# Of all sizes, until the questions have room; the last ones are for five long questions with five long answers each.
SCALES = (1.3, 1.15, 1.0, 0.92, 0.85, 0.78, 0.7, 0.63, 0.56, 0.5, 0.45, 0.4, 0.36)
WIDEST_STEP = 13.0  # mm from one box of a scale to the next


class SheetQuestion(Struct, frozen=True):
    """A question in ready words: what stands at each box, what the ends of a scale mean, and lines to write on."""

    text: str
    ticks: tuple[str, ...] = ()
    ends: tuple[str, str] = ("", "")
    listed: bool = False  # each tick is a line of words, not a number of a scale
    lines: int = 0


class Drawn(Struct, frozen=True):
    """Items and where they end."""

    items: tuple[Item, ...]
    bottom: float


def draw_questions(questions: Sequence[SheetQuestion], x: float, *, y: float, width: float, height: float) -> Drawn:
    """Questions below each other from (`x`, `y`) down, as large as `height` allows; numbered if there are several."""
    drawn = Drawn((), y)
    for scale in SCALES if height < ENDLESS else (1.0,):
        pen = _Pen(x, y, width=width, scale=scale)
        for number, question in enumerate(questions, 1):
            pen.question(f"{number}. {question.text}" if len(questions) > 1 else question.text, question)
        drawn = Drawn(tuple(pen.items), pen.y)
        if drawn.bottom <= y + height:
            break
    return drawn


class _Pen:
    """Draws from the top down; `scale` is that of every size."""

    def __init__(self, x: float, y: float, *, width: float, scale: float) -> None:
        self._x, self.y, self._width, self._scale = x, y, width, scale
        self.items: list[Item] = []

    def question(self, text: str, question: SheetQuestion) -> None:
        """One question with all there is to tick and to fill in."""
        self._words(text)
        if question.listed:
            self._list(question.ticks)
        elif question.ticks:
            self._row(question.ticks)
            self._ends(question.ends)
        for _line in range(question.lines):
            self.y += 7 * self._scale
            self.items.append(Rect(self._x, self.y, self._width, LINE, GREY))
        self.y += 4.6 * self._scale

    def _words(self, text: str) -> None:
        size = 3.7 * self._scale
        self.y += size
        wanted = Text(text, self._x, self.y, size, Role.BOLD, width=self._width, smallest=0.85)
        lines = paragraph(wanted, 3, leading=1.2)
        self.items += lines
        self.y = lines[-1].y if lines else self.y

    def _row(self, ticks: Sequence[str]) -> None:
        """Boxes of a scale with the number above each."""
        step = min(self._width / len(ticks), WIDEST_STEP * max(self._scale, 0.8))
        side, size = min(5.0 * self._scale, step * 0.78), 3.1 * self._scale
        self.y += 1.4 * self._scale + size
        for number, tick in enumerate(ticks):
            middle = self._x + step * number + side / 2
            self.items.append(Text(tick, middle, self.y, size, align=Align.CENTRE, width=step))
            self.items.append(self._box(middle - side / 2, self.y + size * 0.4, side=side))
        self.y += size * 0.4 + side
        self._end = self._x + step * (len(ticks) - 1) + side

    def _ends(self, ends: tuple[str, str]) -> None:
        """What the first box means, and the last one, each below its own."""
        if not any(ends):
            return
        size, gap = 2.6 * self._scale, 2.0
        self.y += size * 1.45
        low = Text(ends[0], self._x, self.y, size, colour=GREY)
        high = replace(low, text=ends[1], align=Align.RIGHT)
        both = line(low).width + gap + line(high).width
        right = self._x + min(max(self._end - self._x, both), self._width)
        half = (right - self._x - gap) / 2
        room = right - self._x - gap - min(line(low).width, max(half, right - self._x - gap - line(high).width))
        self.items += (replace(low, width=right - self._x - gap - room), replace(high, x=right, width=room))

    def _list(self, ticks: Sequence[str]) -> None:
        """Boxes with words beside them, in two columns where all of them are short."""
        side, size = 4.0 * self._scale, 3.3 * self._scale
        half = self._width / 2
        texts = [Text(tick, 0, 0, size) for tick in ticks]
        columns = 2 if all(line(text).width <= half - side - 4 for text in texts) else 1
        wide = self._width / columns
        top = self.y + 1.6 * self._scale
        for number, text in enumerate(texts):
            row, column = divmod(number, columns)
            x, y = self._x + column * wide, top + row * side * 1.4
            room = wide - side - 2.5
            self.items += (self._box(x, y, side=side), replace(text, x=x + side + 1.8, y=y + side * 0.82, width=room))
        self.y = top + -(-len(ticks) // columns) * side * 1.4 - side * 0.4

    def _box(self, x: float, y: float, *, side: float) -> Rect:
        return Rect(x, y, side, side, None, BLACK, LINE, 0.6 * self._scale)
