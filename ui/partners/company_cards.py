"""The cards of a company: who carries each, what it bought, and a further one by scan or number."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card, CardState, tidy
from loyaltydesk.model.companies import LONGEST_HOLDER, Company, CompanyCard
from loyaltydesk.words import tr, trc
from ui.seams.people import grouped
from ui.seams.question import Answer, Question
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import Chip, Column, RowsModel
from ui.theme.buttons import Button
from ui.theme.flow import Flow
from ui.theme.forms import Field
from ui.theme.theme import Theme

NOBODY = "–"


class CompanyCards(QWidget):
    """The table, what can be done with the chosen card, and the fields for one more; `said` tells what was done."""

    said = Signal(str)
    refused = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self.theme, self._session = theme, session
        self._company = ""
        self._rows = RowsModel[CompanyCard](_columns(session))
        self.table = TableView(theme, self._rows, name=tr("Cards"), key=lambda row: row.card.id, spare=(3, 4))
        self.question = Question(theme)
        self.holder_button = Button(theme, tr("Who carries it"), kind="small", icon="user")
        self.block_button = Button(theme, tr("Block"), kind="small", icon="ban")
        self.replace_button = Button(theme, tr("Replace"), kind="small", icon="refresh-cw")
        self.new_number = Field(theme, tr("Number of the new card"))
        self.new_number.setPlaceholderText(tr("Scan or type it; leave it empty for a number of ours"))
        self.new_holder = Field(theme, tr("Who carries it"))
        self.new_holder.setPlaceholderText(tr("name; empty: nobody in particular"))
        for field in (self.new_holder, self.new_number):
            self.question.keep(field)
        self.number, self.holder = Field(theme, tr("Card number")), Field(theme, tr("Who carries the new one"))
        self.number.setPlaceholderText(tr("scan it; empty: a number of ours"))
        self.holder.setPlaceholderText(tr("who carries it"))
        self.add_button = Button(theme, tr("Add a card"), icon="plus")
        self._lay_out()
        self._connect()

    def show_company(self, company: Company) -> None:
        """Shows the cards; what was typed of another company is gone."""
        if company.customer.id != self._company:
            self._company = company.customer.id
            self.question.withdraw()
            self.number.clear()
            self.holder.clear()
        place = self.table.place()
        self._rows.set_rows(company.cards)
        self.table.go_back(place)
        if self.table.current() is None and company.cards:
            self.table.selectRow(0)
        self._on_chosen(self.table.current())

    def take_card(self, number: str) -> None:
        """A scanned card is to be added, or to take the place of a lost one."""
        if self.question.is_asked and self.new_number.isVisible():
            self.new_number.setText(number)
            return
        self.number.setText(number)
        self.holder.setFocus()

    def go_back(self) -> bool:
        """Asks no more; False when nothing was asked."""
        return self.question.withdraw()

    # --- inside

    def _lay_out(self) -> None:
        m = self.theme.m
        buttons = Flow(m.s2)
        for button in (self.holder_button, self.block_button, self.replace_button):
            buttons.addWidget(button)
        further = QHBoxLayout()
        further.setSpacing(m.s2)
        further.addWidget(self.number, 3)
        further.addWidget(self.holder, 2)
        further.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(m.s2)
        column.addWidget(self.table, 1)
        column.addWidget(self.question)
        column.addLayout(buttons)
        column.addLayout(further)
        for field in (self.new_holder, self.holder):
            field.setMaxLength(LONGEST_HOLDER)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(lambda _row: self._on_holder_wanted())
        self.holder_button.clicked.connect(self._on_holder_wanted)
        self.block_button.clicked.connect(self._on_block_clicked)
        self.replace_button.clicked.connect(lambda: self._on_replace_clicked())
        for field in (self.new_holder, self.new_number):
            field.returnPressed.connect(self.question.answer)
        self.add_button.clicked.connect(self._on_add_clicked)
        for field in (self.number, self.holder):
            field.returnPressed.connect(self._on_add_clicked)

    def _do(self, action: Callable[[Desk], object], said: str) -> bool:
        done = self._session.do(lambda desk: (action(desk),), refused=self.refused.emit)
        if done:
            self.said.emit(said)
        return done is not None

    def _add(self, desk: Desk) -> Card:
        number, holder = tidy(self.number.text()), self.holder.text()
        with desk.writing():
            card = desk.cards.link(number or desk.cards.make(1)[0], self._company)
            if holder.strip():
                desk.companies.give(card.number, holder)
        return card

    # --- slots

    def _on_chosen(self, row: CompanyCard | None) -> None:
        usable = row is not None and row.card.state is not CardState.REPLACED
        for button in (self.holder_button, self.block_button, self.replace_button):
            button.setEnabled(usable)
        blocked = row is not None and row.card.state is CardState.BLOCKED
        self.block_button.setText(tr("Unblock") if blocked else tr("Block"))

    def _on_holder_wanted(self) -> None:
        row = self.table.current()
        if row is None or row.card.state is CardState.REPLACED:
            return
        number = row.card.number
        self.new_holder.setText(row.holder)

        def give() -> None:
            holder = self.new_holder.text()
            self._do(lambda desk: (desk.companies.give(number, holder),), tr("It is kept."))

        self.question.ask(
            tr("Who carries card {card}?").format(card=grouped(number)),
            [Answer(tr("Save"), give)],
            tone="info",
            body=self.new_holder,
        )

    def _on_block_clicked(self) -> None:
        row = self.table.current()
        if row is None:
            return
        if row.card.state is CardState.BLOCKED:
            self._do(lambda desk: desk.cards.unblock(row.card.number), tr("The card can be used again."))
        else:
            self._do(lambda desk: desk.cards.block(row.card.number), tr("The card is blocked."))

    def _on_replace_clicked(self, typed: str = "") -> None:
        row = self.table.current()
        if row is None:
            return
        lost = row.card.number

        def replace() -> None:
            by = tidy(self.new_number.text())
            if not self._do(lambda desk: desk.cards.replace(lost, by), tr("The new card is in use.")):
                self._on_replace_clicked(by)  # to be mended

        self.new_number.setText(typed)
        self.question.ask(
            tr("Lost? Which card takes the place of {card}?").format(card=grouped(lost)),
            [Answer(tr("Replace"), replace)],
            detail=tr("The points stay with the customer; the lost card can no longer be used."),
            tone="info",
            body=self.new_number,
        )

    def _on_add_clicked(self) -> None:
        if self._do(self._add, tr("The card is added.")):
            self.number.clear()
            self.holder.clear()


def _columns(session: Session) -> tuple[Column[CompanyCard], ...]:
    return (
        Column(tr("Who carries it"), lambda row: row.holder or NOBODY),
        Column(tr("Card number"), lambda row: grouped(row.card.number), room="2600 0000 0001 7", muted=True),
        Column(tr("State"), lambda _row: "", chip=_state, room="Replaced"),
        Column(
            trc("how often a card was used", "Purchases"),
            lambda row: session.formats.number(row.purchases),
            room="8,888",
            right=True,
            muted=True,
        ),
        Column(
            tr("In 12 months"),
            lambda row: session.formats.money(row.spent),
            room=session.formats.money(88_888_88),
            right=True,
        ),
    )


def _state(row: CompanyCard) -> Chip:
    return {
        CardState.BLANK: Chip(trc("card", "Blank")),
        CardState.ACTIVE: Chip(trc("card", "In use"), "accent"),
        CardState.BLOCKED: Chip(trc("card", "Blocked"), "danger"),
        CardState.REPLACED: Chip(trc("card", "Replaced")),
    }[row.card.state]
