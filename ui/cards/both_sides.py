"""The card as it will be printed, front above back, with a word on whether scanners will read it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.model.refusals import Refused
from loyaltydesk.printing.card import CORNER, CR80, CardDrawing, CardFace, CardLook
from loyaltydesk.printing.reading import reads_well
from loyaltydesk.printing.scene import Document, Item, Page, Placed
from loyaltydesk.words import tr
from ui.paper.preview import PagePreview
from ui.theme.frames import Panel
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel, chip, set_tip
from ui.theme.theme import Theme


class BothSides(Panel):
    """Two previews of one card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.front, self.back = PagePreview(theme), PagePreview(theme)
        self.verdict = chip("")
        head = QHBoxLayout()
        head.addWidget(ElidedLabel(tr("Front and back"), "title"), 1)
        head.addWidget(self.verdict)
        self.box.addLayout(head)
        for side in (self.front, self.back):
            side.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is one page, and nothing to turn
            self.box.addWidget(side, 1)

    def show_card(self, look: CardLook, face: CardFace, *, size: tuple[float, float] = CR80) -> None:
        """Shows a card of a size in mm."""
        drawing = CardDrawing(look, size)
        try:
            back: tuple[Item, ...] = drawing.back_words(face)
        except Refused:  # bars that cannot be drawn; the verdict says so
            back = ()
        front = Page(*size, (Placed(drawing.front_ground, 0, 0), *drawing.front_words(face)), CORNER)
        self.front.show_document(Document((front,), look.shop))
        self.back.show_document(Document((Page(*size, (Placed(drawing.back_ground, 0, 0), *back), CORNER),), look.shop))
        self.front.setAccessibleName(tr("Front of the card"))
        self.back.setAccessibleName(tr("Back of the card"))
        self._judge(is_good=reads_well(look, face, size=size))

    def _judge(self, *, is_good: bool) -> None:
        self.verdict.setText(tr("Barcode reads well") if is_good else tr("Barcode may not be read"))
        restyle(self.verdict, tone="accent" if is_good else "warning")
        advice = tr("This number is long: its bars are thinner than 0.30 mm, and not every scanner reads that.")
        set_tip(self.verdict, "" if is_good else advice)
