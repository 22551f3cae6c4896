"""Everything a shop knows as tables for other programs: which there are, their columns, their rows one by one."""

from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct

from loyaltydesk.model.customers import Customer

Value = str | int | None
"""Text, a whole number (points, minor units, hundredths), or nothing; dates and times are ISO text."""


class CellKind(StrEnum):
    """What stands in a column, so that a spreadsheet neither loses digits nor takes text for a formula."""

    TEXT = "text"
    CODE = "code"  # digits that are a name: a card, a telephone
    NUMBER = "number"
    MONEY = "money"  # minor units
    PERCENT = "percent"  # hundredths of a percent
    DAY = "day"
    MOMENT = "moment"


class ExportColumn(Struct, frozen=True):
    """A column; `name` is a key of words.exports.COLUMNS, or the name of a field that another release may know."""

    name: str
    kind: CellKind = CellKind.TEXT


class ExportTable(Struct, frozen=True):
    """A table; `name` is a key of words.exports.TABLES. Rows are read while somebody takes them."""

    name: str
    columns: tuple[ExportColumn, ...]
    count: int
    rows: Callable[[], Iterator[tuple[Value, ...]]]


class CustomerLine(Struct, frozen=True):
    """One customer with the newest card that can be used, the points that can be spent and the tier in force."""

    customer: Customer
    card: str
    balance: int
    tier: str | None
