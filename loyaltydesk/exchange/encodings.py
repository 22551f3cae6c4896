"""Finds out in which encoding and with which delimiter a table of text was written: by spreadsheets of many countries.

To be used as:
    text = decoded(content)     # bytes of a file
    rows = table(text)          # cells, with the numbers of their rows
"""

import csv
import io
import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from loyaltydesk.model.folding import fold
from loyaltydesk.model.refusals import BadRequest

LARGEST = 20_000_000  # bytes
MOST_CELL = 100_000  # characters
DELIMITERS = (";", ",", "\t")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Letters that each code page has besides ASCII, in the languages it was made for.
_CENTRAL = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžôľĺŕäöüß")
_BALTIC = frozenset("āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųĄĘĖĮŲõäöüÕÄÖÜ")
_SIGNS = frozenset("€„”“’–— №°«»·×\N{NO-BREAK SPACE}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_LITERAL = re.compile(r'="(.*)"', re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")


class Row(Struct, frozen=True):
    """One row of a table and the number it has in its file, as a spreadsheet counts."""

    number: int
    cells: tuple[str, ...]


def decoded(content: bytes) -> str:
    """The text of a file. Raises BadRequest for one that is no text, or far too large."""
    if len(content) > LARGEST:
        raise BadRequest("file", "file_too_large")
    return _plain(_decoded(content))


def table(text: str, score: Callable[[tuple[str, ...]], int]) -> list[Row]:
    """The rows of a table; the delimiter is the one under which `score` likes the first row best.

    A first line `sep=;` names it, as some spreadsheets write. Empty rows are left out. Raises BadRequest for a cell
    that never ends.
    """
    named = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    if named:
        return _rows(text[named.end() :], named[1], first=2)
    head = text.lstrip("\r\n").partition("\n")[0]
    best = max(DELIMITERS, key=lambda sign: (score(_head(head, sign)), head.count(sign)))
    return _rows(text, best, first=1)


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _text(content, encoding)
    if b"\0" in content:
        even, odd = content[::2].count(0), content[1::2].count(0)  # what is ASCII among it has a 0 before or behind
        return _text(content, "utf-16-be" if even > odd else "utf-16-le")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _text(content, _code_page(content))


def _head(line: str, delimiter: str) -> tuple[str, ...]:
    rows = _rows(line, delimiter, first=1)
    return rows[0].cells if rows else ()


def _rows(text: str, delimiter: str, *, first: int) -> list[Row]:
    csv.field_size_limit(MOST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found, before = [], 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                found.append(Row(before + first, tuple(cells)))
            before = reader.line_num
    except csv.Error:
        raise BadRequest("file", "no_table") from None
    return found


def _text(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise BadRequest("file", "no_table") from None


def _plain(text: str) -> str:
    """`text`, unless there is in it what no text has: a picture, a program or a workbook was chosen."""
    if _CONTROL.search(text):
        raise BadRequest("file", "no_table")
    return text


def _code_page(content: bytes) -> str:
    """The code page whose letters make the likeliest words of what is beyond ASCII."""
    pages = {
        "cp1250": _likely(content.decode("cp1250", "replace"), _CENTRAL),
        "cp1257": _likely(content.decode("cp1257", "replace"), _BALTIC),
        "cp1251": _russian(content.decode("cp1251", "replace")),
    }
    return max(pages, key=lambda page: pages[page])


def _likely(text: str, letters: frozenset[str]) -> int:
    return sum(1 if sign in letters or sign in _SIGNS else -1 for sign in text if sign >= "\x80")


def _russian(text: str) -> int:
    """Words are of Cyrillic letters altogether; a Polish or Baltic one would be of both alphabets."""
    found = 0
    for word in _WORD.findall(text):
        foreign = [letter for letter in word if letter >= "\x80"]
        pure = len(foreign) == len(word)
        found += sum(2 if pure and letter.lower() in _RUSSIAN else -2 for letter in foreign)
    return found


def unwrapped(text: str) -> str:
    """A cell without the ="…" around it, by which a spreadsheet is told that figures are text."""
    bare = text.strip()
    literal = _LITERAL.fullmatch(bare)
    return literal[1].replace('""', '"').strip() if literal else bare


def header(text: str) -> str:
    """The name of a column as names are compared: its words, folded."""
    return " ".join(re.findall(r"\w+", fold(unwrapped(text)).replace("_", " ")))


def headers(names: Mapping[str, str]) -> dict[str, str]:
    """The field for each `header`: `names` has the names of each field's column, with commas between them."""
    return {header(name): field for field, each in names.items() for name in each.split(", ")}
