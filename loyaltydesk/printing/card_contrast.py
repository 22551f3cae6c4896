"""Whether people can read the words of a card: how much each stands out from what is painted below it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from PIL.Image import Image

from loyaltydesk.printing.card import CR80, CardFace, CardLook, card_drawing
from loyaltydesk.printing.colours import contrast_of, luminance
from loyaltydesk.printing.figures import written
from loyaltydesk.printing.fonts import printable
from loyaltydesk.printing.light import bright, brightness, seen_in
from loyaltydesk.printing.raster import page_picture
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import MM_PER_INCH, Item, Page, Role, Text
from loyaltydesk.printing.typeset import line
from loyaltydesk.words import tr

SMALL, LARGE = 4.5, 3.0  # WCAG 2.2, 1.4.3: of small words and of large ones
LARGE_MM = {Role.BOLD: 14 * MM_PER_INCH / 72}  # from which em on words are large
OTHERS_MM = 18 * MM_PER_INCH / 72
LOOKED_AT = 5.0  # dots for each millimetre
STRAY = 0.01  # of the area below a word, which may be anything: the rim of a shape that is only touched


class Faint(Struct, frozen=True):
    """Words that are hard to read: their contrast, and the one they need."""

    words: str
    contrast: float
    needed: float

    @property
    def sentence(self) -> str:
        """What is wrong and what would help, in the language in use."""
        text = tr(
            "“{words}” is hard to read: its contrast is {found}, and {needed} is needed. Choose other colours, or "
            "leave the colour of the words to the program."
        )
        found, needed = (written(ratio, places=1) for ratio in (self.contrast, self.needed))
        return text.format(words=self.words, found=found, needed=needed)


def contrast_problems(
    look: CardLook, face: CardFace | None = None, *, size: tuple[float, float] = CR80
) -> tuple[Faint, ...]:
    """The words of both sides that do not stand out enough from what is painted below them, the faintest first."""
    drawing, face = card_drawing(look, size), face or CardFace("2600000000017", "Anna", "Anna")
    try:
        own = drawing.front_words(face), drawing.back_words(face)
    except (CodeNotPrintable, CodeTooWide):
        own = (), ()
    sides = ((drawing.front_art, drawing.front_fixed, own[0]), (drawing.back_art, drawing.back_fixed, own[1]))
    found = {faint.words: faint for art, fixed, words in sides for faint in _faint(art, (*fixed, *words), size=size)}
    return tuple(sorted(found.values(), key=lambda faint: faint.contrast / faint.needed))


def _faint(art: Iterable[Item], items: tuple[Item, ...], *, size: tuple[float, float]) -> Iterator[Faint]:
    """Words among `items` lie on `art` and on all other items."""
    ground = (*art, *(item for item in items if not isinstance(item, Text)))
    picture = page_picture(Page(*size, seen_in(bright, ground)), LOOKED_AT * MM_PER_INCH, grey=True)
    for text in items:
        if isinstance(text, Text) and text.text:
            needed = LARGE if text.size >= LARGE_MM.get(text.role, OTHERS_MM) else SMALL
            contrast = _contrast(text, picture)
            if contrast < needed:
                yield Faint(printable(text.text, text.role), contrast, needed)


def _contrast(text: Text, picture: Image) -> float:
    """How much a word stands out from that ground below it which is the nearest to its colour."""
    placed, ink = line(text), luminance(text.colour)
    left, right = placed.x, placed.x + placed.width
    top, foot = text.y - placed.size * 0.75, text.y + placed.size * 0.2
    box = (int(left * LOOKED_AT), int(top * LOOKED_AT), int(right * LOOKED_AT) + 1, int(foot * LOOKED_AT) + 1)
    tones = picture.crop(box).histogram()
    stray = sum(tones) * STRAY
    grounds = (brightness(tone) for tone, count in enumerate(tones) if count > stray)
    return min((contrast_of(ink, ground) for ground in grounds), default=21.0)
