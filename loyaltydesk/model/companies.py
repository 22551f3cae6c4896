"""Companies as customers: one account, several cards, and who carries each of them."""

from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.cards import Card
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.folding import BEHIND_ALL_NAMES, fold, folded_words

HOLDER = "holder"  # the kind of the records that say who carries a card; they go with the customer
LONGEST_HOLDER = 120  # letters


class CompanySort(StrEnum):
    """The order in which companies can be paged through."""

    NAME = "name"


class CompanyKey(Struct, frozen=True):
    """Where a page of companies ends, to go on from there; `company` is the name as `sort_company` makes it."""

    company: str
    id: str


def sort_company(name: str) -> str:
    """Where a company stands among others: by its words without diacritics and quotation marks; empty for no name."""
    return " ".join(folded_words(name)) or fold(name) or (BEHIND_ALL_NAMES if name else "")


class CompanyCard(Struct, frozen=True):
    """A card of a company: who carries it, and what it bought in the last 12 months (money in minor units)."""

    card: Card
    holder: str = ""
    purchases: int = 0
    spent: int = 0


class Company(Struct, frozen=True):
    """A company with its cards, the newest first."""

    customer: Customer
    cards: tuple[CompanyCard, ...]

    @property
    def purchases(self) -> int:
        """How often its cards bought something in the last 12 months."""
        return sum(each.purchases for each in self.cards)

    @property
    def spent(self) -> int:
        """What its cards bought for in the last 12 months (minor units)."""
        return sum(each.spent for each in self.cards)
