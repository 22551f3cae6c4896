"""One voice: whose it is, in which words, who sees to it until when; the answer, and what has become of it."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from loyaltydesk.model.voices import BEST_SCORE, Voice, VoiceKind, VoiceOutcome
from loyaltydesk.words import tr, tr_n, trc
from loyaltydesk.words.voices import KINDS, OUTCOMES, outcome_text, told_text
from ui.seams.formats import QtFormats
from ui.seams.question import Question
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.forms import Field
from ui.theme.frames import Panel, empty
from ui.theme.head import Head
from ui.theme.scrolling import Scroll
from ui.theme.sheet import restyle
from ui.theme.text import label
from ui.theme.theme import Theme
from ui.voices.lines import ICONS


class Told(Struct, frozen=True):
    """A voice with what is told beside it: whose it is, its purchase, and who else asks for the same."""

    voice: Voice
    name: str
    formats: QtFormats
    today: date
    purchase: str = ""
    others: tuple[str, ...] = ()  # the names of those who ask for the same
    has_email: bool = False


class VoicePanel(Panel):
    """What somebody presses is told; the voice, its view knows."""

    answered = Signal(object)  # VoiceOutcome
    change_wanted = Signal()
    customer_wanted = Signal(str)  # the id of whose it is
    wish_wanted = Signal()
    part_wanted = Signal()
    letter_wanted = Signal()
    mail_wanted = Signal()
    told = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._shown = ""  # the id of the voice whose answer is typed
        self._customer = ""
        self._text = label(type_="title", wrap=True)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(2)
        self._same, self._answer_title = label(type_="muted", wrap=True), label(tr("The answer"), "strong")
        self._story = label(type_="muted", wrap=True)
        self.question = Question(theme)
        self.customer_button = Button(theme, tr("Customer"), kind="small", icon="user")
        self._head = Head(theme, "message-square-text", buttons=[self.customer_button])
        self.change_button = Button(theme, tr("Change"), kind="small", icon="pen-line")
        self.wish_button = Button(theme, tr("Others ask for the same…"), kind="small", icon="users")
        self.part_button = Button(theme, tr("Something else after all"), kind="small", icon="x")
        self.answer = Field(theme, tr("The answer"))
        self.answer.setPlaceholderText(tr("said at the next visit, on the slip and in the letter"))
        self._outcomes, self._tell = Flow(theme.m.s2), Flow(theme.m.s2)
        self.outcome_buttons: dict[VoiceOutcome, Button] = {}
        self.letter_button = Button(theme, tr("Letter…"), kind="small", icon="printer")
        self.mail_button = Button(theme, tr("E-mail…"), kind="small", icon="mail")
        self.told_button = Button(theme, trc("suggestion", "Told"), kind="small", icon="check")
        self._lay_out_voice()
        self._connect()

    # --- from outside

    def show_voice(self, told: Told) -> None:
        """Shows a voice; what is typed as the answer stays while it is the same one."""
        voice = told.voice
        if voice.id != self._shown:
            self._shown = voice.id
            self.answer.setText(voice.answer)
            self.question.withdraw()
        self._customer = voice.customer or ""
        late = voice.is_overdue(told.today)
        self._head.tile.show_icon(ICONS[voice.kind], "danger" if late else "accent")
        self._head.name.setText(told.name)
        self._head.what.setText(
            tr("{kind} · {day}").format(kind=tr(KINDS[voice.kind]), day=told.formats.moment(voice.at))
        )
        self._text.setText(tr("“{what}”").format(what=voice.text))
        self._show_facts(told, late=late)
        same = tr_n("{n} more asks for the same: {names}", "{n} more ask for the same: {names}", len(told.others))
        names = ", ".join(told.others[:5]) + ("…" if len(told.others) > 5 else "")
        self._same.setText(same.format(n=told.formats.number(len(told.others)), names=names))
        self._same.setVisible(bool(told.others))
        self.part_button.setVisible(bool(told.others))
        self.customer_button.setVisible(voice.customer is not None)
        self._show_outcomes(voice)
        self._show_telling(told)
        self._story.setText(_story(voice, told.formats))

    def forget(self) -> None:
        """Forgets what was typed, once it is kept."""
        self._shown = ""

    # --- inside

    def _show_facts(self, told: Told, *, late: bool) -> None:
        empty(self._facts)
        for words, value, tone in _facts(told, late=late):
            row = label(tr("{what}: {value}").format(what=words, value=value), wrap=True)
            restyle(row, tone=tone)
            self._facts.addWidget(row)
            row.show()

    def _show_outcomes(self, voice: Voice) -> None:
        empty(self._outcomes)
        self.outcome_buttons = {}
        for (kind, outcome), words in OUTCOMES.items():
            good = outcome is VoiceOutcome.TAKEN_UP
            if kind is not voice.kind or (kind is VoiceKind.PRAISE and not good):
                continue
            button = Button(self.theme, tr(words), kind="action" if good else "outline", icon="check" if good else "")
            button.clicked.connect(lambda _on=False, outcome=outcome: self.answered.emit(outcome))
            self._outcomes.addWidget(button)
            button.show()
            self.outcome_buttons[outcome] = button

    def _show_telling(self, told: Told) -> None:
        """What can be done so that the customer hears the answer."""
        answered = bool(told.voice.answer) and told.voice.customer is not None
        self.letter_button.setVisible(answered)
        self.mail_button.setVisible(answered and told.has_email)
        self.told_button.setVisible(answered and told.voice.is_to_tell)

    def _lay_out_voice(self) -> None:
        m = self.theme.m
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, m.s2, 0)
        column.setSpacing(m.s3)
        column.addWidget(self._text)
        column.addWidget(self._plan())
        column.addWidget(self._story)
        column.addStretch(1)
        self.box.addLayout(self._head)
        self.box.addWidget(Scroll(inside), 1)
        self.box.addWidget(self.question)
        for part in (self._answer_title, self.answer):
            self.box.addWidget(part)
        self.box.addLayout(self._outcomes)
        self.box.addLayout(self._tell)
        for button in (self.told_button, self.letter_button, self.mail_button):
            self._tell.addWidget(button)

    def _plan(self) -> Panel:
        part = Panel(self.theme, surface="inset")
        buttons = Flow(self.theme.m.s2)
        for button in (self.change_button, self.wish_button, self.part_button):
            buttons.addWidget(button)
        part.box.addLayout(self._facts)
        part.box.addWidget(self._same)
        part.box.addLayout(buttons)
        return part

    def _connect(self) -> None:
        self.customer_button.clicked.connect(lambda: self.customer_wanted.emit(self._customer))
        self.answer.returnPressed.connect(lambda: self.answered.emit(VoiceOutcome.TAKEN_UP))
        for button, signal in (
            (self.change_button, self.change_wanted),
            (self.wish_button, self.wish_wanted),
            (self.part_button, self.part_wanted),
            (self.letter_button, self.letter_wanted),
            (self.mail_button, self.mail_wanted),
            (self.told_button, self.told),
        ):
            button.clicked.connect(signal)


def _facts(told: Told, *, late: bool) -> Sequence[tuple[str, str, str]]:
    """What is noted beside the words: its name, its value, its tone."""
    plan = told.voice.plan
    due = told.formats.day(plan.due) if plan.due else tr("no day set")
    facts = [(tr("Who sees to it"), plan.responsible or tr("nobody yet"), "")]
    if told.voice.is_open:
        facts.append((tr("Answer by"), due, "danger" if late else ""))
    for words, value in (
        (tr("Purchase"), told.purchase),
        (tr("Praise for"), plan.about),
        (tr("Where it stands"), plan.source),
        (tr("Score"), tr("{n} of {best}").format(n=plan.score, best=BEST_SCORE) if plan.score else ""),
    ):
        if value:
            facts.append((words, value, ""))
    return facts


def _story(voice: Voice, formats: QtFormats) -> str:
    """Who wrote it down, what became of it, and since when the customer knows."""
    by = tr("{day}, written down by {name}") if voice.staff else tr("{day}, written down")
    story = [by.format(day=formats.day(voice.at.date()), name=voice.staff)]
    if voice.answered_at:
        done = tr("{outcome} on {day} by {name}") if voice.answered_by else tr("{outcome} on {day}")
        day = formats.day(voice.answered_at.date())
        story.append(done.format(outcome=outcome_text(voice), day=day, name=voice.answered_by))
    if voice.told_at:
        story.append(told_text(voice, formats))
    return " · ".join(story)
