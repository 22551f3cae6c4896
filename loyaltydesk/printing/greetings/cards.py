"""Greeting cards for a printer, sheet by sheet, and one card as it will be held."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from loyaltydesk.printing.greetings.drawing import GreetingDrawing
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.formats import SHEETS, Kind
from loyaltydesk.printing.greetings.imposing import Imposition
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.scene import Document, Page

Side = Literal["front", "inside", "back"]
KIND = "greetings"  # what the print dialog remembers its printer under


class View(Struct, frozen=True):
    """One side of a card as it is held: which one it is, and its picture."""

    side: Side
    page: Page


def greeting_views(look: GreetingLook, face: GreetingFace, *, dpi: int = 300) -> tuple[View, ...]:
    """Each side of one card, upright, to be looked at on the screen. Raises CodeNotPrintable and CodeTooWide."""
    drawing = GreetingDrawing(look, dpi=dpi)
    width, height = drawing.format.front
    if drawing.format.kind is not Kind.FOLDED:
        sides: tuple[tuple[Side, bool], ...] = (("front", False), ("back", True))
        some = sides if drawing.format.two_sided else sides[:1]
        return tuple(View(side, Page(width, height, drawing.side(face, back=back))) for side, back in some)
    return (
        View("front", Page(width, height, tuple(drawing.front(face)))),
        View("inside", Page(2 * width, height, drawing.side(face, back=True))),
        View("back", Page(width, height, tuple(drawing.back()))),
    )


def greeting_scene(
    look: GreetingLook, faces: Sequence[GreetingFace], *, sheet: str = "own", dpi: int = 300
) -> Document:
    """A card for each of `faces` on sheets of the kind `sheet` (a key of SHEETS), backs behind their fronts.

    Pages are made when they are asked for, which may raise CodeNotPrintable and CodeTooWide for a voucher.
    """
    drawing = GreetingDrawing(look, dpi=dpi)
    way = Imposition(drawing.format, SHEETS[sheet])
    sides = 2 if drawing.format.two_sided else 1

    def page(number: int) -> Page:
        first, back = number // sides * way.count, number % sides == 1
        some = faces[first : first + way.count]
        return way.page([drawing.side(face, back=back) for face in some], back=back)

    pages = LazyPages(range(-(-len(faces) // way.count) * sides), page)
    return Document(pages, look.shop, look.shop, dpi, KIND, drawing.format.two_sided)
