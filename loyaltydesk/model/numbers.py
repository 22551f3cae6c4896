"""How the shop numbers its own cards: as EAN-13 from a prefix, or as letters and digits, at random or one by one.

Numbers from 20 to 29 belong to whoever is in the shop (GS1 General Specifications, 1.4.1, restricted circulation), and
so do 02 and 04; but a number that begins with 0 is shown without it by most readers, as a UPC-A of twelve digits.
"""

import re
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.cards import LONGEST, OWN_PREFIX, check_digit
from loyaltydesk.model.codes import is_voucher_like
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.symbologies import CHECKED, Symbology, can_say

LONGEST_PREFIX = 6  # digits of an EAN-13; six are left to count a million cards
FEWEST_FREE, MOST_FREE = 4, 12  # digits that differ from card to card
SHORTEST, LONGEST_OWN = 6, 24  # characters of a number of letters and digits
MOST_AT_ONCE = 10_000
TEXT_PREFIX, TEXT_LENGTH = "LD-", 10
_TEXT = re.compile("[A-Z1-9-][A-Z0-9-]{0,9}")


class NumberKind(StrEnum):
    """What the shop's own numbers are."""

    EAN13 = "ean13"
    CODE128 = "code128"
    QR = "qr"


class Numbering(Struct, frozen=True):
    """The shop's own numbers: a prefix, digits that differ, and a check digit.

    `prefix` is that of an EAN-13; `text_prefix` and `length`, in characters, are those of the other kinds. `running`
    numbers follow each other, others are drawn at random so that nobody knows a neighbour's. `scale` tells what the
    labels of the shop's scale begin with, as it was typed.
    """

    kind: NumberKind = NumberKind.EAN13
    prefix: str = OWN_PREFIX
    text_prefix: str = TEXT_PREFIX
    length: int = TEXT_LENGTH
    running: bool = False
    scale: str = ""

    @property
    def start(self) -> str:
        """What every number begins with."""
        return self.prefix if self.kind is NumberKind.EAN13 else self.text_prefix

    @property
    def free(self) -> int:
        """How many digits differ."""
        return (13 if self.kind is NumberKind.EAN13 else self.length) - len(self.start) - 1

    @property
    def count(self) -> int:
        """How many numbers there are."""
        return int(10**self.free)

    @property
    def symbology(self) -> Symbology:
        """The bars of a card: as suits its number, or a QR code."""
        return Symbology.QR if self.kind is NumberKind.QR else Symbology.SUITED

    def number(self, place: int) -> str:
        """The number in a place, counted from 0."""
        body = self.start + str(place).rjust(self.free, "0")
        return body + check_digit(_digits(body))

    def place(self, number: str) -> int | None:
        """The place of a number, None for one that is none of these, or whose check digit is wrong."""
        if not self.looks_own(number) or number[-1] != check_digit(_digits(number[:-1])):
            return None
        return int(number[len(self.start) : -1])

    def looks_own(self, number: str) -> bool:
        """Whether a number has the form of one of these, right or wrong."""
        rest = number.removeprefix(self.start)
        return number.startswith(self.start) and re.fullmatch(f"[0-9]{{{self.free + 1}}}", rest) is not None


def checked_numbering(numbering: Numbering) -> Numbering:
    """`numbering`, if numbers can be like that. Raises BadRequest with the one reason why not."""
    checked_prefix(numbering.prefix)
    scale_prefixes(numbering.scale)
    if numbering.kind is NumberKind.EAN13:
        return numbering
    if numbering.text_prefix.startswith("0"):
        raise BadRequest("prefix", "prefix_zero")
    if not _TEXT.fullmatch(numbering.text_prefix):
        raise BadRequest("prefix", "prefix_characters")
    if not SHORTEST <= numbering.length <= LONGEST_OWN or not FEWEST_FREE <= numbering.free <= MOST_FREE:
        raise BadRequest("length", "number_length")
    if is_voucher_like(numbering.number(0)):
        raise BadRequest("prefix", "prefix_voucher")
    return numbering


def checked_prefix(prefix: str) -> str:
    """`prefix` if an EAN-13 of the shop's own can begin with it. Raises BadRequest."""
    if re.fullmatch("0[0-9]*", prefix):
        raise BadRequest("card_prefix", "prefix_zero")
    if not re.fullmatch(f"2[0-9]{{1,{LONGEST_PREFIX - 1}}}", prefix):
        raise BadRequest("card_prefix", "bad_prefix")
    return prefix


def scale_prefixes(typed: str) -> tuple[str, ...]:
    """What the labels of a scale begin with, from "21-25, 29". Raises BadRequest for what cannot be read."""
    found: list[str] = []
    for part in filter(None, re.split(r"[,;\s]+", typed.replace("–", "-"))):
        ends = re.fullmatch(r"([0-9]{2})(?:-([0-9]{2}))?|[0-9]{3,7}", part)
        if ends is None or (ends[2] and ends[2] < ends[1]):
            raise BadRequest("scale", "scale_prefixes")
        found += [f"{each:02}" for each in range(int(ends[1]), int(ends[2]) + 1)] if ends[2] else [part]
    return tuple(dict.fromkeys(found))


def meets_scale(numbering: Numbering) -> bool:
    """Whether a number of the shop's own could be taken for a label of its scale, or the other way round."""
    own = numbering.prefix
    mine = numbering.kind is NumberKind.EAN13
    return mine and any(own.startswith(each) or each.startswith(own) for each in scale_prefixes(numbering.scale))


def number_range(first: str, last: str, *, symbology: Symbology = Symbology.SUITED) -> list[str]:
    """Every number from `first` to `last`: equal but for digits at the end, or for those before a check digit.

    A check digit has what is an EAN-13, and what is of a kind of bars that has one. Raises BadRequest for two numbers
    that make no range, or one of more than ten thousand.
    """
    kind, both = Symbology.EAN13 if symbology is Symbology.SUITED else symbology, (first, last)
    checked = kind in CHECKED and all(can_say(kind, each) and check_digit(each[:-1]) == each[-1] for each in both)
    one, other = (each[:-1] if checked else each for each in both)
    head = re.sub(r"[0-9]+\Z", "", one)
    start, end = one[len(head) :], other[len(head) :]
    alike = len(one) == len(other) <= LONGEST and other.startswith(head)
    if not alike or not all(re.fullmatch("[0-9]+", each) for each in (start, end)):
        raise BadRequest("range", "number_range")
    if not 0 <= int(end) - int(start) < MOST_AT_ONCE:
        raise BadRequest("range", "number_range")
    bodies = [head + str(each).rjust(len(start), "0") for each in range(int(start), int(end) + 1)]
    return [body + check_digit(body) for body in bodies] if checked else bodies


def _digits(text: str) -> str:
    return "".join(re.findall("[0-9]", text)) or "0"
