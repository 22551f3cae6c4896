"""The barcode of a card: where it stands, which kind it is, and what it is printed in."""

from loyaltydesk.model.design import BarsInk, CodeKind, CodeSide
from loyaltydesk.words import tr, trc
from ui.cards.draft import Draft
from ui.cards.part import Part
from ui.theme.buttons import SegmentedControl
from ui.theme.forms import Choice, FormRow
from ui.theme.theme import Theme


class CodePart(Part):
    """Four choices, each a step of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Barcode"))
        self.place = SegmentedControl(theme, _places(), current="centre")
        self.side = SegmentedControl(theme, _sides())
        self.kind = Choice(tr("Kind of barcode"), _kinds())
        self.ink = Choice(tr("Printed in"), _inks())
        for control, name in ((self.place, tr("Barcode place")), (self.side, tr("Side"))):
            control.setAccessibleName(name)
            control.chosen.connect(self._on_chosen)
            self.box.addWidget(FormRow(theme, control, text=name))
        for choice in (self.kind, self.ink):
            choice.chosen.connect(self._on_chosen)
            self.box.addWidget(FormRow(theme, choice, text=choice.accessibleName()))

    def show_draft(self, draft: Draft) -> None:
        design = draft.design
        wanted = (self.place, design.bars_at), (self.side, design.code_side)
        for control, key in wanted:
            control.blockSignals(True)
            control.choose(key)
            control.blockSignals(False)
        self.kind.choose(design.code_kind)
        self.ink.choose(design.bars_ink)

    def taken(self, draft: Draft) -> Draft:
        return draft.with_design(
            bars_at=self.place.current(),
            code_side=CodeSide(self.side.current()),
            code_kind=CodeKind(self.kind.current()),
            bars_ink=BarsInk(self.ink.current()),
        )

    def _on_chosen(self, _key: str) -> None:
        self.edited.emit("")


def _places() -> list[tuple[str, str]]:
    return [("left", tr("Left")), ("centre", tr("Centre")), ("right", tr("Right"))]


def _sides() -> list[tuple[str, str]]:
    back, front = trc("side of a card", "Back"), trc("side of a card", "Front")
    return [(CodeSide.BACK.value, back), (CodeSide.FRONT.value, front)]


def _kinds() -> list[tuple[str, str]]:
    return [
        (CodeKind.AUTO.value, tr("What suits the number")),
        (CodeKind.CODE128.value, tr("Code 128")),
        (CodeKind.QR.value, tr("QR code")),
    ]


def _inks() -> list[tuple[str, str]]:
    return [(BarsInk.BLACK.value, tr("Black")), (BarsInk.COLOUR.value, tr("The card's colour"))]
