"""The section with a customer's cards: blocked, replaced, printed, and a further one linked by typing or scanning."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from loyaltydesk.desk import Desk
from loyaltydesk.model.cards import Card, CardRole, CardState, tidy
from loyaltydesk.words import tr
from ui.customers.columns import card_columns
from ui.customers.dossier import Dossier
from ui.customers.paper import Press
from ui.customers.section import Section
from ui.seams.people import grouped
from ui.seams.question import Answer
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import RowsModel
from ui.theme.buttons import Button
from ui.theme.forms import Field
from ui.theme.frames import rule
from ui.theme.theme import Theme

LARGE = 130  # percent of the usual size of text


class CardsSection(Section):
    """The cards, what can be done with the chosen one, and a field for one more."""

    def __init__(self, theme: Theme, session: Session, press: Press) -> None:
        super().__init__(theme, session)
        self._press = press
        self._holders: dict[str, str] = {}  # who carries a card of a company
        self._rows = RowsModel[Card](card_columns(session, lambda card: self._holders.get(card.id, "")))
        self.table = TableView(theme, self._rows, name=tr("Cards"), key=lambda card: card.id, spare=(4, 3))
        self.block_button = Button(theme, tr("Block"), icon="ban")
        self.replace_button = Button(theme, tr("Replace"), icon="refresh-cw")
        self.role_button = Button(theme, tr("Only collects"), icon="coins")
        self.print_button = Button(theme, tr("Print"), icon="printer")
        self.number = Field(theme, tr("Card number"))
        self.number.setPlaceholderText(tr("Scan or type the number of a further card"))
        self.add_button = Button(theme, tr("Add the card"), icon="plus")
        self.new_number = Field(theme, tr("Number of the new card"))
        self.new_number.setPlaceholderText(tr("Scan or type it; leave it empty for a number of ours"))
        self.question.keep(self.new_number)
        self._actions = QGridLayout(self.foot)
        self._lay_out()
        self._connect()

    def fill(self, dossier: Dossier) -> None:
        place, self._holders = self.table.place(), dossier.holders
        self._rows.set_rows(dossier.cards)
        self.table.go_back(place)
        if self.table.current() is None and dossier.cards:
            self.table.choose(dossier.cards[0].id)
        self._on_chosen(self.table.current())

    def forget(self) -> None:
        super().forget()
        self.number.clear()

    def start(self) -> None:
        self.table.setFocus()

    def take_scan(self, code: str) -> bool:
        """A scanned card goes into the field that waits for one, or is offered for linking."""
        if self.question.is_asked and self.new_number.isVisible():
            self.new_number.setText(tidy(code))
            return True
        self.ask_to_link(code)
        return True

    def ask_to_link(self, code: str) -> None:
        """Asks whether a card that nobody has is this customer's."""
        number = tidy(code)
        self.question.ask(
            tr("Nobody has card {card}. Link it to this customer?").format(card=grouped(number)),
            [Answer(tr("Link the card"), lambda: self._link(number))],
            tone="info",
        )

    # --- inside

    def _lay_out(self) -> None:
        further = QHBoxLayout()
        further.setSpacing(self.theme.m.s2)
        self._actions.setContentsMargins(0, 0, 0, 0)
        self._actions.setSpacing(self.theme.m.s2)
        self._actions.setColumnStretch(len(self._buttons()), 1)
        self._place_buttons()
        further.addWidget(self.number, 1)
        further.addWidget(self.add_button)
        self.column.addWidget(self.table, 1)
        self.end_column()
        self.column.addWidget(rule())
        self.column.addLayout(further)

    def _buttons(self) -> tuple[Button, ...]:
        """What can be done with the chosen card."""
        return self.block_button, self.replace_button, self.role_button, self.print_button

    def _place_buttons(self) -> None:
        """In one row, or in two where large letters would make the window wider than a screen."""
        across = len(self._buttons()) if self.theme.text_percent < LARGE else 2
        for place, button in enumerate(self._buttons()):
            self._actions.addWidget(button, place // across, place % across)

    def _connect(self) -> None:
        self.theme.changed.connect(self._place_buttons)
        self.table.chosen.connect(self._on_chosen)
        self.block_button.clicked.connect(self._on_block_clicked)
        self.replace_button.clicked.connect(self._on_replace_clicked)
        self.role_button.clicked.connect(self._on_role_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.number.returnPressed.connect(self._on_add_asked)
        self.add_button.clicked.connect(self._on_add_asked)
        self.new_number.returnPressed.connect(self._on_new_number_entered)

    def _link(self, number: str) -> None:
        def link(desk: Desk) -> Card:
            return desk.cards.link(number, self.customer)

        if self.do(link, said=tr("The card is linked.")):
            self.number.clear()

    def _ask_to_replace(self, card: Card, number: str = "") -> None:
        self.new_number.setText(number)
        self.question.ask(
            tr("Lost? Which card takes the place of {card}?").format(card=grouped(card.number)),
            [Answer(tr("Replace"), lambda: self._replace(card))],
            detail=tr("The points stay with the customer; the lost card can no longer be used."),
            tone="info",
            body=self.new_number,
        )

    def _replace(self, card: Card) -> None:
        by = self.new_number.text().strip()
        if not self.do(lambda desk: desk.cards.replace(card.number, by), said=tr("The new card is in use.")):
            self._ask_to_replace(card, by)  # to be mended

    # --- slots

    def _on_chosen(self, card: Card | None) -> None:
        usable = card is not None and card.state is not CardState.REPLACED
        for button in self._buttons():
            button.setEnabled(usable)
        blocked = card is not None and card.state is CardState.BLOCKED
        self.block_button.setText(tr("Unblock") if blocked else tr("Block"))
        only = card is not None and card.role is CardRole.EARN_ONLY
        self.role_button.setText(tr("May spend again") if only else tr("Only collects"))

    def _on_block_clicked(self) -> None:
        card = self.table.current()
        if card and card.state is CardState.BLOCKED:
            self.do(lambda desk: desk.cards.unblock(card.number), said=tr("The card can be used again."))
        elif card:
            self.do(lambda desk: desk.cards.block(card.number), said=tr("The card is blocked."))

    def _on_replace_clicked(self) -> None:
        card = self.table.current()
        if card:
            self._ask_to_replace(card)

    def _on_new_number_entered(self) -> None:
        self.question.answer()

    def _on_role_clicked(self) -> None:
        card = self.table.current()
        if card and card.role is CardRole.EARN_ONLY:
            self.do(lambda desk: desk.cards.give_role(card.number, CardRole.FULL), said=tr("The card may spend again."))
        elif card:
            self.do(
                lambda desk: desk.cards.give_role(card.number, CardRole.EARN_ONLY),
                said=tr("The card collects points and cannot spend them."),
            )

    def _on_print_clicked(self) -> None:
        card = self.table.current()
        if card:
            refused = self._press.card(card, self.dossier.customer, self.dossier.seen.tier)
            if refused:
                self.refuse(refused)

    def _on_add_asked(self) -> None:
        if self.number.text().strip():
            self._link(self.number.text())
