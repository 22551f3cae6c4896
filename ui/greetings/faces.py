"""From a greeting and the owner's choices to what is drawn: the look of its card and what stands on it."""

from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.codes import START, check_character
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingWords
from loyaltydesk.model.purchases import Voucher
from loyaltydesk.printing.greeting_filling import greeting_face, greeting_look, kept_signature
from loyaltydesk.printing.greetings import GreetingFace, GreetingLook
from ui.seams.paper import paper_for

_SAMPLE = f"{START}{'0' * 10}"
SAMPLE = _SAMPLE + check_character(_SAMPLE)  # in the bars of a voucher that is not written out yet


def look_of(desk: Desk, design: GreetingDesign, key: str) -> GreetingLook:
    """What cards of a design look like; `key` is that of their greetings, for what the owner left open."""
    kept = desk.designs.picture(design.picture) if design.picture else None
    return greeting_look(design, key, paper_for(desk), signature=kept_signature(kept))


def face_of(
    desk: Desk, greeting: Greeting, words: GreetingWords, *, signed: str, voucher: Voucher | None
) -> GreetingFace:
    """What stands on one card; `signed` is the name below, the shop's where it is empty."""
    return greeting_face(greeting, words, paper_for(desk, greeting.customer), signed=signed, voucher=voucher)


def voucher_of(desk: Desk, greeting: Greeting, reward: str) -> Voucher | None:
    """The voucher that lies inside, or a sample of the one that will once it is written out for a reward."""
    voucher = desk.greetings.gift_inside(greeting, planned=reward)
    return replace(voucher, code=SAMPLE) if voucher and not voucher.code else voucher
