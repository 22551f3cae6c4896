"""Choosing many cards at once: a list to tick off, those that went to paper already among them or not."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import QDate, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListView, QStyledItemDelegate, QStyleOptionViewItem

from loyaltydesk.desk.cards import Holder
from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.words import tr, tr_n
from ui.cards.choosers import Chooser
from ui.cards.orders import Order
from ui.seams.people import shown_name
from ui.seams.session import Session
from ui.seams.tables import Column, RowsModel
from ui.theme.dates import DateField
from ui.theme.forms import Choice, FormRow
from ui.theme.text import label
from ui.theme.theme import Theme

ALL, NEVER, SINCE, TIER = "all", "never", "since", "tier:"


class Line(Struct, frozen=True):
    """A card in the list: what it is ordered by (a number, or a customer), what is read, when it was printed last."""

    key: str
    words: str
    printed_on: date | None


class _Lines(QStyledItemDelegate):
    """Lines as wide as their list, cut with an ellipsis where they are longer."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())


class TickList(Chooser):
    """Lines to tick; where none is ticked, all of them are meant."""

    def __init__(self, theme: Theme, session: Session, name: str) -> None:
        super().__init__(theme, session)
        self.which = Choice(tr("Which"), [(ALL, tr("All of them")), (NEVER, tr("Not printed yet"))])
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._year = session.ask(lambda desk: desk.now().year)
        self._count = label(type_="strong", wrap=True)
        self._hint = label(tr("Choose some, or print them all."), "muted", wrap=True)
        self._rows = RowsModel[Line]([Column(name, self._read)])
        self.list = QListView()
        self.list.ensurePolished()  # or the one height of all rows is taken before the style sheet has its say
        self.list.setModel(self._rows)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)  # a finger has no Ctrl key
        self.list.setAccessibleName(name)
        self.box.addWidget(FormRow(theme, self.which, text=tr("Which")))
        for widget in (self._count, self._hint):
            self.box.addWidget(widget)
        self.box.addWidget(self.list, 1)
        self.list.selectionModel().selectionChanged.connect(self.edited)
        self.which.chosen.connect(self._on_which_chosen)

    def chosen(self) -> tuple[str, ...]:
        """The keys of the ticked lines, of all where none is."""
        ticked = [self._rows.row(index) for index in sorted(self.list.selectedIndexes())]
        return tuple(line.key for line in ticked if line) or tuple(line.key for line in self._rows.rows)

    def show_lines(self, lines: Sequence[Line], words: str) -> None:
        """Shows other lines, under what is said of them."""
        if list(lines) != self._rows.rows:
            self._rows.set_rows(lines)
        self._count.setText(words)
        self._hint.setVisible(len(lines) > 1)

    def lines(self) -> list[Line]:
        """What there is to choose from now."""
        raise NotImplementedError

    def start(self) -> None:
        self.list.setFocus()

    def choose(self, key: str) -> bool:
        """Ticks one line; False when there is none for it."""
        places = [line.key for line in self._rows.rows]
        if key not in places:
            return False
        index = self._rows.index(places.index(key), 0)
        self.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        self.list.scrollTo(index)
        return True

    def _read(self, line: Line) -> str:
        if line.printed_on is None:
            return line.words
        formats, on = self.session.formats, line.printed_on
        day = formats.short_day(on) if on.year == self._year else formats.day(on)
        return tr("{card} – printed {day}").format(card=line.words, day=day)

    def _on_which_chosen(self, _key: str) -> None:
        self.list.clearSelection()
        self.reload()
        self.edited.emit()


class WaitingCards(TickList):
    """Blank cards that nobody has taken: those that are ticked off, or all of them."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, tr("Blank cards made before"))
        self.reload()

    def order(self) -> Order:
        return Order(numbers=self.chosen())

    def reload(self) -> None:
        lines = self.lines()
        count = len(lines)
        words = tr_n("{n} card waits for its customer", "{n} cards wait for their customers", count)
        self.show_lines(lines, words.format(n=self.session.formats.number(count)))

    def lines(self) -> list[Line]:
        cards, printed = self.session.ask(lambda desk: (desk.cards.blank(), desk.cards.printed_on()))
        every = [
            Line(card.number, card.printed or symbol_for(card.number, card.symbology).caption, printed.get(card.id))
            for card in cards
        ]
        never = self.which.current() == NEVER
        return [line for line in every if not (never and line.printed_on)]


class SeveralCustomers(TickList):
    """The cards of many customers: of everybody, of those without a printed one, of a tier, of newcomers."""

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session, tr("Customers with a card"))
        self.since = DateField(theme, tr("Joined on this day or later"))
        today = session.ask(lambda desk: desk.now().date())
        self.since.setDate(QDate(today.year, today.month, 1))
        self._tiers: list[str] = []
        self.box.insertWidget(1, self.since)
        self.since.dateChanged.connect(self._on_day_changed)
        self.reload()

    def order(self) -> Order:
        return Order(customers=self.chosen())

    def reload(self) -> None:
        self._offer()
        self.since.setVisible(self.which.current() == SINCE)
        lines = self.lines()
        words = tr_n("{n} customer has a card", "{n} customers have a card", len(lines))
        self.show_lines(lines, words.format(n=self.session.formats.number(len(lines))))

    def lines(self) -> list[Line]:
        which, since = self.which.current(), self.since.date().toPython()
        assert isinstance(since, date)

        def wanted(holder: Holder) -> bool:
            if which == NEVER:
                return holder.printed_on is None
            if which == SINCE:
                return holder.customer.registered.date() >= since
            return not which.startswith(TIER) or holder.tier == which.removeprefix(TIER)

        holders = self.session.ask(lambda desk: desk.cards.holders())
        return [Line(each.customer.id, shown_name(each.customer), each.printed_on) for each in holders if wanted(each)]

    def _offer(self) -> None:
        """The tiers of the programme among what can be chosen."""
        tiers = self.session.ask(lambda desk: [tier.name for tier in desk.shop.programme.tiers])
        if tiers == self._tiers and self.which.findData(SINCE) >= 0:
            return
        current, self._tiers = self.which.current(), tiers
        self.which.clear()
        for key, words in (
            (ALL, tr("Everybody with a card")),
            (NEVER, tr("Whose card was not printed yet")),
            (SINCE, tr("Who joined since …")),
            *((TIER + name, tr("Everybody in tier {tier}").format(tier=name)) for name in tiers),
        ):
            self.which.addItem(words, key)
        self.which.setCurrentIndex(max(self.which.findData(current), 0))

    def _on_day_changed(self) -> None:
        self.reload()
        self.edited.emit()
