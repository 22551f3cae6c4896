"""Reads tables of text piece by piece, however large: encoding and delimiter are found out by themselves."""

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from loyaltydesk.exchange.code_pages import code_page
from loyaltydesk.exchange.column_names import field_named
from loyaltydesk.exchange.encodings import MOST_CELL, Row
from loyaltydesk.model.refusals import BadRequest

DELIMITERS = (";", ",", "\t", "|")
ENCODINGS = ("utf-8-sig", "utf-16", "cp1250", "cp1251", "cp1257", "cp1252", "iso8859-2", "iso8859-13", "iso8859-5")
BLOCK = 1 << 20
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_NAMED = re.compile(r"\s*sep=(.)\s*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_HEAD = 40  # rows by which a delimiter is judged
_SAMPLE = 200_000  # bytes of lines beyond ASCII


class Writing(Struct, frozen=True):
    """How a table of text is written."""

    encoding: str
    delimiter: str
    named: bool = False  # the first line says sep=;


def writing_of(path: Path, *, encoding: str = "", delimiter: str = "") -> Writing:
    """How the table in a file is written, found out where it is not said. Raises BadRequest for what is no text."""
    encoding = encoding or _encoding(path)
    head = _head(path, encoding)
    first, _end, _rest = head.partition("\n")
    named = _NAMED.fullmatch(first)
    if named:
        return Writing(encoding, delimiter or named[1], named=True)
    return Writing(encoding, delimiter or max(DELIMITERS, key=lambda sign: _fit(head, sign)))


def rows_of(path: Path, writing: Writing) -> Iterator[Row]:
    """Every row that is not empty, numbered as a spreadsheet counts.

    Raises BadRequest for a cell that never ends, or ends in the middle of another one some rows further down.
    """
    csv.field_size_limit(MOST_CELL)
    with path.open(encoding=writing.encoding, errors="replace", newline="") as file:
        lines: list[str] = []  # of the row in hand
        reader = csv.reader(_noted(file, lines), delimiter=writing.delimiter)
        number = 0
        try:
            for number, cells in enumerate(reader, 1):
                if len(lines) > 1 and not _is_one_row(lines, writing.delimiter):
                    raise BadRequest(str(number), "quote_open")
                lines.clear()
                if any(cells) and not (number == 1 and writing.named):
                    yield Row(number, tuple(cells))
        except csv.Error:
            raise BadRequest(str(number + 1), "quote_open") from None


def _noted(file: Iterable[str], lines: list[str]) -> Iterator[str]:
    for line in file:
        lines.append(line)
        yield line


def _is_one_row(lines: list[str], delimiter: str) -> bool:
    """Whether lines that one quotation mark holds together are meant to be one row, and none was swallowed."""
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(BLOCK)
        for mark, encoding in _MARKS:
            if start.startswith(mark):
                return encoding
        if b"\0" in start:
            even, odd = start[::2].count(0), start[1::2].count(0)  # what is ASCII among it has a 0 before or behind
            if min(even, odd) * 10 > max(even, odd):
                raise BadRequest("file", "no_table")
            return "utf-16-be" if even > odd else "utf-16-le"
        return _eight_bits(_blocks(start, file))


def _blocks(start: bytes, rest: Iterable[bytes]) -> Iterator[bytes]:
    yield start
    yield from rest


def _eight_bits(blocks: Iterable[bytes]) -> str:
    """UTF-8 where all of it is; otherwise the code page of the lines beyond ASCII."""
    decoder, broken, sample = codecs.getincrementaldecoder("utf-8")(), False, bytearray()
    for block in blocks:
        if not block.isascii() and len(sample) < _SAMPLE:
            sample += b"\n".join(line[:1000] for line in block.splitlines() if not line.isascii())[:_SAMPLE]
        if not broken:
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                broken = True
        if broken and len(sample) >= _SAMPLE:
            break
    return code_page(bytes(sample)) if broken else "utf-8"


def _head(path: Path, encoding: str) -> str:
    """The beginning of the text. Raises BadRequest for a picture, a program, or what else is no text."""
    try:
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            head = file.read(100_000)
    except LookupError:
        raise BadRequest("encoding", "wrong_value") from None
    except UnicodeError:
        raise BadRequest("file", "no_table") from None
    if _CONTROL.search(head) or head.count("\N{REPLACEMENT CHARACTER}") * 50 > len(head):
        raise BadRequest("file", "no_table")
    return head


def _fit(head: str, delimiter: str) -> tuple[int, int]:
    """How well a delimiter fits: names of columns that it parts, and how many cells most of its rows have."""
    csv.field_size_limit(MOST_CELL)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(head.splitlines(keepends=True), delimiter=delimiter):
            rows += [row] if any(row) else []
            if len(rows) == _HEAD:
                break
    except csv.Error:
        pass
    width, times = Counter(len(row) for row in rows).most_common(1)[0] if rows else (0, 0)
    names = max((sum(field_named(cell) is not None for cell in row) for row in rows if len(row) > 1), default=0)
    return 50 * names + (times * min(width, 30) if width > 1 else 0), head.count(delimiter)
