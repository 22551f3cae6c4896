"""Loyalty cards and their numbers: any printable code of 4 to 48 characters, our own being EAN-13 from 26."""

import re
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.refusals import BadCardNumber

OWN_PREFIX = "26"  # GS1 restricted circulation; shops' scales take 20 to 25 and 29 as a rule
SHORTEST, LONGEST = 4, 48
_BLANKS = re.compile(r"\s+", re.ASCII)
_UPC = re.compile("0?[0-9]{12}")


class CardState(StrEnum):
    """What a card can do now."""

    BLANK = "blank"  # made, and waiting for its customer
    ACTIVE = "active"
    BLOCKED = "blocked"
    REPLACED = "replaced"


class CardRole(StrEnum):
    """What the holder of a card may do with the points."""

    FULL = "full"
    EARN_ONLY = "earn_only"


class Card(Struct, frozen=True):
    """One card: its identity, its number and whose it is.

    `number` is what its bars say; `printed` is what stands on it for people where that is another one, `symbology` the
    kind of its bars (a Symbology), empty for what suits the number.
    """

    id: str
    number: str
    state: CardState
    role: CardRole
    customer: str | None
    replaced_by: str = ""
    issued: datetime | None = None  # when it was made
    printed: str = ""
    symbology: str = ""


def check_digit(digits: str) -> str:
    """The last digit that makes `digits` (ASCII, without it) an EAN or UPC (GS1 General Specifications, 7.9)."""
    odd, even = sum(map(int, digits[::-2])), sum(map(int, digits[-2::-2]))  # places from the right
    return str(-(3 * odd + even) % 10)


def tidy(code: str) -> str:
    """A typed or scanned code as it is kept: capitals (Caps Lock turns a scanner's letters round), no spaces."""
    bare = _BLANKS.sub("", code)
    return bare.upper() if bare.isascii() else bare  # or ß would become SS, and another card


def checked_number(code: str) -> str:
    """`code` as a card number. Raises BadCardNumber for a wrong length, strange characters or a false check digit.

    Numbers of other makes are taken as they are; only thirteen digits are held to be an EAN-13 and checked.
    """
    number = tidy(code)
    shown = number[:LONGEST] + "…" if len(number) > LONGEST else number
    if not all("!" <= character <= "~" for character in number):
        raise BadCardNumber(_printable(shown), "characters")
    if not SHORTEST <= len(number) <= LONGEST:
        raise BadCardNumber(shown, "length")
    if re.fullmatch(r"[0-9]{13}", number) and check_digit(number[:12]) != number[12]:
        raise BadCardNumber(number, "check_digit")
    return number


def checked_printed(text: str) -> str:
    """A number as it stands on a card, without blanks. Raises BadCardNumber for a wrong length or no plain letters."""
    printed = tidy(text)
    shown = printed[:LONGEST] + "…" if len(printed) > LONGEST else printed
    if not printed.isprintable():
        raise BadCardNumber(_printable(shown), "characters")
    if printed and not SHORTEST <= len(printed) <= LONGEST:
        raise BadCardNumber(shown, "length")
    return printed


def spellings(code: str) -> tuple[str, ...]:
    """The numbers under which a scanned `code` may be kept: readers show an EAN-13 from 0 as twelve digits (UPC-A)."""
    number = tidy(code)
    if not _UPC.fullmatch(number):
        return (number,)
    return number, "0" + number if len(number) == 12 else number[1:]


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in text)
