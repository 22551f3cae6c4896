"""What the owner said about the shop, and how much its file holds."""

import re
from datetime import date, datetime

from msgspec import Struct

from loyaltydesk.model.cards import OWN_PREFIX
from loyaltydesk.model.refusals import BadRequest


class ShopSettings(Struct, frozen=True):
    """The shop's settings; they travel with the file and its backups."""

    name: str = ""
    line: str = ""  # under the name on paper
    language: str = "en"
    region: str = ""  # ISO 3166, for phone numbers
    address: str = ""
    colour: str = "#0B7A5B"  # of cards and vouchers
    card_prefix: str = OWN_PREFIX  # the first two digits of numbers of our own


class Version(Struct, frozen=True):
    """A version of the programme: when it was made, from which day it counts (None: at once), and its text."""

    number: int
    at: datetime
    from_day: date | None
    toml: str


class Contents(Struct, frozen=True):
    """How much a shop's file holds."""

    customers: int
    purchases: int
    size: int  # bytes on the disk


def checked_prefix(prefix: str) -> str:
    """`prefix` if card numbers of our own can begin with it. Raises BadRequest.

    Twenty to twenty-nine are free for use within a shop (GS1 General Specifications, 1.4.1).
    """
    if not re.fullmatch("2[0-9]", prefix):
        raise BadRequest("card_prefix", "bad_prefix")
    return prefix
