"""Reads customers from any table: suggests how, and then gives every row as it was understood.

To be used as:
    with open_table(path) as table:
        plan = suggested(table)                       # or plan.telling(place, field) …
        with desk.imports.check(customers(table, plan, today)) as draft: …
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from msgspec.structs import replace

from loyaltydesk.exchange.cells_in import cell_text
from loyaltydesk.exchange.column_hints import ColumnStudy, columns_of
from loyaltydesk.exchange.column_names import field_named, is_vague
from loyaltydesk.exchange.encodings import Row
from loyaltydesk.exchange.row_reading import RowReading
from loyaltydesk.exchange.table_heads import DEEPEST, Head, find_head, head_at, is_heading, is_total
from loyaltydesk.exchange.tables_in import OpenTable
from loyaltydesk.model.imports import ImportField, ImportRow, ReadingPlan, Remark
from loyaltydesk.model.refusals import BadRequest

MOST_COLUMNS = 256
OFTEN = 2_000  # rows between two words on how far it is
Progress = Callable[[int, int], None]


def suggested(
    table: OpenTable, progress: Progress = lambda _done, _whole: None, *, heading: int | None = None
) -> ReadingPlan:
    """How to read a table, by its headings and by all of its cells; `progress` as that of `desk.imports.check`.

    `heading` is the number of the row with the headings where somebody knows it, 0 for none. Raises BadRequest for a
    table without any row.
    """
    first = list(islice(table.rows(), DEEPEST + 3))
    head = find_head(first, table.merged) if heading is None else head_at(first, heading, table.merged)
    studies: list[ColumnStudy] = []
    done = totals = 0
    for row in table.rows():
        if row.number < head.first_row or is_heading(row, head.headings):
            continue
        if is_total(row):
            totals += 1
            continue
        done += 1
        _study(studies, row)
        if done % OFTEN == 0:
            progress(done, 0)
    if not done:
        raise BadRequest("file", "table_empty")
    plan = _plan(head, studies, totals=totals, strict=table.is_text and bool(head.headings))
    return replace(plan, rows=done)


def customers(table: OpenTable, plan: ReadingPlan, today: date) -> Iterator[ImportRow]:
    """Every row of the table as a customer; one that cannot be read says why. Raises BadRequest as `table.rows` does.

    Headings that stand there again and totals are left out.
    """
    reading = RowReading(plan, today)
    if not reading.fields:
        raise BadRequest("file", "columns_missing")
    for row in table.rows():
        if row.number < plan.first_row or is_heading(row, plan.heading):
            continue
        if is_total(row) and not reading.names_somebody(row):
            continue
        read = reading.read(row)
        if read is not None:
            yield read


def named_columns(plan: ReadingPlan, chosen: dict[str, str]) -> ReadingPlan:
    """The plan, where fields by name are told by columns of these headings, or of these numbers counted from 1.

    An empty column tells nobody that field. Raises BadRequest for a field or a column that is none.
    """
    for name, column in chosen.items():
        if name not in list(ImportField):
            raise BadRequest(name[:80], "wrong_value")
        field = ImportField(name)
        before = plan.column(field)
        if column:
            plan = plan.telling(_place(plan, column), field)
        elif before:
            plan = plan.telling(before.place, None)
    return plan


def _place(plan: ReadingPlan, column: str) -> int:
    wanted = column.strip().casefold()
    for each in plan.columns:
        if each.heading.casefold() == wanted or (wanted.isdigit() and each.place == int(wanted) - 1):
            return each.place
    raise BadRequest(column[:80], "column_missing")


def _study(studies: list[ColumnStudy], row: Row) -> None:
    for place, cell in enumerate(row.cells[:MOST_COLUMNS]):
        if place == len(studies):
            studies.append(ColumnStudy(place))
        if cell:
            studies[place].see(cell_text(cell))


def _named(headings: Sequence[str], studies: Sequence[ColumnStudy]) -> dict[int, ImportField]:
    """What columns tell by their headings; a vague one where no other tells it, and where it does not number rows."""
    named: dict[int, ImportField] = {}
    for place in sorted(range(len(headings)), key=lambda place: is_vague(headings[place])):
        field = field_named(headings[place])
        counts = is_vague(headings[place]) and studies[place].numbers_rows(field)
        if field and field not in named.values() and studies[place].filled and not counts:
            named[place] = field
    if not {ImportField.NAME, ImportField.LAST_NAME} & set(named.values()):  # then it is the whole of it
        named = {at: ImportField.NAME if told is ImportField.FIRST_NAME else told for at, told in named.items()}
    return named


def _plan(head: Head, studies: list[ColumnStudy], *, totals: int, strict: bool) -> ReadingPlan:
    studies += [ColumnStudy(place) for place in range(len(studies), min(len(head.headings), MOST_COLUMNS))]
    columns = columns_of(head.headings, studies, named=_named(head.headings[:MOST_COLUMNS], studies))
    found = [remark for study, column in zip(studies, columns, strict=True) for remark in study.remarks(column.heading)]
    if totals:
        found.append(Remark("rows_of_totals", count=totals))
    kept = tuple(column for column in columns if column.heading or studies[column.place].filled)
    return ReadingPlan(head.first_row, kept, head.headings, (*head.remarks, *found), strict)
