"""Reads the product list: by code, by what a scanner sends, by what somebody types, page by page."""

from collections.abc import Iterable

from loyaltydesk.model.cards import spellings
from loyaltydesk.model.folding import folded_words
from loyaltydesk.model.products import Product, ProductSort
from loyaltydesk.store.sqlite import Connection

_COLUMNS = "sku, name, barcode, category, price, tax"
_SORT_COLUMNS = {
    ProductSort.NAME: "sort_name",
    ProductSort.CODE: "sku",
    ProductSort.CATEGORY: "category",
    ProductSort.PRICE: "price",
}
MOST_WORDS = 6


class Products:
    """The products as they stand; one that was taken off the list is only known by its code."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def by_sku(self, sku: str) -> Product | None:
        """The product on the list with this code."""
        return self._one("sku = ?", sku)

    def by_barcode(self, code: str, *, besides: str = "") -> Product | None:
        """The product on the list with this barcode, as scanned: with or without the 0 that makes a UPC-A an EAN-13.

        `besides` is the code of one that is not meant.
        """
        found = (self._one("barcode = ? AND barcode <> '' AND sku <> ?", number, besides) for number in spellings(code))
        return next((product for product in found if product), None)

    def names(self, skus: Iterable[str]) -> dict[str, str]:
        """What products are called, those that were taken off the list too; nothing for codes that never were on it."""
        found: dict[str, str] = {}
        for sku in set(skus):
            row = self._db.execute("SELECT name FROM products WHERE sku = ?", (sku,)).fetchone()
            if row and row[0]:
                found[sku] = row[0]
        return found

    def search(self, text: str, limit: int) -> list[Product]:
        """The products somebody may mean: by the beginnings of words of the name, of the code or of the barcode."""
        words = folded_words(text)[:MOST_WORDS]
        in_name = " AND ".join("instr(' ' || sort_name, ' ' || ?) > 0" for _ in words) or "0"
        code = text.strip()
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM products WHERE gone = 0 AND (({in_name}) "
            "OR substr(sku, 1, length(?)) = ? COLLATE NOCASE OR (barcode <> '' AND substr(barcode, 1, length(?)) = ?)) "
            "ORDER BY sort_name, sku LIMIT ?",
            (*words, code, code, code, code, limit),
        )
        return [Product(*row) for row in rows] if code else []

    def page(self, sort: ProductSort, after: str, limit: int, *, descending: bool) -> list[Product]:
        """The next products in an order, from the one with the code `after` on (empty: the first ones)."""
        column, way, than = _SORT_COLUMNS[sort], *(("DESC", "<") if descending else ("ASC", ">"))
        place = f"({column}, sku) {than} (SELECT {column}, sku FROM products WHERE sku = ?)"
        rows = self._db.execute(
            f"SELECT {_COLUMNS} FROM products WHERE gone = 0 AND {place if after else '? IS NOT NULL'} "
            f"ORDER BY {column} {way}, sku {way} LIMIT ?",
            (after, limit),
        )
        return [Product(*row) for row in rows]

    def count(self) -> int:
        """How many products there are."""
        return int(self._db.execute("SELECT count(*) FROM products WHERE gone = 0").fetchone()[0])

    def beginning(self, digits: str) -> int:
        """How many products on the list have a barcode or a code of 12 or 13 figures that begins with these digits."""
        row = self._db.execute(
            "SELECT count(*) FROM products WHERE gone = 0 AND ((substr(barcode, 1, ?1) = ?2 AND length(barcode) > 11) "
            "OR (substr(sku, 1, ?1) = ?2 AND length(sku) IN (12, 13)))",
            (len(digits), digits),
        ).fetchone()
        return int(row[0])

    def categories(self) -> list[str]:
        """The categories in use, in their order."""
        rows = self._db.execute("SELECT DISTINCT category FROM products WHERE gone = 0 AND category <> '' ORDER BY 1")
        return [row[0] for row in rows]

    def skus(self) -> list[str]:
        """The codes on the list, in their order."""
        return [row[0] for row in self._db.execute("SELECT sku FROM products WHERE gone = 0 ORDER BY sku")]

    def _one(self, which: str, *values: str) -> Product | None:
        # two tills may have put one barcode on the list while they could not see each other
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM products WHERE {which} AND gone = 0 ORDER BY sku LIMIT 1", values
        ).fetchone()
        return Product(*row) if row else None
