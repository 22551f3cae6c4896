"""Makes time-ordered identities (UUID version 7, RFC 9562) that keep increasing when the clock steps back."""

import secrets
from collections.abc import Callable
from datetime import datetime

_COUNTER = (1 << 74) - 1  # the bits of a UUIDv7 that are neither time nor version nor variant


class Ids:
    """A source of identities, each larger than the one before.

    Within one millisecond, and while the clock is behind the last identity given, the random part is counted up
    (RFC 9562, section 6.2, method 2), so order by id is order of making.
    """

    def __init__(self, last: str = "", random: Callable[[int], int] = secrets.randbits) -> None:
        """`last` is the newest identity already given, empty for none; `random` gives that many random bits."""
        self._random = random
        self._millisecond, self._counter = _parts(last) if last else (0, 0)

    def after(self, last: str) -> None:
        """Never again give anything at or below `last`."""
        self._millisecond, self._counter = max((self._millisecond, self._counter), _parts(last))

    def new(self, now: datetime) -> str:
        """The next identity, made at `now` (aware)."""
        millisecond = int(now.timestamp() * 1000)
        if millisecond > self._millisecond:
            self._millisecond, self._counter = millisecond, self._random(73)
        elif self._counter < _COUNTER:
            self._counter += 1 + self._random(32) if self._counter < _COUNTER - (1 << 33) else 1
        else:
            self._millisecond, self._counter = self._millisecond + 1, self._random(73)
        return _text(self._millisecond, self._counter)


def _text(millisecond: int, counter: int) -> str:
    high, low = counter >> 62, counter & ((1 << 62) - 1)
    number = (millisecond << 80) | (7 << 76) | (high << 64) | (2 << 62) | low
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def _parts(identity: str) -> tuple[int, int]:
    number = int(identity.replace("-", ""), 16)
    high, low = (number >> 64) & 0xFFF, number & ((1 << 62) - 1)
    return number >> 80, (high << 62) | low
