"""Adds to the rows of a table of sums, and keeps none in which all is nothing."""

from collections.abc import Iterable

from loyaltydesk.store.sqlite import Connection

Value = str | int


class Sums:
    """A table whose columns are its key, and sums; the first sum counts something, and is never below nothing.

    Which rows there are depends on what is summed alone, and not on the order in which it came and went.
    """

    def __init__(self, connection: Connection, table: str, *, key: str, sums: str) -> None:
        """`key` and `sums` are names of columns with blanks between them."""
        self._db = connection
        keys, columns = key.split(), sums.split()
        places = ", ".join("?" * (len(keys) + len(columns)))
        added = ", ".join(f"{name} = {name} + excluded.{name}" for name in columns)
        self._more = (
            f"INSERT INTO {table} ({', '.join((*keys, *columns))}) VALUES ({places}) "
            f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {added}"
        )
        self._other = f"{self._more} RETURNING {' OR '.join(columns)}"
        self._drop = f"DELETE FROM {table} WHERE {' AND '.join(f'{name} = ?' for name in keys)}"

    @classmethod
    def of_days(cls, connection: Connection) -> "Sums":
        """What each day had: purchases of members and of others, money, members who were here, what went out apart."""
        sums = "purchases due off settled visitors came_back apart"
        return cls(connection, "days", key="day member", sums=sums)

    def add(self, key: tuple[Value, ...], *amounts: int) -> None:
        """Adds to the row with this key, or makes it, or takes it away when nothing is left."""
        if amounts[0] > 0:
            self._db.execute(self._more, (*key, *amounts))
        elif any(amounts) and not self._db.execute(self._other, (*key, *amounts)).fetchone()[0]:
            self._db.execute(self._drop, key)

    def count(self, keys: Iterable[tuple[Value, ...]], sign: int) -> None:
        """One more (or less) in each of some rows of a table with one sum."""
        if sign > 0:
            self._db.executemany(self._more, ((*key, sign) for key in keys))
        else:
            for key in keys:
                self.add(key, sign)
