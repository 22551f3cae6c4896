"""What the command line says of an import: how the table was read, what became of its rows, what was taken back."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct, to_builtins

from loyaltydesk.desk.import_drafts import Draft
from loyaltydesk.exchange.tables_in import OpenTable
from loyaltydesk.model.imports import Batch, CheckedRow, Counts, ReadingPlan, Undone, Verdict
from loyaltydesk.words import tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.imports import field_name, kept_text, remark_text, why

_NAMED = (Verdict.REFUSED, Verdict.SKIPPED)


class Told(Struct, frozen=True):
    """An import; `batch` is None when nothing was written."""

    table: OpenTable
    plan: ReadingPlan
    draft: Draft
    batch: Batch | None
    formats: Formats

    @property
    def counts(self) -> Counts:
        """How many rows became what, or would."""
        return self.batch.counts if self.batch else self.draft.counts()


def summary(told: Told) -> str:
    """What was taken, and under which id it can be taken back."""
    count, counts = told.formats.number, told.counts
    said = tr("New: {new}. Filled in: {filled}. As before: {same}. Left out: {skipped}. Refused: {refused}.")
    text = said.format(
        new=count(counts.new),
        filled=count(counts.filled),
        same=count(counts.same),
        skipped=count(counts.skipped),
        refused=count(counts.refused),
    )
    taken = tr("To take it back: --undo {id}").format(id=told.batch.id) if told.batch else tr("Nothing was written.")
    return f"{text}\n{taken}"


def lines(told: Told) -> Iterator[str]:
    """How the columns were understood, what to look at, and each row that is refused or left out."""
    for column in told.plan.columns:
        if column.field:
            yield tr("Column {number}, “{heading}”: {field}").format(
                number=column.place + 1, heading=column.heading, field=field_name(column.field)
            )
    for remark in told.plan.remarks():
        yield remark_text(remark, told.formats)
    for checked in told.draft.rows(*_NAMED):
        text = tr("Row {number}, {code}: {why}") if _who(checked) else tr("Row {number}: {why}")
        number = told.formats.number(checked.row.number)
        yield text.format(number=number, code=_who(checked), why=why(checked, told.formats))


def document(told: Told) -> str:
    """The same as one JSON document."""
    columns = [
        {"column": column.place + 1, "heading": column.heading, "field": column.field} for column in told.plan.columns
    ]
    read = {
        "sheet": told.table.sheet or None,
        "encoding": told.table.encoding or None,
        "delimiter": told.table.delimiter or None,
        "first_row": told.plan.first_row,
        "columns": columns,
        "remarks": [remark_text(remark, told.formats) for remark in told.plan.remarks()],
    }
    return _json(
        {
            "import": told.batch.id if told.batch else None,
            **to_builtins(told.counts),
            "read": read,
            "refused_rows": _rows(told, Verdict.REFUSED),
            "skipped_rows": _rows(told, Verdict.SKIPPED),
        }
    )


def listed(batches: Sequence[Batch], *, as_json: bool) -> str:
    """Every import on a line, or as JSON."""
    if as_json:
        return _json([_batch(batch) for batch in batches])
    return "\n".join("\t".join("" if cell is None else str(cell) for cell in _batch(each).values()) for each in batches)


def undone(done: Undone, *, as_json: bool) -> str:
    """What was taken back, and who stayed and why."""
    if as_json:
        kept = [{"customer": each.customer, "name": each.name, "why": each.why} for each in done.kept]
        return _json({"customers": done.customers, "emptied": done.emptied, "kept": kept})
    said = tr(
        "Taken back: {customers} customers, and what was filled in with {emptied} others. Left as they are: {kept}."
    )
    text = said.format(customers=done.customers, emptied=done.emptied, kept=len(done.kept))
    return "\n".join((text, *map(kept_text, done.kept)))


def _rows(told: Told, verdict: Verdict) -> list[dict[str, Any]]:
    return [
        {"row": checked.row.number, "card": checked.row.card, "name": checked.row.told.get("name", ""),
         "why": why(checked, told.formats)}
        for checked in told.draft.rows(verdict)
    ]  # fmt: skip


def _who(checked: CheckedRow) -> str:
    return checked.row.told.get("name", "") or checked.row.card


def _batch(batch: Batch) -> dict[str, Any]:
    gone = batch.undone_at.isoformat() if batch.undone_at else None
    counts = {name: getattr(batch.counts, name) for name in ("new", "filled", "refused")}
    return {"import": batch.id, "at": batch.at.isoformat(), "file": batch.file, **counts, "undone_at": gone}


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, indent=2)
