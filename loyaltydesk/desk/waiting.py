"""What waits for a customer at the till: answers to hear, words not answered in time, promises and warranties."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.pledges import Pledges, near
from loyaltydesk.desk.voices import Voices, overdue, to_tell
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.pledges import NEAR, PROMISED, WARRANTED, Pledge, PledgeKind, PledgeState
from loyaltydesk.model.prompts import PromptKind
from loyaltydesk.model.voices import DUE, TO_TELL, Voice
from loyaltydesk.store.standings import Found

_PLEDGED = {PROMISED: PledgeKind.PROMISE, WARRANTED: PledgeKind.WARRANTY}


class Waiting(Struct, frozen=True):
    """What there is to speak of, the most pressing first of each."""

    answers: Sequence[Voice] = ()
    overdue: Sequence[Voice] = ()
    pledges: Sequence[Pledge] = ()


def waiting(core: Core, found: Found, day: date) -> Waiting:
    """What waits for a customer on `day`; only where their row says that there may be something is it looked up."""
    said, customer = found.said, found.customer.id
    is_late = DUE in said and said[DUE] < day
    is_near = any(key in said and said[key] - day <= NEAR[kind] for key, kind in _PLEDGED.items())
    return Waiting(
        answers=to_tell(core, customer) if TO_TELL in said else (),
        overdue=overdue(core, customer, day) if is_late else (),
        pledges=near(core, customer, day) if is_near else (),
    )


def settle(core: Core, customer: str, kind: PromptKind, *, stamp: Stamp) -> None:
    """Keeps what follows from a thing that was said: an answer was heard, a promise kept, a warranty is known of.

    Only within `writing()`. It is the first of each, as the prompt was.
    """
    if kind is PromptKind.ANSWERED:
        for voice in to_tell(core, customer)[:1]:
            Voices(core).told(voice.id, stamp)
    elif kind in (PromptKind.PROMISE, PromptKind.WARRANTY):
        for pledge in [each for each in near(core, customer, stamp.day) if each.kind.value == kind.value][:1]:
            Pledges(core).close(pledge.id, PledgeState.KEPT, stamp=stamp)
