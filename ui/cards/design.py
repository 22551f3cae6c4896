"""What a person can change about the card: the shop's name, the line below it, the address and the colour."""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.words import tr
from ui.cards.colours import Colours
from ui.theme.forms import Field, FormRow
from ui.theme.theme import Theme

LONGEST = 80  # characters that still fit a card


class Design(QWidget):
    """The form; `edited` comes with each change a person makes."""

    edited = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._kept = ShopSettings()
        self._colour = self._kept.colour
        self.name = Field(theme, tr("Shop name"))
        self.line = Field(theme, tr("Second line"))
        self.address = Field(theme, tr("Address"))
        self.colours = Colours(theme)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        for field in (self.name, self.line, self.address):
            field.setMaxLength(LONGEST)
            field.textEdited.connect(self.edited)
            box.addWidget(FormRow(theme, field, text=field.accessibleName()))
        self.colours.setAccessibleName(tr("Colour"))
        box.addWidget(FormRow(theme, self.colours, text=tr("Colour")))
        self.colours.chosen.connect(self._on_colour_chosen)

    @property
    def is_changed(self) -> bool:
        """Whether something is not saved."""
        return self.settings() != self._kept

    def show_settings(self, kept: ShopSettings) -> None:
        """Shows the design that is kept."""
        self._kept = kept
        for field, text in ((self.name, kept.name), (self.line, kept.line), (self.address, kept.address)):
            if field.text() != text:
                field.setText(text)
                field.setCursorPosition(0)  # of what is too long for the field the beginning is seen
        self._colour = kept.colour
        self.colours.choose(kept.colour)

    def settings(self) -> ShopSettings:
        """The shop's settings with the design as it stands here."""
        name, line, address = (field.text().strip() for field in (self.name, self.line, self.address))
        return replace(self._kept, name=name, line=line, address=address, colour=self._colour)

    def _on_colour_chosen(self, colour: str) -> None:
        self._colour = colour
        self.edited.emit()
