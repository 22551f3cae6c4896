"""The history of the file's schema: one function a step, appended to and never changed, importing nothing of ours.

Each step brings the file from one `user_version` to the next; its SQL lies in `steps`. What follows from the journal
is derived anew after a step that touched it (`DERIVED_ANEW`). Importing this module is slow (it brings sqlite-utils),
so it is imported only when there is a step to take.
"""

from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("loyaltydesk")
DERIVED_ANEW = (2,)  # the steps that make the tables anew which follow from the journal
FILLED_SINCE = 4  # the step after which test groups are counted and companies put in order: neither can be in SQL
STEPS = Path(__file__).with_name("steps")


@migrations()
def m0001_the_first_till(db: Database) -> None:
    """Journal, customers, cards, purchases, points, vouchers, search."""
    _execute(db, "0001")
    db.execute("PRAGMA application_id = 1279546187")
    db.execute("PRAGMA user_version = 1")


@migrations()
def m0002_the_whole_programme(db: Database) -> None:
    """Stamps, promotions, gifts, households, products; the tables of the first step lose their rows."""
    _execute(db, "0002")
    db.execute("PRAGMA user_version = 2")


@migrations()
def m0003_paper(db: Database) -> None:
    """Addresses, and old cards with their bars and their printed number."""
    _execute(db, "0003")
    db.execute("PRAGMA user_version = 3")


@migrations()
def m0004_the_owners_desk(db: Database) -> None:
    """Sums behind the figures of the insights, filled from what the tables hold."""
    _execute(db, "0004")
    db.execute("PRAGMA user_version = 4")


def _execute(db: Database, step: str) -> None:
    text = (STEPS / f"{step}.sql").read_text(encoding="utf-8")
    for statement in text.split(";;"):
        db.execute(statement)
