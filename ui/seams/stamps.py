"""How stamp cards stand, in few words: at the till, on the customer display and after a purchase."""

from collections.abc import Mapping, Sequence

from loyaltydesk.desk.stamps import StampsLeft
from loyaltydesk.words import tr
from ui.seams.formats import QtFormats

NOTHING: Mapping[str, int] = {}


def stamps_text(stamps: Sequence[StampsLeft], formats: QtFormats, coming: Mapping[str, int] = NOTHING) -> str:
    """Each card with its stamps, and those that the purchase in hand brings: Coffee card: 7 of 10 (+2)."""
    return " · ".join(_text(each, formats, coming.get(each.card.id, 0)) for each in stamps)


def begun(stamps: Sequence[StampsLeft], coming: Mapping[str, int] = NOTHING) -> list[StampsLeft]:
    """The cards with any stamps, or with some to come."""
    return [each for each in stamps if each.have or coming.get(each.card.id)]


def _text(left: StampsLeft, formats: QtFormats, coming: int) -> str:
    have, every = formats.number(left.have), formats.number(left.card.every)
    if not coming:
        return tr("{card}: {have} of {every}").format(card=left.card.name, have=have, every=every)
    words = tr("{card}: {have} of {every} ({coming})")
    return words.format(card=left.card.name, have=have, every=every, coming=formats.signed(coming))
