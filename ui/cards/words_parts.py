"""The words on the front of a card, and those on its back."""

from msgspec.structs import replace
from PySide6.QtWidgets import QLineEdit

from loyaltydesk.words import tr
from ui.cards.draft import Draft
from ui.cards.part import Part
from ui.cards.words_row import WordsRow
from ui.theme.forms import Field, FormRow
from ui.theme.theme import Theme

LONGEST = 80  # characters of a line that still fit a card


class FrontWords(Part):
    """The shop's name, the line below it, what stands above the customer's name, and a further line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.name = Field(theme, tr("Shop name"))
        self.line = Field(theme, tr("Second line"))
        for field, kind in ((self.name, "name"), (self.line, "line")):
            _add_field(self, field, kind=kind)
        self.above_name = WordsRow(theme, tr("Above the name"))
        self.note = WordsRow(theme, tr("Further line on the front"), ready=False)
        for row, kind in ((self.above_name, "above_name"), (self.note, "note")):
            _add_words(self, row, kind=kind)

    def show_draft(self, draft: Draft) -> None:
        show_text(self.name, draft.name)
        show_text(self.line, draft.line)
        self.above_name.show_words(draft.design.above_name)
        self.note.show_words(draft.design.note)

    def taken(self, draft: Draft) -> Draft:
        named = replace(draft, name=self.name.text().strip(), line=self.line.text().strip())
        return named.with_design(above_name=self.above_name.words(), note=self.note.words() or "")


class BackWords(Part):
    """The heading, the rules and the last line of the back, and the address that the last line has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Words on the back"))
        self.heading = WordsRow(theme, tr("Heading"))
        self.rules = WordsRow(theme, tr("Rules"))
        self.footer = WordsRow(theme, tr("Last line"))
        for row, kind in ((self.heading, "heading"), (self.rules, "rules"), (self.footer, "footer")):
            _add_words(self, row, kind=kind)
        self.address = Field(theme, tr("Address"))
        _add_field(self, self.address, kind="address")

    def show_draft(self, draft: Draft) -> None:
        self.heading.show_words(draft.design.heading)
        self.rules.show_words(draft.design.rules)
        self.footer.show_words(draft.design.footer)
        show_text(self.address, draft.address)

    def taken(self, draft: Draft) -> Draft:
        heading, rules, footer = (row.words() for row in (self.heading, self.rules, self.footer))
        told = replace(draft, address=self.address.text().strip())
        return told.with_design(heading=heading, rules=rules, footer=footer)


def show_text(field: QLineEdit, text: str) -> None:
    """Shows `text` where it says something else; what is being typed keeps its cursor and its spaces."""
    if field.text().strip() != text:
        field.setText(text)
        field.setCursorPosition(0)  # of what is too long for the field the beginning is seen


def _add_field(part: Part, field: Field, *, kind: str) -> None:
    field.setMaxLength(LONGEST)
    field.textEdited.connect(lambda _text: part.edited.emit(kind))
    part.box.addWidget(FormRow(part.theme, field, text=field.accessibleName()))


def _add_words(part: Part, row: WordsRow, *, kind: str) -> None:
    row.edited.connect(lambda: part.edited.emit(kind))
    part.box.addWidget(row)
