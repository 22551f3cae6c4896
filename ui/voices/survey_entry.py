"""Enters answer sheets: scan one, type the digits that are ticked, Enter; then the next."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.survey_sheets import Sheet
from loyaltydesk.model.surveys import LONGEST_WORDS, Given, Question, QuestionKind, Survey
from loyaltydesk.words import active, tr
from ui.seams.survey_keys import may_grow, typed
from ui.seams.survey_ticks import TickRow
from ui.theme.blocks import Banner, EmptyState
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.frames import Panel, empty
from ui.theme.scrolling import Scroll
from ui.theme.sheet import restyle
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

_Key = Qt.Key


class LineField(Field):
    """A line whose Enter is for itself alone, and does not lead on a second time."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (_Key.Key_Return, _Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class AnswerRow(Panel):
    """One question with what can be ticked or typed."""

    entered = Signal()  # it has its answer: the next one
    reached = Signal()  # somebody works here now

    def __init__(self, theme: Theme, question: Question, number: int) -> None:
        super().__init__(theme, surface="inset")
        self.question, self.waits = question, False
        text = question.text(active().language)
        self.box.addWidget(label(f"{number}. {text}", "strong", wrap=True))
        self.ticks, self.field = TickRow(theme, question, active()), LineField(theme, text)
        self.field.setMaxLength(LONGEST_WORDS)
        self.is_text = question.kind is QuestionKind.TEXT
        self.box.addWidget(self.field if self.is_text else self.ticks)
        (self.ticks if self.is_text else self.field).hide()
        self.ticks.tell(text)
        self.ticks.ticked.connect(self._on_ticked)
        self.field.entered.connect(self.entered)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if self.is_text:
            self.setFocusProxy(self.field)
        self.field.installEventFilter(self)

    def type_digit(self, key: str) -> str:
        """Ticks what a digit means; returns the digit where it is the next question's already."""
        found = typed(self.question, key, self.ticks.value, waits=self.waits)
        self.ticks.tick(found.value)
        self.waits = found.value is not None and not found.moves_on and may_grow(self.question, found.value)
        if found.moves_on:
            self.entered.emit()
        return found.over

    def light(self, on: bool) -> None:
        """Shows whether this is the question that is answered now."""
        self.waits = False
        restyle(self, tone="accent" if on else "")

    def _on_ticked(self, _value: int) -> None:
        self.reached.emit()
        self.entered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and watched is self.field:
            self.reached.emit()
        return super().eventFilter(watched, event)


class SheetEntry(Panel):
    """The field for the code, and below it the questions of that sheet."""

    code_entered = Signal(str)
    saved = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.sheet: Sheet | None = None
        self._rows: list[AnswerRow] = []
        self._at = 0
        self._title, self._hint = ElidedLabel(type_="title"), label(type_="muted", wrap=True)
        self.code = LineField(theme, tr("Code of the sheet"), kind="search")
        self.code.setPlaceholderText(tr("Scan the sheet, or type the code below its bars"))
        self.correct = Button(theme, tr("Correct it"), kind="small")
        self.trouble = Banner(theme, "", tone="warning", action=self.correct)
        self.save_button = Button(theme, tr("Save"), kind="action", icon="check", key="⏎")
        self.back_button = Button(theme, tr("Go back"), kind="ghost")
        self._nothing = EmptyState(
            theme,
            "scan-barcode",
            title=tr("Scan an answer sheet"),
            hint=tr("Then type the digit that is ticked for each question; Enter saves, and the next sheet can come."),
        )
        self._lay_out_parts()
        self.code.entered.connect(self._on_code_typed)
        self.save_button.clicked.connect(self.saved)
        self.back_button.clicked.connect(self.left)

    # --- from outside

    def begin(self) -> None:
        """Waits for a sheet."""
        self.sheet, self._rows = None, []
        self._title.setText(tr("Enter answer sheets"))
        self._hint.hide()
        self.trouble.hide()
        self._show_rows(False)
        self.code.clear()
        self.code.setFocus()

    def show_sheet(self, survey: Survey, sheet: Sheet, given: Given | None = None) -> None:
        """Asks for what is ticked on a sheet; `given` is what was entered before, to be corrected."""
        self.sheet, self._at = sheet, 0
        self.trouble.hide()
        self._title.setText(survey.title)
        self._hint.setText(tr("Sheet {n} · digits answer, ↑ and ↓ lead back and forth").format(n=sheet.number))
        self._hint.show()
        empty(self._column)
        self._rows = []
        for number, question in enumerate(survey.named(sheet.version).questions):
            row = AnswerRow(self.theme, question, number + 1)
            row.ticks.tick(given.values[number] if given else None)
            row.field.setText(given.words.get(number, "") if given else "")
            row.entered.connect(lambda number=number: self._go(number + 1))
            row.reached.connect(lambda number=number: self._show_at(number))
            self._column.addWidget(row)
            row.show()  # or it would be, and could take the focus, only a moment later
            self._rows.append(row)
        self._column.addStretch(1)
        self._show_rows(True)
        self._go(0)

    def warn(self, sentence: str, *, offers_correction: bool) -> None:
        """Says in place what is wrong with a sheet, or with what was ticked."""
        self.trouble.say(sentence, tone="warning")
        self.correct.setVisible(offers_correction)
        self.trouble.show()

    def allow(self, on: bool) -> None:
        """Whether what is ticked can be changed and saved."""
        for row in self._rows:
            row.setEnabled(on)
        self.save_button.setEnabled(on)
        (self._rows[0] if on else self.correct).setFocus()

    def given(self) -> Given:
        """What is ticked and typed now."""
        values = tuple(None if row.is_text else row.ticks.value for row in self._rows)
        written = {place: row.field.text() for place, row in enumerate(self._rows) if row.is_text and row.field.text()}
        return Given(values, written)

    # --- inside

    def _lay_out_parts(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, self.theme.m.s2, 0)
        self._column.setSpacing(self.theme.m.s2)
        self._scroll = Scroll(inside)
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        for widget in (self._title, self._hint, self.code, self.trouble):
            self.box.addWidget(widget)
        self.box.addWidget(self._nothing, 1)
        self.box.addWidget(self._scroll, 1)
        self.box.addLayout(foot)

    def _show_rows(self, on: bool) -> None:
        self._scroll.setVisible(on)
        self._nothing.setVisible(not on)
        self.save_button.setEnabled(on)

    def _show_at(self, number: int) -> None:
        self._at = number
        for place, row in enumerate(self._rows):
            row.light(place == number)

    def _go(self, number: int) -> None:
        """Leads to a question, and behind the last one to the button that saves."""
        if number >= len(self._rows):
            self._show_at(len(self._rows))
            self.save_button.setFocus()
            return
        self._show_at(max(0, number))
        row = self._rows[self._at]
        row.setFocus()
        self._scroll.ensureWidgetVisible(row)

    def _on_code_typed(self) -> None:
        if self.code.text().strip():
            self.code_entered.emit(self.code.text())

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at, text = self._at, event.text()
        if not self._rows:
            super().keyPressEvent(event)
        elif event.key() in (_Key.Key_Up, _Key.Key_Down):
            self._go(at + (1 if event.key() == _Key.Key_Down else -1))
        elif event.key() in (_Key.Key_Return, _Key.Key_Enter) and at < len(self._rows):
            self._go(at + 1)
        elif at < len(self._rows) and len(text) == 1 and text in "0123456789" and not self._rows[at].is_text:
            over = self._rows[at].type_digit(text)
            if over and self._at < len(self._rows) and not self._rows[self._at].is_text:
                self._rows[self._at].type_digit(over)
        else:
            super().keyPressEvent(event)
