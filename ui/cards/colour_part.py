"""The colours of a card: the main one, the second one, and that of the words."""

from PySide6.QtCore import Signal

from loyaltydesk.words import tr
from ui.cards.colours import ACCENTS, COLOURS, INKS, Colours
from ui.cards.draft import Draft
from ui.cards.part import Part
from ui.theme.forms import FormRow
from ui.theme.theme import Theme


class ColourPart(Part):
    """Three colours; `settled` tells that a mixed one is done with."""

    settled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Colours"))
        self.main = Colours(theme, tr("Colour"), COLOURS)
        self.accent = Colours(theme, tr("Second colour"), ACCENTS)
        self.ink = Colours(theme, tr("Colour of the words"), INKS)
        self._wanted: dict[str, str] = {}
        for name, colours in self._named():
            self.box.addWidget(FormRow(theme, colours, text=colours.accessibleName()))
            colours.chosen.connect(lambda colour, name=name: self._take(name, colour, kind=""))
            colours.mixed.connect(lambda colour, name=name: self._take(name, colour, kind=f"mixing {name}"))
            colours.settled.connect(self.settled)

    def show_draft(self, draft: Draft) -> None:
        self._wanted = {"colour": draft.design.colour, "accent": draft.design.accent, "ink": draft.design.ink}
        for name, colours in self._named():
            colours.choose(self._wanted[name])

    def taken(self, draft: Draft) -> Draft:
        return draft.with_design(**self._wanted)

    def _named(self) -> tuple[tuple[str, Colours], ...]:
        return (("colour", self.main), ("accent", self.accent), ("ink", self.ink))

    def _take(self, name: str, colour: str, *, kind: str) -> None:
        self._wanted[name] = colour
        self.edited.emit(kind)
