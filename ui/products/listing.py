"""All products in one list."""

from collections.abc import Callable

from loyaltydesk.desk import Desk
from loyaltydesk.model.products import Product, ProductSort, sort_name
from ui.products.columns import product_columns
from ui.seams.listing import Listing
from ui.seams.session import Session


class ProductListing(Listing[Product, ProductSort]):
    """Everything the shop sells, or what is found by a part of the name, the code or the barcode."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, product_columns(session), ProductSort.NAME)

    def count(self, desk: Desk) -> int:
        return desk.products.count()

    def find(self, desk: Desk, limit: int) -> list[Product]:
        return desk.products.find(self.text, limit)

    def after(self, desk: Desk, last: Product | None, limit: int) -> list[Product]:
        return desk.products.page(self.order.sort, last, limit, descending=self.order.down)

    def sort_key(self, row: Product) -> tuple[object, ...]:
        return _KEYS[self.order.sort](row)


_KEYS: dict[ProductSort, Callable[[Product], tuple[object, ...]]] = {
    ProductSort.NAME: lambda product: (sort_name(product.name), product.sku),
    ProductSort.CODE: lambda product: (product.sku,),
    ProductSort.CATEGORY: lambda product: (product.category, product.sku),
    ProductSort.PRICE: lambda product: (product.price, product.sku),
}
