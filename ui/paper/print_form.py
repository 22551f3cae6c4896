"""How a document is printed: the printer, the pages, copies, both sides, colour; what was chosen last is proposed.

To be used as:
    form = PrintForm(theme, document, preferences)
    order = form.order()    # None where a field says what is wrong with it
"""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.printing.scene import Document
from loyaltydesk.words import tr
from ui.paper import printers
from ui.paper.page_numbers import NotPages, pages_of
from ui.seams.preferences import Preferences
from ui.theme.blocks import Banner
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.text import set_tip
from ui.theme.theme import Theme

MOST_COPIES = 999
FEWEST = 14  # letters of a printer's name that are always seen
OFF, LONG_EDGE, SHORT_EDGE = "off", "long", "short"
COLOUR, GREY = "colour", "grey"


class Order(Struct, frozen=True):
    """What is asked of a printer; `pages` are counted from 0, `turned` is one of OFF, LONG_EDGE and SHORT_EDGE."""

    printer: str
    pages: Sequence[int]
    copies: int = 1
    turned: str = OFF
    grey: bool = False


class PrintForm(QWidget):
    """The form. Choices that belong to the computer are remembered for each kind of document."""

    def __init__(self, theme: Theme, document: Document, preferences: Preferences | None) -> None:
        super().__init__()
        self._document, self._preferences = document, preferences
        self.printer = Choice(tr("Printer"), [(name, name) for name in printers.installed()])
        self.printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.printer.setMinimumContentsLength(FEWEST)
        self.warning = Banner(theme, "", tone="warning")
        self.pages = Field(theme, tr("Pages"))
        self.pages.setPlaceholderText(tr("All"))
        self.copies = QSpinBox()
        self.copies.setAccessibleName(tr("Copies"))
        self.copies.setRange(1, MOST_COPIES)
        self.turned = Choice(tr("Both sides"), _edges())
        self.colours = Choice(tr("Colour"), [(COLOUR, tr("In colour")), (GREY, tr("In grey"))])
        self._lay_out(theme)
        self._recall()
        self._on_printer_chosen()
        self.printer.chosen.connect(self._on_printer_chosen)
        self.pages.textEdited.connect(self._on_pages_typed)

    @property
    def has_printers(self) -> bool:
        """Whether there is any printer."""
        return self.printer.count() > 0

    def order(self) -> Order | None:
        """What is asked for, and remembered for next time; None where a field has to be seen to first."""
        try:
            pages = pages_of(self.pages.text(), len(self._document.pages))
        except NotPages:
            self._refuse_pages()
            return None
        if self.printer.current() not in printers.installed():
            self._warn(tr("This printer is not there any more. Choose another one."))
            return None
        self._remember()
        turned = self.turned.current() if self.turned.isEnabled() else OFF
        grey = self.colours.current() == GREY
        return Order(self.printer.current(), pages, self.copies.value(), turned, grey)

    def show_document(self, document: Document) -> None:
        """Another document is to be printed; the printer of its kind is proposed, where that is another kind."""
        other = document.kind != self._document.kind
        self._document = document
        self.pages.clear()
        self._pages_row.accept()
        self._show_pages()
        if other:
            self._recall()
        self._on_printer_chosen()

    def _lay_out(self, theme: Theme) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, theme.m.s2, 0)
        box.setSpacing(theme.m.s3)
        self._pages_row = FormRow(theme, self.pages, text=tr("Pages"), hint=tr("Such as 1-3, 7"))
        self._turned_row = FormRow(theme, self.turned, text=tr("Both sides"))
        printer = FormRow(theme, self.printer, text=tr("Printer"))
        copies, colours = (
            FormRow(theme, self.copies, text=tr("Copies")),
            FormRow(theme, self.colours, text=tr("Colour")),
        )
        for row in (printer, self.warning, self._pages_row, copies, self._turned_row, colours):
            box.addWidget(row)
        self._show_pages()
        box.addStretch(1)

    def _show_pages(self) -> None:
        """A single page is neither chosen nor turned."""
        several = len(self._document.pages) > 1
        self._pages_row.setVisible(several)
        self._turned_row.setVisible(several)

    # --- what is remembered

    def _key(self, name: str) -> str:
        return f"print/{self._document.kind or 'paper'}/{name}"

    def _recall(self) -> None:
        kept = self._preferences
        printer = kept.read(self._key("printer")) if kept else ""
        if self.printer.findData(printer) >= 0:
            self.printer.choose(printer)

    def _remember(self) -> None:
        if self._preferences is None:
            return
        self._preferences.write(self._key("printer"), self.printer.current())
        if self.turned.isEnabled():
            self._preferences.write(self._key("turned"), OFF if self.turned.current() == OFF else "on")
        if self.colours.isEnabled():
            self._preferences.write(self._key("colours"), self.colours.current())

    def _kept_colours(self) -> str:
        kept = self._preferences
        return GREY if kept and kept.read(self._key("colours")) == GREY else COLOUR

    def _wish(self) -> str:
        """Both sides as the document is made for it, unless that was not wanted last time."""
        document, kept = self._document, self._preferences
        if not document.duplex or (kept and kept.read(self._key("turned")) == OFF):
            return OFF
        return SHORT_EDGE if document.short_edge else LONG_EDGE

    # --- what the printer can do

    def _on_printer_chosen(self) -> None:
        can = printers.abilities(self.printer.current())
        self.turned.setEnabled(can.turns)
        self.turned.choose(self._wish() if can.turns else OFF)
        self.colours.setEnabled(can.colours)
        self.colours.choose(self._kept_colours() if can.colours else GREY)
        set_tip(self.printer, self.printer.currentText())  # a long name is not seen to its end
        self._warn(self._trouble(can))

    def _trouble(self, can: printers.Abilities) -> str:
        for page in self._document.pages[:1]:
            if not can.takes(page.width, page.height):
                text = tr("This printer says that it has no paper of {width} × {height} mm.")
                return text.format(width=round(page.width), height=round(page.height))
        return ""

    def _warn(self, sentence: str) -> None:
        self.warning.say(sentence, tone="warning")
        self.warning.setVisible(bool(sentence))

    # --- pages

    def _on_pages_typed(self) -> None:
        self._pages_row.accept()

    def _refuse_pages(self) -> None:
        count = len(self._document.pages)
        self._pages_row.refuse(tr("There are pages 1 to {count}. Write them such as 1-3, 7.").format(count=count))
        self.pages.setFocus()


def _edges() -> list[tuple[str, str]]:
    return [
        (OFF, tr("One side only")),
        (LONG_EDGE, tr("Turned on the long edge")),
        (SHORT_EDGE, tr("Turned on the short edge")),
    ]
