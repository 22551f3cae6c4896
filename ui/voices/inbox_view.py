"""The inbox: what people said on the left, the oldest due first; one of it on the right, with its answer."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.voices import Voice, VoiceKind
from loyaltydesk.words import tr, tr_n
from ui.seams.list_panel import ListPanel, lay_out_beside
from ui.seams.notice import Notice
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button, IconButton
from ui.theme.frames import Panel
from ui.theme.theme import Theme
from ui.voices.answering import Answering
from ui.voices.days_dialog import DaysDialog
from ui.voices.form import VoiceForm
from ui.voices.letters import Letters
from ui.voices.lines import ANY, SIEVES, Sieve, kind_options, line_of, matches, sifted
from ui.voices.names import Names
from ui.voices.panel import VoicePanel
from ui.voices.view import View

VOICE, FORM, NOTHING = 0, 1, 2  # what stands on the right


class InboxView(View):
    """The list, the voice, and the form for a new one."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.ask_days: Callable[[DaysDialog], bool] = lambda dialog: bool(dialog.exec())  # a test answers by itself
        self._voices: list[Voice] = []
        self._names = Names(session)
        self.list = ListPanel(
            theme, tr("Voices"), [(key.value, tr(words)) for key, words in SIEVES.items()], kinds=kind_options()
        )
        self.panel, self.form = VoicePanel(theme), VoiceForm(theme, session)
        self.letters = Letters(theme, session, tools, parent=self)
        self.notice = Notice(theme)
        self.answering = Answering(session, self.panel, letters=self.letters, notice=self.notice, parent=self)
        self.new_here = Button(theme, tr("Write one down"), icon="plus")
        self._nothing = EmptyState(theme, "message-square-text", title="", action=self.new_here)
        self._stack = QStackedWidget()
        self.new_button = Button(theme, tr("Write one down"), kind="action", icon="plus")
        self.letters_button = Button(theme, "", icon="printer")
        self.days_button = IconButton(theme, "settings", name=tr("Days until an answer is due"))
        self.in_bar = (_place_for(self.letters_button), self.days_button, self.new_button)
        self._lay_out()
        self._connect()
        self.reload()

    # --- from outside

    def entered(self) -> None:
        if self._stack.currentIndex() == FORM:
            self.form.text.setFocus()
        else:
            self.list.lines.setFocus()

    def open(self, what: str) -> None:
        """Shows a voice by its id, or what a sieve lets through."""
        self.list.search.clear()
        self.list.kinds.choose(ANY)
        if what in list(Sieve):
            self.list.sieve.choose(what)
        elif what not in {voice.id for voice in self._sifted()}:
            self.list.sieve.choose(Sieve.ALL.value)
        self._show_list()
        self.list.lines.choose(what)
        self._stack.setCurrentIndex(VOICE if self._voice() else NOTHING)

    def open_customer(self, customer: str) -> None:
        if self._stack.currentIndex() == FORM and self.form.voice is None:
            self.form.who.pick(customer)
            return
        theirs = {voice.id for voice in self.session.ask(lambda desk: desk.voices.of(customer))}
        if theirs:
            first = next(v.id for v in sifted(self._voices, Sieve.ALL, staff="", today=self._today) if v.id in theirs)
            self.open(first)
        else:
            self.ask_to_note(customer)

    def go_back(self) -> bool:
        if self.panel.question.withdraw():
            return True
        if self._stack.currentIndex() == FORM:
            self._show_list()
            self.list.lines.setFocus()
            return True
        return self.list.go_back()

    def reload(self) -> None:
        self._today: date = self.session.ask(lambda desk: desk.now().date())
        self._voices = self.session.ask(lambda desk: desk.voices.everything())
        self._names.forget()
        self._show_list(keep_form=True)
        waiting = len(sifted(self._voices, Sieve.TO_TELL, staff="", today=self._today))
        words = tr_n("{n} letter…", "{n} letters…", waiting).format(n=self.session.formats.number(waiting))
        self.letters_button.setText(words)
        self.letters_button.setVisible(waiting > 0)

    def ask_to_note(self, customer: str = "") -> None:
        """Opens the form for a new one, of this customer."""
        days = self.session.ask(lambda desk: desk.voices.days())
        self.form.begin(days=days, staff=self._names.staff(mentioned(self._voices)))
        if customer:
            self.form.who.pick(customer)
        self._stack.setCurrentIndex(FORM)
        self.form.text.setFocus()

    # --- inside

    def _lay_out(self) -> None:
        empty = Panel(self.theme)
        empty.box.addWidget(self._nothing, 1)
        for widget in (self.panel, self.form, empty):
            self._stack.addWidget(widget)
        lay_out_beside(self, self.list, right=self._stack, above=self.notice)

    def _connect(self) -> None:
        self.list.sifted.connect(lambda: self._show_list())
        self.list.lines.chosen.connect(lambda _key: self._show_voice())
        self.list.lines.activated.connect(lambda _index: self.panel.answer.setFocus())  # Enter
        for button in (self.new_button, self.new_here):
            button.clicked.connect(lambda: self.ask_to_note())
        self.days_button.clicked.connect(self._on_days_wanted)
        self.letters_button.clicked.connect(lambda: self.letters.print_letters([]))
        self.form.submitted.connect(self._on_submitted)
        self.form.left.connect(self.go_back)
        self.answering.done.connect(self._on_answered)
        self.panel.change_wanted.connect(self._on_change_wanted)
        self.panel.customer_wanted.connect(lambda customer: self.wanted.emit("customers", customer))
        self.letters.said.connect(lambda sentence, tone: self.notice.tell(sentence, tone=tone))

    def _voice(self) -> Voice | None:
        return next((voice for voice in self._voices if voice.id == self.list.lines.key), None)

    @property
    def _sieve(self) -> Sieve:
        return Sieve(self.list.sieve.current())

    def _sifted(self) -> list[Voice]:
        """What the sieve lets through, for whoever is at the till."""
        staff = self.session.ask(lambda desk: desk.cashier)
        return sifted(self._voices, self._sieve, staff=staff, today=self._today)

    def _show_list(self, *, keep_form: bool = False) -> None:
        formats = self.session.formats
        kind, typed = self.list.kinds.current(), self.list.search.text()
        shown = [
            voice
            for voice in self._sifted()
            if kind in (ANY, voice.kind.value)
            and (not typed or matches(typed, voice.text, voice.answer, self._names.of(voice.customer)))
        ]
        self.list.show_lines(
            [line_of(voice, self._names.of(voice.customer), formats, today=self._today) for voice in shown],
            tr_n("{n} voice", "{n} voices", len(shown)).format(n=formats.number(len(shown))),
        )
        if not (keep_form and self._stack.currentIndex() == FORM):
            self._show_voice()

    def _show_voice(self) -> None:
        voice = self._voice()
        if voice is None:
            self._say_nothing()
            self._stack.setCurrentIndex(NOTHING)
            return
        self.answering.show(voice, self._names, self._today)
        self._stack.setCurrentIndex(VOICE)

    def _say_nothing(self) -> None:
        if not self._voices:
            hint = tr("Suggestions, complaints, praise and reviews are answered here; cashiers write them down, too.")
            self._nothing.say("message-square-text", tr("Nobody has said anything yet"), hint=hint)
        elif self._sieve in (Sieve.OPEN, Sieve.OVERDUE, Sieve.DUE, Sieve.MINE) and not self.list.search.text():
            self._nothing.say(
                "circle-check", tr("Everything is answered"), hint=tr("Whoever asked hears it next time.")
            )
        else:
            self._nothing.say("search", tr("Nothing like that"), hint=tr("Show another part of the list."), tone="")

    # --- slots

    def _on_submitted(self) -> None:
        form, kind = self.form, self.form.chosen_kind()
        changed = form.voice

        def keep(desk: Desk) -> Voice:
            if changed:
                return desk.voices.revise(changed.id, form.plan(), kind=kind)
            noted = desk.voices.note(form.who.customer, form.text.toPlainText(), kind=kind, plan=form.plan())
            if noted.plan.due != form.plan().due:  # no day at all was wanted
                return desk.voices.revise(noted.id, form.plan(), kind=kind)
            return noted

        kept = self.session.do(keep, refused=form.refuse)
        if kept:
            self._stack.setCurrentIndex(VOICE)
            self.notice.tell(tr("It is kept.") if changed else tr("It is written down."))
            self.open(kept.id)
            self.list.lines.setFocus()

    def _on_change_wanted(self) -> None:
        voice = self._voice()
        if voice:
            self.form.change(
                voice,
                days=self.session.ask(lambda desk: desk.voices.days()),
                staff=self._names.staff(mentioned(self._voices)),
            )
            self._stack.setCurrentIndex(FORM)
            self.form.responsible.setFocus()

    def _on_answered(self) -> None:
        self.panel.forget()
        self._show_voice()
        self.list.lines.setFocus()

    def _on_days_wanted(self) -> None:
        dialog = DaysDialog(self.theme, self.session.ask(lambda desk: desk.voices.days()), parent=self)
        if self.ask_days(dialog):
            days: dict[VoiceKind, int] = dialog.days()
            self.session.do(
                lambda desk: desk.voices.set_days(days),
                refused=lambda sentence: self.notice.tell(sentence, tone="danger"),
            )


def mentioned(voices: Iterable[Voice]) -> Iterator[str]:
    """Whoever wrote something down, or sees to it."""
    for voice in voices:
        yield from (voice.staff, voice.plan.responsible)


def _place_for(button: Button) -> QWidget:
    """A place in the bar for a button that is not always there."""
    place = QWidget()
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    return place
