"""How cards of one kind look: the format, the design, its colours and the lettering, chosen by their pictures."""

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from loyaltydesk.model.greetings import GreetingDesign
from loyaltydesk.printing.greetings import (
    DESIGNS,
    FORMATS,
    LETTERINGS,
    SHEETS,
    GreetingFace,
    GreetingLook,
    sheets_for,
)
from loyaltydesk.printing.greetings.drawing import GreetingDrawing
from loyaltydesk.printing.greetings.formats import Kind
from loyaltydesk.printing.greetings.lettering import written
from loyaltydesk.printing.scene import WHITE, Align, Page, Rect, Text
from loyaltydesk.words import mark, tr
from ui.greetings.scene_choice import SceneChoices
from ui.theme.forms import Choice, FormRow
from ui.theme.swatches import Swatches
from ui.theme.theme import Theme

COLOURS = {
    "#0B7A5B": mark("Green"),
    "#7A2E4D": mark("Burgundy"),
    "#1D4E89": mark("Blue"),
    "#8A5A00": mark("Ochre"),
    "#B4472E": mark("Brick red"),
    "#3A3A3A": mark("Graphite"),
}
SAMPLE = (60.0, 15.0)  # mm of the paper with a sample of a hand
LATER_MS = 120  # small pictures follow once typing rests
FEWEST = 12  # letters of a choice that are always seen


class LookTab(QWidget):
    """The form; `edited` carries the design after a change, `sheet_chosen` the key of what goes into the printer."""

    edited = Signal(object)  # GreetingDesign
    sheet_chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._design = GreetingDesign()
        self._wanted: tuple[GreetingLook, str] | None = None  # what the small pictures should show
        self._pictured: tuple[GreetingLook, str] | None = None  # and what they do
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self.format = _choice(tr("Format"), [(key, tr(each.name)) for key, each in FORMATS.items()])
        self.sheet = _choice(tr("Paper in the printer"), [])
        designs = [(key, tr(each.name)) for key, each in DESIGNS.items()]
        self.designs = SceneChoices(theme, designs, name=tr("Design"), columns=4)
        self.own_colours = QCheckBox(tr("In its own colours"))
        self.colours = Swatches(theme, [(colour, tr(name)) for colour, name in COLOURS.items()], name=tr("Colour"))
        hands = [(key, tr(each.name)) for key, each in LETTERINGS.items()]
        self.letterings = SceneChoices(theme, hands, name=tr("Lettering"), columns=2)
        self.by_hand = QCheckBox(tr("The text by hand, too"))
        for box in (self.own_colours, self.by_hand):
            box.setAccessibleName(box.text())
        self._lay_out(theme)
        self._connect()

    def show_design(self, design: GreetingDesign, look: GreetingLook, *, heading: str, sheet: str) -> None:
        """Shows a design; `look` is what becomes of it, and `heading` the words that stand on the small pictures."""
        self._design = design
        self.format.choose(look.format)
        self.designs.choose(look.design)
        self.own_colours.setChecked(look.own_colours)
        self.colours.choose("" if look.own_colours else look.colour)
        self.letterings.choose(look.lettering)
        self.by_hand.setChecked(look.text_by_hand)
        self.sheet.clear()
        for key in sheets_for(FORMATS[look.format]):
            self.sheet.addItem(tr(SHEETS[key].name), key)
        self.sheet.choose(sheet)
        self._wanted = replace(look, design="", signature=None, logo=None), heading
        if self._pictured is None:
            self._show_pictures()  # the first time nobody waits for them
        self._later.start()

    @property
    def is_fresh(self) -> bool:
        """Whether the small pictures show what they should."""
        return self._wanted == self._pictured

    def _show_pictures(self) -> None:
        """Each design as it would be, and each hand; while they are seen, and only if they would look different."""
        if not self.isVisible() or self._wanted in (None, self._pictured):
            return
        self._pictured = self._wanted
        look, heading = self._wanted
        self.designs.show_pages({key: _front(replace(look, design=key), heading) for key in DESIGNS})
        self.letterings.show_pages({key: _sample(key, heading) for key in LETTERINGS})

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.setSpacing(theme.m.s2)
        box.addWidget(FormRow(theme, self.designs, text=tr("Design")))
        box.addWidget(self.own_colours)
        box.addWidget(self.colours)
        box.addWidget(FormRow(theme, self.letterings, text=tr("Lettering")))
        box.addWidget(self.by_hand)
        box.addWidget(FormRow(theme, self.format, text=tr("Format")))
        box.addWidget(FormRow(theme, self.sheet, text=tr("Paper in the printer")))
        box.addStretch(1)

    def _connect(self) -> None:
        self.format.chosen.connect(lambda key: self._change(format=key))
        self.designs.chosen.connect(lambda key: self._change(design=key))
        self.own_colours.clicked.connect(lambda on: self._change(own_colours=on))
        self.colours.chosen.connect(lambda colour: self._change(colour=colour, own_colours=False))
        self.letterings.chosen.connect(lambda key: self._change(lettering=key))
        self.by_hand.clicked.connect(lambda on: self._change(by_hand=on))
        self.sheet.chosen.connect(self.sheet_chosen)
        self._later.timeout.connect(self._show_pictures)

    def _change(self, **different: object) -> None:
        self.edited.emit(replace(self._design, **different))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_pictures()


def _choice(name: str, options: list[tuple[str, str]]) -> Choice:
    choice = Choice(name, options)
    choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(FEWEST)  # a long name must not widen the column
    return choice


def _front(look: GreetingLook, heading: str) -> Page:
    """The side of a card that is seen first."""
    shape, face = FORMATS[look.format], GreetingFace(heading)
    drawing = GreetingDrawing(look)
    items = drawing.single(face) if shape.kind is Kind.SINGLE else drawing.front(face)
    return Page(*shape.front, tuple(items))


def _sample(lettering: str, words: str) -> Page:
    """The first words of a heading in a hand."""
    width, height = SAMPLE
    hand = LETTERINGS[lettering]
    first = " ".join(words.split()[:2]) or tr("With love")
    text = Text(first, width / 2, height * 0.66, 9 * hand.size, hand.role, "#14201C", Align.CENTRE, width - 6)
    return Page(width, height, (Rect(0, 0, width, height, WHITE), written(text, hand, lettering)))
