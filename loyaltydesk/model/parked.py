"""A purchase that was put aside before it was recorded: what was on the counter, and nothing that counts."""

from datetime import datetime

from msgspec import Struct

from loyaltydesk.model.products import Product


class BillLine(Struct, frozen=True):
    """So many of a product on a bill in the making; `price` (minor units, for one) may be another than the list's."""

    product: Product
    price: int
    qty: int = 1

    @property
    def sum(self) -> int:
        """What the line comes to, in minor units."""
        return self.price * self.qty


class Parked(Struct, frozen=True):
    """A purchase that waits: its lines, an amount beside them (minor units), whose it is, and what is used for it.

    `card` is the identity of a card, for its number is forgotten with its customer, and this is kept for good. `points`
    is None for as many as the bill allows.
    """

    lines: tuple[BillLine, ...] = ()
    amount: int = 0
    card: str = ""
    customer: str = ""
    points: int | None = 0
    rewards: tuple[str, ...] = ()
    vouchers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """The bill before anything comes off, in minor units."""
        return self.amount + sum(line.sum for line in self.lines)


class Waiting(Struct, frozen=True):
    """A parked purchase in its place in the queue: under which number, since when, put there by whom."""

    id: str
    number: int
    at: datetime
    staff: str
    parked: Parked
