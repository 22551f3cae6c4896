"""Finds the nearest colours in which all words of a card can be read by people, and its bars by scanners."""

from collections.abc import Iterator

from msgspec.structs import replace

from loyaltydesk.model.design import BarsInk
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_contrast import contrast_problems
from loyaltydesk.printing.colours import INK, mix
from loyaltydesk.printing.scene import BLACK, WHITE
from loyaltydesk.printing.verdict import Doubt, Verdict, verdict

STEPS = 10  # on the way from a colour to white or to black


def has_pale_bars(look: CardLook, found: Verdict) -> bool:
    """Whether what was found of the bars would go away if they were black."""
    pale = {Doubt.CONTRAST, Doubt.UNREAD}
    return look.bars_ink != BarsInk.BLACK and any(problem.doubt in pale for problem in found.problems)


def mended(look: CardLook, face: CardFace) -> CardLook:
    """`look` with the colour of the words changed as little as it takes, or else one of the other two.

    Bars that are too pale become black. Where nothing takes all doubts away it is the look that leaves the fewest.
    """
    if has_pale_bars(look, verdict(look, face)):
        look = replace(look, bars_ink=BarsInk.BLACK)
    best, fewest = look, len(contrast_problems(look, face))
    for other in _nearest_first(look):
        if fewest == 0:
            break
        left = len(contrast_problems(other, face))
        if left < fewest:
            best, fewest = other, left
    return best


def _nearest_first(look: CardLook) -> Iterator[CardLook]:
    if look.ink:
        yield from (replace(look, ink=ink) for ink in _towards(look.ink, WHITE, INK))
    plain = replace(look, ink="")
    yield plain
    if look.accent:
        yield from (replace(plain, accent=accent) for accent in _towards(look.accent, WHITE, BLACK))
        plain = replace(plain, accent="")
        yield plain
    yield from (replace(plain, colour=colour) for colour in _towards(look.colour, BLACK, WHITE))


def _towards(colour: str, *ends: str) -> Iterator[str]:
    """`colour` with more and more of each of the ends in it."""
    for step in range(1, STEPS + 1):
        for end in ends:
            yield mix(colour, end, share=step / STEPS)
