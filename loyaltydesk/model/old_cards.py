"""Cards that the shop gave out before: their numbers, their kinds of bars and what stands on them stay as they are."""

from msgspec import Struct

from loyaltydesk.model.cards import check_digit, checked_number, checked_printed
from loyaltydesk.model.products import whole_code
from loyaltydesk.model.refusals import BadCardNumber, BadRequest, Refused
from loyaltydesk.model.symbologies import CHECKED, Symbology, can_say


class OldCard(Struct, frozen=True):
    """A card as it is: the number its bars say, what stands on it for people, the kind of the bars.

    `row` is the line of a file it stood in, 0 for none.
    """

    number: str
    printed: str = ""
    symbology: str = ""
    row: int = 0


class RefusedCard(Struct, frozen=True):
    """A card that could not be taken, and why."""

    card: OldCard
    why: Refused


class CheckedCard(Struct, frozen=True):
    """An old card that can be taken."""

    number: str
    printed: str
    symbology: Symbology


def checked_old_card(card: OldCard) -> CheckedCard:
    """A card as it is kept; what stands on it is kept where it is another number.

    Raises BadCardNumber, or BadRequest for a kind of bars that is none or cannot say this number, and for a number that
    a spreadsheet has shortened.
    """
    symbology = symbology_from(card.symbology)
    number = checked_number(whole_code(card.number, "number"))
    if not can_say(symbology, number):
        raise BadRequest("number", "not_this_barcode")
    if symbology in CHECKED and check_digit(number[:-1]) != number[-1]:
        raise BadCardNumber(number, "check_digit")
    printed = checked_printed(whole_code(card.printed, "printed"))
    return CheckedCard(number, "" if printed == number else printed, symbology)


def symbology_from(text: str) -> Symbology:
    """The kind of bars that somebody wrote: "Code 39", "EAN-13", "qr". Raises BadRequest for none of them."""
    bare = "".join(letter for letter in text.casefold() if letter.isalnum())
    for symbology in Symbology:
        if bare in (symbology.value.replace("_", ""), *_ALSO.get(symbology, ())):
            return symbology
    raise BadRequest("symbology", "no_symbology")


_ALSO = {
    Symbology.UPC_A: ("upc",),
    Symbology.ITF: ("interleaved2of5", "2of5", "i2of5", "itf14"),
    Symbology.CODABAR: ("nw7",),
    Symbology.QR: ("qrcode",),
    Symbology.CODE128: ("c128",),
    Symbology.CODE39: ("c39", "3of9"),
    Symbology.EAN13: ("ean", "jan"),
}
