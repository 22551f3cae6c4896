"""From a greeting and the owner's choices to what is drawn: the look of its card and what stands on it."""

from functools import lru_cache

from loyaltydesk.desk import Desk
from loyaltydesk.model.codes import START, check_character
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingWords
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.printing.greeting_filling import greeting_face, greeting_look
from loyaltydesk.printing.greetings import FORMATS, GreetingFace, GreetingLook, sheets_for
from loyaltydesk.printing.refusals import PictureUnreadable
from loyaltydesk.printing.signature import Signature, read
from loyaltydesk.rules.calendar import valid_until
from ui.seams.paper import paper_for

_SAMPLE = f"{START}{'0' * 10}"
SAMPLE = _SAMPLE + check_character(_SAMPLE)  # in the bars of a voucher that is not written out yet


def look_of(desk: Desk, design: GreetingDesign, key: str) -> GreetingLook:
    """What cards of a design look like; `key` is that of their greetings, for what the owner left open."""
    return greeting_look(design, key, paper_for(desk), signature=signature_of(desk, design))


def signature_of(desk: Desk, design: GreetingDesign) -> Signature | None:
    """The signature that a design names, None where there is none that could be read."""
    kept = desk.designs.picture(design.picture) if design.picture else None
    return _read(kept) if kept else None


@lru_cache(maxsize=8)
def _read(kept: bytes) -> Signature | None:
    try:
        return read(kept.decode("ascii"))
    except (PictureUnreadable, UnicodeDecodeError):
        return None


def face_of(
    desk: Desk, greeting: Greeting, words: GreetingWords, *, signed: str, voucher: Voucher | None
) -> GreetingFace:
    """What stands on one card; `signed` is the name below, the shop's where it is empty."""
    return greeting_face(greeting, words, paper_for(desk, greeting.customer), signed=signed, voucher=voucher)


def sample_voucher(desk: Desk, greeting: Greeting, reward: str) -> Voucher | None:
    """A voucher as it would lie inside, to be looked at; None for a reward that there is no more."""
    found = desk.shop.programme.rewards_by_id.get(reward)
    if found is None:
        return None
    last = valid_until(max(desk.now().date(), greeting.day), found.valid_days)
    whose = None if found.bearer else greeting.customer.id
    return Voucher("", SAMPLE, whose, found.id, found.name, found.gives, 0, desk.now(), last, VoucherState.OPEN, "")


def sheet_for(look: GreetingLook, wanted: str) -> str:
    """The kind of sheet that goes into the printer: the one that is `wanted`, where it has room for the format."""
    there = sheets_for(FORMATS[look.format])
    return wanted if wanted in there else there[0]
