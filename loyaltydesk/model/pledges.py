"""What the shop owes a customer by a day: a promise that somebody keeps, and a warranty that runs out."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.voices import LONGEST_NAME, short_line

PLEDGE = "pledge"  # the kind of the records that are kept; what is personal in them goes with the customer
PROMISED = "promised"  # under which a customer's row has the day of the first promise that is not kept yet
WARRANTED = "warranted"  # under which it has the last day of the first warranty that runs
LONGEST_TEXT = 300


class PledgeKind(StrEnum):
    """What the shop stands by."""

    PROMISE = "promise"
    WARRANTY = "warranty"


NEAR = {PledgeKind.PROMISE: timedelta(days=2), PledgeKind.WARRANTY: timedelta(days=30)}
"""So long before its day a promise or the end of a warranty is spoken of."""


class PledgeState(StrEnum):
    """How it stands."""

    OPEN = "open"
    KEPT = "kept"  # of a warranty: the customer knows, or it was used
    BROKEN = "broken"


class Pledge(Struct, frozen=True):
    """One promise or warranty of a customer; `text` is what was promised, or the product.

    `until` is the last day. `id` is the name of its record: the customer as they were known then, a stroke, an
    identity. `purchase` is a purchase's id, `keeper` who keeps it, `note` what became of it.
    """

    id: str
    customer: str
    kind: PledgeKind
    text: str
    until: date
    at: datetime
    staff: str = ""
    keeper: str = ""
    purchase: str = ""
    state: PledgeState = PledgeState.OPEN
    closed_at: datetime | None = None
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do or to say."""
        return self.state is PledgeState.OPEN

    def is_overdue(self, today: date) -> bool:
        """Whether a promise should have been kept before `today`; a warranty that has run out is only over."""
        return self.is_open and self.kind is PledgeKind.PROMISE and self.until < today

    def is_near(self, today: date) -> bool:
        """Whether it is time to speak of it: its day is close, or a promise's is past."""
        if not self.is_open or self.until - today > NEAR[self.kind]:
            return False
        return self.until >= today or self.kind is PledgeKind.PROMISE


class NewPledge(Struct, frozen=True):
    """A promise or warranty as it is asked for; `purchase` is a purchase's id or receipt number, or empty."""

    kind: PledgeKind
    text: str
    until: date
    keeper: str = ""
    purchase: str = ""


def checked_pledge(asked: NewPledge) -> NewPledge:
    """The same, tidied. Raises BadRequest where nothing is promised, or too much is said."""
    text = short_line(asked.text, "text", most=LONGEST_TEXT)
    if not text:
        raise BadRequest("text", "pledge_missing")
    keeper = short_line(asked.keeper, "keeper", most=LONGEST_NAME)
    return NewPledge(asked.kind, text, asked.until, keeper, asked.purchase.strip())
