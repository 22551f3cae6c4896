"""The words of a card below its heading: salutation, text and closing, in print or by hand, and the signature."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from loyaltydesk.printing.colours import MUTED
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.lettering import LETTERINGS, Lettering, written
from loyaltydesk.printing.scene import Align, Item, Motif, Placed, Role, Text, Written
from loyaltydesk.printing.typeset import ELLIPSIS, wrap

SIZES = (5.2, 4.9, 4.6, 4.3, 4.0, 3.7, 3.4, 3.1, 2.8)  # of printed words, in millimetres
BY_HAND = 1.28  # letters of a hand are smaller in their em
SIGNATURE = (46.0, 16.0)  # its room
SIGNED = 9.0  # the em of a name that is written in its place


class Hand(Struct, frozen=True):
    """How the words of one card are set: in what, in which colours, where on their line, with which chances."""

    lettering: Lettering
    by_hand: bool
    words: str
    ink: str
    align: Align
    seed: str

    @property
    def pen(self) -> Lettering:
        """What a text and a name are written in: nobody writes a letter, nor signs it, in a festive hand."""
        return LETTERINGS["hand"] if self.lettering.role is Role.FORMAL else self.lettering


def text_block(paragraphs: Sequence[str], box: Box, hand: Hand) -> tuple[list[Item], float, float]:
    """`paragraphs` from the top of `box`, as large as it has room for; where they end, and the size they have."""
    for size in SIZES:
        lines = list(_lines(paragraphs, box.width, hand, size=size))
        if not lines or lines[-1][1] <= box.height:
            break
    fitting = [each for each in lines if each[1] <= box.height]
    if 0 < len(fitting) < len(lines):  # even the smallest letters are too many
        fitting[-1] = (fitting[-1][0] + ELLIPSIS, fitting[-1][1])
    x = box.x + box.width * hand.align.share
    items: list[Item] = [_set(words, hand, (x, box.y + y), size=size, width=box.width) for words, y in fitting]
    return items, box.y + (fitting[-1][1] + size * 0.3 if fitting else 0.0), size


def _lines(paragraphs: Sequence[str], width: float, hand: Hand, *, size: float) -> Iterator[tuple[str, float]]:
    """Each line with its base line below the top of the block."""
    role, em = (hand.pen.role, size * BY_HAND * hand.pen.size) if hand.by_hand else (Role.BODY, size)
    step = em * (hand.pen.leading * 1.12 if hand.by_hand else 1.36)
    y = em * 0.8 - step
    for words in paragraphs:
        lines = wrap(words, role, ems=width / em, most=24)
        y += 0.42 * step if lines and y > 0 else 0.0
        for line in lines:
            y += step
            yield line, y


def _set(words: str, hand: Hand, at: tuple[float, float], *, size: float, width: float) -> Text | Written:
    if not hand.by_hand:
        return Text(words, *at, size, Role.BODY, hand.words, hand.align, width)
    em = size * BY_HAND * hand.pen.size
    text = Text(words, *at, em, hand.pen.role, hand.ink, hand.align, width + 1)
    return written(text, hand.pen, f"{hand.seed}/{at[1]:.1f}")


def closing_line(words: str, at: tuple[float, float], hand: Hand, *, size: float, width: float) -> Iterator[Item]:
    """The closing on its own line, no larger than the text above it."""
    if words:
        yield _set(words, hand, at, size=min(size, 4.6), width=width)


def signature_block(signed: str, box: Box, hand: Hand, *, drawn: Motif | None) -> Iterator[Item]:
    """The shop's signature `drawn`, else the name written by hand, at the foot of `box`."""
    if drawn is not None:
        yield Placed(drawn, box.x + (box.width - drawn.width) * hand.align.share, box.bottom - drawn.height)
    elif signed:
        pen = hand.pen
        x = box.x + box.width * hand.align.share
        name = Text(signed, x, box.bottom - 3, SIGNED * pen.size, pen.role, hand.ink, hand.align, box.width, 0.5)
        yield written(name, pen, f"{hand.seed}/signed")


def signature_width(proportions: float, *, share: float = 1.0) -> float:
    """How wide a signature of these `proportions` is in `share` of its room."""
    return min(SIGNATURE[0], SIGNATURE[1] * proportions) * share


def sender(shop: str, address: str, *, box: Box, align: Align) -> Iterator[Item]:
    """One small line of whom the card is from, at the foot of `box`."""
    words = ", ".join(each for each in (shop, address) if each)
    x = box.x + box.width * align.share
    yield Text(words, x, box.bottom - 0.8, 2.9, Role.BODY, MUTED, align, box.width, 0.75)
