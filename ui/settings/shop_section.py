"""The section about the shop: what it is called, where it is, and what it speaks."""

from msgspec.structs import replace
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox

from loyaltydesk.model.shop import ShopSettings
from loyaltydesk.words import LANGUAGES, active, tr
from loyaltydesk.words.countries import countries
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.settings.section import Section
from ui.theme.forms import Choice, Field
from ui.theme.theme import Theme

LONGEST = 80  # characters that still fit a card
FEWEST = 16  # letters of a choice that are always seen
TEXTS = ("name", "line", "address")


class ShopSection(Section):
    """What stands in the file and travels with it."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.name, self.line = Field(theme, tr("Shop name")), Field(theme, tr("Second line"))
        self.address = Field(theme, tr("Address"))
        self.language = Choice(tr("Language"), list(LANGUAGES.items()))
        self.region = Choice(tr("Country"), [("", tr("Not chosen")), *countries(active().language)])
        self.add_row(self.name, tr("Shop name"), hint=tr("Stands on cards, vouchers, slips and letters."))
        self.add_row(self.line, tr("Second line"), hint=tr("Stands below the name on cards, vouchers and slips."))
        self.add_row(self.address, tr("Address"), hint=tr("Stands on letters, envelopes and slips."))
        self.add_row(self.language, tr("Language"), hint=tr("Of the window and of what is printed."), narrow=True)
        phones = tr("Phone numbers without a country's code are read as from here.")
        self.add_row(self.region, tr("Country"), hint=phones, narrow=True)
        self.box.addStretch(1)
        self._connect()
        self.reload()

    @staticmethod
    def title() -> str:
        return tr("Shop")

    def reload(self) -> None:
        kept = self.session.ask(lambda desk: desk.shop.settings())
        for name in TEXTS:
            field = self._field(name)
            if not field.hasFocus():
                field.setText(getattr(kept, name))
                field.setCursorPosition(0)
        self.language.choose(kept.language if kept.language in LANGUAGES else "en")
        self.region.setCurrentIndex(max(self.region.findData(kept.region), 0))

    def _connect(self) -> None:
        for name in TEXTS:
            self._field(name).setMaxLength(LONGEST)
            self._field(name).editingFinished.connect(self._keep_texts)
        for choice in (self.language, self.region):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(FEWEST)
        self.language.chosen.connect(self._on_language_chosen)
        self.region.chosen.connect(lambda region: self._keep(region=region))

    def _field(self, name: str) -> Field:
        field = getattr(self, name)
        assert isinstance(field, Field)
        return field

    def _keep_texts(self) -> None:
        self._keep(**{name: self._field(name).text().strip() for name in TEXTS})

    def _keep(self, **changed: str) -> bool:
        """Keeps what is different; whether anything was."""
        kept = self.session.ask(lambda desk: desk.shop.settings())
        wanted: ShopSettings = replace(kept, **changed)
        return wanted != kept and self.do(lambda desk: desk.shop.save_settings(wanted))

    def _on_language_chosen(self, language: str) -> None:
        if self._keep(language=language):
            self.session.language_chosen.emit(language)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_texts()  # a field that still has the focus has not told that it is finished
        super().hideEvent(event)
