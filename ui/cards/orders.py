"""What is to be printed on which paper, and the drawing of it on a desk of its own."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.printing.card import CR80, CardFace, CardLook, Sides, card_scene
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.sheet import sheet_scene
from loyaltydesk.printing.stocks import Stock
from ui.seams.paper import paper_for


class Order(Struct, frozen=True):
    """So many new cards, or blank ones by their numbers, or the card of a customer (id)."""

    new: int = 0
    numbers: tuple[str, ...] = ()
    customer: str = ""

    @property
    def count(self) -> int:
        """How many cards that is."""
        return self.new or len(self.numbers) or int(bool(self.customer))


class Sheet(Struct, frozen=True):
    """The paper: a stock of labels, or none for single cards; and which sides."""

    stock: Stock | None
    sides: Sides

    @property
    def size(self) -> tuple[float, float]:
        """One card in mm."""
        return self.stock.label if self.stock else CR80

    def sheets(self, count: int) -> int:
        """How many sheets so many cards take; single cards are none."""
        return -(-count // self.stock.count) if self.stock else 0

    def document(self, look: CardLook, faces: Sequence[CardFace]) -> Document:
        """The cards on this paper. Raises CodeNotPrintable and CodeTooWide."""
        if self.stock is None:
            return card_scene(look, faces, sides=self.sides)
        return sheet_scene(look, faces, stock=self.stock, sides=self.sides)


def customer_card(desk: Desk, shop: ShopSettings, customer: str) -> tuple[CardLook, CardFace]:
    """A customer's newest card that can be used, in the customer's language.

    Raises UnknownCustomer, or BadRequest when there is no such card.
    """
    seen = desk.customers.see(customer)
    number = desk.customers.card_number(customer)
    if not number:
        raise BadRequest("customer", "no_card")
    paper = paper_for(desk, seen.customer, shop=shop)
    return paper.look(), paper.card(number, seen.customer.profile.called, tier=seen.tier)


def drawing(order: Order, sheet: Sheet) -> Callable[[Desk], Document]:
    """The work of drawing an order; new cards are made in the shop first. It raises what the desk refuses."""

    def draw(desk: Desk) -> Document:
        shop = desk.shop.settings()
        if order.customer:
            look, face = customer_card(desk, shop, order.customer)
            return sheet.document(look, [face])
        paper = paper_for(desk, shop=shop)
        numbers = desk.cards.make(order.new) if order.new else order.numbers
        return sheet.document(paper.look(), [paper.card(number) for number in numbers])

    return draw


def moved(stock: Stock, tenths: tuple[int, int]) -> Stock:
    """`stock` for a printer that has to be corrected by so many tenths of a millimetre to the right and down."""
    return replace(stock, shift=(tenths[0] / 10, tenths[1] / 10))
