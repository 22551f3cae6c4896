"""Focus groups: customers drawn by lot to be asked in person, and who of them comes."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from loyaltydesk.model.customers import Customer

FOCUS, PLACE = "focus_group", "focus_place"  # the kinds of the records
MOST_PLACES = 60


class Whom(StrEnum):
    """Among whom lots are drawn."""

    ALL = "all"
    TIER = "tier"
    GROUP = "group"


class Reply(StrEnum):
    """What came of asking somebody."""

    OPEN = "open"
    COMES = "comes"
    DECLINES = "declines"
    NOT_REACHED = "not_reached"


class Place(Struct, frozen=True):
    """Somebody who was drawn: `number` is their place in the draw, from 1; no customer once they were forgotten."""

    number: int
    customer: Customer | None
    reply: Reply = Reply.OPEN


class FocusGroup(Struct, frozen=True):
    """A list as it was drawn, with all that shows that the draw was fair.

    Whoever may be asked (`among` people) has the rank of the SHA-256 of the `seed`, a stroke and their id; the lowest
    ranks are on the list. `pool` is the SHA-256 of all their ids in order, one below the other.
    """

    id: str
    title: str
    whom: Whom
    which: str  # the tier or the group; empty for all
    wanted: int
    seed: str
    among: int
    pool: str
    drawn_at: datetime
    places: tuple[Place, ...] = ()

    @property
    def coming(self) -> int:
        """How many said that they come."""
        return sum(place.reply is Reply.COMES for place in self.places)

    @property
    def free(self) -> int:
        """How many places are free again, as somebody declined or was not reached."""
        lost = (Reply.DECLINES, Reply.NOT_REACHED)
        return max(
            0, self.wanted - sum(place.reply not in lost and place.customer is not None for place in self.places)
        )


def rank(seed: str, customer: str) -> str:
    """Where the lot puts somebody: nobody can choose it, and everybody can work it out again."""
    return sha256(f"{seed}/{customer}".encode()).hexdigest()
