"""Has a card judged beside the window, a moment after it last changed, one at a time and the newest only."""

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.card_contrast import Faint, contrast_problems
from loyaltydesk.printing.verdict import Verdict, verdict
from ui.cards.mending import has_pale_bars
from ui.seams.tasks import Run, ended, while_alive
from ui.theme.theme import Theme

REST_MS = 150  # a slider that is dragged changes the card sixty times a second

Card = tuple[CardLook, CardFace, tuple[float, float]]


class Judgement(Struct, frozen=True):
    """What is to be said about a card: whether scanners read it, and which words people cannot.

    Both may be a matter of colours, which can be mended.
    """

    barcode: Verdict
    faint: tuple[Faint, ...] = ()
    has_pale_bars: bool = False

    @property
    def can_be_mended(self) -> bool:
        """Whether other colours would help."""
        return bool(self.faint) or self.has_pale_bars


def judgement(look: CardLook, face: CardFace, *, size: tuple[float, float]) -> Judgement:
    """The judgement of a card of a size in mm; it takes some ten milliseconds."""
    found = verdict(look, face, size=size)
    return Judgement(found, contrast_problems(look, face, size=size), has_pale_bars(look, found))


class Judging(QObject):
    """`judged` brings the Judgement of the card that was shown last."""

    judged = Signal(object)

    def __init__(self, theme: Theme, run: Run, *, parent: QObject) -> None:
        super().__init__(parent)
        self._run = run
        self._card: Card | None = None
        self._is_under_way = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS if theme.animate else 0)
        self._rest.timeout.connect(self._begin)

    def judge(self, look: CardLook, face: CardFace, *, size: tuple[float, float]) -> None:
        """Has this card judged soon, in place of any before it; one that is judged already is not judged again."""
        card = (look, face, size)
        if card != self._card:
            self._card = card
            self._soon()

    def _soon(self) -> None:
        if self._rest.interval():
            self._rest.start()
        else:
            self._begin()

    def _begin(self) -> None:
        if self._is_under_way or self._card is None:
            return  # whoever is under way begins again when it is done
        card = self._card
        look, face, size = card
        self._is_under_way = True

        def over() -> None:
            self._is_under_way = False
            if card is not self._card:
                self._soon()

        def done(found: Judgement) -> None:
            if card is self._card:
                self.judged.emit(found)

        run = ended(self._run, self, over)
        run(lambda: judgement(look, face, size=size), done=while_alive(self, done), refused=_nothing)


def _nothing(_refused: object) -> None:
    """What is said of a card that cannot be drawn at all: its page says so already."""
