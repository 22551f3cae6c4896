"""Fills the sums of a shop anew from its other tables, the way an older file is brought up to this release."""

from loyaltydesk.store.migrations import STEPS
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.sides import fill_sides

TABLES = (
    "days", "hours", "months", "cohorts", "gaps", "gap_lengths", "habits", "spenders", "spends", "point_sums",
    "lot_sums", "test_groups", "sides",
)  # fmt: skip
_PASSING = ("visit_days", "steps")  # tables that are there while the sums are filled
_STARTS = (
    *(f"INSERT INTO {table} " for table in TABLES),
    *(f"INSERT INTO {table}\n" for table in (*TABLES, *_PASSING)),
    *(f"CREATE TEMP TABLE {table} " for table in _PASSING),
    *(f"DROP TABLE temp.{table}" for table in _PASSING),
)


def refill(connection: Connection) -> None:
    """Takes the sums away and fills them again."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")
    for statement in (STEPS / "0004.sql").read_text(encoding="utf-8").split(";;"):
        if statement.strip().startswith(_STARTS):
            connection.execute(statement)
    fill_sides(connection)
