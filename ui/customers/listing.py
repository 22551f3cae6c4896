"""All customers in one list: found as one types, sorted, fetched page by page."""

from collections.abc import Callable

from msgspec import Struct

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer, Sort
from loyaltydesk.model.folding import fold
from loyaltydesk.model.programme import Programme
from ui.customers.chips import tier_chip
from ui.customers.columns import customer_columns
from ui.seams.paged_rows import PagedRows
from ui.seams.session import Session
from ui.seams.tables import Chip

MOST_FOUND = 200  # more than anybody reads; more letters find fewer
FIRST_DOWN = {Sort.NAME: False, Sort.POINTS: True, Sort.SPEND: True, Sort.VISIT: True, Sort.JOINED: True}


class Order(Struct, frozen=True):
    """An order of the list; `down` has the largest or latest first."""

    sort: Sort = Sort.NAME
    down: bool = False


class Listing:
    """The rows of the list: everybody page by page in an order, or those who are found by what was typed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._programme: Programme | None = None
        self.text = ""
        self.order = Order()
        self.everybody = 0  # customers; counting a million takes a while, so not at each key
        self.rows = PagedRows[Customer](customer_columns(session, self._tier), self._page)

    @property
    def is_cut(self) -> bool:
        """Whether more were found than are shown."""
        return bool(self.text) and len(self.rows.rows) == MOST_FOUND

    def look_for(self, text: str) -> None:
        """Shows who may be meant by `text`; everybody where it is empty."""
        self.text = text.strip()
        self._read(0)

    def sort_by(self, order: Order) -> None:
        """Shows the same people in another order."""
        self.order = order
        self._read(0)

    def read_again(self) -> None:
        """Reads the rows anew, as many as there are now, so that nobody loses the place."""
        self.everybody = self._session.ask(lambda desk: desk.customers.count())
        self._read(len(self.rows.rows))

    def _read(self, count: int) -> None:
        self._programme = None
        if self.text:
            found = self._session.ask(lambda desk: desk.customers.find(self.text, MOST_FOUND))
            found.sort(key=_KEYS[self.order.sort], reverse=self.order.down)
            self.rows.set_rows(found)
        else:
            self.rows.restart(count)

    def _page(self, last: Customer | None, count: int) -> list[Customer]:
        order = self.order

        def read(desk: Desk) -> list[Customer]:
            after = desk.customers.page_key(order.sort, last) if last else None
            return desk.customers.page(order.sort, after, count, descending=order.down)

        return self._session.ask(read)

    def _tier(self, customer: Customer) -> Chip | None:
        if self._programme is None:
            self._programme = self._session.ask(lambda desk: desk.shop.programme)
        if not self._programme.tiers:
            return None
        return tier_chip(self._programme, self._session.ask(lambda desk: desk.accounts.tier(customer)))


_KEYS: dict[Sort, Callable[[Customer], tuple[object, ...]]] = {
    Sort.NAME: lambda c: (*_place(fold(c.profile.called)), c.id),
    Sort.POINTS: lambda c: (c.account.balance, c.id),
    Sort.SPEND: lambda c: (c.account.spend, c.id),
    Sort.VISIT: lambda c: (c.account.last_visit is not None, c.account.last_visit, c.id),
    Sort.JOINED: lambda c: (c.id,),
}


def _place(name: str) -> tuple[bool, str]:
    """The place of a folded name; whoever has none comes last, as in the shop's file."""
    return not name, name
