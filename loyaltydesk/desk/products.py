"""The product list: looked up at the till, kept by the owner, read from a file after a look at what is in it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.model.cards import tidy
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.products import (
    Product,
    ProductRow,
    ProductSort,
    changed_fields,
    checked_barcode,
    checked_code,
    checked_product,
)
from loyaltydesk.model.refusals import BadRequest

PAGE: Final = 500  # products read at once
KIND = "product"
FIRST_CODE = 101  # of the numbers that a shop gives to what has no code of its own


class Preview(Struct, frozen=True):
    """What a file would do to the list: products that are new, others that change, and the rows that are refused."""

    new: tuple[Product, ...] = ()
    changed: tuple[Product, ...] = ()
    same: int = 0
    refused: tuple[ProductRow, ...] = ()

    @property
    def taken(self) -> tuple[Product, ...]:
        """The products that would be written down."""
        return self.new + self.changed


class Products:
    """What the shop sells."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- seeing and finding

    def get(self, sku: str) -> Product | None:
        """The product with this code, None when it is not on the list."""
        return self._core.store.products.by_sku(sku)

    def by_code(self, scanned: str) -> Product | None:
        """The product with this barcode or code, as it was scanned or typed; None when it is not on the list."""
        products, bare = self._core.store.products, scanned.strip()[:200]
        return products.by_barcode(bare) or products.by_sku(bare) or products.by_sku(tidy(bare))

    def names(self, skus: Iterable[str]) -> dict[str, str]:
        """What products are called, by code; those that were taken off the list too."""
        return self._core.store.products.names(skus)

    def find(self, text: str, limit: int = 20) -> list[Product]:
        """The products somebody may mean by a part of the name, of the code or of the barcode."""
        return self._core.store.products.search(text[:200], max(0, min(limit, 500)))

    def page(self, sort: ProductSort, after: Product | None, limit: int, *, descending: bool = False) -> list[Product]:
        """The next products in an order."""
        last = after.sku if after else ""
        return self._core.store.products.page(sort, last, limit, descending=descending)

    def all(self, progress: Callable[[int, int], None] = lambda _done, _whole: None) -> Iterator[Product]:
        """Every product by name, read while somebody takes them; `progress` is told how many were, and of how many."""
        last, done, whole = None, 0, self.count()
        while page := self.page(ProductSort.NAME, last, PAGE):
            yield from page
            last = page[-1]
            done += len(page)
            progress(done, whole)

    def count(self) -> int:
        """How many products there are."""
        return self._core.store.products.count()

    def categories(self) -> list[str]:
        """The categories in use."""
        return self._core.store.products.categories()

    def new_code(self) -> str:
        """The next number that no product has, for one without a code of its own."""
        taken = (int(sku) for sku in self._core.store.products.skus() if sku.isascii() and sku.isdigit())
        return str(max((number + 1 for number in taken if number < 100_000), default=FIRST_CODE))

    # --- changing

    def save(self, product: Product, *, new: bool = False, stamp: Stamp | None = None) -> Product:
        """Keeps what is different; `new` refuses a code that is on the list.

        Raises BadRequest for what cannot be, and for a barcode that another product has.
        """
        product = checked_product(product)
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            before = self.get(product.sku)
            if before and new:
                raise BadRequest("sku", "code_taken")
            self._check_barcode(product)
            self._record(product, before, stamp)
        return product

    def remove(self, sku: str, stamp: Stamp | None = None) -> None:
        """Takes a product off the list; purchases keep it and its name."""
        with self._core.writing():
            if self.get(sku):
                gone = RecordSaved(id=self._core.new_id()(), kind=KIND, record=sku, fields={"gone": True})
                self._core.record([gone], stamp or self._core.stamp())

    # --- a file

    def preview(self, rows: Sequence[ProductRow]) -> Preview:
        """What the rows of a file would do; nothing is written. A column that the file has not stays as it is."""
        new: list[Product] = []
        changed: list[Product] = []
        refused: list[ProductRow] = []
        same, codes, bars = 0, set[str](), dict[str, str]()
        for row in rows:
            try:
                product, before = self._read(row, codes, bars)
            except BadRequest as no:
                refused.append(replace(row, refused=no))
                continue
            if before is None:
                new.append(product)
            elif changed_fields(before, product):
                changed.append(product)
            else:
                same += 1
        return Preview(tuple(new), tuple(changed), same, tuple(refused))

    def take(self, preview: Preview, stamp: Stamp | None = None) -> int:
        """Writes down what was looked at, all of it or none; returns how many products. Raises BadRequest."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            for product in preview.taken:
                self._record(checked_product(product), self.get(product.sku), stamp)
            for product in preview.taken:  # behind them all, for two may change their barcodes
                self._check_barcode(product)
        return len(preview.taken)

    # --- inside

    def _read(self, row: ProductRow, codes: set[str], bars: dict[str, str]) -> tuple[Product, Product | None]:
        """The product that a row makes, and the one there was. Raises BadRequest."""
        if row.refused:
            raise row.refused
        sku = checked_code(row.sku)
        before = self.get(sku)
        fields = {"name": "", **row.fields} if before is None else row.fields
        product = checked_product(replace(before or Product(sku), **fields))
        if sku in codes:
            raise BadRequest("sku", "twice_in_file")
        if product.barcode and bars.get(product.barcode, sku) != sku:
            raise BadRequest("barcode", "twice_in_file")
        self._check_barcode(product)
        codes.add(sku)
        bars[product.barcode] = sku
        return product, before

    def _check_barcode(self, product: Product) -> None:
        known = self._core.store.products
        if product.barcode and known.by_barcode(checked_barcode(product.barcode), besides=product.sku):
            raise BadRequest("barcode", "barcode_taken")

    def _record(self, product: Product, before: Product | None, stamp: Stamp) -> None:
        fields = changed_fields(before, product)
        if before is None:
            fields["gone"] = False  # it may have been on the list before
        if fields:
            saved = RecordSaved(id=self._core.new_id()(), kind=KIND, record=product.sku, fields=fields)
            self._core.record([saved], stamp)
