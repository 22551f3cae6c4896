"""Partners with their reminders and notes, and who carries the cards of companies, as tables to be taken elsewhere."""

import json
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal, InvalidOperation

from loyaltydesk.model.companies import HOLDER
from loyaltydesk.model.exports import CellKind, ExportColumn, ExportTable, Value
from loyaltydesk.model.partners import Partner
from loyaltydesk.store import codec
from loyaltydesk.store.partners import Partners
from loyaltydesk.store.sqlite import Connection

_KINDS = {
    "phone": CellKind.CODE, "tax_id": CellKind.CODE, "card": CellKind.CODE, "payment_days": CellKind.NUMBER,
    "partner_discount": CellKind.PERCENT, "until": CellKind.DAY, "day": CellKind.DAY, "at": CellKind.MOMENT,
    "done_at": CellKind.MOMENT, "put_away": CellKind.NUMBER,
}  # fmt: skip
_Rows = Sequence[tuple[Value, ...]]


def partner_tables(connection: Connection) -> list[ExportTable]:
    """The tables as they are now; there are never so many partners that they could not be held at once."""
    kept = Partners(connection)
    names = {each.id: each.card.name for each in kept.everything()}
    partners = [_partner(each) for each in kept.everything()]
    reminders: _Rows = [
        (each.id, each.partner, names[each.partner], each.text, each.day.isoformat(), each.repeats.value,
         "done" if each.done else "open", each.done_at.isoformat() if each.done_at else None)
        for each in kept.reminders() if each.partner in names
    ]  # fmt: skip
    notes: _Rows = [
        (each.id, each.partner, names[each.partner], each.at.isoformat(), each.text, each.staff)
        for partner in names for each in kept.notes(partner)
    ]  # fmt: skip
    return [
        _table(
            "partners",
            columns="partner name kind contact phone email address tax_id terms payment_days partner_discount until "
            "put_away at staff",
            rows=partners,
        ),
        _table("reminders", columns="reminder partner name text day repeats state done_at", rows=reminders),
        _table("partner_notes", columns="partner_note partner name at text staff", rows=notes),
        _table("holders", columns="card customer company holder", rows=_holders(connection)),
    ]


def _table(name: str, *, columns: str, rows: _Rows) -> ExportTable:
    made = tuple(ExportColumn(column, _KINDS.get(column, CellKind.TEXT)) for column in columns.split())
    return ExportTable(name, made, len(rows), lambda: iter(rows))


def _partner(partner: Partner) -> tuple[Value, ...]:
    card = partner.card
    until = card.until.isoformat() if card.until else None
    return (
        partner.id, card.name, card.kind.value, card.contact, card.phone, card.email, card.address, card.tax_id,
        card.terms, card.payment_days, _hundredths(card.discount), until, int(partner.put_away),
        partner.at.isoformat(), partner.staff,
    )  # fmt: skip


def _hundredths(percent: str) -> int | None:
    """A percentage in hundredths; None for none, and for what another release may have written."""
    try:
        return int(Decimal(percent) * 100)
    except (InvalidOperation, ValueError, OverflowError):
        return None


def _holders(connection: Connection) -> _Rows:
    """Who carries which card: the last word, on whichever record of a customer it was."""
    words = connection.execute(
        "SELECT record, value FROM records WHERE kind = ? AND field = 'name' ORDER BY lamport, fact", (HOLDER,)
    )
    last = {record.partition("/")[0]: str(json.loads(value)) for record, value in words}
    found: list[tuple[Value, ...]] = []
    for card, name in last.items():
        with suppress(ValueError):  # no identity, where another release named the record
            row = connection.execute(
                "SELECT d.number, c.id, c.company FROM cards d JOIN customers c ON c.id = d.customer WHERE d.id = ?",
                (codec.blob(card),),
            ).fetchone()
            if row and name:
                found.append((row[0], codec.identity(row[1]), row[2], name))
    return sorted(found, key=lambda each: str(each[0]))
