"""All products in one list: found as one types, sorted, fetched page by page."""

from collections.abc import Callable

from msgspec import Struct

from loyaltydesk.model.products import Product, ProductSort, sort_name
from ui.products.columns import product_columns
from ui.seams.paged_rows import PagedRows
from ui.seams.session import Session

MOST_FOUND = 200  # more than anybody reads; more letters find fewer


class Order(Struct, frozen=True):
    """An order of the list; `down` has the largest or last first."""

    sort: ProductSort = ProductSort.NAME
    down: bool = False


class Listing:
    """The rows of the list: everything page by page in an order, or what is found by what was typed."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.text = ""
        self.order = Order()
        self.everything = 0
        self.rows = PagedRows[Product](product_columns(session), self._page)

    @property
    def is_cut(self) -> bool:
        """Whether more was found than is shown."""
        return bool(self.text) and len(self.rows.rows) == MOST_FOUND

    def look_for(self, text: str) -> None:
        """Shows what may be meant by `text`; everything where it is empty."""
        self.text = text.strip()
        self._read(0)

    def sort_by(self, order: Order) -> None:
        """Shows the same products in another order."""
        self.order = order
        self._read(0)

    def read_again(self) -> None:
        """Reads the rows anew, as many as there are now, so that nobody loses the place."""
        self.everything = self._session.ask(lambda desk: desk.products.count())
        self._read(len(self.rows.rows))

    def _read(self, count: int) -> None:
        if self.text:
            found = self._session.ask(lambda desk: desk.products.find(self.text, MOST_FOUND))
            found.sort(key=_KEYS[self.order.sort], reverse=self.order.down)
            self.rows.set_rows(found)
        else:
            self.rows.restart(count)

    def _page(self, last: Product | None, count: int) -> list[Product]:
        order = self.order
        return self._session.ask(lambda desk: desk.products.page(order.sort, last, count, descending=order.down))


_KEYS: dict[ProductSort, Callable[[Product], tuple[object, ...]]] = {
    ProductSort.NAME: lambda product: (sort_name(product.name), product.sku),
    ProductSort.CODE: lambda product: (product.sku,),
    ProductSort.CATEGORY: lambda product: (product.category, product.sku),
    ProductSort.PRICE: lambda product: (product.price, product.sku),
}
