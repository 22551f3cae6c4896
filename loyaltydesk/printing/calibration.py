"""A page for each side that shows by how many tenths of a millimetre a printer draws its paper askew.

At two edges of a label stand steps, each a tenth of a millimetre further than the one before. The step that lies on the
cut is the correction. Where nothing is cut yet, the lines of the front are seen through the paper against the steps of
the back. Rulers along the edges tell how far the whole page is off, and whether it was shrunk.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from loyaltydesk.printing.colours import INK, MUTED
from loyaltydesk.printing.scene import BLACK, Align, Document, Group, Item, Motif, Page, Placed, Rect, Role, Text
from loyaltydesk.printing.stocks import Flip, Point, Stock
from loyaltydesk.printing.typeset import paragraph
from loyaltydesk.words import tr

FARTHEST = 30  # tenths of a millimetre, each way
NUMBERED = (5, 10, 15)  # every so many steps, as there is room for their numbers
LINE = 0.1  # mm; the thickness of whatever is measured
STEP = 0.78  # how long the stroke of a step is
RULER = 5.0  # from the edge of the paper, which many printers leave white up to 5 mm
FIRST_TICK = 10


def calibration_scene(stock: Stock, *, dpi: int = 600) -> Document:
    """The front and the back of the page for a stock; corrections that are in force already are left out."""
    plain = replace(stock, shift=(0, 0), back_shift=None)
    title = tr("Calibration: {paper}").format(paper=stock.name)
    pages = tuple(Page(*stock.sheet, tuple(_side(plain, title, turned=turned))) for turned in (False, True))
    return Document(pages, title, "", dpi, "cards", True, stock.flip is Flip.SHORT_EDGE)


def _side(stock: Stock, title: str, *, turned: bool) -> Iterator[Item]:
    places = list(stock.places(mirrored=turned))
    measured, worded = _measured(stock, turned=turned), _worded(stock, turned=turned)
    seen_through = () if turned else _measured(stock, turned=True)
    for number, place in enumerate(places):
        if number in seen_through:  # the steps of the back are read by these lines
            yield Rect(*place, *stock.label, stroke=INK, stroke_width=LINE)
        else:
            yield from _frame(place, stock.label)
        middle = place[0] + stock.label[0] / 2, place[1] + stock.label[1] / 2 + 1.4
        if number != worded:
            yield Text(str(number + 1), *middle, 4, colour=MUTED, align=Align.CENTRE)
    for level, number in zip((False, True), measured, strict=True):
        yield _steps(places[number], stock.label, level=level)
        yield _field(places[number], stock.label, level=level, turned=turned)
    yield from _rulers(*stock.sheet)
    yield from _words(stock, title, turned=turned)


def _measured(stock: Stock, *, turned: bool) -> tuple[int, int]:
    """The labels with the steps for right and for down: others on the back, so that they do not shine through.

    They have a whole margin or another label before them, on which the steps find room.
    """
    last_row = (stock.rows - 1) * stock.columns
    along = (stock.columns - 1) if stock.columns > 1 else 0
    return (last_row, last_row + along) if turned and stock.rows > 1 else (0, along)


def _frame(place: Point, label: Point) -> Iterator[Item]:
    """The edge of a label in thin lines that end 12 mm from the corners, where they are looked for."""
    (x, y), (width, height) = place, label
    for dx in (0, width):
        for dy in (0, height):
            inward = (1 if dx == 0 else -1, 1 if dy == 0 else -1)
            yield Rect(min(x + dx, x + dx + 12 * inward[0]), y + dy - LINE / 2, 12, LINE, INK)
            yield Rect(x + dx - LINE / 2, min(y + dy, y + dy + 12 * inward[1]), LINE, 12, INK)


def _steps(place: Point, label: Point, *, level: bool) -> Item:
    """The steps at the left edge of a label, for right; or those at its upper edge (`level`), for down."""
    if level:
        room = label[0] - 26
        step = min(room / (2 * FARTHEST + 1), 1.05)
        return Group(tuple(_along(step)), place[0] + 13 + (room - step * (2 * FARTHEST + 1)) / 2, place[1])
    step = min((label[1] - 8) / (2 * FARTHEST + 1), STEP)
    down = (label[1] - step * (2 * FARTHEST + 1)) / 2
    return Group(tuple(_below(step)), place[0], place[1] + down)


def _field(place: Point, label: Point, *, level: bool, turned: bool) -> Text:
    """The name of the field that the number of a step is typed into: under level steps, at the foot of upright ones."""
    right, down = (tr("Backs, right"), tr("Backs, down")) if turned else (tr("Fronts, right"), tr("Fronts, down"))
    x, y, room = place[0] + label[0] / 2, place[1], label[0] - 24
    if level:
        return Text(down, x, y + 10.2, 2.6, Role.BOLD, INK, Align.CENTRE, room)
    return Text(right, place[0] + 12, y + label[1] - 3.5, 2.6, Role.BOLD, INK, width=room)


def _below(step: float) -> Iterator[Item]:
    """One step below the other, from 3 mm left of an upright edge to 3 mm right of it."""
    every = _every(step, room=2.2)
    for row, tenth in enumerate(range(-FARTHEST, FARTHEST + 1)):
        x, y = tenth / 10, row * step
        yield Rect(x - LINE / 2, y, LINE, step * 0.9, BLACK)
        if tenth % every == 0:
            yield Rect(x + 0.4, y + step / 2 - LINE / 2, 4.6 - x, LINE, MUTED)
            yield Text(_number(tenth), 9.4, y + step / 2 + 0.75, 2.1, align=Align.RIGHT, colour=BLACK)


def _along(step: float) -> Iterator[Item]:
    """One step beside the other, from 3 mm above a level edge to 3 mm below it."""
    every = _every(step, room=4)
    for column, tenth in enumerate(range(-FARTHEST, FARTHEST + 1)):
        x, y = column * step, tenth / 10
        yield Rect(x, y - LINE / 2, step * 0.9, LINE, BLACK)
        if tenth % every == 0:
            middle = x + step / 2
            yield Rect(middle - LINE / 2, y + 0.4, LINE, 4.6 - y, MUTED)
            yield Text(_number(tenth), middle, 7.3, 2.1, align=Align.CENTRE, colour=BLACK)


def _every(step: float, *, room: float) -> int:
    """Every how many steps there is room for a number."""
    return next((many for many in NUMBERED if many * step >= room), FARTHEST)


def _number(tenth: int) -> str:
    """A step as it is typed, with a true minus sign."""
    sign = "−" if tenth < 0 else "+" if tenth > 0 else ""
    return f"{sign}{abs(tenth) // 10}.{abs(tenth) % 10}"


def _rulers(width: float, height: float) -> Iterator[Item]:
    """Millimetres along all four edges, counted from the left and from the top edge of the paper."""
    upper, left = Motif(width, 8, tuple(_ruler(width))), Motif(8, height, tuple(_ruler(height, upright=True)))
    yield Placed(upper, 0, RULER)
    yield Placed(upper, 0, height - RULER - 4)
    yield Placed(left, RULER, 0)
    yield Placed(left, width - RULER - 4, 0)


def _ruler(length: float, *, upright: bool = False) -> Iterator[Item]:
    for mm in range(FIRST_TICK, int(length) - FIRST_TICK + 1):
        tall = 3.0 if mm % 10 == 0 else 2.0 if mm % 5 == 0 else 1.2
        yield Rect(0, mm - LINE / 2, tall, LINE, BLACK) if upright else Rect(mm - LINE / 2, 0, LINE, tall, BLACK)
    for mm in range(2 * FIRST_TICK, int(length) - FIRST_TICK, 10):
        if upright:
            yield Text(str(mm), 3.4, mm + 0.6, 1.8, colour=BLACK)
        else:
            yield Text(str(mm), mm, 4.9, 1.8, colour=BLACK, align=Align.CENTRE)


def _worded(stock: Stock, *, turned: bool) -> int:
    """The first label that nothing is measured at, for the words; that of the only one there is."""
    taken = _measured(stock, turned=turned)
    return next((number for number in range(stock.count) if number not in taken), 0)


def _words(stock: Stock, title: str, *, turned: bool) -> Iterator[Item]:
    """What to do, within the steps, which end 10 mm from an edge with the name of their field below them."""
    x, y = list(stock.places(mirrored=turned))[_worded(stock, turned=turned)]
    x, y, width = x + 12, y + 14.5, stock.label[0] - 24
    head = tr("{title} – {side}").format(title=title, side=tr("back") if turned else tr("front"))
    yield Text(head, x, y, 3, Role.BOLD, INK, width=width)
    yield from _paragraphs(_how(stock, turned=turned), Text("", x, y + 4.2, 2.3, colour=INK, width=width, smallest=0.9))


def _how(stock: Stock, *, turned: bool) -> Iterator[str]:
    yield tr("Print at 100 %, not fitted to the page. 10 mm of these rulers must be 10 mm on yours.")
    if turned and stock.flip is Flip.SHORT_EDGE:
        yield tr("This side is printed by turning the sheet over on its short edge.")
    yield tr("Find the step that lies on the cut, and type its number under Cards, Print, in the field named there.")
    if turned:
        yield tr("Nothing cut? Hold the sheet against the light and look where a line of the front meets the steps.")
    else:
        yield tr("Nothing cut? Leave the front at 0 and measure the back.")


def _paragraphs(sentences: Iterable[str], first: Text) -> Iterator[Text]:
    y = first.y
    for sentence in sentences:
        lines = paragraph(replace(first, text=sentence, y=y), 4)
        yield from lines
        y = lines[-1].y + first.size * 1.7
