"""Fills greeting cards with the owner's choices, a greeting's words and the shop's own name, logo and signature."""

from functools import lru_cache

from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingWords
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.printing.filling import Paper
from loyaltydesk.printing.greetings.address import address_lines
from loyaltydesk.printing.greetings.designs import DESIGNS
from loyaltydesk.printing.greetings.face import INK, GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.formats import FORMATS, sheets_for
from loyaltydesk.printing.greetings.lettering import LETTERINGS
from loyaltydesk.printing.refusals import PictureUnreadable
from loyaltydesk.printing.signature import Signature, read

FORMAT, LETTERING = "folded", "formal"  # where the owner chose none


def greeting_look(
    design: GreetingDesign, key: str, paper: Paper, *, signature: Signature | None = None
) -> GreetingLook:
    """What all cards of a design look like; `key` says of which kind, for what the owner left open."""
    return GreetingLook(
        design=design.design if design.design in DESIGNS else suited(key),
        format=design.format if design.format in FORMATS else FORMAT,
        lettering=design.lettering if design.lettering in LETTERINGS else LETTERING,
        colour=design.colour or paper.design.colour,
        own_colours=design.own_colours,
        text_by_hand=design.by_hand,
        ink=design.ink or INK,
        shop=paper.name,
        shop_address=paper.shop.address,
        logo=paper.logo,
        signature=signature,
    )


def suited(key: str) -> str:
    """The first of the drawings that suits a kind of greeting; the first of all where none does."""
    return next((name for name, each in DESIGNS.items() if key in each.occasions), next(iter(DESIGNS)))


def greeting_face(
    greeting: Greeting, words: GreetingWords, paper: Paper, *, signed: str = "", voucher: Voucher | None = None
) -> GreetingFace:
    """What stands on one card; `paper` is in the customer's language, `signed` the name below, the shop's if empty."""
    profile = greeting.customer.profile
    return GreetingFace(
        heading=words.heading,
        salutation=words.salutation,
        text=tuple(line for line in words.text.splitlines() if line.strip()),
        closing=words.closing,
        signed=signed or paper.name,
        address=address_lines(profile.called, profile.address) if profile.address else (),
        voucher=paper.voucher(voucher, profile.called) if voucher else None,
        seed=greeting.seed,
    )


def sheet_for(look: GreetingLook, wanted: str) -> str:
    """The kind of sheet that goes into the printer: the one that is `wanted`, where it has room for the format."""
    there = sheets_for(FORMATS[look.format])
    return wanted if wanted in there else there[0]


@lru_cache(maxsize=8)
def kept_signature(kept: bytes | None) -> Signature | None:
    """A signature as the shop's file keeps it; None where there is none that can be read."""
    try:
        return read(kept.decode("ascii")) if kept else None
    except (PictureUnreadable, UnicodeDecodeError):
        return None
