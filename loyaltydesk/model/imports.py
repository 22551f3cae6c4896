"""Customers of before that are taken over from a table: what its columns can be, its rows, and what becomes of each."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.refusals import Refused


class ImportField(StrEnum):
    """What a column can tell of a customer."""

    NAME = "name"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    COMPANY = "company"
    CARD = "card"
    PRINTED = "printed"  # what stands on the card for people
    PHONE = "phone"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"
    NAME_DAY = "name_day"  # the given name whose day is kept
    LANGUAGE = "language"
    TAX_ID = "tax_id"
    CONSENT = "consent"
    ADDRESS = "address"
    STREET = "street"
    HOUSE = "house"
    FLAT = "flat"
    POSTCODE = "postcode"
    CITY = "city"
    NOTE = "note"
    POINTS = "points"
    POINTS_SINCE = "points_since"  # the day the points came, from which the programme counts
    POINTS_UNTIL = "points_until"  # their last valid day
    TIER = "tier"  # the lowest tier they can have
    JOINED = "joined"


class DayOrder(StrEnum):
    """In which order a column writes day, month and year where that cannot be seen from a date alone."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


DAYS = (ImportField.BIRTH_DATE, ImportField.POINTS_SINCE, ImportField.POINTS_UNTIL, ImportField.JOINED)
"""The fields that are dates."""


class Column(Struct, frozen=True):
    """A column of a table: its place, its heading (empty for none), some of its cells, and what it tells.

    `by_name` says that the heading told so; otherwise the cells look like it. `order` is how dates such as 3/4/2026 are
    read; `zeros` the length to which card numbers are filled up with zeros that a spreadsheet took away, 0 for not.
    """

    place: int
    heading: str
    samples: tuple[str, ...] = ()
    field: ImportField | None = None
    by_name: bool = False
    order: DayOrder = DayOrder.DAY_FIRST
    zeros: int = 0


class Remark(Struct, frozen=True):
    """Something about a table, or the column in a place, that its owner should look at.

    `kind` is a key of words.imports.REMARKS.
    """

    kind: str
    heading: str = ""
    count: int = 0
    example: str = ""
    place: int = -1


class ReadingPlan(Struct, frozen=True):
    """How a table is read: from which row on (as a spreadsheet counts), and what its columns tell.

    `heading` are the cells of the row that names the columns, which may stand there again further down.
    """

    first_row: int
    columns: tuple[Column, ...]
    heading: tuple[str, ...] = ()
    found: tuple[Remark, ...] = ()
    strict: bool = False  # a cell beyond the last column spoils its row
    rows: int = 0  # how many speak of customers, as far as that is known before each of them is read

    def column(self, field: ImportField) -> Column | None:
        """The column that tells this, if one does."""
        return next((column for column in self.columns if column.field is field), None)

    def telling(self, place: int, field: ImportField | None) -> "ReadingPlan":
        """The same, where the column in a place tells this, and no other one does."""
        changed = (
            replace(column, field=field if column.place == place else None)
            if column.place == place or (field and column.field is field)
            else column
            for column in self.columns
        )
        return replace(self, columns=tuple(changed))

    def with_column(self, changed: Column) -> "ReadingPlan":
        """The same, where one column is read in another way."""
        return replace(self, columns=tuple(changed if each.place == changed.place else each for each in self.columns))

    def remarks(self) -> list[Remark]:
        """What is to be looked at, as the columns are read now."""
        tells = {column.place: column.field for column in self.columns}
        silent = [
            Remark("column_unknown", column.heading, place=column.place)
            for column in self.columns
            if column.field is None and column.heading
        ]
        return [remark for remark in self.found if _matters(remark, tells.get(remark.place))] + silent


def _matters(remark: Remark, field: ImportField | None) -> bool:
    """A remark on dates matters where dates are read, and one on zeros where card numbers are."""
    if remark.place < 0:
        return True
    return field is ImportField.CARD if remark.kind == "zeros_lost" else field in DAYS


class ImportRow(Struct, frozen=True):
    """A row of the table as it was understood; `told` are fields of a profile by name, `points` opening points.

    `cells` are kept as they stood; `refused` says why the row cannot be read.
    """

    number: int
    told: dict[str, str] = {}
    card: str = ""
    printed: str = ""
    points: int = 0
    since: date | None = None
    until: date | None = None
    tier: str = ""
    joined: date | None = None
    cells: tuple[str, ...] = ()
    refused: Refused | None = None


class TwinKind(StrEnum):
    """By what two customers seem to be one."""

    CARD = "card"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"  # together with the birth date


class OnTwin(StrEnum):
    """What is done with a row whose customer is there already, in the shop or further up in the table."""

    SKIP = "skip"
    UPDATE = "update"  # what is not known yet is filled in; nothing is replaced
    ADD = "add"


class Choices(Struct, frozen=True):
    """What is done with twins of each kind, and whether customers without a card get a number of ours.

    `region` is the country (ISO 3166) whose phone numbers lack its code; empty for the shop's own.
    """

    card: OnTwin = OnTwin.UPDATE
    phone: OnTwin = OnTwin.UPDATE
    email: OnTwin = OnTwin.UPDATE
    name: OnTwin = OnTwin.SKIP
    new_numbers: bool = True
    region: str = ""

    def on(self, kind: TwinKind) -> OnTwin:
        """What is done with a twin of this kind."""
        chosen: OnTwin = getattr(self, kind.value)
        return chosen

    @classmethod
    def all_alike(cls, chosen: OnTwin) -> "Choices":
        """The same for twins of every kind."""
        return cls(chosen, chosen, chosen, chosen)


class Verdict(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    FILLED = "filled"  # something was filled in with a customer who is there already
    SAME = "same"  # a customer who is there already, and nothing to fill in
    SKIPPED = "skipped"
    REFUSED = "refused"


class Twin(Struct, frozen=True):
    """Whom a row's customer seems to be: a customer of the shop by id, or one of an earlier row by its number."""

    kind: TwinKind
    customer: str = ""
    row: int = 0
    other_name: bool = False  # so nothing is filled in: a family may share a telephone


class CheckedRow(Struct, frozen=True):
    """A row and what would become of it."""

    row: ImportRow
    verdict: Verdict
    twin: Twin | None = None


class Counts(Struct, frozen=True):
    """How many rows become what, and how many opening points there are in all."""

    new: int = 0
    filled: int = 0
    same: int = 0
    skipped: int = 0
    refused: int = 0
    points: int = 0

    @property
    def rows(self) -> int:
        """All rows."""
        return self.new + self.filled + self.same + self.skipped + self.refused


class Batch(Struct, frozen=True):
    """One import that was done: when, by whom, from a file of what name, and whether it was taken back since."""

    id: str
    at: datetime
    file: str
    staff: str
    counts: Counts
    undone_at: datetime | None = None


class SinceThen(StrEnum):
    """What happened with somebody after an import, so that taking it back does not touch them."""

    PURCHASE = "purchase"
    POINTS = "points"
    VOUCHER = "voucher"
    CHANGED = "changed"
    CARD = "card"
    TOGETHER = "together"  # merged, in a household, or brought somebody


class Kept(Struct, frozen=True):
    """A customer whom taking an import back leaves as they are, and why."""

    customer: str
    name: str
    why: SinceThen


class Undone(Struct, frozen=True):
    """What taking an import back does: how many customers go, from how many what was filled in goes, who stays."""

    customers: int = 0
    emptied: int = 0
    kept: tuple[Kept, ...] = ()
