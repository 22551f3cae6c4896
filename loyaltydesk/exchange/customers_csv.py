"""Customers as a CSV file or a sheet of a workbook, one line a person."""

from collections.abc import Iterable, Iterator

from loyaltydesk.exchange.csv_writing import Shape, harmless, literal, written
from loyaltydesk.model.customers import PERSONAL_FIELDS
from loyaltydesk.model.exports import CellKind, CustomerLine, ExportColumn, ExportTable, Value
from loyaltydesk.model.money import Currency

HEADER = ("customer", "card", *PERSONAL_FIELDS, "balance", "tier", "visits", "spend", "registered", "last_visit")

_KINDS = {
    "card": CellKind.CODE,
    "phone": CellKind.CODE,
    "tax_id": CellKind.CODE,
    "birth_date": CellKind.DAY,
    "balance": CellKind.NUMBER,
    "visits": CellKind.NUMBER,
    "spend": CellKind.MONEY,
    "registered": CellKind.MOMENT,
    "last_visit": CellKind.MOMENT,
}


def csv_text(lines: Iterable[CustomerLine], currency: Currency, shape: Shape) -> Iterator[str]:
    """The file piece by piece; money is in major units."""
    return written(HEADER, (_cells(line, currency, shape) for line in lines), shape)


def table(lines: Iterable[CustomerLine], count: int) -> ExportTable:
    """The same as a table for a workbook, once."""
    columns = tuple(ExportColumn(name, _KINDS.get(name, CellKind.TEXT)) for name in HEADER)
    return ExportTable("customers", columns, count, lambda: map(_values, lines))


def _values(line: CustomerLine) -> tuple[Value, ...]:
    person, account = line.customer, line.customer.account
    told = (getattr(person.profile, name) for name in PERSONAL_FIELDS)
    visited = account.last_visit.isoformat() if account.last_visit else None
    counted = (line.balance, line.tier, account.visits, account.spend, person.registered.isoformat(), visited)
    return (person.id, line.card, *told, *counted)


def _cells(line: CustomerLine, currency: Currency, shape: Shape) -> list[str | int]:
    person, account = line.customer, line.customer.account
    told = {name: harmless(getattr(person.profile, name)) for name in PERSONAL_FIELDS}
    told["phone"] = literal(person.profile.phone, shape)
    return [
        person.id,
        literal(line.card, shape),
        *told.values(),
        line.balance,
        harmless(line.tier or ""),
        account.visits,
        currency.text(account.spend).replace(".", shape.decimal),
        person.registered.isoformat(),
        account.last_visit.isoformat() if account.last_visit else "",
    ]
