"""Writes the product list, field by field, whatever order its facts come in."""

from typing import Any

from loyaltydesk.model.products import FIELDS, sort_name
from loyaltydesk.store.sqlite import Connection

_COLUMNS = frozenset((*FIELDS, "gone"))


class Goods:
    """The table `products`."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def saved(self, sku: str, fields: dict[str, Any]) -> None:
        """Keeps the fields of a product that are the newest words on them."""
        self._db.execute("INSERT INTO products (sku) VALUES (?) ON CONFLICT DO NOTHING", (sku,))
        for field in fields.keys() & _COLUMNS:
            self._db.execute(f"UPDATE products SET {field} = ? WHERE sku = ?", (fields[field], sku))
        if "name" in fields:
            self._db.execute("UPDATE products SET sort_name = ? WHERE sku = ?", (sort_name(fields["name"]), sku))
