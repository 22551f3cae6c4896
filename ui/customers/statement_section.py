"""The section with a customer's statement: every entry with the balance after it, and what is behind the chosen one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import PurchaseAttached
from loyaltydesk.model.lots import EntryKind
from loyaltydesk.model.purchases import Entry
from loyaltydesk.words import tr
from ui.customers.behind import behind
from ui.customers.columns import entry_columns
from ui.customers.dossier import Dossier
from ui.customers.section import Section
from ui.seams.paged_rows import PagedRows
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.theme.blocks import EmptyState
from ui.theme.buttons import Button
from ui.theme.frames import Panel
from ui.theme.text import ElidedLabel, label
from ui.theme.theme import Theme


class StatementSection(Section):
    """The entries, the newest first and fetched as one scrolls, over the reasons of one of them."""

    why_wanted = Signal(object, object)  # the Purchase, and the steps that led to its points

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme, session)
        self._rows = PagedRows[Entry](entry_columns(session), self._page)
        self.table = TableView(theme, self._rows, name=tr("Statement"), key=_key, spare=(5, 4))
        self._title = label(type_="strong")
        self._by = ElidedLabel(type_="muted")
        self._lines = label(wrap=True)
        self._reasons = Panel(theme, surface="inset")
        self.why = Button(theme, tr("Step by step…"), kind="small", icon="circle-question-mark")
        self._stack = QStackedWidget()
        self._lay_out()
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_why_pressed)
        self.why.clicked.connect(self._on_why_pressed)

    def fill(self, dossier: Dossier) -> None:
        place = self.table.place()
        self._rows.restart(len(self._rows.rows))
        self.table.go_back(place)
        if self.table.current() is None and self._rows.rows:
            self.table.choose(_key(self._rows.rows[0]))
        self._on_chosen(self.table.current())
        self._stack.setCurrentIndex(0 if self._rows.rows else 1)

    def forget(self) -> None:
        super().forget()
        self._rows.set_rows([])

    def start(self) -> None:
        self.table.setFocus()

    @property
    def reasons(self) -> str:
        """What is said about the chosen entry."""
        return "\n".join((self._title.text(), self._lines.text(), self._by.text()))

    # --- inside

    def _page(self, last: Entry | None, count: int) -> Sequence[Entry]:
        done = len(self._rows.rows) if last else 0

        def read(desk: Desk) -> Sequence[Entry]:
            return desk.customers.statement(self.customer, done + count).entries[done:]

        return self.session.ask(read)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._by)
        self._reasons.box.addLayout(head)
        self._reasons.box.addWidget(self._lines)
        self._reasons.box.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        hint = tr("Points come with the first purchase.")
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyState(self.theme, "history", title=tr("No entries yet"), hint=hint))
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._reasons)
        self.end_column()

    def _on_chosen(self, entry: Entry | None) -> None:
        self._reasons.setVisible(entry is not None)
        if entry:
            found = self.session.ask(lambda desk: behind(desk, entry, self.session.formats))
            self._title.setText(found.title)
            self._lines.setText("\n".join(found.lines))
            self._lines.setVisible(bool(found.lines))
            self._by.setText(found.by)
            self.why.setVisible(entry.kind is EntryKind.EARNED and bool(entry.purchase))

    def _on_why_pressed(self) -> None:
        entry: Entry | None = self.table.current()
        number = entry.purchase if entry and entry.kind is EntryKind.EARNED else None
        if entry and number:
            fact = self.session.ask(lambda desk: desk.accounts.behind(entry)).fact
            purchase = self.session.ask(lambda desk: desk.till.purchase(number))
            self.why_wanted.emit(purchase, fact.why if isinstance(fact, PurchaseAttached) else ())


def _key(entry: Entry) -> tuple[str, str, int, int]:
    return entry.fact, entry.kind.value, entry.points, entry.balance
