"""The view of the cards: who is greeted on the left, the card in the middle, how it looks and what it says right."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from loyaltydesk.model.greetings import Greeting, State
from loyaltydesk.printing.greeting_filling import sheet_for
from loyaltydesk.printing.greetings import greeting_views
from loyaltydesk.words import mark, tr
from loyaltydesk.words.greetings import occasion_text
from ui.greetings.bar_row import BarRow
from ui.greetings.campaigning import BEGINS, Campaigning
from ui.greetings.card_panel import CardPanel
from ui.greetings.designer import Designer
from ui.greetings.designing import Designing
from ui.greetings.drafts import Drafts
from ui.greetings.hints import hint_for
from ui.greetings.list_panel import ListPanel
from ui.greetings.mailing import Mailing
from ui.greetings.posting import Posting
from ui.greetings.press import Press
from ui.greetings.previewed import Previewed, size_words
from ui.greetings.printing import Printing
from ui.greetings.roll import Roll, Sieve
from ui.greetings.spans import NAMES, Span, days_of
from ui.greetings.whom import Whom
from ui.greetings.wording import left_out, line_of, occasion
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.seams.tools import Tools
from ui.seams.views import View
from ui.theme.buttons import SegmentedControl
from ui.theme.forms import Choice
from ui.theme.theme import Theme

SHEET = "greetings/sheet"  # the preference for what goes into this computer's printer
FIELDS = {
    "name": mark("Name"),
    "age": mark("Age"),
    "years": mark("Years with us"),
    "shop": mark("Shop name"),
    "points": mark("Points given for the day"),
    "voucher": mark("What the voucher gives"),
    "until": mark("Last day of the voucher"),
    "day": mark("The day's name"),
}


class CardsView(View):
    """Chooses, shows and marks; what is designed and what is printed has a part of its own."""

    def __init__(self, theme: Theme, session: Session, tools: Tools) -> None:
        super().__init__(theme, session, tools)
        self._preferences = tools.preferences
        self.roll = Roll()
        self.drafts = Drafts(tools.preferences, self)
        spans = [(span.value, tr(name)) for span, name in NAMES.items()]
        self.span, self.span_list = SegmentedControl(theme, spans), Choice(tr("Days"), spans)
        self.list, self.card = ListPanel(theme), CardPanel(theme)
        self.designer = Designer(theme, {f"{{{field}}}": tr(name) for field, name in FIELDS.items()})
        self.designing = Designing(session, self.drafts, self.designer)
        self.press = Press(theme, session, tools)
        self.whom = Whom(theme, session, self)
        self.posting = Posting(theme, session, self.press, preferences=tools.preferences)
        self.printing = Printing(theme, session, self.press, designing=self.designing, posting=self.posting)
        self.printing.ticked, self.printing.sheet = self.roll.ticked, self._sheet
        self.mailing = Mailing(session, self.press, printing=self.printing)
        self.campaigning = Campaigning(theme, session, tools, roll=self.roll, printing=self.printing)
        # where the bar is narrow, a list of spans does, and saving is found under More
        steps = ((self.printing.save_button, None), (self.span, self.span_list))
        row = BarRow((self.span, self.span_list, *self.printing.buttons), steps=steps, spacing=theme.m.s2)
        self.in_bar = (row,)
        self._lay_out()
        self._connect()
        self.reload()

    # --- from outside

    def entered(self) -> None:
        self.list.list.setFocus()

    def reload(self) -> None:
        self.campaigning.reload()
        for widget in (self.span, self.span_list):
            widget.setEnabled(not self.roll.campaign)
        first, last = days_of(Span(self.span.current()), self._today())
        self.session.ask(lambda desk: self.roll.read(desk, first=first, last=last))
        self._show_list()
        self._show_card()

    def open(self, what: str) -> None:
        """Shows a campaign ("campaign/<id>"), or the next greeting of the customer with this id, in whichever span."""
        if what.startswith(BEGINS):
            self.roll.sieve = Sieve.TO_DO
            self.campaigning.open(what.removeprefix(BEGINS))
            return
        within = self.roll.of_customer(what) if self.roll.campaign else None
        if within:
            self._choose(within)
            return
        self.campaigning.leave()
        for span in Span:
            theirs = [each for each in self._due(span) if each.customer.id == what]
            if theirs:
                self.span.choose(span.value)
                self._choose(theirs[0])
                return
        name = shown_name(self.session.ask(lambda desk: desk.customers.get(what)))
        said = tr("There is nothing to wish {name} within a month.").format(name=name)
        self.printing.notice.tell(said, tone="info")

    def go_back(self) -> bool:
        if self.press.is_busy:
            self.press.stop()
            return True
        if self.printing.notice.isVisible():
            self.printing.notice.hide()
            return True
        return self.card.go_back() or self.campaigning.leave()

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        columns = QHBoxLayout()
        columns.setSpacing(m.s4)
        for panel, share in ((self.list, 10), (self.card, 16), (self.designer, 10)):
            columns.addWidget(panel, share)
        below = QVBoxLayout(self)
        below.setContentsMargins(m.s5, m.s4, m.s5, m.s4)
        below.setSpacing(m.s3)
        below.addWidget(self.printing.notice)
        below.addWidget(self.press)
        below.addWidget(self.campaigning.strip)
        below.addLayout(columns, 1)

    def _connect(self) -> None:
        self.span.chosen.connect(self._on_span_chosen)
        self.span_list.chosen.connect(self.span.choose)
        self.list.sieve_chosen.connect(self._on_sieve_chosen)
        self.list.rules_wanted.connect(self.whom.ask_about)
        self.list.left_out_wanted.connect(lambda: self._on_sieve_chosen(Sieve.SKIPPED.value))
        self.list.list.chosen.connect(lambda _key: self._show_card())
        self.list.list.ticked.connect(self._on_ticked)
        self.list.list.opened.connect(self._on_opened)
        self.campaigning.changed.connect(self.reload)
        self.printing.mail_action.triggered.connect(self.mailing.save)
        self.card.state_wanted.connect(self._on_state_wanted)
        self.designing.changed.connect(self._show_card)
        self.whom.refused.connect(lambda sentence: self.printing.notice.tell(sentence, tone="danger"))
        self.designing.refused.connect(lambda sentence: self.printing.notice.tell(sentence, tone="danger"))
        self.designer.look.sheet_chosen.connect(self._on_sheet_chosen)

    def _today(self) -> date:
        return self.session.ask(lambda desk: desk.now().date())

    def _due(self, span: Span) -> list[Greeting]:
        first, last = days_of(span, self._today())
        return self.session.ask(lambda desk: desk.greetings.due(first, last))

    def _sheet(self) -> str:
        return self._preferences.read(SHEET, "a4")

    def _choose(self, greeting: Greeting) -> None:
        self.roll.sieve = Sieve.TO_DO if greeting.state is State.TO_DO else Sieve.ALL
        self.reload()
        self.list.list.choose(greeting.id)
        self.list.list.setFocus()

    def _show_list(self) -> None:
        roll, formats, today = self.roll, self.session.formats, self._today()
        lines = [line_of(place, roll, formats, today=today) for place in roll.shown()]
        count = roll.count()
        self.list.show_lines(lines, sieve=roll.sieve, count=count, number=formats.number(count))
        sentence = left_out(roll.left_out(), formats)
        self.list.tell_left_out(sentence, shown=roll.sieve in (Sieve.SKIPPED, Sieve.ALL))
        self.printing.tell_ticked()

    def _show_card(self) -> None:
        greeting = self.roll.greeting(self.list.list.key)
        self.designer.setEnabled(greeting is not None)
        if greeting is None:
            key, today = self.list.list.key, self._today()
            hint = self.session.ask(lambda desk: hint_for(desk, self.roll, key=key, today=today))
            self.card.show_nothing(hint)
            return
        card = self.designing.look_at(greeting)
        sheet = sheet_for(card.look, self._sheet())
        whose = tr("{name} · {occasion}").format(
            name=shown_name(greeting.customer), occasion=occasion(greeting, self.session.formats)
        )
        views = greeting_views(card.look, card.face)
        self.card.show_card(greeting, views, whose=whose, size=size_words(card.look, sheet))
        self._show_design(card, sheet)

    def _show_design(self, card: Previewed, sheet: str) -> None:
        greeting, designer = card.greeting, self.designer
        designer.look.show_design(card.design, card.look, heading=card.face.heading, sheet=sheet)
        designer.words.show_wording(card.wording)
        designer.signature.show_design(card.design, card.look.signature, shop=card.look.shop)
        designer.show_state(
            occasion_text(greeting), changed=self.drafts.is_changed(greeting), own=self.drafts.is_own(greeting)
        )

    # --- slots

    def _on_span_chosen(self, key: str) -> None:
        self.span_list.choose(key)
        self.reload()

    def _on_sieve_chosen(self, key: str) -> None:
        self.roll.sieve = Sieve(key)
        self._show_list()
        self._show_card()

    def _on_ticked(self, key: str) -> None:
        self.session.ask(lambda desk: self.roll.look_into(desk, key))
        self.roll.turn_tick(key)
        self._show_list()

    def _on_opened(self, key: str) -> None:
        self.session.ask(lambda desk: self.roll.look_into(desk, key))
        self.roll.turn(key)
        self._show_list()

    def _on_state_wanted(self, state: State, note: str) -> None:
        greeting = self.roll.greeting(self.list.list.key)
        if greeting:
            self.printing.keep_state(greeting, state, note=note)

    def _on_sheet_chosen(self, key: str) -> None:
        self._preferences.write(SHEET, key)
        self._show_card()
