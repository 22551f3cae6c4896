"""From a greeting and the owner's choices to what is drawn: the look of its card and what stands on it."""

from loyaltydesk.desk import Desk
from loyaltydesk.model.codes import START, check_character
from loyaltydesk.model.greetings import Greeting, GreetingDesign, GreetingWords
from loyaltydesk.model.purchases import Voucher, VoucherState
from loyaltydesk.printing.greeting_filling import greeting_face, greeting_look, kept_signature
from loyaltydesk.printing.greetings import GreetingFace, GreetingLook
from loyaltydesk.rules.calendar import valid_until
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


def sample_voucher(desk: Desk, greeting: Greeting, reward: str) -> Voucher | None:
    """A voucher as it would lie inside, to be looked at; None for a reward that there is no more."""
    found = desk.shop.programme.rewards_by_id.get(reward)
    if found is None:
        return None
    last = valid_until(max(desk.now().date(), greeting.day), found.valid_days)
    whose = None if found.bearer else greeting.customer.id
    return Voucher("", SAMPLE, whose, found.id, found.name, found.gives, 0, desk.now(), last, VoucherState.OPEN, "")
