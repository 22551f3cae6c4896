"""Address labels on the sheets that can be bought, from any label of the first sheet on."""

from collections.abc import Sequence

from msgspec.structs import replace

from loyaltydesk.printing.greetings.address import address_block
from loyaltydesk.printing.greetings.cards import KIND
from loyaltydesk.printing.greetings.face import GreetingFace
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.lazy_pages import LazyPages
from loyaltydesk.printing.scene import Document, Group, Page
from loyaltydesk.printing.stocks import A4, LETTER, Stock

# Positions as the makers' own templates give them.
LABEL_STOCKS = {
    stock.name: stock
    for stock in (
        Stock("Avery L7160", A4, 3, 7, (63.5, 38.1), (7.25, 15.15), (66.0, 38.1)),
        Stock("Avery L7159", A4, 3, 8, (63.5, 33.9), (7.25, 12.9), (66.0, 33.9)),
        Stock("Avery L7163", A4, 2, 7, (99.1, 38.1), (4.65, 15.15), (101.6, 38.1)),
        Stock("Avery 3474", A4, 3, 8, (70.0, 37.0), (0.0, 0.5), (70.0, 37.0)),
        Stock("Avery 5160", LETTER, 3, 10, (66.675, 25.4), (4.7625, 12.7), (69.85, 25.4)),
        Stock("Avery 5163", LETTER, 2, 5, (101.6, 50.8), (3.96875, 12.7), (106.3625, 50.8)),
    )
}


def address_label_scene(
    faces: Sequence[GreetingFace], *, stock: Stock = LABEL_STOCKS["Avery L7160"], start: int = 0, title: str = ""
) -> Document:
    """A label for each of `faces` that has an address; the first `start` labels of the first sheet are gone already."""
    addressed = [face for face in faces if any(line.strip() for line in face.address)]
    begun = replace(stock, start=start % stock.count)
    places = tuple(begun.places())

    def page(number: int) -> Page:
        first = number * stock.count - begun.start
        labels = zip(range(first, first + stock.count), places, strict=True)
        return Page(
            *stock.sheet,
            tuple(
                Group(tuple(address_block(addressed[n].address, _within(stock), size=4.4)), x, y)
                for n, (x, y) in labels
                if 0 <= n < len(addressed)
            ),
        )

    return Document(LazyPages(range(begun.sheets(len(addressed))), page), title, title, 300, f"{KIND}-labels")


def _within(stock: Stock) -> Box:
    """Where the words stand on a label: away from its edge, a little above the middle."""
    width, height = stock.label
    edge = max(5.0, width * 0.09)
    lines = min(height - 8, 5 * 4.4 * 1.36)
    return Box(edge, (height - lines) / 2 + 0.6, width - 2 * edge, lines)
