"""Greeting cards for a printer, sheet by sheet, and one card as it will be held."""

from collections.abc import Sequence
from typing import overload

from msgspec import Struct

from loyaltydesk.printing.greetings.drawing import GreetingDrawing
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.formats import SHEETS, Kind
from loyaltydesk.printing.greetings.imposing import Imposition
from loyaltydesk.printing.scene import Document, Page
from loyaltydesk.words import mark

KIND = "greetings"  # what the print dialog remembers its printer under


class View(Struct, frozen=True):
    """One side of a card as it is held: its name (a sentence to translate) and its picture."""

    name: str
    page: Page


def greeting_views(look: GreetingLook, face: GreetingFace, *, dpi: int = 300) -> tuple[View, ...]:
    """Each side of one card, upright, to be looked at on the screen. Raises CodeNotPrintable and CodeTooWide."""
    drawing = GreetingDrawing(look, dpi=dpi)
    width, height = drawing.format.front
    if drawing.format.kind is not Kind.FOLDED:
        sides = ((mark("Front"), False), (mark("Back"), True))[: 2 if drawing.format.two_sided else 1]
        return tuple(View(name, Page(width, height, drawing.side(face, back=back))) for name, back in sides)
    return (
        View(mark("Front"), Page(width, height, tuple(drawing.front(face)))),
        View(mark("Inside"), Page(2 * width, height, drawing.side(face, back=True))),
        View(mark("Back"), Page(width, height, tuple(drawing.back()))),
    )


def greeting_scene(
    look: GreetingLook, faces: Sequence[GreetingFace], *, sheet: str = "own", dpi: int = 300
) -> Document:
    """A card for each of `faces` on sheets of the kind `sheet` (a key of SHEETS), backs behind their fronts.

    Pages are made when they are asked for, which may raise CodeNotPrintable and CodeTooWide for a voucher.
    """
    drawing = GreetingDrawing(look, dpi=dpi)
    pages = _Pages(drawing, faces, Imposition(drawing.format, SHEETS[sheet]))
    return Document(pages, look.shop, look.shop, dpi, KIND, drawing.format.two_sided)


class _Pages(Sequence[Page]):
    """The sides of all sheets, each drawn when it is its turn."""

    def __init__(self, drawing: GreetingDrawing, faces: Sequence[GreetingFace], way: Imposition) -> None:
        self._drawing, self._faces, self._way = drawing, faces, way
        self._sides = 2 if drawing.format.two_sided else 1

    def __len__(self) -> int:
        return -(-len(self._faces) // self._way.count) * self._sides

    @overload
    def __getitem__(self, index: int) -> Page: ...
    @overload
    def __getitem__(self, index: slice) -> list[Page]: ...
    def __getitem__(self, index: int | slice) -> Page | list[Page]:
        if isinstance(index, slice):
            return [self._page(n) for n in range(*index.indices(len(self)))]
        return self._page(range(len(self))[index])

    def _page(self, number: int) -> Page:
        sheet, side = divmod(number, self._sides)
        faces = self._faces[sheet * self._way.count : (sheet + 1) * self._way.count]
        return self._way.page([self._drawing.side(face, back=side == 1) for face in faces], back=side == 1)
