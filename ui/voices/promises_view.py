"""Promises and warranties: what is near its day first, and whether it was kept."""

from datetime import date

from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.pledges import Pledge, PledgeState
from loyaltydesk.words import tr, tr_n
from ui.seams.list_panel import ListPanel, lay_out_beside
from ui.seams.notice import Notice
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.theme import Theme
from ui.voices.fields import purchase_words
from ui.voices.lines import PLEDGE_SIEVES, PledgeSieve, matches, pledge_line, sifted_pledges
from ui.voices.names import Names
from ui.voices.pledge_form import PledgeForm
from ui.voices.pledge_panel import PledgePanel, ToldPledge
from ui.voices.view import View

PLEDGE, FORM, NOTHING = 0, 1, 2  # what stands on the right


class PromisesView(View):
    """The list, the promise, and the form for a new one."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self._pledges: list[Pledge] = []
        self._names = Names(session)
        self.list = ListPanel(theme, tr("Promises"), [(key.value, tr(words)) for key, words in PLEDGE_SIEVES.items()])
        self.panel, self.form = PledgePanel(theme), PledgeForm(theme, session)
        self.notice = Notice(theme)
        self.new_here = Button(theme, tr("Promise something"), icon="plus")
        self._nothing = EmptyState(theme, "calendar", title="", action=self.new_here)
        self._stack = QStackedWidget()
        self.new_button = Button(theme, tr("Promise something"), kind="action", icon="plus")
        self.in_bar = (self.new_button,)
        self._lay_out()
        self.list.sifted.connect(lambda: self._show_list())
        self.list.lines.chosen.connect(lambda _key: self._show_pledge())
        self.list.lines.activated.connect(lambda _index: self.panel.start())  # Enter
        for button in (self.new_button, self.new_here):
            button.clicked.connect(lambda: self.ask_to_promise())
        self.form.submitted.connect(self._on_submitted)
        self.form.left.connect(self.go_back)
        self.panel.closed.connect(self._on_closed)
        self.panel.change_wanted.connect(self._on_change_wanted)
        self.panel.customer_wanted.connect(lambda customer: self.wanted.emit("customers", customer))
        self.reload()

    # --- from outside

    def entered(self) -> None:
        if self._stack.currentIndex() == FORM:
            self.form.text.setFocus()
        else:
            self.list.lines.setFocus()

    def open(self, what: str) -> None:
        """Shows a promise by its id, or what a sieve lets through."""
        self.list.search.clear()
        sieve = PledgeSieve(what) if what in list(PledgeSieve) else self._sieve
        if what not in list(PledgeSieve) and what not in {p.id for p in self._sifted(sieve)}:
            sieve = PledgeSieve.ALL
        self.list.sieve.choose(sieve.value)
        self._show_list()
        self.list.lines.choose(what)
        self._show_pledge()

    def open_customer(self, customer: str) -> None:
        if self._stack.currentIndex() == FORM and self.form.pledge is None:
            self.form.who.pick(customer)
            return
        theirs = self.session.ask(lambda desk: desk.pledges.of(customer))
        if theirs:
            self.open(next((p.id for p in theirs if p.is_open), theirs[0].id))
        else:
            self.ask_to_promise(customer)

    def go_back(self) -> bool:
        if self._stack.currentIndex() == FORM:
            self._show_list()
            self.list.lines.setFocus()
            return True
        return self.list.go_back()

    def reload(self) -> None:
        self._today: date = self.session.ask(lambda desk: desk.now().date())
        self._pledges = self.session.ask(lambda desk: desk.pledges.everything())
        self._names.forget()
        self._show_list(keep_form=True)

    def ask_to_promise(self, customer: str = "") -> None:
        """Opens the form for a new one, to this customer."""
        self.form.begin(staff=self._names.staff(pledge.keeper for pledge in self._pledges))
        if customer:
            self.form.who.pick(customer)
        self._stack.setCurrentIndex(FORM)
        (self.form.text if customer else self.form.who.finder.field).setFocus()

    # --- inside

    def _lay_out(self) -> None:
        empty = Panel(self.theme)
        empty.box.addWidget(self._nothing, 1)
        for widget in (self.panel, self.form, empty):
            self._stack.addWidget(widget)
        lay_out_beside(self, self.list, right=self._stack, above=self.notice)

    @property
    def _sieve(self) -> PledgeSieve:
        return PledgeSieve(self.list.sieve.current())

    def _sifted(self, sieve: PledgeSieve) -> list[Pledge]:
        return sifted_pledges(self._pledges, sieve, today=self._today)

    def _pledge(self) -> Pledge | None:
        return next((pledge for pledge in self._pledges if pledge.id == self.list.lines.key), None)

    def _show_list(self, *, keep_form: bool = False) -> None:
        formats, typed = self.session.formats, self.list.search.text()
        shown = [
            pledge
            for pledge in self._sifted(self._sieve)
            if not typed or matches(typed, pledge.text, pledge.keeper, self._names.of(pledge.customer))
        ]
        self.list.show_lines(
            [pledge_line(pledge, self._names.of(pledge.customer), formats, today=self._today) for pledge in shown],
            tr_n("{n} shown", "{n} shown", len(shown)).format(n=formats.number(len(shown))),
        )
        if not (keep_form and self._stack.currentIndex() == FORM):
            self._show_pledge()

    def _show_pledge(self) -> None:
        pledge = self._pledge()
        if pledge is None:
            self._say_nothing()
            self._stack.setCurrentIndex(NOTHING)
            return
        formats = self.session.formats
        purchase = self.session.ask(lambda desk: purchase_words(desk, pledge.purchase, formats))
        self.panel.show_pledge(ToldPledge(pledge, self._names.of(pledge.customer), formats, self._today, purchase))
        self._stack.setCurrentIndex(PLEDGE)

    def _say_nothing(self) -> None:
        if not self._pledges:
            hint = tr(
                "What is promised to a customer, and how long a warranty runs, is remembered here and at the till."
            )
            self._nothing.say("calendar", tr("Nothing is promised yet"), hint=hint)
        elif self.list.search.text():
            self._nothing.say("search", tr("Nothing like that"), hint=tr("Show another part of the list."), tone="")
        else:
            self._nothing.say("circle-check", tr("Nothing to see to here"), hint=tr("Show another part of the list."))

    # --- slots

    def _on_submitted(self) -> None:
        form, changed = self.form, self.form.pledge

        def keep(desk: Desk) -> Pledge:
            if changed:
                return desk.pledges.revise(changed.id, form.asked())
            return desk.pledges.give(form.who.customer, form.asked())

        if not changed and not form.who.customer:
            form.refuse(tr("To whom is it promised? Find the customer first."))
            form.who.finder.field.setFocus()
            return
        kept = self.session.do(keep, refused=form.refuse)
        if kept:
            self._stack.setCurrentIndex(PLEDGE)
            self.notice.tell(tr("It is kept.") if changed else tr("It is written down."))
            self.open(kept.id)
            self.list.lines.setFocus()

    def _on_change_wanted(self) -> None:
        pledge = self._pledge()
        if pledge:
            self.form.change(pledge, staff=self._names.staff(pledge.keeper for pledge in self._pledges))
            self._stack.setCurrentIndex(FORM)
            self.form.text.setFocus()

    def _on_closed(self, state: PledgeState) -> None:
        pledge, note = self._pledge(), self.panel.note.text()
        if pledge and self._close(pledge, state, note) and state is not PledgeState.OPEN:
            said = {PledgeState.KEPT: tr("Kept. Well done."), PledgeState.BROKEN: tr("Noted as not kept.")}[state]
            self.notice.tell(said, offer=(tr("Undo"), lambda: self._close(pledge, pledge.state, pledge.note)))

    def _close(self, pledge: Pledge, state: PledgeState, note: str) -> bool:
        done = self.session.do(
            lambda desk: desk.pledges.close(pledge.id, state, note=note),
            refused=lambda sentence: self.notice.tell(sentence, tone="danger"),
        )
        if done:
            self.panel.forget()
            self._show_pledge()
        return done is not None
