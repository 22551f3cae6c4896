"""Customers as a CSV file (RFC 4180), one line a person, harmless when a spreadsheet program opens it.

A spreadsheet takes text that begins with = + - @, a tab or a line end for a formula, turns a card number into
2.60000E+12 and eats the + of a phone number. So text that looks like a formula gets an apostrophe in front, and the
`for_spreadsheet` shape writes numbers that are names as ="…", which every spreadsheet reads as that very text.
"""

import csv
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from loyaltydesk.model.customers import PERSONAL_FIELDS, Customer
from loyaltydesk.model.money import Currency

HEADER = ("customer", "card", *PERSONAL_FIELDS, "balance", "tier", "visits", "spend", "registered", "last_visit")
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_PHONE = re.compile(r"\+[0-9]{4,15}")


class Shape(Struct, frozen=True):
    """How the file is written: for programs by default."""

    delimiter: str = ","
    decimal: str = "."
    byte_order_mark: bool = False
    literal: bool = False  # card and phone numbers as ="…"


class Line(Struct, frozen=True):
    """One customer with the newest card that can be used, the points that can be spent and the tier in force."""

    customer: Customer
    card: str
    balance: int
    tier: str | None


def for_spreadsheet(language: str) -> Shape:
    """The shape that opens by a double click: spreadsheets part columns by the list sign of the user's language."""
    if language == "en":
        return Shape(byte_order_mark=True, literal=True)
    return Shape(";", ",", byte_order_mark=True, literal=True)


def csv_text(lines: Iterable[Line], currency: Currency, shape: Shape) -> Iterator[str]:
    """The file piece by piece, so that a million customers need no memory; money is in major units."""
    writer = csv.writer(_Echo(), delimiter=shape.delimiter)
    yield (BYTE_ORDER_MARK if shape.byte_order_mark else "") + str(writer.writerow(HEADER))
    for line in lines:
        yield str(writer.writerow(_cells(line, currency, shape)))


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        """The text itself."""
        return text


def _cells(line: Line, currency: Currency, shape: Shape) -> list[str | int]:
    person, account = line.customer, line.customer.account
    told = {name: harmless(getattr(person.profile, name)) for name in PERSONAL_FIELDS}
    told["phone"] = _number(person.profile.phone, shape)
    return [
        person.id,
        _number(line.card, shape),
        *told.values(),
        line.balance,
        harmless(line.tier or ""),
        account.visits,
        currency.text(account.spend).replace(".", shape.decimal),
        person.registered.isoformat(),
        account.last_visit.isoformat() if account.last_visit else "",
    ]


def harmless(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula; a phone number (E.164) is none and stays as it is.

    Source: OWASP, "CSV Injection".
    """
    return f"'{text}" if _FORMULA.match(text) and not _PHONE.fullmatch(text) else text


def _number(text: str, shape: Shape) -> str:
    """A card or phone number, of which not one digit may be lost."""
    if not shape.literal or not text:
        return harmless(text)
    doubled = text.replace('"', '""')
    return f'="{doubled}"'
