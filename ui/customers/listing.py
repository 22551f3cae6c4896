"""All customers in one list, with the tier that each of them holds now."""

from collections.abc import Callable

from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer, Sort
from loyaltydesk.model.folding import fold
from loyaltydesk.model.programme import Programme
from ui.customers.chips import tier_chip
from ui.customers.columns import customer_columns
from ui.seams.listing import Listing
from ui.seams.session import Session
from ui.seams.tables import Chip


class CustomerListing(Listing[Customer, Sort]):
    """Everybody, or those who are found by name, phone number, its last digits or e-mail address."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, customer_columns(session, self._tier), Sort.NAME)
        self._programme: Programme | None = None

    def count(self, desk: Desk) -> int:
        return desk.customers.count()

    def find(self, desk: Desk, limit: int) -> list[Customer]:
        return desk.customers.find(self.text, limit)

    def after(self, desk: Desk, last: Customer | None, limit: int) -> list[Customer]:
        key = desk.customers.page_key(self.order.sort, last) if last else None
        return desk.customers.page(self.order.sort, key, limit, descending=self.order.down)

    def sort_key(self, row: Customer) -> tuple[object, ...]:
        return _KEYS[self.order.sort](row)

    def _read(self, count: int) -> None:
        self._programme = None
        super()._read(count)

    def _tier(self, customer: Customer) -> Chip | None:
        if self._programme is None:
            self._programme = self.session.ask(lambda desk: desk.shop.programme)
        if not self._programme.tiers:
            return None
        return tier_chip(self._programme, self.session.ask(lambda desk: desk.accounts.tier(customer)))


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
