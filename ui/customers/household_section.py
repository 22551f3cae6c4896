"""The section with a customer's household: who shares the balance, with which cards, and who comes or goes."""

from msgspec import Struct
from PySide6.QtWidgets import QHBoxLayout

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card
from loyaltydesk.model.customers import Customer, Household
from loyaltydesk.words import tr, trc
from ui.customers.chips import ROLES, card_chip
from ui.customers.dossier import Dossier
from ui.customers.section import Section
from ui.seams.finder import Finder
from ui.seams.people import grouped, shown_name
from ui.seams.question import Answer
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import Column, RowsModel
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.text import label
from ui.theme.theme import Theme


class Held(Struct, frozen=True):
    """A member with one of their cards; without, when they have none."""

    member: Customer
    card: Card | None

    @property
    def key(self) -> str:
        """What tells this row from every other."""
        return self.card.id if self.card else self.member.id


class HouseholdSection(Section):
    """The members by their cards, a field for one more, and the name they go by."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self._words = label(type_="muted", wrap=True)
        self.table = TableView(
            theme,
            RowsModel[Held](_columns()),
            name=trc("of a household", "Members"),
            key=lambda row: row.key,
            spare=(3, 2),
        )
        self.leave_button = Button(theme, tr("Leaves the household"), icon="x")
        self.name = Field(theme, tr("Name of the household"))
        self.name.setPlaceholderText(tr("Name of the household"))
        self.name_button = Button(theme, tr("Keep the name"), icon="check")
        self.finder = Finder(theme, session, prompt=tr("Name, phone or card of a further member"))
        self._lay_out()
        self.table.chosen.connect(self._on_chosen)
        self.leave_button.clicked.connect(self._on_leave_clicked)
        self.name.textEdited.connect(self._on_name_edited)
        self.name.returnPressed.connect(self._on_name_kept)
        self.name_button.clicked.connect(self._on_name_kept)
        self.finder.picked.connect(self.ask_to_add)
        self.question.asked.connect(self.finder.setHidden)

    def fill(self, dossier: Dossier) -> None:
        household = dossier.household
        rows = [held for member, cards in dossier.members for held in _held(member, cards)]
        place = self.table.place()
        self.table.rows_model.set_rows(rows)
        self.table.go_back(place)
        if rows and self.table.current() is None:
            self.table.choose(rows[0].key)
        self._words.setText(_explained(household))
        self.table.setVisible(household is not None)
        self.leave_button.setVisible(household is not None)
        self.name_button.setVisible(household is not None)
        if not self.name.isModified():
            self.name.setText(household.name if household else "")
        self.finder.beside = frozenset((self.customer, *(member.id for member, _cards in dossier.members)))
        self._on_chosen(self.table.current())
        self._on_name_edited()

    def forget(self) -> None:
        super().forget()
        self.name.clear()
        self.name.setModified(False)
        self.finder.clear()

    def start(self) -> None:
        (self.table if self.dossier.household else self.finder.field).setFocus()

    def take_person(self, customer: str) -> bool:
        """Somebody whose card is scanned is asked about as a further member."""
        if customer in self.finder.beside:
            return False
        self.ask_to_add(customer)
        return True

    def ask_to_add(self, customer: str) -> None:
        """Asks whether somebody belongs to the household."""
        other = self.session.ask(lambda desk: desk.customers.get(customer))
        self.question.ask(
            tr("Does {name} belong to this household?").format(name=shown_name(other)),
            [Answer(tr("Add to the household"), lambda: self._add(customer))],
            detail=tr("The points of both come together, and each card can spend them as far as it may."),
            tone="info",
        )

    # --- inside

    def _lay_out(self) -> None:
        s2 = self.theme.m.s2
        actions, naming = QHBoxLayout(self.foot), QHBoxLayout()
        for row in (actions, naming):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(s2)
        actions.addWidget(self.leave_button)
        actions.addStretch(1)
        naming.addWidget(self.name, 1)
        naming.addWidget(self.name_button)
        self.column.addWidget(self._words)
        self.column.addWidget(self.table, 1)
        self.end_column()
        self.column.addLayout(naming)
        self.column.addWidget(self.finder)
        self.column.addStretch(0)

    def _form(self, others: list[str], said: str) -> bool:
        name = self.name.text()

        def form(desk: Desk) -> Household:
            return desk.accounts.form_household([self.customer, *others], name)

        done = self.do(form, said=said)
        if done:
            self.name.setModified(False)
        return done

    def _add(self, customer: str) -> None:
        if self._form([customer], tr("They share one balance now.")):
            self.finder.clear()
            self.start()

    def _leave(self, member: str) -> None:
        if self.do(
            lambda desk: desk.accounts.leave_household(member), said=tr("The points stayed with the household.")
        ):
            self.start()

    # --- slots

    def _on_chosen(self, row: Held | None) -> None:
        self.leave_button.setEnabled(row is not None)

    def _on_leave_clicked(self) -> None:
        row = self.table.current()
        if row:
            self.question.ask(
                tr("Does {name} leave the household?").format(name=shown_name(row.member)),
                [Answer(tr("Leave the household"), lambda: self._leave(row.member.id))],
                detail=tr("The points stay with the others; {name} begins with none.").format(
                    name=shown_name(row.member)
                ),
            )

    def _on_name_edited(self) -> None:
        household = self.dossier.household
        self.name_button.setEnabled(household is not None and self.name.text().strip() != household.name)

    def _on_name_kept(self) -> None:
        if self.name_button.isEnabled():
            self._form([], tr("The household has its name."))


def _held(member: Customer, cards: list[Card]) -> list[Held]:
    return [Held(member, card) for card in cards] or [Held(member, None)]


def _explained(household: Household | None) -> str:
    if household is None:
        return tr(
            "A family can collect on one balance: find who belongs to this customer, and their points come together."
        )
    return tr("They all collect on one balance. A card that only collects cannot spend from it.")


def _columns() -> tuple[Column[Held], ...]:
    return (
        Column(tr("Member"), lambda row: shown_name(row.member)),
        Column(tr("Card number"), lambda row: grouped(row.card.number) if row.card else "", room="2600 0000 0001 7"),
        Column(
            tr("State"), lambda _row: "", chip=lambda row: card_chip(row.card) if row.card else None, room="Replaced"
        ),
        Column(
            tr("What it may do"), lambda row: tr(ROLES[row.card.role]) if row.card else "", room="Collects and spends"
        ),
    )
