"""What a letter tells that answers what a customer said."""

from msgspec import Struct

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.voices import Voice


class LetterFacts(Struct, frozen=True):
    """An answered voice, whose it is, and how the shop writes to them; `others` asked for the same.

    `signature` is the drawn one as the file keeps it, `ink` its colour (#RRGGBB) and `signed` the name below; both may
    be empty. `salutation` and `closing` are in the customer's language.
    """

    voice: Voice
    customer: Customer
    salutation: str
    closing: str
    others: int = 0
    signature: bytes | None = None
    signed: str = ""
    ink: str = ""
