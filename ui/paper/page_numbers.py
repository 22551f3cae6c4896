"""Which pages are printed, as people write it: "1-3, 7"."""

import re
from collections.abc import Iterator

DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
PART = re.compile(r"(\d{1,9})|(\d{0,9})-(\d{0,9})")
LONGEST = 500  # characters that anybody would type


class NotPages(ValueError):
    """What was written are no pages, or pages that are not there."""


def pages_of(text: str, count: int) -> tuple[int, ...]:
    """The pages that `text` names of `count`, in their order and each once, counted from 0; all where it is empty.

    "5-" goes to the last page and "-3" begins with the first. Raises NotPages.
    """
    if len(text) > LONGEST:
        raise NotPages(text[:LONGEST])
    parts = re.split(r"[,;\s]+", DASHES.sub("-", text.strip()).strip(",; "))
    if parts == [""]:
        return tuple(range(count))
    return tuple(sorted({page for part in parts for page in _pages(part, count)}))


def _pages(part: str, count: int) -> Iterator[int]:
    written = PART.fullmatch(part)
    if written is None or part == "-":
        raise NotPages(part)
    one, start, end = written.groups()
    first, last = sorted((int(one or start or 1), int(one or end or count)))
    if first < 1 or last > count:
        raise NotPages(part)
    yield from range(first - 1, last)
