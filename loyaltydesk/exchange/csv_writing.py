"""Writes tables as CSV files (RFC 4180), harmless when a spreadsheet program opens them.

A spreadsheet takes text that begins with = + - @, a tab or a line end for a formula, turns a card number into
2.60000E+12 and eats the + of a phone number. So text that looks like a formula gets an apostrophe in front, and the
`for_spreadsheet` shape writes numbers that are names as ="…", which every spreadsheet reads as that very text.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_PHONE = re.compile(r"\+[0-9]{4,15}")


class Shape(Struct, frozen=True):
    """How the file is written: for programs by default."""

    delimiter: str = ","
    decimal: str = "."
    byte_order_mark: bool = False
    literal: bool = False  # codes and numbers that are names as ="…"


def for_spreadsheet(language: str) -> Shape:
    """The shape that opens by a double click: spreadsheets part columns by the list sign of the user's language."""
    if language == "en":
        return Shape(byte_order_mark=True, literal=True)
    return Shape(";", ",", byte_order_mark=True, literal=True)


def written(header: Sequence[str], rows: Iterable[Sequence[str | int]], shape: Shape) -> Iterator[str]:
    """The file piece by piece, so that a million rows need no memory."""
    writer = csv.writer(_Echo(), delimiter=shape.delimiter)
    yield (BYTE_ORDER_MARK if shape.byte_order_mark else "") + str(writer.writerow(header))
    for row in rows:
        yield str(writer.writerow(row))


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, text: str) -> str:
        """The text itself."""
        return text


def harmless(text: str) -> str:
    """`text` so that no spreadsheet takes it for a formula; a phone number (E.164) is none and stays as it is.

    Source: OWASP, "CSV Injection".
    """
    return f"'{text}" if _FORMULA.match(text) and not _PHONE.fullmatch(text) else text


def literal(text: str, shape: Shape) -> str:
    """A code or a number that is a name, of which not one digit may be lost."""
    if not shape.literal or not text:
        return harmless(text)
    doubled = text.replace('"', '""')
    return f'="{doubled}"'
