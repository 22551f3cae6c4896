"""The last step of a change: what will be different, from when, and then it is in force."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from loyaltydesk.desk import Desk
from loyaltydesk.model.shop import Version
from loyaltydesk.words import tr
from ui.programme.change_list import ChangeList
from ui.programme.draft import Draft
from ui.programme.view import View
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.buttons import Button, SegmentedControl
from ui.theme.dates import DateField
from ui.theme.frames import Panel
from ui.theme.scrolling import Scroll
from ui.theme.text import label
from ui.theme.theme import Theme

NOW, LATER = "now", "later"


class SaveView(View):
    """Asks from when, and saves."""

    left = Signal()
    saved = Signal(int, object)  # the version, and the first day (None for at once)

    def __init__(self, theme: Theme, session: Session, draft: Draft) -> None:
        super().__init__(theme, session)
        self._draft = draft
        self._planned: list[Version] = []
        self.list = ChangeList(theme)
        self.when = SegmentedControl(theme, [(NOW, tr("From now")), (LATER, tr("From a date"))])
        self.day = DateField(theme, tr("First day"))
        self.warning = Banner(theme, "", tone="warning")
        self.notice = Banner(theme, "", tone="danger")
        self.back = self.add_back()
        self.save = Button(theme, tr("Save changes"), kind="action", icon="check")
        self.bar.box.addWidget(self.save)
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self._on_save_pressed)
        self.when.chosen.connect(self._show_what_follows)
        self.day.dateChanged.connect(self._show_what_follows)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_save_pressed)

    def begin(self) -> None:
        """Shows what the draft changes."""
        step = tr("Step {number} of {count}").format(number=4, count=4) if self._draft.is_new_start else ""
        self.say_title(tr("Save changes"), step)
        nothing = tr("The rules are the same; only the notes in the file are others.")
        self.list.show_changes(self._draft.changes(), nothing=nothing)
        self.notice.hide()
        tomorrow = self._today() + timedelta(days=1)
        self.day.setMinimumDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
        self.day.setDate(self.day.minimumDate())
        self.when.choose(NOW)
        self._planned = self.session.ask(planned)
        self._show_what_follows()

    def start(self) -> None:
        self.save.setFocus()

    @property
    def first_day(self) -> date | None:
        """From which day on; None for now."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day()) if self.when.current() == LATER else None

    # --- inside

    def _today(self) -> date:
        return self.session.ask(lambda desk: desk.now().date())

    def _lay_out(self) -> None:
        m = self.theme.m
        left, right = Panel(self.theme), Panel(self.theme)
        left.box.addWidget(label(tr("What will be different"), "title"))
        left.box.addWidget(Scroll(self.list), 1)
        right.box.setSpacing(m.s3)
        right.box.addWidget(label(tr("From when?"), "title"))
        right.box.addWidget(self.when)
        right.box.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeft)
        note = tr("What was bought before keeps the points it brought; returns go by the rules of their purchase.")
        right.box.addWidget(label(note, "muted", wrap=True))
        right.box.addWidget(self.warning)
        right.box.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        columns.addWidget(left, 3)
        columns.addWidget(right, 2)
        whole = QVBoxLayout()
        whole.setSpacing(m.s3)
        whole.addWidget(self.notice)
        whole.addLayout(columns, 1)
        self.column.addLayout(whole, 1)

    def _show_what_follows(self) -> None:
        """The day is asked for only where there is one; a version that was planned for later is told of."""
        self.day.setVisible(self.when.current() == LATER)
        first = self.first_day or self._today()
        lost = [version for version in self._planned if version.from_day and version.from_day >= first]
        self.warning.setVisible(bool(lost))
        if lost and lost[-1].from_day:
            text = tr("Version {number}, which was to begin on {day}, will not be used then.")
            formats = self.session.formats
            day = formats.day(lost[-1].from_day)
            self.warning.say(text.format(number=formats.number(lost[-1].number), day=day), tone="warning")

    def _on_save_pressed(self) -> None:
        first = self.first_day
        version = self._draft.save(first, refused=self._refuse)
        if version is not None:
            self.saved.emit(version, first)

    def _refuse(self, sentence: str) -> None:
        self.notice.say(sentence, tone="danger")
        self.notice.show()


def planned(desk: Desk) -> list[Version]:
    """The versions that are to begin after today, the first of them first."""
    today = desk.now().date()
    coming = [each for each in desk.shop.programme_history() if each.from_day and each.from_day > today]
    return sorted(coming, key=lambda each: (each.from_day, each.number))
