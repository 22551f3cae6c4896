"""The companies on the left: found by name, tax number or card, and fetched page by page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from loyaltydesk.desk import Desk
from loyaltydesk.model.companies import CompanySort, sort_company
from loyaltydesk.model.customers import Customer
from loyaltydesk.words import tr, tr_n, trc
from ui.seams.listing import Listing
from ui.seams.session import Session
from ui.seams.table_view import TableView
from ui.seams.tables import Chip, Column
from ui.theme.blocks import EmptyState
from ui.theme.forms import Field
from ui.theme.frames import Panel
from ui.theme.marks import Glyph
from ui.theme.text import ElidedLabel
from ui.theme.theme import Theme


class CompanyListing(Listing[Customer, CompanySort]):
    """All companies by name, or those that are found."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, _columns(), CompanySort.NAME)

    def count(self, desk: Desk) -> int:
        return desk.companies.count()

    def find(self, desk: Desk, limit: int) -> list[Customer]:
        return desk.companies.find(self.text, limit)

    def after(self, desk: Desk, last: Customer | None, limit: int) -> list[Customer]:
        return desk.companies.page(last, limit, descending=self.order.down)

    def sort_key(self, row: Customer) -> tuple[object, ...]:
        return sort_company(row.profile.company), row.id


class CompanyList(Panel):
    """`chosen` carries the id of the company that is the current one now, empty for none."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, session: Session) -> None:
        super().__init__(theme)
        self.listing = CompanyListing(session)
        self.search = Field(theme, tr("Find a company"), kind="search", lead=Glyph(theme, "search"))
        self.search.setPlaceholderText(tr("Name, tax number or card"))
        self._count = ElidedLabel(type_="title")
        self.table = TableView(theme, self.listing.rows, name=tr("Companies"), key=lambda each: each.id, spare=(1,))
        self._nothing = EmptyState(theme, "search", title="")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        m = theme.m
        self.box.setContentsMargins(m.s3, m.s3, m.s3, m.s3)
        self.box.addWidget(self.search)
        self.box.addWidget(self._count)
        self.box.addWidget(self._stack, 1)
        self.search.textChanged.connect(self._on_searched)
        self.table.chosen.connect(lambda row: self.chosen.emit(row.id if row else ""))
        self.table.typed.connect(self._on_typed)

    @property
    def company(self) -> str:
        """The id of the current one, empty for none."""
        row = self.table.current()
        return row.id if row else ""

    def choose(self, company: str) -> bool:
        """Makes a company the current one, which is looked for where it is not among those that were fetched."""
        if self.table.choose(company):
            return True
        name = self.listing.session.ask(lambda desk: desk.customers.get(company).profile.company)
        self.search.setText(name)
        return self.table.choose(company)

    def reload(self) -> None:
        """Shows the shop as it is now, with the same company chosen."""
        place = self.table.place()
        self.listing.read_again()
        self.table.go_back(place)
        self._tell()

    def go_back(self) -> bool:
        """Takes the search back; False when there is nothing to take back."""
        if not self.search.text():
            return False
        self.search.clear()
        self.table.setFocus()
        return True

    # --- inside

    def _tell(self) -> None:
        listing = self.listing
        count = listing.session.formats.number(listing.shown)
        if listing.is_cut:
            words = tr("The first {n}; more letters find fewer")
        elif listing.text:
            words = tr_n("{n} found", "{n} found", listing.shown)
        else:
            words = tr_n("{n} company", "{n} companies", listing.shown)
        self._count.setText(words.format(n=count))
        if listing.text:
            self._nothing.say("search", tr("No such company"), hint=tr("Type less of it, or scan a card."), tone="")
        else:
            self._nothing.say("building-2", tr("No companies yet"))
        self._stack.setCurrentIndex(0 if listing.rows.rows else 1)
        if self.table.current() is None and listing.rows.rows:
            self.table.selectRow(0)
        elif not listing.rows.rows:
            self.chosen.emit("")

    def _on_searched(self, text: str) -> None:
        kept = self.company
        self.listing.look_for(text)
        self.table.scrollToTop()
        self.table.choose(kept)
        self._tell()

    def _on_typed(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + letter)

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) and self.search.hasFocus():
            self.table.setFocus()
        else:
            super().keyPressEvent(event)


def _columns() -> tuple[Column[Customer], ...]:
    return (
        Column(tr("Company"), lambda each: each.profile.company, chip=_blocked),
        Column(tr("Tax number"), lambda each: each.profile.tax_id, room="LV40003009497", muted=True),
    )


def _blocked(customer: Customer) -> Chip | None:
    return Chip(trc("customer", "Blocked"), "danger") if customer.blocked else None
