"""What the owner said about the shop."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """The shop's settings; they travel with the file and its backups."""

    name: str = ""
    line: str = ""  # under the name on paper
    language: str = "en"
    region: str = ""  # ISO 3166, for phone numbers
    address: str = ""
    colour: str = "#0B7A5B"  # of cards and vouchers
