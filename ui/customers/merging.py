"""The panel that makes one record of two: the other one is found, both stand side by side, and then it is asked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from loyaltydesk.desk.accounts import Merger
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import tr
from ui.customers.columns import NOTHING
from ui.customers.dossier import Dossier
from ui.seams.birthdays import written
from ui.seams.finder import Finder
from ui.seams.people import shown_name
from ui.seams.question import Answer, Question
from ui.seams.session import Session
from ui.theme.blocks import Banner
from ui.theme.buttons import Button
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme

Row = tuple[str, tuple[str, str, str]]


class MergePanel(QWidget):
    """A button that opens the finder; `confirmed` carries the record that is to go into the one shown."""

    confirmed = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__()
        self._session = session
        self._customer = ""
        self.button = Button(theme, tr("Merge with another record…"), icon="users")
        self.finder = Finder(theme, session, prompt=tr("Name, phone or card of the other record"))
        self.trouble = Banner(theme, "", tone="danger")
        self.question = Question(theme)
        self.table = Comparison(theme)
        self.question.keep(self.table)
        words = tr("For somebody who was registered twice. Points, cards, vouchers and purchases come together.")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.m.s2)
        box.addWidget(label(tr("Merge"), "title"))
        box.addWidget(label(words, "muted", wrap=True))
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.finder, self.trouble, self.question):
            box.addWidget(widget)
        self.close_question()
        self.button.clicked.connect(self._on_button_clicked)
        self.finder.picked.connect(self.take_person)
        self.question.asked.connect(self._on_asked)

    def show_dossier(self, dossier: Dossier) -> None:
        """Looks for the other record of this customer."""
        self._customer = dossier.customer.id
        self.finder.beside = frozenset((self._customer,))

    @property
    def is_open(self) -> bool:
        """Whether another record is looked for, or was found."""
        return self.button.isHidden()

    def close_question(self) -> bool:
        """Looks for nobody any more; False when nobody was looked for."""
        was_open = self.is_open
        self.question.withdraw()
        for widget in (self.finder, self.trouble):
            widget.hide()
        self.finder.clear()
        self.button.show()
        return was_open

    def take_person(self, other: str) -> None:
        """Shows both records side by side, and asks."""
        self.trouble.hide()
        try:
            merger = self._session.ask(lambda desk: desk.accounts.would_merge(keep=self._customer, drop=other))
        except Refused as refused:
            self.trouble.say(self._session.sentence(refused), tone="danger")
            self.trouble.show()
            return
        self.table.show_rows(self._rows(merger))
        buttons = self.question.ask(
            tr("Are these two one person?"),
            [Answer(tr("Merge the records"), lambda: self.confirmed.emit(merger.drop.id))],
            detail=tr("It cannot be undone. Both cards stay in use, and both lead to this customer."),
            body=self.table,
        )
        buttons[0].setFocus()

    # --- inside

    def _rows(self, merger: Merger) -> list[Row]:
        formats = self._session.formats

        def each(words: list[str]) -> tuple[str, str, str]:
            first, second, after = (word or NOTHING for word in words)
            return first, second, after

        def of(told: str) -> tuple[str, str, str]:
            return each([getattr(person.profile, told) for person in people])

        def number(values: tuple[int, int, int]) -> tuple[str, str, str]:
            return each([formats.number(value) for value in values])

        people: list[Customer] = [merger.keep, merger.drop, merger.after]
        born = [written(person.profile.birth_date) for person in people]
        return [
            ("", (tr("This record"), tr("The other one"), tr("Afterwards"))),
            (tr("Name"), each([shown_name(person) for person in people])),
            (tr("Phone"), of("phone")),
            (tr("E-mail"), of("email")),
            (tr("Birthday"), each(born)),
            (tr("Joined"), each([formats.day(person.registered.date()) for person in people])),
            (tr("Points"), number(merger.balances)),
            (tr("Visits"), each([formats.number(person.account.visits) for person in people])),
            (tr("Spent"), each([formats.money(person.account.spend) for person in people])),
            (tr("Cards"), number(merger.cards)),
            (tr("Open vouchers"), number(merger.vouchers)),
        ]

    def _on_button_clicked(self) -> None:
        self.button.hide()
        self.finder.show()
        self.finder.field.setFocus()

    def _on_asked(self, asked: bool) -> None:
        self.finder.setVisible(self.is_open and not asked)
        if self.is_open and not asked:
            self.finder.field.setFocus()


class Comparison(QWidget):
    """Rows of words in three columns: what one record has, what the other has, and what there will be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.m.s4)
        self._grid.setVerticalSpacing(theme.m.s1)
        for column in (1, 2, 3):
            self._grid.setColumnStretch(column, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_rows(self, rows: list[Row]) -> None:
        """Shows these rows, the first being the head."""
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget:
                widget.deleteLater()
        for place, (what, words) in enumerate(rows):
            self._grid.addWidget(label(what, "muted"), place, 0)
            for column, each in enumerate(words, 1):
                self._grid.addWidget(_cell(each, head=place == 0, last=column == 3), place, column)
        spoken = (f"{what}: {', '.join(words)}" for what, words in rows[1:])
        self.setAccessibleDescription("; ".join(spoken))


def _cell(words: str, *, head: bool, last: bool) -> QLabel:
    return ElidedLabel(words, "caption" if head else "strong" if last else "")
