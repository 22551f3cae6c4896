"""What a slip tells of a purchase, gathered once: the purchase itself, and how its customer stands now."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.facts import PurchaseRecorded
from loyaltydesk.model.purchases import Purchase, Voucher
from loyaltydesk.model.voices import Voice


class Ahead(Struct, frozen=True):
    """The next reward: its name, the points missing to it, and its cost."""

    name: str
    missing: int
    cost: int


class TierAhead(Struct, frozen=True):
    """The tier above: what is missing to it and what is there, in minor units where `is_money`, else in points."""

    name: str
    missing: int
    reached: int
    is_money: bool


class SlipAccount(Struct, frozen=True):
    """How the customer stands: points that can be spent, and those of them that end next, with their last day.

    `stamps` has the name of each stamp card, the stamps on it, and the number that fills it.
    """

    customer: Customer
    balance: int
    ahead: Ahead | None = None
    ending: tuple[int, date] | None = None
    tier: TierAhead | None = None
    stamps: tuple[tuple[str, int, int], ...] = ()


class SlipFacts(Struct, frozen=True):
    """A purchase as it stands now; no `account` for a guest and for a person who was forgotten.

    `products` are names by code. `answered` is what the customer once said, with the answer that is news to them.
    """

    purchase: Purchase
    recorded: PurchaseRecorded
    account: SlipAccount | None = None
    vouchers: tuple[Voucher, ...] = ()
    products: Mapping[str, str] = field(default_factory=dict)
    answered: Voice | None = None
