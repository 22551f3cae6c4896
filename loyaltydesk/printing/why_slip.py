"""A slip that says why a purchase brought its points, for a customer who wants to see it in black and white."""

from msgspec import Struct

from loyaltydesk.printing.scene import Document, Page, Role
from loyaltydesk.printing.slip import BOTTOM, SLIP_DPI, Pair, Roll


class WhyFace(Struct, frozen=True):
    """The story of a purchase's points in ready words."""

    shop: str
    head: tuple[str, ...]
    bill: tuple[Pair, ...]
    steps: tuple[str, ...]
    total: str
    programme: str


def why_scene(face: WhyFace, *, roll: Roll = Roll.MM80, dpi: int = SLIP_DPI) -> Document:
    """The slip; as long as it needs to be."""
    column = roll.column()
    column.words(face.shop, 5.6, role=Role.BOLD, most=2)
    for words in face.head:
        column.words(words, 3.3, most=2)
    column.rule()
    for pair in face.bill:
        column.pair(pair, 3.3)
    column.rule()
    for step in face.steps:
        column.words(step, 3.3, most=4)
        column.space(0.8)
    column.space(0.8)
    column.boxed((face.total, ""), 4.8)
    column.space(1.5)
    column.words(face.programme, 3.1, most=2)
    page = Page(roll.value[0], column.y + BOTTOM, tuple(column.items))
    return Document((page,), face.shop, face.shop, dpi, "slip")
