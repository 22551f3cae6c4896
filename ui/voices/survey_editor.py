"""Writes a survey: from one that is ready or from nothing, in the four languages, and says how the till asks it."""

from datetime import date
from itertools import pairwise

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from loyaltydesk.model.surveys import LONGEST_TITLE, MOST_QUESTIONS, Asking, Question, QuestionKind, Survey
from loyaltydesk.words import LANGUAGES, active, tr, tr_n
from loyaltydesk.words.surveys import ready_surveys
from ui.seams.day_field import OpenDay
from ui.seams.form_panel import FormPanel
from ui.seams.session import Session
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.voices.survey_question import QuestionFields

OWN = "own"
NOT, BY_HAND = "not", "0"  # how the till asks it; otherwise after how many purchases
EVERY = (5, 10, 20, 50)


class SurveyDraft(Struct, frozen=True):
    """What the form says; `every` is None where the till does not ask this survey."""

    title: str
    questions: tuple[Question, ...]
    anonymous: bool
    last: date | None
    every: int | None
    rest_days: int


class SurveyEditor(FormPanel):
    """The form of one survey, a new one or one to be changed."""

    submitted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, Button(theme, tr("Save"), kind="action", icon="check"))
        self._session = session
        self.survey: Survey | None = None
        self._rows: list[QuestionFields] = []
        ready = [(each.key, each.title) for each in ready_surveys()]
        self.begin_with = Choice(tr("Begin with"), [*ready, (OWN, tr("My own questions"))])
        self.title = Field(theme, tr("Title"))
        self.title.setMaxLength(LONGEST_TITLE)
        self.language = SegmentedControl(theme, list(LANGUAGES.items()), current=active().language)
        self.anonymous = QCheckBox(tr("Anonymous"))
        hint = tr("Anonymous: only the customer's group is kept with an answer, and of the time only the day.")
        self._promise = label(hint, "muted", wrap=True)
        self.last = OpenDay(theme, tr("Last day"), session.formats)
        self.till = Choice(tr("At the till"), _tills())
        self.rest = QSpinBox()
        self.rest.setRange(1, 999)
        self.rest.setAccessibleName(tr("Days of rest"))
        self.add = Button(theme, tr("Add a question"), kind="small", icon="plus")
        for choice in (self.begin_with, self.till):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._lay_out_form()
        self._connect()

    # --- from outside

    def begin(self, asking: Asking) -> None:
        """A new survey, from the first one that is ready."""
        self.survey = None
        self.heading.setText(tr("New survey"))
        self._begin_row.show()
        self.begin_with.setCurrentIndex(0)
        self.anonymous.setChecked(True)
        self.anonymous.setEnabled(True)
        self.last.show_day(None, otherwise=self._today())
        self.till.choose(NOT)
        self.rest.setValue(asking.rest_days)
        self.trouble.hide()
        self._on_ready_chosen(self.begin_with.current())
        self.begin_with.setFocus()

    def change(self, survey: Survey, asking: Asking) -> None:
        """A survey to be changed; whether it is anonymous was promised to those who answered already."""
        self.survey = survey
        self.heading.setText(survey.title)
        self._begin_row.hide()
        self.title.setText(survey.title)
        self.anonymous.setChecked(survey.anonymous)
        self.anonymous.setEnabled(False)
        self.last.show_day(survey.last, otherwise=self._today())
        every = str(asking.every) if asking.survey == survey.id else NOT
        if self.till.findData(every) < 0:  # another number, from the command line
            self.till.addItem(_after(int(every)), every)
        self.till.choose(every)
        self.rest.setValue(asking.rest_days)
        self.trouble.hide()
        self._show_questions(survey.questions)
        self.title.setFocus()

    def draft(self) -> SurveyDraft:
        """What the form says."""
        till = self.till.current()
        return SurveyDraft(
            self.title.text(),
            tuple(row.question() for row in self._rows),
            self.anonymous.isChecked(),
            self.last.chosen(),
            None if till == NOT else int(till),
            self.rest.value(),
        )

    # --- inside

    def _today(self) -> date:
        return self._session.ask(lambda desk: desk.now().date())

    def _lay_out_form(self) -> None:
        grid = self.grid
        self._begin_row = FormRow(self.theme, self.begin_with, text=tr("Begin with"))
        self._questions = QVBoxLayout()
        self._questions.setSpacing(self.theme.m.s2)
        hint = tr("for so many days nobody is asked again")
        rest = FormRow(self.theme, self.rest, text=tr("Days of rest"), hint=hint)
        grid.addWidget(self._begin_row, 0, 0, 1, 2)
        grid.addWidget(FormRow(self.theme, self.title, text=tr("Title")), 1, 0, 1, 2)
        grid.addWidget(FormRow(self.theme, self.language, text=tr("Questions, in")), 2, 0, 1, 2)
        grid.addLayout(self._questions, 3, 0, 1, 2)
        grid.addWidget(self.add, 4, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(FormRow(self.theme, self.till, text=tr("At the till")), 5, 0)
        grid.addWidget(rest, 5, 1)
        grid.addWidget(FormRow(self.theme, self.last, text=tr("Asked until")), 6, 0, 1, 2)
        grid.addWidget(self.anonymous, 7, 0, 1, 2)
        grid.addWidget(self._promise, 8, 0, 1, 2)
        self.lay_out()

    def _connect(self) -> None:
        self.begin_with.chosen.connect(self._on_ready_chosen)
        self.language.chosen.connect(self._on_language_chosen)
        self.add.clicked.connect(self._on_add_pressed)
        self.save_button.clicked.connect(self.submitted)

    def _show_questions(self, questions: tuple[Question, ...]) -> None:
        for row in self._rows:
            self._questions.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for question in questions:
            self._add(question)

    def _add(self, question: Question) -> QuestionFields:
        row = QuestionFields(self.theme, len(self._rows) + 1)
        row.show_question(question, self.language.current())
        row.dropped.connect(lambda: self._drop(row))
        self._questions.addWidget(row)
        self._rows.append(row)
        self._show_room()
        return row

    def _drop(self, row: QuestionFields) -> None:
        self._rows.remove(row)
        self._questions.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._show_room()

    def _show_room(self) -> None:
        """A survey has one question at least, and five at most."""
        self.add.setEnabled(len(self._rows) < MOST_QUESTIONS)
        for row in self._rows:
            row.drop.setEnabled(len(self._rows) > 1)
        order = [
            self.language.findChildren(Button)[-1],
            *(field for row in self._rows for field in row.fields),
            self.add,
        ]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # --- slots

    def _on_ready_chosen(self, key: str) -> None:
        for ready in ready_surveys():
            if ready.key == key:
                self.title.setText(ready.title)
                self._show_questions(ready.questions)
                return
        self.title.clear()
        self._show_questions((Question(QuestionKind.SATISFACTION, {}),))

    def _on_language_chosen(self, language: str) -> None:
        for row in self._rows:
            row.show_language(language)

    def _on_add_pressed(self) -> None:
        self._add(Question(QuestionKind.SATISFACTION, {})).text.setFocus()


def _after(every: int) -> str:
    if every == 1:
        return tr("By itself, after each purchase")
    return tr_n("By itself, once in {n} purchase", "By itself, once in {n} purchases", every).format(n=every)


def _tills() -> list[tuple[str, str]]:
    return [
        (NOT, tr("Not asked at the till")),
        (BY_HAND, tr("When the cashier asks")),
        *((str(every), _after(every)) for every in EVERY),
    ]
