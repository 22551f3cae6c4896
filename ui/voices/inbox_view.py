"""The inbox: what people said on the left, the oldest due first; one of it on the right, with its answer."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import Refused
from loyaltydesk.model.voices import Telling, Voice, VoiceKind, VoiceOutcome
from loyaltydesk.words import tr, tr_n
from ui.seams.notice import Notice
from ui.seams.people import shown_name
from ui.seams.question import Answer
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button, IconButton
from ui.theme.forms import Choice
from ui.theme.frames import Panel
from ui.theme.theme import Theme
from ui.voices.days_dialog import DaysDialog
from ui.voices.fields import purchase_text
from ui.voices.form import VoiceForm
from ui.voices.letters import Letters
from ui.voices.lines import ANY, SIEVES, Sieve, kind_options, line_of, matches, sifted
from ui.voices.list_panel import ListPanel, beside
from ui.voices.panel import Told, VoicePanel
from ui.voices.view import View

MOST_WISHES = 100  # to choose from
VOICE, FORM, NOTHING = 0, 1, 2  # what stands on the right


class InboxView(View):
    """The list, the voice, and the form for a new one."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self.ask_days: Callable[[DaysDialog], bool] = lambda dialog: bool(dialog.exec())  # a test answers by itself
        self._voices: list[Voice] = []
        self._names: dict[str, str] = {}
        self._keeps_form = False
        self.list = ListPanel(
            theme, tr("Voices"), [(key.value, tr(words)) for key, words in SIEVES.items()], kinds=kind_options()
        )
        self.panel, self.form = VoicePanel(theme), VoiceForm(theme, session)
        self.letters = Letters(theme, session, tools, parent=self)
        self.notice = Notice(theme)
        self.new_here = Button(theme, tr("Write one down"), icon="plus")
        self._nothing = EmptyState(theme, "message-square-text", title="", action=self.new_here)
        self._wish = Choice(tr("The other one"), [])
        self._wish.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._stack = QStackedWidget()
        self.new_button = Button(theme, tr("Write one down"), kind="action", icon="plus")
        self.letters_button = Button(theme, "", icon="printer")
        self.days_button = IconButton(theme, "settings", name=tr("Days until an answer is due"))
        self.buttons = (self._in_bar(self.letters_button), self.days_button, self.new_button)
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
        else:
            self._show_all_of({what})
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
        self._names = {}
        self._show_list(keep_form=True)
        waiting = len(self.session.ask(lambda desk: self.letters.waiting(desk)))
        words = tr_n("{n} letter…", "{n} letters…", waiting).format(n=self.session.formats.number(waiting))
        self.letters_button.setText(words)
        self.letters_button.setVisible(waiting > 0)

    def ask_to_note(self, customer: str = "") -> None:
        """Opens the form for a new one, of this customer."""
        days = self.session.ask(lambda desk: desk.voices.days())
        self.form.begin(days=days, staff=self._staff())
        if customer:
            self.form.who.pick(customer)
        self._stack.setCurrentIndex(FORM)
        self.form.text.setFocus()

    # --- inside

    def _lay_out(self) -> None:
        for widget in (self.panel, self.form, self._empty()):
            self._stack.addWidget(widget)
        self.panel.question.keep(self._wish)
        m = self.theme.m
        column = QVBoxLayout(self)
        column.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        column.setSpacing(m.s3)
        column.addWidget(self.notice)
        column.addLayout(beside(self.theme, self.list, self._stack), 1)

    @staticmethod
    def _in_bar(button: Button) -> QWidget:
        """A place in the bar for a button that is not always there."""
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        return place

    def _empty(self) -> Panel:
        panel = Panel(self.theme)
        panel.box.addWidget(self._nothing, 1)
        return panel

    def _connect(self) -> None:
        self.list.sifted.connect(lambda: self._show_list())
        self.list.lines.chosen.connect(self._on_line_chosen)
        for button in (self.new_button, self.new_here):
            button.clicked.connect(lambda: self.ask_to_note())
        self.days_button.clicked.connect(self._on_days_wanted)
        self.letters_button.clicked.connect(lambda: self._on_letters_wanted([]))
        self.form.submitted.connect(self._on_submitted)
        self.form.left.connect(self.go_back)
        self.panel.answered.connect(self._on_answered)
        self.panel.change_wanted.connect(self._on_change_wanted)
        self.panel.customer_wanted.connect(self._on_customer_wanted)
        self.panel.wish_wanted.connect(self._on_wish_wanted)
        self.panel.part_wanted.connect(self._on_part_wanted)
        self.panel.letter_wanted.connect(lambda: self._on_letters_wanted([self.list.lines.key]))
        self.panel.mail_wanted.connect(self._on_mail_wanted)
        self.panel.told.connect(self._on_told)
        self.letters.said.connect(lambda sentence, tone: self.notice.tell(sentence, tone=tone))

    def _voice(self) -> Voice | None:
        return next((voice for voice in self._voices if voice.id == self.list.lines.key), None)

    def _name(self, customer: str | None) -> str:
        """What somebody is called, asked for once."""
        if customer is None:
            return tr("Nobody known")
        if customer not in self._names:
            try:
                self._names[customer] = shown_name(self.session.ask(lambda desk: desk.customers.get(customer)))
            except Refused:  # forgotten a moment ago
                self._names[customer] = tr("No name")
        return self._names[customer]

    def _staff(self) -> list[str]:
        here = self.session.ask(lambda desk: (desk.cashier, *desk.staff.at_till()))
        names = {*here, *(v.staff for v in self._voices), *(v.plan.responsible for v in self._voices)}
        return sorted(name for name in names if name)

    def _show_all_of(self, ids: set[str]) -> None:
        """Chooses a sieve that lets these through."""
        staff = self.session.ask(lambda desk: desk.cashier)
        shown = {voice.id for voice in sifted(self._voices, self._sieve, staff=staff, today=self._today)}
        if not ids & shown:
            self.list.sieve.choose(Sieve.ALL.value)

    @property
    def _sieve(self) -> Sieve:
        return Sieve(self.list.sieve.current())

    def _show_list(self, *, keep_form: bool = False) -> None:
        staff, formats = self.session.ask(lambda desk: desk.cashier), self.session.formats
        kind, typed = self.list.kinds.current(), self.list.search.text()
        shown = [
            voice
            for voice in sifted(self._voices, self._sieve, staff=staff, today=self._today)
            if kind in (ANY, voice.kind.value)
            and (not typed or matches(typed, voice.text, voice.answer, self._name(voice.customer)))
        ]
        self._keeps_form = keeps = keep_form and self._stack.currentIndex() == FORM
        self.list.show_lines(
            [line_of(voice, self._name(voice.customer), formats, today=self._today) for voice in shown],
            tr_n("{n} voice", "{n} voices", len(shown)).format(n=formats.number(len(shown))),
        )
        self._keeps_form = False
        if not keeps:
            self._show_voice()

    def _show_voice(self) -> None:
        voice = self._voice()
        if voice is None:
            self._say_nothing()
            self._stack.setCurrentIndex(NOTHING)
            return
        self.panel.show_voice(self.session.ask(lambda desk: self._told(desk, voice)))
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

    def _told(self, desk: Desk, voice: Voice) -> Told:
        others = [each for each in desk.voices.same_wish(voice) if each.id != voice.id]
        bought = desk.till.purchase(voice.plan.purchase) if voice.plan.purchase else None
        return Told(
            voice,
            self._name(voice.customer),
            self.session.formats,
            self._today,
            purchase=purchase_text(bought, self.session.formats) if bought else "",
            others=tuple(self._name(each.customer) for each in others),
            has_email=bool(voice.customer and desk.customers.get(voice.customer).profile.email),
        )

    def _refuse(self, sentence: str) -> None:
        self.notice.tell(sentence, tone="danger")

    def _do(self, action: Callable[[Desk], Voice], said: str) -> bool:
        """Changes a voice and says so; False when the desk refused."""
        done = self.session.do(action, refused=self._refuse) is not None
        if done:
            self.notice.tell(said)
        return done

    # --- slots

    def _on_line_chosen(self, _key: str) -> None:
        if not self._keeps_form:  # or nobody chose it: the list is shown anew beside what somebody types
            self._show_voice()

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
            self.form.change(voice, days=self.session.ask(lambda desk: desk.voices.days()), staff=self._staff())
            self._stack.setCurrentIndex(FORM)
            self.form.responsible.setFocus()

    def _on_answered(self, outcome: VoiceOutcome) -> None:
        voice, text = self._voice(), self.panel.answer.text()
        if voice is None:
            return
        many = len(self.session.ask(lambda desk: desk.voices.same_wish(voice)))
        said = tr("It is told at the next visit.")
        if many > 1:
            said = tr_n("{n} customer hears it.", "All {n} who asked hear it.", many)
            said = said.format(n=self.session.formats.number(many))
        if self._do(lambda desk: desk.voices.answer(voice.id, text, outcome=outcome), said):
            self.panel.forget()
            self._show_voice()
            self.list.lines.setFocus()

    def _on_customer_wanted(self) -> None:
        voice = self._voice()
        if voice and voice.customer:
            self.wanted.emit("customers", voice.customer)

    def _on_wish_wanted(self) -> None:
        voice = self._voice()
        if voice is None:
            return
        self._wish.clear()
        for other in sifted(self._voices, Sieve.ALL, staff="", today=self._today)[:MOST_WISHES]:
            if other.id != voice.id and (not voice.matter or other.matter != voice.matter):
                words = tr("{name}: {what}").format(name=self._name(other.customer), what=other.text)
                self._wish.addItem(words, other.id)
        if self._wish.count():
            self.panel.question.ask(
                tr("Which one asks for the same?"),
                [Answer(tr("It is the same"), lambda: self._join(voice, self._wish.current()))],
                detail=tr("One answer is then told to everybody who asked."),
                tone="info",
                body=self._wish,
            )

    def _join(self, voice: Voice, other: str) -> None:
        self._do(lambda desk: desk.voices.join(voice.id, other), tr("One answer is for all of them now."))

    def _on_part_wanted(self) -> None:
        voice = self._voice()
        if voice:
            self._do(lambda desk: desk.voices.part(voice.id), tr("It gets an answer of its own."))

    def _on_told(self) -> None:
        voice = self._voice()

        def tell(desk: Desk) -> Voice:
            assert voice is not None
            desk.voices.told(voice.id, how=Telling.TILL)
            return desk.voices.get(voice.id)

        if voice:
            self._do(tell, tr("They know it now."))

    def _on_letters_wanted(self, ids: list[str]) -> None:
        self.letters.print_letters(ids)

    def _on_mail_wanted(self) -> None:
        voice = self._voice()
        if voice:
            self.letters.save_mail(voice)

    def _on_days_wanted(self) -> None:
        dialog = DaysDialog(self.theme, self.session.ask(lambda desk: desk.voices.days()), parent=self)
        if self.ask_days(dialog):
            days: dict[VoiceKind, int] = dialog.days()
            self.session.do(lambda desk: desk.voices.set_days(days), refused=self._refuse)
