"""The surveys of the shop: the list on the left, on the right the results of one, its form, or a sheet to enter."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDialog, QStackedWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.surveys import Asking, Survey
from loyaltydesk.rules.survey_results import Results
from loyaltydesk.words import active, tr, tr_n
from loyaltydesk.words.surveys import group_name
from ui.seams.line_list import LineList
from ui.seams.lines import Line
from ui.seams.list_panel import lay_out_beside
from ui.seams.notice import Notice
from ui.seams.panel_export import PanelExport
from ui.seams.session import Session
from ui.seams.tables import Chip
from ui.seams.tools import Tools
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme
from ui.voices.survey_editor import SurveyDraft, SurveyEditor
from ui.voices.survey_entering import Entering
from ui.voices.survey_entry import SheetEntry
from ui.voices.survey_panel import SurveyPanel
from ui.voices.survey_paper import SheetDialog
from ui.voices.view import View

SURVEY, FORM, ENTRY, NOTHING = range(4)  # what stands on the right
LIST = 250  # px that the list keeps, at 100 % text


class SurveysView(View):
    """Making, printing, entering and reading surveys."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.show_dialog: Callable[[QDialog], object] = lambda dialog: dialog.exec()  # a test looks at it by itself
        self._surveys: list[Survey] = []
        self._version = ""  # another one than the present, of the survey that is shown
        self._count = ElidedLabel(type_="title")
        self.list = LineList(theme, name=tr("Surveys"))
        self.export = PanelExport(session, tools, self, about=tr("Surveys"))
        self.panel = SurveyPanel(theme, session.formats, group_name, export=self.export)
        self.editor, self.entry = SurveyEditor(theme, session), SheetEntry(theme)
        self.notice = Notice(theme)
        self._entering = Entering(session, tools.sounds, entry=self.entry, notice=self.notice)
        self.new_here = Button(theme, tr("New survey"), icon="plus")
        self.enter_button = Button(theme, tr("Enter sheets"), icon="scan-barcode")
        self.new_button = Button(theme, tr("New survey"), kind="action", icon="plus")
        self.in_bar = (self.enter_button, self.new_button)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.reload()

    # --- from outside

    def entered(self) -> None:
        if self._stack.currentIndex() == ENTRY:
            self.entry.code.setFocus()
        elif self._stack.currentIndex() != FORM:
            self.list.setFocus()

    def open(self, what: str) -> None:
        """Shows the survey with this id, or the sheet with this code."""
        if not self.take_code(what):
            self.list.choose(what)
            self._show_survey()

    def take_code(self, code: str) -> bool:
        """Whether a scanned code is that of an answer sheet, which is asked for then."""
        if not self._entering.knows(code):
            return False
        self._stack.setCurrentIndex(ENTRY)
        self._entering.take(code)
        return True

    def go_back(self) -> bool:
        if self._stack.currentIndex() in (FORM, ENTRY):
            self._show_survey()
            self.list.setFocus()
            return True
        shown = self.notice.isVisible()
        self.notice.hide()
        return shown

    def reload(self) -> None:
        self._surveys = self.session.ask(lambda desk: desk.surveys.all())
        number = len(self._surveys)
        self._count.setText(tr_n("{n} survey", "{n} surveys", number).format(n=self.session.formats.number(number)))
        with QSignalBlocker(self.list):  # what is chosen then is shown once, below
            self.list.show_lines([self._line(each) for each in self._surveys])
        if self._stack.currentIndex() not in (FORM, ENTRY):
            self._show_survey()

    # --- inside

    def _lay_out(self) -> None:
        left, empty = Panel(self.theme), Panel(self.theme)
        left.box.addWidget(self._count)
        left.box.addWidget(self.list, 1)
        left.setMinimumWidth(LIST * self.theme.text_percent // 100)
        hint = tr("Ready ones are there to begin with: how it was today, would they recommend you, why they stay.")
        nothing = EmptyState(
            self.theme, "message-square-text", title=tr("Ask your customers"), hint=hint, action=self.new_here
        )
        empty.box.addWidget(nothing, 1)
        for widget in (self.panel, self.editor, self.entry, empty):
            self._stack.addWidget(widget)
        lay_out_beside(self, left, right=self._stack, above=self.notice)

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_line_chosen)
        self.export.told.connect(self.notice.tell)
        self.export.refused.connect(lambda sentence: self.notice.tell(sentence, tone="danger"))
        for button in (self.new_button, self.new_here):
            button.clicked.connect(self._on_new_wanted)
        self.enter_button.clicked.connect(self._on_entry_wanted)
        self.panel.change_wanted.connect(self._on_change_wanted)
        self.panel.sheets_wanted.connect(self._on_sheets_wanted)
        self.panel.switch_wanted.connect(self._on_switch_wanted)
        self.panel.version_chosen.connect(self._on_version_chosen)
        self.editor.submitted.connect(self._on_submitted)
        self.editor.left.connect(self.go_back)
        self.entry.left.connect(self.go_back)

    def _line(self, survey: Survey) -> Line:
        is_open = self.session.ask(lambda desk: desk.surveys.is_open(survey))
        state = Chip(tr("Open"), "accent") if is_open else Chip(tr("Closed"), "")
        told = self.session.formats.day(survey.versions[0].since.date())
        return Line(survey.id, survey.title, told, "message-square-text", chips=(state,))

    def _survey(self) -> Survey | None:
        return next((each for each in self._surveys if each.id == self.list.key), None)

    def _show_survey(self) -> None:
        survey = self._survey()
        self._stack.setCurrentIndex(SURVEY if survey else NOTHING)
        if survey is None:
            return

        def look(desk: Desk) -> tuple[Results, bool, Asking, tuple[int, int]]:
            results = desk.survey_answers.results(survey.id, self._version)
            return results, desk.surveys.is_open(survey), desk.surveys.asking(), desk.survey_sheets.counts(survey.id)

        results, is_open, asking, sheets = self.session.ask(look)
        self.panel.show_survey(results, is_open=is_open, asking=asking, sheets=sheets)

    def _keep(self, draft: SurveyDraft) -> Survey | None:
        """Keeps what the form says, all or nothing."""
        survey = self.editor.survey

        def keep(desk: Desk) -> Survey:
            with desk.writing():
                if survey:
                    kept = desk.surveys.change(survey.id, title=draft.title, questions=draft.questions)
                else:
                    kept = desk.surveys.make(draft.title, draft.questions, anonymous=draft.anonymous)
                if draft.last != kept.last:
                    kept = desk.surveys.open_between(kept.id, first=kept.first, last=draft.last)
                asking, every = desk.surveys.asking(), draft.every
                asking = replace(asking, rest_days=draft.rest_days)
                if every is not None:
                    asking = replace(asking, survey=kept.id, every=every)
                elif asking.survey == kept.id:
                    asking = replace(asking, survey="", every=0)
                desk.surveys.ask_at_till(asking)
            return kept

        return self.session.do(keep, refused=self.editor.refuse)

    # --- slots

    def _on_line_chosen(self, _key: str) -> None:
        self._version = ""
        self._show_survey()

    def _on_version_chosen(self, version: str) -> None:
        self._version = version
        self._show_survey()

    def _on_entry_wanted(self) -> None:
        self._stack.setCurrentIndex(ENTRY)
        self.entry.begin()

    def _on_new_wanted(self) -> None:
        self._stack.setCurrentIndex(FORM)
        self.editor.begin(self.session.ask(lambda desk: desk.surveys.asking()))

    def _on_change_wanted(self) -> None:
        survey = self._survey()
        if survey:
            self._stack.setCurrentIndex(FORM)
            self.editor.change(survey, self.session.ask(lambda desk: desk.surveys.asking()))

    def _on_submitted(self) -> None:
        kept = self._keep(self.editor.draft())
        if kept:
            self._stack.setCurrentIndex(SURVEY)
            self.reload()
            self.list.choose(kept.id)
            self._on_line_chosen(kept.id)
            self.list.setFocus()

    def _on_switch_wanted(self) -> None:
        survey = self._survey()
        if survey is None:
            return
        is_open = self.session.ask(lambda desk: desk.surveys.is_open(survey))
        self.session.do(lambda desk: (desk.surveys.close if is_open else desk.surveys.reopen)(survey.id))

    def _on_sheets_wanted(self) -> None:
        survey = self._survey()
        if survey:
            name = self.session.ask(lambda desk: desk.shop.settings().name)
            language = self.session.ask(lambda desk: desk.shop.settings().language) or active().language
            dialog = SheetDialog(
                self.theme,
                survey,
                lambda count, spoken: (
                    self.session.do(lambda desk: desk.survey_sheets.make(survey.id, count, language=spoken)) or []
                ),
                shop=(name, language),
                tools=self.tools,
            )
            self.show_dialog(dialog)
            dialog.deleteLater()
