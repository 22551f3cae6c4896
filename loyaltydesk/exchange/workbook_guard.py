"""Looks a workbook over before anything unpacks it: one of a megabyte can unpack to more than a computer holds.

What the archive says of itself is not believed: everything in it is inflated once, counted and thrown away. The cells
are counted too, for whoever opens a sheet makes room for all from the first to the last one.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from loyaltydesk.model.refusals import BadRequest

LARGEST: Final = 1_000_000_000  # bytes that it unpacks to
LARGEST_OLD: Final = 150_000_000  # bytes of a workbook that is not packed
MOST_PARTS: Final = 5_000
MOST_CELLS: Final = 24_000_000  # from the first row and column to the last: a million rows of 24 columns
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKED = b"PK\x03\x04"
_BLOCK = 1 << 18
_ROW = re.compile(rb"\br\s*=\s*[\"']([0-9]+)[\"']")
_FAR = re.compile(rb"\br\s*=\s*[\"']([A-Z]{2,3})[0-9]")  # columns from AA on
_REPEATED = re.compile(rb"<table:(table-row)[\s>]|number-(columns|rows)-repeated\s*=\s*[\"']([0-9]+)[\"'](\s*/>)?")
_OVERLAP = 64  # bytes; what is looked for may lie across two blocks


def check(path: Path) -> None:
    """Raises BadRequest for a workbook that is none, that is damaged, or that would unpack to far too much."""
    with path.open("rb") as file:
        start = file.read(8)
        if start == OLD:
            if path.stat().st_size > LARGEST_OLD:
                raise BadRequest("file", "table_too_large")
            return
        if not start.startswith(PACKED):
            raise BadRequest("file", "table_unreadable")
        try:
            _check_packed(file)
        except (BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError):
            raise BadRequest("file", "table_unreadable") from None


def _check_packed(file: BinaryIO) -> None:
    with ZipFile(file) as packed:
        parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST:
        raise BadRequest("file", "table_too_large")
    names = {part.filename for part in parts}
    if not names & {"xl/workbook.xml", "content.xml"}:
        raise BadRequest("file", "table_unreadable")
    unpacked = 0
    for part in parts:
        counter = _counter(part.filename)
        for block in _inflated(file, part):
            unpacked += len(block)
            if unpacked > LARGEST:
                raise BadRequest("file", "table_too_large")
            counter.count(block)
        if counter.cells() > MOST_CELLS:
            raise BadRequest("file", "table_too_large")


def _inflated(file: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    """What a part unpacks to, whatever it says of itself. Raises what zlib and zipfile raise."""
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or part.flag_bits & 1:
        raise BadZipFile(part.filename)
    file.seek(part.header_offset)
    local = file.read(30)
    if len(local) < 30 or not local.startswith(PACKED):
        raise BadZipFile(part.filename)
    file.seek(int.from_bytes(local[26:28], "little") + int.from_bytes(local[28:30], "little"), 1)
    left = part.compress_size
    inflate = zlib.decompressobj(-zlib.MAX_WBITS) if part.compress_type == ZIP_DEFLATED else None
    while left > 0 and (packed := file.read(min(_BLOCK, left))):
        left -= len(packed)
        if inflate is None:
            yield packed
            continue
        while packed and not inflate.eof:
            yield inflate.decompress(packed, _BLOCK)
            packed = inflate.unconsumed_tail


def _counter(name: str) -> "_Cells":
    if name == "content.xml":
        return _Repeated()
    return _Placed() if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name) else _Cells()


class _Cells:
    """Counts the cells of a part that has none."""

    def __init__(self) -> None:
        self._tail = b""

    def count(self, block: bytes) -> None:
        """Takes the next piece in."""

    def cells(self) -> int:
        """How many cells there is room to be made for."""
        return 0

    def _joined(self, block: bytes) -> bytes:
        joined = self._tail + block
        self._tail = joined[-_OVERLAP:]
        return joined


class _Placed(_Cells):
    """Rows and columns that say their places, as in an XLSX."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = self._columns = 0

    def count(self, block: bytes) -> None:
        """Takes the next piece in."""
        joined = self._joined(block)
        self._rows = max([self._rows, *(int(row[:9]) for row in _ROW.findall(joined))])
        self._columns = max([self._columns, *map(_place, set(_FAR.findall(joined)))])

    def cells(self) -> int:
        """All from the first to the last."""
        return self._rows * max(self._columns, 26 if self._columns else 1)


class _Repeated(_Cells):
    """Cells and rows that say how often they stand there, as in an ODS; what is empty takes no room."""

    def __init__(self) -> None:
        super().__init__()
        self._rows, self._repeated = 1, 0

    def count(self, block: bytes) -> None:
        """Takes the next piece in."""
        for row, what, times, empty in _REPEATED.findall(self._joined(block)):
            if row:
                self._rows = 1
            elif what == b"rows":
                self._rows = int(times[:9])
            elif not empty:
                self._repeated = max(self._repeated, int(times[:9]) * self._rows)

    def cells(self) -> int:
        """The most that one repeated row has."""
        return self._repeated


def _place(letters: bytes) -> int:
    """The number of a column: AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
