"""Rows that are read once and kept page by page, beside memory where they are many, to be looked at in any order."""

import tempfile
from array import array
from collections.abc import Iterable, Sequence
from itertools import islice
from threading import Lock

import msgspec

IN_MEMORY = 4_000_000  # bytes, before they go into a file that nobody else can see

Row = tuple[str, ...]


class KeptPages:
    """Pages of `each` rows. They are kept until the last page is let go of, and read on any thread."""

    def __init__(self, rows: Iterable[Row], each: int) -> None:
        self.count = 0  # of rows
        self._file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - it lives as long as this
        self._begins = array("Q")
        self._lock = Lock()
        left = iter(rows)
        while page := list(islice(left, each)):
            self.count += len(page)
            self._begins.append(self._file.tell())
            self._file.write(msgspec.json.encode(page) + b"\n")

    def __len__(self) -> int:
        return len(self._begins)

    def page(self, number: int) -> Sequence[Row]:
        """The rows of a page, counted from 0."""
        with self._lock:
            self._file.seek(self._begins[number])
            written = self._file.readline()
        return msgspec.json.decode(written, type=list[Row])

    def __del__(self) -> None:
        self._file.close()
