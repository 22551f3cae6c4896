"""What is to be remembered of a partner, and what was noted: two lists, each with a row to add one more."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.model.partners import (
    LONGEST_NOTE,
    LONGEST_REMINDER,
    NewReminder,
    PartnerNote,
    Reminder,
    Repetition,
)
from loyaltydesk.words import tr
from loyaltydesk.words.partners import REPETITIONS, repetition_text
from ui.partners.fields import day_field, day_in, show_day
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.forms import Choice, Field
from ui.theme.frames import Panel, empty
from ui.theme.marks import Glyph
from ui.theme.sheet import Tone
from ui.theme.text import label
from ui.theme.theme import Theme

MOST = 60  # lines of a list; older ones are kept all the same
USUAL = timedelta(days=7)  # until a new reminder


class Reminders(QWidget):
    """`done` carries the Reminder that was seen to, `asked` a NewReminder."""

    done = Signal(object)
    asked = Signal(object)

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__()
        self.theme, self._formats = theme, formats
        self.buttons: dict[str, Button] = {}  # by the id of the reminder
        self.text = Field(theme, tr("What to remember"))
        self.text.setPlaceholderText(tr("What to remember"))
        self.text.setMaxLength(LONGEST_REMINDER)
        self.day = day_field(theme, tr("On which day"), formats)
        self.repeats = Choice(tr("How often"), [(each.value, tr(words)) for each, words in REPETITIONS.items()])
        self.add_button = Button(theme, tr("Remind"), icon="bell")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.m.s2)
        when = Flow(theme.m.s2)
        for widget in (self.day, self.repeats, self.add_button):
            when.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s2)
        column.addWidget(label(tr("Reminders"), "strong"))
        column.addLayout(self._list)
        column.addWidget(self.text)
        column.addLayout(when)
        self.add_button.clicked.connect(self._on_add)
        self.text.returnPressed.connect(self._on_add)

    def begin(self, today: date) -> None:
        """Empties the row for a new one."""
        self.text.clear()
        self.repeats.choose(Repetition.ONCE.value)
        show_day(self.day, today + USUAL)

    def show_reminders(self, reminders: Sequence[Reminder], today: date) -> None:
        """Shows what is to be remembered; what is done for good comes last, and is only told."""
        empty(self._list)
        self.buttons = {}
        for reminder in reminders[:MOST]:
            self._list.addWidget(self._row(reminder, today))

    def _row(self, reminder: Reminder, today: date) -> Panel:
        tone: Tone = (
            "danger" if reminder.is_due(today - timedelta(days=1)) else "warning" if reminder.is_due(today) else ""
        )
        row = Panel(self.theme, surface="inset", across=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(reminder.text, "muted" if reminder.done else "", wrap=True))
        day = self._formats.day(reminder.day)
        if reminder.done and reminder.done_at:
            day = tr("done on {day}").format(day=self._formats.day(reminder.done_at.date()))
        told = " · ".join(each for each in (day, repetition_text(reminder.repeats)) if each)
        words.addWidget(label(told, "muted", tone=tone, wrap=True))
        icon = "check" if reminder.done else "bell"
        row.box.addWidget(Glyph(self.theme, icon, role=tone or "text_muted"))
        row.box.addLayout(words, 1)
        if not reminder.done:
            button = Button(self.theme, tr("Done"), kind="small", icon="check")
            button.clicked.connect(lambda: self.done.emit(reminder))
            row.box.addWidget(button)
            self.buttons[reminder.id] = button
        return row

    def _on_add(self) -> None:
        self.asked.emit(NewReminder(self.text.text(), day_in(self.day), Repetition(self.repeats.current())))


class Notes(QWidget):
    """The dated log, the newest first; `noted` carries the words of one more."""

    noted = Signal(str)

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__()
        self._theme, self._formats = theme, formats
        self.text = Field(theme, tr("Note"))
        self.text.setPlaceholderText(tr("What was said or agreed today"))
        self.text.setMaxLength(LONGEST_NOTE)
        self.add_button = Button(theme, tr("Note it"), icon="pen-line")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.m.s2)
        further = QHBoxLayout()
        further.setSpacing(theme.m.s2)
        further.addWidget(self.text, 1)
        further.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s2)
        column.addWidget(label(tr("Notes"), "strong"))
        column.addLayout(further)
        column.addLayout(self._list)
        self.add_button.clicked.connect(self._on_add)
        self.text.returnPressed.connect(self._on_add)

    def show_notes(self, notes: Sequence[PartnerNote]) -> None:
        """Shows the log."""
        empty(self._list)
        for note in notes[:MOST]:
            row = QWidget()
            words = QVBoxLayout(row)
            words.setContentsMargins(0, 0, 0, 0)
            words.setSpacing(0)
            by = tr("{day}, {name}") if note.staff else "{day}"
            words.addWidget(label(by.format(day=self._formats.day(note.at.date()), name=note.staff), "caption"))
            words.addWidget(label(note.text, wrap=True))
            self._list.addWidget(row)

    def _on_add(self) -> None:
        self.noted.emit(self.text.text())
