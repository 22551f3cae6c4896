"""What the owner said about the shop, and how much its file holds."""

from datetime import date, datetime

from msgspec import Struct

from loyaltydesk.model.cards import OWN_PREFIX


class ShopSettings(Struct, frozen=True):
    """The shop's settings; they travel with the file and its backups."""

    name: str = ""
    line: str = ""  # under the name on paper
    language: str = "en"
    region: str = ""  # ISO 3166, for phone numbers
    address: str = ""
    card_prefix: str = OWN_PREFIX  # what numbers of our own begin with, as EAN-13; see model.numbers


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
