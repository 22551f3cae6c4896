"""The section with what a customer was promised: promises and warranties with their last day."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.pledges import LONGEST_TEXT, NewPledge, Pledge, PledgeKind, PledgeState
from loyaltydesk.words import tr
from loyaltydesk.words.pledges import PLEDGES
from ui.customers.columns import pledge_columns
from ui.customers.dossier import Dossier
from ui.customers.section import Section
from ui.seams.day_field import day_field, day_in, show_day
from ui.seams.question import Answer
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import RowsModel
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.theme import Theme

WEEK = timedelta(days=7)


class NewWords(QWidget):
    """What is promised and until when."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.text = Field(theme, tr("What is promised"))
        self.text.setPlaceholderText(tr("in a few words; of a warranty the product"))
        self.text.setMaxLength(LONGEST_TEXT)
        self.until = day_field(theme, tr("Last day"), session.formats)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.m.s2)
        column.addWidget(self.text)
        column.addWidget(self.until)
        self.setFocusProxy(self.text)

    def asked(self, kind: PledgeKind) -> NewPledge:
        """What stands there."""
        return NewPledge(kind, self.text.text(), day_in(self.until))


class PledgesSection(Section):
    """What was promised, the soonest day first, and what can be done about the chosen one."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self._rows = RowsModel[Pledge](pledge_columns(session, self._today))
        self.table = TableView(theme, self._rows, name=tr("Promises"), key=lambda pledge: pledge.id, spare=(3, 1))
        self.new_button = Button(theme, tr("Promise something"), icon="plus")
        self.kept_button = Button(theme, tr("Kept"), icon="check")
        self.broken_button = Button(theme, tr("Not kept"), icon="x")
        self.words = NewWords(theme, session)
        self._stack = QStackedWidget()
        self._lay_out()
        self.question.keep(self.words)
        self.words.text.returnPressed.connect(self.question.answer)
        self.table.chosen.connect(self._on_chosen)
        self.new_button.clicked.connect(self.ask_to_promise)
        self.kept_button.clicked.connect(lambda: self._close(PledgeState.KEPT))
        self.broken_button.clicked.connect(lambda: self._close(PledgeState.BROKEN))

    def fill(self, dossier: Dossier) -> None:
        place = self.table.place()
        self._rows.set_rows(dossier.pledges)
        self.table.go_back(place)
        if self.table.current() is None and dossier.pledges:
            self.table.choose(dossier.pledges[0].id)
        self._on_chosen(self.table.current())
        self._stack.setCurrentIndex(0 if dossier.pledges else 1)

    def forget(self) -> None:
        super().forget()
        self.words.text.clear()

    def start(self) -> None:
        (self.table if self.dossier.pledges else self.new_button).setFocus()

    def ask_to_promise(self) -> None:
        """Asks what is promised; Enter keeps it as a promise."""
        if not self.words.text.text():
            show_day(self.words.until, self._today() + WEEK)
        self.question.ask(
            tr("What is promised, and until when?"),
            [
                Answer(tr(words), partial(self._give, kind), "action" if kind is PledgeKind.PROMISE else "outline")
                for kind, words in PLEDGES.items()
            ],
            tone="info",
            body=self.words,
        )

    # --- inside

    def _today(self) -> date:
        return self.session.ask(lambda desk: desk.now().date())

    def _lay_out(self) -> None:
        actions = QHBoxLayout(self.foot)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(self.theme.m.s2)
        for button in (self.kept_button, self.broken_button, self.new_button):
            actions.addWidget(button)
        actions.addStretch(1)
        hint = tr("A promise is spoken of at the till when its day is near, a warranty before it ends.")
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState(self.theme, "calendar", title=tr("Nothing promised yet"), hint=hint))
        self.column.addWidget(self._stack, 1)
        self.end_column()

    def _give(self, kind: PledgeKind) -> None:
        given: list[Pledge] = []

        def give(desk: Desk) -> None:
            given.append(desk.pledges.give(self.customer, self.words.asked(kind)))

        if self.do(give, said=tr("It is written down.")):
            self.words.text.clear()
            self.table.choose(given[0].id)
            self.start()
        else:
            self.ask_to_promise()

    def _close(self, state: PledgeState) -> None:
        pledge: Pledge | None = self.table.current()
        if pledge:
            said = tr("Kept. Well done.") if state is PledgeState.KEPT else tr("Noted as not kept.")
            self.do(lambda desk: desk.pledges.close(pledge.id, state), said=said)

    # --- slots

    def _on_chosen(self, pledge: Pledge | None) -> None:
        is_open = pledge is not None and pledge.is_open
        self.kept_button.setVisible(is_open)
        self.broken_button.setVisible(is_open and pledge is not None and pledge.kind is PledgeKind.PROMISE)
        if pledge:
            self.kept_button.setText(tr("Kept") if pledge.kind is PledgeKind.PROMISE else tr("Close it"))
