"""What a greeting card says and how it looks, in ready words: everything its drawing needs and nothing else."""

from msgspec import Struct

from loyaltydesk.printing.signature import Signature
from loyaltydesk.printing.voucher import VoucherFace

INK = "#1F2C50"  # blue-black, as of a fountain pen


class GreetingFace(Struct, frozen=True):
    """What is one card's own, in the language of whoever gets it.

    `heading` is on the front (on a card of one side above the text); `text` has a paragraph in each entry; `signed` is
    written by hand where the shop has no signature. `address` has the lines of an address, from the name to the
    country. Cards of one `seed` are drawn alike to the last stroke; another seed is another hand.
    """

    heading: str
    salutation: str = ""
    text: tuple[str, ...] = ()
    closing: str = ""
    signed: str = ""
    address: tuple[str, ...] = ()
    voucher: VoucherFace | None = None
    seed: int = 0


class GreetingLook(Struct, frozen=True):
    """What is the same on every card of a run: keys of DESIGNS, FORMATS and LETTERINGS, and the shop's own signs.

    A card takes the shop's `colour`, or with `own_colours` those its design was drawn in. `text_by_hand` writes the
    text too in the lettering, else it is set in print. `ink` is that of the signature. `logo` comes from
    `pictures.flatten`.
    """

    design: str = "confetti"
    format: str = "folded"
    lettering: str = "formal"
    colour: str = "#0B7A5B"
    own_colours: bool = False
    text_by_hand: bool = False
    ink: str = INK
    shop: str = ""
    shop_address: str = ""
    logo: bytes | None = None
    signature: Signature | None = None
