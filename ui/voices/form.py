"""The form of a voice: what kind, who said it, in which words; who sees to it and until when."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from loyaltydesk.model.voices import BEST_SCORE, LONGEST_NAME, LONGEST_SOURCE, Voice, VoiceKind, VoicePlan
from loyaltydesk.words import tr
from loyaltydesk.words.voices import KINDS
from ui.seams.day_field import OpenDay
from ui.seams.form_panel import FormPanel
from ui.seams.session import Session
from ui.theme.buttons import Button
from ui.theme.forms import Choice, Field, FormRow
from ui.theme.note_field import NoteField
from ui.theme.theme import Theme
from ui.voices.fields import PurchaseField, last_purchases, name_field, suggest
from ui.voices.who import WhoField

NO_SCORE = ""


class VoiceForm(FormPanel):
    """One voice, a new one or one to be changed: then who said what stays as it is."""

    submitted = Signal()

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, Button(theme, tr("Save"), kind="action", icon="check"))
        self._session = session
        self.voice: Voice | None = None  # the one that is changed
        self._days: dict[VoiceKind, int] = {}
        self._ready: date | None = None  # the day that stands there until somebody chooses another
        self.kind = Choice(tr("Kind"), [(kind.value, tr(words)) for kind, words in KINDS.items()])
        self.who = WhoField(theme, session)
        self.text = NoteField(theme, tr("What they said"))
        self.purchase = PurchaseField(theme)
        self.responsible = name_field(theme, tr("Who sees to it"), most=LONGEST_NAME)
        self.due = OpenDay(theme, tr("Answer by"), session.formats)
        self.about = name_field(theme, tr("Praise for"), most=LONGEST_NAME)
        self.source = Field(theme, tr("Where it stands"))
        self.score = Choice(tr("Score"), [(NO_SCORE, tr("No score")), *_scores()])
        self._rows: dict[QWidget, FormRow[QWidget]] = {}
        self._lay_out_form()
        self._connect()

    # --- from outside

    def begin(self, *, days: dict[VoiceKind, int], staff: Sequence[str]) -> None:
        """An empty form; `days` until an answer is due by kind, `staff` to choose names from."""
        self.voice, self._days = None, days
        self.heading.setText(tr("What was said?"))
        self.kind.choose(VoiceKind.SUGGESTION.value)
        self.who.clear()
        self.text.clear()
        self._fill(VoicePlan(), staff)
        self._on_kind_chosen()
        self._offer()
        self.text.setFocus()

    def change(self, voice: Voice, *, days: dict[VoiceKind, int], staff: Sequence[str]) -> None:
        """The plan of a voice, to be changed."""
        self.voice, self._days = voice, days
        self.heading.setText(voice.text)
        self.kind.choose(voice.kind.value)
        self._fill(voice.plan, staff)
        self._on_kind_chosen()
        self._offer(chosen=voice.plan.purchase)
        self.responsible.setFocus()

    def plan(self) -> VoicePlan:
        """What the form says beside the words."""
        score = self.score.current()
        return VoicePlan(
            responsible=self.responsible.text(),
            due=self.due.chosen(),
            purchase=self.purchase.chosen(),
            about=self.about.text(),
            source=self.source.text(),
            score=int(score) if score else None,
        )

    def chosen_kind(self) -> VoiceKind:
        """What it is."""
        return VoiceKind(self.kind.current())

    # --- inside

    def _fill(self, plan: VoicePlan, staff: Sequence[str]) -> None:
        self.trouble.hide()
        for field, name in ((self.responsible, plan.responsible), (self.about, plan.about)):
            suggest(field, staff)
            field.setText(name)
        self.source.setText(plan.source)
        self.score.choose(str(plan.score) if plan.score else NO_SCORE)
        self._ready = plan.due
        self.due.show_day(plan.due, otherwise=self._due())
        for widget in (self.who, self.text):
            self._rows[widget].setVisible(self.voice is None)

    def _offer(self, chosen: str = "") -> None:
        """Offers the last purchases of whoever said it."""
        customer = (self.voice.customer or "") if self.voice else self.who.customer
        purchases = self._session.ask(lambda desk: last_purchases(desk, customer, chosen=chosen))
        self.purchase.offer(purchases, self._session.formats, chosen=chosen)

    def _due(self) -> date:
        today = self._session.ask(lambda desk: desk.now().date())
        return today + timedelta(days=self._days.get(self.chosen_kind(), 0))

    def _lay_out_form(self) -> None:
        grid = self.grid
        places = (
            (self.kind, tr("What is it?"), 0, 0, 1),
            (self.who, tr("Who says it?"), 0, 1, 1),
            (self.text, tr("In their words"), 1, 0, 2),
            (self.responsible, tr("Who sees to it"), 2, 0, 1),
            (self.due, tr("When is an answer due?"), 2, 1, 1),
            (self.purchase, tr("Which purchase?"), 3, 0, 1),
            (self.about, tr("Whom do they praise?"), 3, 1, 1),  # one of these three is in sight, by the kind
            (self.source, tr("Where does the review stand?"), 3, 1, 1),
            (self.score, tr("Score of the visit"), 3, 1, 1),
        )
        for field, words, row, column, wide in places:
            self._rows[field] = FormRow(self.theme, field, text=words)
            grid.addWidget(self._rows[field], row, column, 1, wide, Qt.AlignmentFlag.AlignTop)
        self.text.setPlaceholderText(tr("in a few words, as they said it"))
        self.source.setPlaceholderText(tr("a map, a portal, a newspaper"))
        self.source.setMaxLength(LONGEST_SOURCE)
        self.lay_out()

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self.who.changed.connect(lambda: self._offer())
        self.text.submitted.connect(self.submitted)
        for field in (self.responsible, self.about, self.source, self.purchase.number):
            field.returnPressed.connect(self.submitted)
        self.save_button.clicked.connect(self.submitted)

    def _on_kind_chosen(self, _number: int = 0) -> None:
        """Shows what only this kind has; the day follows the kind until somebody chooses one."""
        kind = self.chosen_kind()
        for field, owner in (
            (self.about, VoiceKind.PRAISE),
            (self.source, VoiceKind.REVIEW),
            (self.score, VoiceKind.MYSTERY_VISIT),
        ):
            self._rows[field].setVisible(kind is owner)
        if self.voice is None and self.due.chosen() == self._ready:
            due = self._due()
            self._ready = due if self._days.get(kind) else None
            self.due.show_day(self._ready, otherwise=due)


def _scores() -> list[tuple[str, str]]:
    return [(str(n), tr("{n} of {best}").format(n=n, best=BEST_SCORE)) for n in range(1, BEST_SCORE + 1)]
