"""Finds out which rows an action leaves in a file, so that bare SQL can write the very same ones."""

from collections.abc import Iterator

from loyaltydesk.store.sqlite import Connection
from tests.shop import names_of_tables

Statement = tuple[str, tuple[object, ...]]
Key = tuple[object, ...]
Tables = dict[str, dict[Key, tuple[object, ...]]]


def tables(connection: Connection) -> Tables:
    """Every row of every table by its primary key."""
    return {name: _rows(connection, name) for name in names_of_tables(connection)}


def changes(connection: Connection, before: Tables, after: Tables) -> list[Statement]:
    """The fewest statements that make `after` out of `before`, a table's parents first: one for each row."""
    return [statement for name in _parents_first(after) for statement in _changes(connection, name, before, after)]


def _changes(connection: Connection, table: str, before: Tables, after: Tables) -> Iterator[Statement]:
    columns = _columns(connection, table)
    names = [name for name, _place in columns]
    key = [name for name, place in columns if place]
    was, now = before[table], after[table]
    where = " AND ".join(f"{name} = ?" for name in key)
    for identity in was.keys() - now.keys():
        yield f"DELETE FROM {table} WHERE {where}", tuple(was[identity][names.index(name)] for name in key)
    for identity, row in now.items():
        if identity not in was:
            yield f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row
        elif was[identity] != row:
            changed = [name for name, old, new in zip(names, was[identity], row, strict=True) if old != new]
            assignments = ", ".join(f"{name} = ?" for name in changed)
            values = tuple(row[names.index(name)] for name in changed + key)
            yield f"UPDATE {table} SET {assignments} WHERE {where}", values


def _rows(connection: Connection, table: str) -> dict[Key, tuple[object, ...]]:
    places = [at for at, (_name, place) in enumerate(_columns(connection, table)) if place]
    return {tuple(row[at] for at in places): row for row in connection.execute(f"SELECT * FROM {table}")}


def _columns(connection: Connection, table: str) -> list[tuple[str, int]]:
    """The columns with their place in the primary key, 0 for none."""
    return [(row[1], row[5]) for row in connection.execute(f"PRAGMA table_info({table})")]


def _parents_first(names: Tables) -> list[str]:
    first = ("journal", "customers", "purchases")
    return sorted(names, key=lambda name: (first.index(name) if name in first else len(first), name))
