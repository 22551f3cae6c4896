"""The dialog before answer sheets are printed: how many, in which language, on what paper, and how they look there."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.survey_sheets import MOST_SHEETS, Sheet
from loyaltydesk.model.surveys import Survey
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.survey_filling import sheet_face
from loyaltydesk.printing.survey_sheet import SheetPaper, survey_scene, survey_slips_scene
from loyaltydesk.words import LANGUAGES, tr
from ui.paper.dialog import PaperDialog
from ui.seams.tools import Tools
from ui.theme.buttons import Button
from ui.theme.forms import Choice, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme

USUAL = 20
ROLLS = {"slip 80": Roll.MM80, "slip 58": Roll.MM58}
Make = Callable[[int, str], list[Sheet]]


class SheetForm(QWidget):
    """How many sheets, in which language, on what paper."""

    wanted = Signal()  # so many new sheets
    edited = Signal()  # the same ones on other paper

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self.count = QSpinBox()
        self.count.setRange(1, MOST_SHEETS)
        self.count.setValue(USUAL)
        self.count.setAccessibleName(tr("How many"))
        self.language = Choice(tr("Language"), list(LANGUAGES.items()), current=language)
        self.paper = Choice(tr("Paper"), _papers())
        self.make = Button(theme, tr("Make the sheets"), kind="action")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s3)
        column.addWidget(FormRow(theme, self.count, text=tr("How many")))
        column.addWidget(FormRow(theme, self.language, text=tr("Language")))
        column.addWidget(FormRow(theme, self.paper, text=tr("Paper")))
        column.addWidget(self.make)
        column.addWidget(label(tr("Each sheet has a code of its own and can be entered once."), "muted", wrap=True))
        self.make.clicked.connect(self.wanted)
        self.paper.chosen.connect(lambda _key: self.edited.emit())


class SheetDialog(PaperDialog):
    """Shows a specimen until the sheets are made; those that are made count, whether or not they are printed."""

    def __init__(self, theme: Theme, survey: Survey, make: Make, *, shop: tuple[str, str], tools: Tools) -> None:
        """`make` makes so many sheets in a language; `shop` is the shop's name and language."""
        self._survey, self._make, self._shop = survey, make, shop[0]
        choices = SheetForm(theme, shop[1] if shop[1] in LANGUAGES else "en")
        self.sheets = [self._specimen(choices)]
        super().__init__(theme, self._document_of(choices), title=survey.title, tools=tools)
        self.choices = choices
        self.add_choices(choices)
        self._hold(False)
        choices.wanted.connect(self._on_wanted)
        choices.edited.connect(self._show)
        choices.language.chosen.connect(self._on_language_chosen)

    @property
    def is_specimen(self) -> bool:
        """Whether no sheet was made yet."""
        return not self.sheets[0].survey

    def _specimen(self, choices: SheetForm) -> Sheet:
        return Sheet("SPECIMEN", "", self._survey.version.id, 0, choices.language.current())

    def _document_of(self, choices: SheetForm) -> Document:
        faces = [sheet_face(self._survey, sheet, shop=self._shop) for sheet in self.sheets]
        paper = choices.paper.current()
        if paper in ROLLS:
            return survey_slips_scene(faces, roll=ROLLS[paper])
        return survey_scene(faces, paper=SheetPaper[paper])

    def _show(self) -> None:
        self.show_document(self._document_of(self.choices))

    def _on_wanted(self) -> None:
        made = self._make(self.choices.count.value(), self.choices.language.current())
        if made:
            self.sheets = made
            for field in (self.choices.count, self.choices.language, self.choices.make):
                field.setEnabled(False)
            self._show()
            self._hold(False)

    def _on_language_chosen(self, _language: str) -> None:
        if self.is_specimen:
            self.sheets = [self._specimen(self.choices)]
            self._show()

    def _hold(self, busy: bool) -> None:
        """A specimen is only looked at: it has no code that could be scanned back in."""
        super()._hold(busy)
        if self.is_specimen:
            for button in (self.print_button, self.more_button, self.save_button):
                button.setEnabled(False)


def _papers() -> list[tuple[str, str]]:
    return [
        (SheetPaper.A4_FOUR.name, tr("A4, four to a sheet")),
        (SheetPaper.A4_TWO.name, tr("A4, two to a sheet")),
        (SheetPaper.A5.name, tr("A5, one to a leaf")),
        (SheetPaper.A6.name, tr("A6, one to a leaf")),
        ("slip 80", tr("Roll of 80 mm")),
        ("slip 58", tr("Roll of 58 mm")),
    ]
