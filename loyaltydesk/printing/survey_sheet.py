"""Answer sheets of a survey: leaves of A6 and A5, several on A4 to be cut, and slips; each with a code of its own."""

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct

from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.scene import Align, Bars, Document, Group, Item, Page, Rect, Role, Text
from loyaltydesk.printing.slip import BOTTOM, SLIP_DPI, TOP, Roll
from loyaltydesk.printing.survey_form import ENDLESS, GREY, SheetQuestion, draw_questions
from loyaltydesk.printing.typeset import paragraph

KIND = "surveys"  # what the print dialog remembers its printer under
EDGE, CUT = 9.0, "#B5B5B5"
BARS_HEIGHT, FOOT = 11.0, 19.0  # mm; the foot has the bars and the code below them


class SheetFace(Struct, frozen=True):
    """An answer sheet in ready words; `about` says what becomes of it, `number` which one it is."""

    shop: str
    title: str
    about: str
    questions: tuple[SheetQuestion, ...]
    code: str
    number: str = ""


class SheetPaper(Enum):
    """What answer sheets are printed on: the paper, and how many stand on it beside and below each other."""

    A4_FOUR = (210.0, 297.0, 2, 2)
    A4_TWO = (297.0, 210.0, 2, 1)
    A5 = (148.0, 210.0, 1, 1)
    A6 = (105.0, 148.0, 1, 1)

    @property
    def leaf(self) -> tuple[float, float]:
        """The size of one sheet (mm)."""
        wide, high, columns, rows = self.value
        return wide / columns, high / rows


def survey_scene(faces: Sequence[SheetFace], *, paper: SheetPaper = SheetPaper.A4_FOUR, dpi: int = 300) -> Document:
    """The sheets on as many pages as they need, with lines to cut by where several stand on one."""
    wide, high, columns, rows = paper.value
    across, down = int(columns), int(rows)
    each = across * down

    def page(number: int) -> Page:
        items: list[Item] = list(_cuts(paper))
        for place, face in enumerate(faces[number * each : (number + 1) * each]):
            row, column = divmod(place, across)
            leaf = paper.leaf
            items.append(Group(_leaf(face, leaf, dpi=dpi), column * leaf[0], row * leaf[1]))
        return Page(wide, high, tuple(items))

    shop = faces[0].shop if faces else ""
    title = faces[0].title if faces else ""
    return Document(LazyPages(range(-(-len(faces) // each)), page), title, shop, dpi, KIND)


def survey_slips_scene(faces: Sequence[SheetFace], *, roll: Roll = Roll.MM80, dpi: int = SLIP_DPI) -> Document:
    """The sheets on roll paper, each as long as its questions are."""
    pages = LazyPages(range(len(faces)), lambda number: _slip(faces[number], roll, dpi=dpi))
    shop = faces[0].shop if faces else ""
    return Document(pages, faces[0].title if faces else "", shop, dpi, kind="slip")


def _leaf(face: SheetFace, size: tuple[float, float], *, dpi: int) -> tuple[Item, ...]:
    wide, high = size[0] - 2 * EDGE, size[1] - 2 * EDGE
    head = Text(face.shop, EDGE, EDGE + 3.4, 3.4, Role.BODY, GREY, width=wide)
    title = paragraph(Text(face.title, EDGE, EDGE + 9.4, 5.6, Role.BOLD, width=wide, smallest=0.7), 2, leading=1.15)
    low = title[-1].y if title else EDGE + 9.4
    about = paragraph(Text(face.about, EDGE, low + 4.6, 2.9, Role.BODY, GREY, width=wide, smallest=0.85), 2)
    top = (about[-1].y if about else low) + 4.2
    foot = EDGE + high - FOOT
    drawn = draw_questions(face.questions, EDGE, y=top, width=wide, height=foot - top - 1)
    return head, *title, *about, *drawn.items, *_foot(face, (EDGE, foot + 2), width=wide, dpi=dpi)


def _foot(face: SheetFace, corner: tuple[float, float], *, width: float, dpi: int) -> tuple[Item, ...]:
    """The bars over their code, and on the right which sheet it is."""
    symbol, (x, y) = symbol_for(face.code), corner
    room = min(width, 72.0)
    bars = Bars(x, y, room, BARS_HEIGHT, symbol, dots_for(symbol, room, dpi=dpi), dpi, Align.LEFT)
    code = Text(shown_code(face.code), bars.middle, y + BARS_HEIGHT + 3.4, 3.1, align=Align.CENTRE, width=room)
    number = Text(face.number, x + room + 2, y + BARS_HEIGHT, 2.9, Role.BODY, GREY, width=max(width - room - 2, 1))
    return (bars, code, number) if width - room > 12 else (bars, code)


def _slip(face: SheetFace, roll: Roll, *, dpi: int) -> Page:
    column, (wide, width) = roll.column(), roll.value
    column.words(face.shop, 3.6, most=1)
    column.words(face.title, 4.8, role=Role.BOLD, most=3)
    column.words(face.about, 2.9, most=3)
    column.rule()
    left = (wide - width) / 2
    drawn = draw_questions(face.questions, left + 0.5, y=column.y, width=width - 1, height=ENDLESS)
    column.items += drawn.items
    column.y = drawn.bottom
    column.bars(symbol_for(face.code), dpi=dpi, height=BARS_HEIGHT, caption=shown_code(face.code))
    return Page(wide, max(column.y, TOP) + BOTTOM, tuple(column.items))


def _cuts(paper: SheetPaper) -> tuple[Rect, ...]:
    """Thin lines between the sheets of a page."""
    wide, high, columns, rows = paper.value
    beside = [Rect(wide * column / columns, 0, 0.15, high, CUT) for column in range(1, int(columns))]
    below = [Rect(0, high * row / rows, wide, 0.15, CUT) for row in range(1, int(rows))]
    return (*beside, *below)


def shown_code(code: str) -> str:
    """A sheet's code as it is read and typed: in groups of four."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
