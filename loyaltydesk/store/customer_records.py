"""Reads records that are named by a customer and an identity: what was said, what was promised."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any, Generic, TypeVar

from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

_Record = TypeVar("_Record")


class CustomerRecords(Generic[_Record]):
    """Records of one kind, for each person on whichever of their records they were written down."""

    kind: str  # one of the model's own words, no text from anywhere else

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self._read = f"SELECT record, json_group_object(field, json(value)) FROM records WHERE kind = '{self.kind}' AND"
        self._with = f"record IN (SELECT record FROM records WHERE kind = '{self.kind}' AND field = ? AND value = ?)"

    def of(self, customers: Iterable[str]) -> list[_Record]:
        """What there is of somebody with these records, whose own comes first, in its order."""
        names = list(customers)
        rows = [
            row
            for name in names
            for row in self._db.execute(
                f"{self._read} record >= ? AND record < ? GROUP BY record", (f"{name}/", f"{name}0")
            )
        ]
        return self._in_order(self._made(record, fields, customer=names[0]) for record, fields in rows)

    def named(self, record: str) -> _Record | None:
        """The one with this id; None when there is none, and when its words are forgotten."""
        return next(iter(self._found("record = ?", record)), None)

    def everything(self) -> list[_Record]:
        """All of them, in their order."""
        return self._found("true")

    # --- what a kind says of itself

    def _told(self, record: str, told: dict[str, Any], customer: str | None) -> _Record:
        """What a record says. Raises KeyError, ValueError or TypeError where another release wrote it."""
        raise NotImplementedError

    def _place(self, record: _Record) -> tuple[Any, ...]:
        """Where a record stands in the order."""
        raise NotImplementedError

    # --- inside

    def _found(self, condition: str, *values: str) -> list[_Record]:
        rows = self._db.execute(f"{self._read} {condition} GROUP BY record", values).fetchall()
        whose = cache(self._customer)
        return self._in_order(
            self._made(record, fields, customer=whose(record.partition("/")[0])) for record, fields in rows
        )

    def _made(self, record: str, fields: str, *, customer: str | None) -> _Record | None:
        """None without words, which are forgotten with their customer, and for what is unknown here."""
        told: dict[str, Any] = json.loads(fields)
        if not told.get("text"):
            return None
        try:
            return self._told(record, told, customer)
        except (KeyError, ValueError, TypeError):  # written by another release
            return None

    def _in_order(self, records: Iterable[_Record | None]) -> list[_Record]:
        return sorted((each for each in records if each), key=self._place)

    def _customer(self, customer: str) -> str | None:
        """The record that a customer's record went into, mostly that record itself; None for nobody's."""
        if not customer:
            return None
        try:
            found = self._db.execute("SELECT merged FROM customers WHERE id = ?", (codec.blob(customer),)).fetchone()
        except ValueError:  # another release names its records in another way
            return customer
        return codec.identity(found[0]) if found and found[0] else customer
