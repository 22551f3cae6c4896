"""The customer in hand: who it is, what to say, the last visits; and in their place, on F4, what can be used."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from loyaltydesk.desk.customers import Seen
from loyaltydesk.model.cards import CardState
from loyaltydesk.model.programme import Programme
from loyaltydesk.words import tr
from ui.seams.formats import QtFormats
from ui.seams.people import grouped, tier_tone
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.theme import Theme
from ui.till.bill import BillPanel
from ui.till.chooser import Chooser
from ui.till.hero import Hero, card_of, name_of
from ui.till.note import NotePanel
from ui.till.reminder import Reminder
from ui.till.sale import Sale
from ui.till.stack import Stack
from ui.till.talk import TalkPanel
from ui.till.visits import VisitsPanel

NARROW = 1050  # px of the page below which talk matters more than history, in text of 100 %


class CustomerView(QWidget):
    """Everything about the customer in hand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._banner = Banner(theme, "", tone="danger")
        self.print_card = Button(theme, tr("Print card"), kind="small", icon="printer")
        self._news = Banner(theme, "", tone="accent", action=self.print_card)
        self.hero, self.visits = Hero(theme), VisitsPanel(theme)
        self.talk = TalkPanel(theme, after=self.hero.profile)
        self.chooser, self.reminder, self.note = Chooser(theme), Reminder(theme), NotePanel(theme)
        self._has_bill = False
        for banner in (self._banner, self._news):
            banner.hide()
        row = QWidget()
        self._row = QHBoxLayout(row)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.talk, 3)
        self._row.addWidget(self.visits, 2)
        sold = QWidget()
        self._sold = QVBoxLayout(sold)
        self._sold.setContentsMargins(0, 0, 0, 0)
        self._sold.addWidget(self.reminder)
        self._below = Stack()
        for page in (row, self.chooser, sold, self.note):
            self._below.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._banner)
        self._column.addWidget(self._news)
        self._column.addWidget(self.hero)
        self._column.addWidget(self._below, 1)

    def show_customer(self, sale: Sale, programme: Programme, formats: QtFormats) -> None:
        """Shows whoever is in hand, before anything is bought."""
        seen = sale.seen
        if seen is None:
            return
        self.hero.show_seen(seen, formats, tone=tier_tone(programme, seen.tier))
        self.show_prompts(sale, formats)
        self.talk.show_note(seen.customer.profile.note)
        self.visits.show_history(sale.history, seen.customer.account.visits, formats)
        self.show_chooser(False)
        self._warn(*obstacle(seen))

    def show_prompts(self, sale: Sale, formats: QtFormats) -> None:
        """Shows what is still to be said."""
        self.talk.show_prompts(sale.prompts, formats, quiet=sale.is_blocked)
        self.reminder.show_prompts(sale.prompts, formats)

    def hold(self, bill: BillPanel) -> None:
        """Takes the bill in, for as long as this customer is in hand."""
        self._sold.addWidget(bill, 1)
        bill.show()  # the stack that it came from had hidden it

    def show_bill(self, on: bool) -> None:
        """Shows the bill in place of talk and visits, or those again."""
        self._has_bill = on
        if not self.is_choosing:
            self.show_chooser(False)

    def announce(self, news: str) -> None:
        """Tells of the card number that was just given, to be printed; nothing takes it back."""
        self._news.say(news, tone="accent")
        self._news.setVisible(bool(news))

    def show_chooser(self, on: bool) -> None:
        """Shows what can be used in place of talk and visits, or of the bill; or those again."""
        self._below.setCurrentIndex(1 if on else 2 if self._has_bill else 0)

    def show_note(self, on: bool) -> None:
        """Shows the line for what the customer says in place of what is there, or that again."""
        self._below.setCurrentIndex(3 if on else 2 if self._has_bill else 0)

    @property
    def is_noting(self) -> bool:
        """Whether that line is open."""
        return self._below.currentIndex() == 3

    @property
    def is_choosing(self) -> bool:
        """Whether the chooser is open."""
        return self._below.currentIndex() == 1

    def fit(self, width: int, gap: int) -> None:
        """Shows as much as a page so wide has room for."""
        self._row.setSpacing(gap)
        self._column.setSpacing(gap)
        self._sold.setSpacing(gap)
        wide = width >= NARROW * (100 + self._theme.text_percent) // 200
        self.visits.setVisible(wide)
        self.hero.fit(wide=wide)

    def _warn(self, what: str, detail: str) -> None:
        self._banner.say(what, detail=detail, tone="danger")
        self._banner.setVisible(bool(what))


def obstacle(seen: Seen) -> tuple[str, str]:
    """Why nothing can be recorded with this card, and what to do; empty when nothing stands in the way."""
    card = seen.card
    if card is not None and card.state is CardState.REPLACED:
        said = tr("Card {card} was replaced by {new}.").format(card=grouped(card.number), new=grouped(card.replaced_by))
        return said, tr("It belongs to {name}. Keep this card, and ask for the new one.").format(name=name_of(seen))
    if card is not None and card.state is CardState.BLOCKED:
        said = tr("Card {card} is blocked.").format(card=grouped(card.number))
        return said, tr("It belongs to {name}. The owner can unblock it under Profile.").format(name=name_of(seen))
    if seen.customer.blocked:
        said = tr("{name} is blocked.").format(name=name_of(seen))
        return said, tr("Nothing can be recorded on {card}. The owner can unblock it under Profile.").format(
            card=grouped(card_of(seen))
        )
    return "", ""
