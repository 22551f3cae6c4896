"""The card as it will be printed, front above back, with a word on whether scanners will read it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.card import CORNER, CR80, CardFace, CardLook, card_drawing
from loyaltydesk.printing.scene import Document, Item, Motif, Page, Placed
from loyaltydesk.words import tr
from ui.cards.judging import Judgement, Judging
from ui.paper.preview import PagePreview
from ui.seams.tasks import Run, run_now
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel, chip, set_tip
from ui.theme.theme import Theme

Words = Callable[[CardFace], tuple[Item, ...]]


class BothSides(Panel):
    """Two previews of one card; what is said about its barcode follows once the card rests."""

    def __init__(self, theme: Theme, *, run: Run = run_now) -> None:
        """`run` is where the barcode is read back, which takes longer than a frame."""
        super().__init__(theme)
        self.front, self.back = PagePreview(theme), PagePreview(theme)
        self.verdict = chip("")
        self.offers_mending = False
        self.mend_button = Button(theme, tr("Mend it"), kind="small")  # of colours that make words or bars faint
        self.advice = Banner(theme, "", tone="warning", action=self.mend_button)
        self.judging = Judging(theme, run, parent=self)
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(tr("Front and back"), "title"), 1)
        head.addWidget(self.verdict)
        self.box.addLayout(head)
        for side in (self.front, self.back):
            side.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is one page, and nothing to turn
            self.box.addWidget(side, 1)
        self.box.addWidget(self.advice)
        self.advice.hide()
        self.judging.judged.connect(self._on_judged)

    def add_below(self, widget: QWidget) -> None:
        """Puts something between the card and the advice about it."""
        self.box.insertWidget(self.box.indexOf(self.advice), widget)

    def show_card(self, look: CardLook, face: CardFace, *, size: tuple[float, float] = CR80) -> None:
        """Shows a card of a size in mm."""
        front, back = card_pages(look, face, size=size)
        self.front.show_document(Document((front,), look.shop))
        self.back.show_document(Document((back,), look.shop))
        self.front.setAccessibleName(tr("Front of the card"))
        self.back.setAccessibleName(tr("Back of the card"))
        self.judging.judge(look, face, size=size)

    def _on_judged(self, found: Judgement) -> None:
        doubts = [problem.sentence for problem in found.barcode.problems[:1]]
        if found.faint:
            doubts.append(tr("“{words}” is hard to read in these colours.").format(words=found.faint[0].words))
        if not found.barcode.is_good:
            self.verdict.setText(tr("Barcode may not be read"))
        else:
            self.verdict.setText(tr("Words are hard to read") if found.faint else tr("Barcode reads well"))
        restyle(self.verdict, tone="warning" if doubts else "accent")
        if doubts:
            self.advice.say(doubts[0], detail=" ".join(doubts[1:]), tone="warning")
        set_tip(self.advice, found.faint[0].sentence if found.faint else "")
        self.mend_button.setVisible(self.offers_mending and found.can_be_mended)
        self.advice.setVisible(bool(doubts))


def card_pages(look: CardLook, face: CardFace, *, size: tuple[float, float] = CR80) -> tuple[Page, Page]:
    """The front and the back of a card, the very pages that are printed; bars that cannot be drawn are left out."""
    drawing = card_drawing(look, size)
    return (
        _page(drawing.front_ground, drawing.front_words, face=face, size=size),
        _page(drawing.back_ground, drawing.back_words, face=face, size=size),
    )


def _page(ground: Motif, words: Words, *, face: CardFace, size: tuple[float, float]) -> Page:
    try:
        own = words(face)
    except Refused:  # the verdict says so
        own = ()
    return Page(*size, (Placed(ground, 0, 0), *own), CORNER)
