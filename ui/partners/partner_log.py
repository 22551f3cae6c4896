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
from ui.seams.day_field import day_field, day_in, show_day
from ui.seams.formats import QtFormats
from ui.theme.buttons import Button, IconButton
from ui.theme.flow import Flow
from ui.theme.forms import Choice, Field
from ui.theme.frames import Panel, empty
from ui.theme.marks import Glyph
from ui.theme.sheet import Tone
from ui.theme.text import label
from ui.theme.theme import Theme

MOST = 60  # lines of a list; older ones are kept all the same
USUAL = timedelta(days=7)  # until a new reminder


class LineTools(QWidget):
    """The small buttons of a line: to change it, and to remove it."""

    def __init__(self, theme: Theme, of: str) -> None:
        """`of` is what the line says, for whoever hears the buttons and does not see them."""
        super().__init__()
        self.change = IconButton(theme, "pen-line", name=tr("Change: {what}").format(what=of))
        self.remove = IconButton(theme, "trash-2", name=tr("Remove: {what}").format(what=of))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.change)
        row.addWidget(self.remove)


class Reminders(QWidget):
    """`done` and `removed` carry a Reminder, `asked` a NewReminder, `revised` both: what was there, and what is now."""

    done = Signal(object)
    asked = Signal(object)
    revised = Signal(object, object)
    removed = Signal(object)

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__()
        self.theme, self._formats = theme, formats
        self.buttons: dict[str, Button] = {}  # by the id of the reminder
        self.tools: dict[str, LineTools] = {}
        self.changed: Reminder | None = None  # the one that is in the row below, to be changed
        self._today = date.min
        self.text = Field(theme, tr("What to remember"))
        self.text.setPlaceholderText(tr("What to remember"))
        self.text.setMaxLength(LONGEST_REMINDER)
        self.day = day_field(theme, tr("On which day"), formats)
        self.repeats = Choice(tr("How often"), [(each.value, tr(words)) for each, words in REPETITIONS.items()])
        self.add_button = Button(theme, tr("Remind"), icon="bell")
        self.back_button = Button(theme, tr("Go back"), kind="ghost")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.m.s2)
        when = Flow(theme.m.s2)
        for widget in (self.day, self.repeats, self.add_button, self.back_button):
            when.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s2)
        column.addWidget(label(tr("Reminders"), "strong"))
        column.addLayout(self._list)
        column.addWidget(self.text)
        column.addLayout(when)
        self.add_button.clicked.connect(self._on_add)
        self.back_button.clicked.connect(self.go_back)
        self.text.returnPressed.connect(self._on_add)

    def begin(self, today: date) -> None:
        """Empties the row for a new one."""
        self._today, self.changed = today, None
        self.text.clear()
        self.repeats.choose(Repetition.ONCE.value)
        show_day(self.day, today + USUAL)
        self._name_buttons()

    def finish(self) -> None:
        """What was typed is kept: the row is for the next one."""
        self.begin(self._today)

    def go_back(self) -> bool:
        """Leaves a reminder as it was; False when none is being changed."""
        if self.changed is None:
            return False
        self.finish()
        return True

    def show_reminders(self, reminders: Sequence[Reminder], today: date) -> None:
        """Shows what is to be remembered; what is done for good comes last, and is only told."""
        empty(self._list)
        self.buttons, self.tools = {}, {}
        for reminder in reminders[:MOST]:
            self._list.addWidget(self._row(reminder, today))
        if self.changed and self.changed.id not in self.buttons:  # done or removed meanwhile
            self.begin(today)

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
        tools = self.tools[reminder.id] = LineTools(self.theme, reminder.text)
        tools.change.setHidden(reminder.done)
        tools.change.clicked.connect(lambda: self._on_change_wanted(reminder))
        tools.remove.clicked.connect(lambda: self.removed.emit(reminder))
        row.box.addWidget(tools)
        return row

    def _name_buttons(self) -> None:
        self.add_button.setText(tr("Remind") if self.changed is None else tr("Save"))
        self.back_button.setHidden(self.changed is None)

    def _on_change_wanted(self, reminder: Reminder) -> None:
        self.changed = reminder
        self.text.setText(reminder.text)
        self.repeats.choose(reminder.repeats.value)
        show_day(self.day, reminder.day)
        self._name_buttons()
        self.text.setFocus()

    def _on_add(self) -> None:
        told = NewReminder(self.text.text(), day_in(self.day), Repetition(self.repeats.current()))
        if self.changed:
            self.revised.emit(self.changed, told)
        else:
            self.asked.emit(told)


class Notes(QWidget):
    """The dated log, the newest first; `noted` carries the words of one more, the others the PartnerNote too."""

    noted = Signal(str)
    corrected = Signal(object, str)
    removed = Signal(object)

    def __init__(self, theme: Theme, formats: QtFormats) -> None:
        super().__init__()
        self._theme, self._formats = theme, formats
        self.tools: dict[str, LineTools] = {}  # by the id of the note
        self.changed: PartnerNote | None = None  # the one whose words are in the field, to be corrected
        self.text = Field(theme, tr("Note"))
        self.text.setPlaceholderText(tr("What was said or agreed today"))
        self.text.setMaxLength(LONGEST_NOTE)
        self.add_button = Button(theme, tr("Note it"), icon="pen-line")
        self.back_button = Button(theme, tr("Go back"), kind="ghost")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.m.s2)
        further = QHBoxLayout()
        further.setSpacing(theme.m.s2)
        further.addWidget(self.text, 1)
        further.addWidget(self.add_button)
        further.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s2)
        column.addWidget(label(tr("Notes"), "strong"))
        column.addLayout(further)
        column.addLayout(self._list)
        self.add_button.clicked.connect(self._on_add)
        self.back_button.clicked.connect(self.go_back)
        self.text.returnPressed.connect(self._on_add)
        self.begin()

    def begin(self) -> None:
        """Empties the field for a new one."""
        self._take_up(None)

    def go_back(self) -> bool:
        """Leaves a note as it was; False when none is being corrected."""
        if self.changed is None:
            return False
        self.begin()
        return True

    def show_notes(self, notes: Sequence[PartnerNote]) -> None:
        """Shows the log."""
        empty(self._list)
        self.tools = {}
        for note in notes[:MOST]:
            self._list.addWidget(self._row(note))
        if self.changed and self.changed.id not in self.tools:  # removed meanwhile
            self.begin()

    def _row(self, note: PartnerNote) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        words.setSpacing(0)
        by = tr("{day}, {name}") if note.staff else "{day}"
        words.addWidget(label(by.format(day=self._formats.day(note.at.date()), name=note.staff), "caption"))
        words.addWidget(label(note.text, wrap=True))
        tools = self.tools[note.id] = LineTools(self._theme, note.text)
        tools.change.clicked.connect(lambda: self._take_up(note))
        tools.remove.clicked.connect(lambda: self.removed.emit(note))
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addLayout(words, 1)
        across.addWidget(tools)
        return row

    def _take_up(self, note: PartnerNote | None) -> None:
        """Puts a note into the field to be corrected, or (None) leaves the field for a new one."""
        self.changed = note
        self.text.setText(note.text if note else "")
        self.add_button.setText(tr("Save") if note else tr("Note it"))
        self.back_button.setVisible(note is not None)
        if note:
            self.text.setFocus()

    def _on_add(self) -> None:
        if self.changed:
            self.corrected.emit(self.changed, self.text.text())
        else:
            self.noted.emit(self.text.text())
