"""Tells a scanner's burst of keys from a person's typing, by the times of the keys alone.

A scanner that plays keyboard types a code with a few milliseconds between the keys and ends it with Enter or Tab; a
person needs 80 ms and more for each key of a long row. So a key that may begin a code is held back until the next one
comes or fails to: either the whole burst is a scan and nothing of it reaches a field, or it is given back as typed.
"""

import re
from enum import Enum, auto

from msgspec import Struct
from msgspec.structs import replace

from ui.seams.scanner_settings import ENDS, ScannerSettings

MAX_CODE_LENGTH = 100
DUPLICATE_MS = 300  # a trigger that bounces, or a card left lying in front of the scanner
SPLIT_MS = 300  # what comes this soon after quick keys that stopped is the rest of a code that stuttered on its way
HELD_KEY_MS = 20  # no keyboard repeats a key that is held down faster than this
_CLOCK = 2**32  # window systems count milliseconds in 32 bits, which wrap every 49.7 days
# The symbology identifier of ISO/IEC 15424, `]` with a letter and a modifier, as in `]E0` (EAN-13) and `]C1` (GS1-128).
_SYMBOLOGY = re.compile(r"^\][A-Za-z][0-9A-Za-z]")


class Held(Enum):
    """What is to become of the keys held back so far."""

    KEEP = auto()
    REPLAY = auto()
    DROP = auto()


class Key(Enum):
    """What is to become of the key that has come now."""

    PASS = auto()
    HOLD = auto()
    SWALLOW = auto()


class Decision(Struct, frozen=True):
    """First `held`, then the signal for `code` or `rejected`, then `key`."""

    key: Key = Key.PASS
    held: Held = Held.KEEP
    code: str = ""
    rejected: bool = False


class Press(Struct, frozen=True):
    """A key pressed at `at` (milliseconds of any one clock).

    `token` is the character a US keyboard has there, `\\r` for Enter, `\\t` for Tab, a name such as `F13` for a
    function key and nothing for every other key. `repeated` is the window system's word that the key is held down.
    """

    at: int
    token: str
    repeated: bool = False


class Burst:
    """Reads presses one after the other and says of each whether it passes, waits or belongs to a scan."""

    def __init__(self, settings: ScannerSettings) -> None:
        self.settings = settings
        self.last_gap_ms = 0  # the longest pause within the last whole scan
        self._at: int | None = None
        self._seen: tuple[str, int | None] | None = None  # the last code, and when its last key came
        self._stopped: tuple[int | None, int] = (None, 0)  # when quick keys stopped without a suffix, and how many
        self._suffix_came = False
        self.forget()

    def forget(self) -> None:
        """Drops the burst under way without a decision."""
        self.is_open = False
        self._code: list[str] = []
        self._certain = False  # the prefix came, so this is no person
        self._began_at = self._widest = 0

    def press(self, press: Press) -> Decision:
        """Decides about one pressed key, and about those held before it."""
        gap = self._gap(press.at)
        late = gap > self.settings.max_gap_ms
        before = self.silence() if late else Decision()
        self._suffix_came &= not late
        self._widest = max(self._widest, gap)
        self._at = press.at
        # Some window systems flag the quick `00` of a scanner as a key held down: only the pause tells them apart.
        token = "" if press.repeated and gap >= HELD_KEY_MS else press.token
        if not self.is_open:
            now = self._begin(token)
            return replace(before, key=now.key, rejected=before.rejected or now.rejected)
        return self._go_on(token)

    def tick(self, at: int) -> None:
        """Takes note of a Shift, Control or Alt going down at `at` (ms): it bridges a pause but types nothing."""
        gap = self._gap(at)
        if self.is_open and gap <= self.settings.max_gap_ms:
            self._widest, self._at = max(self._widest, gap), at

    def silence(self) -> Decision:
        """Decides about the burst under way when nothing more has come for longer than `max_gap_ms`."""
        if not self.is_open:
            return Decision()
        count = len(self._code)
        decision = self._close(ended=self.settings.suffix == "none", key=Key.PASS)
        self._stopped = (self._at, count) if decision.held is Held.REPLAY else (None, 0)
        return decision

    def _gap(self, at: int) -> int:
        return 0 if self._at is None else (at - self._at) % _CLOCK

    def _begin(self, token: str) -> Decision:
        if token and token in ENDS["any"]:
            return self._lone_suffix()
        self._suffix_came = False
        prefix = self.settings.prefix
        if not (token == prefix if prefix else _is_printable(token)):
            return Decision()
        self.is_open, self._certain, self._widest = True, bool(prefix), 0
        self._began_at = self._at or 0
        self._code = [] if prefix else [token]
        return Decision(Key.HOLD if _is_printable(token) else Key.SWALLOW)

    def _lone_suffix(self) -> Decision:
        if self._suffix_came:
            return Decision(Key.SWALLOW)  # the LF of a CR LF
        if self._follows(self.settings.min_length):
            return Decision(
                Key.SWALLOW, rejected=True
            )  # too late: the code is in a field, and no Enter must confirm it
        return Decision()

    def _go_on(self, token: str) -> Decision:
        if token and token in ENDS[self.settings.suffix]:
            return self._close(ended=True, key=Key.SWALLOW)
        if len(token) != 1 or token in "\r\n\t":
            return self._close(ended=False, key=Key.PASS)
        if _is_printable(token) and not self._is_too_long:
            self._code.append(token)
        if self._certain or self._is_too_long:
            return Decision(Key.SWALLOW, Held.DROP)
        return Decision(Key.HOLD)

    def _close(self, *, ended: bool, key: Key) -> Decision:
        """Ends the burst; `key` is for the key that ended it, which passes after all when a person was typing."""
        code = "".join(self._code)
        if self._is_too_long:
            decision = Decision(key, Held.DROP, rejected=True)
        elif ended and len(code) >= (1 if self._certain else self.settings.min_length):
            decision = self._read(code, key)
        elif code and (self._certain or (ended and self._follows(self.settings.min_length))):
            decision = Decision(key, Held.DROP, rejected=True)
        else:
            decision = Decision(Key.PASS, Held.REPLAY)
        self._suffix_came = decision.key is Key.SWALLOW
        self.forget()
        return decision

    def _read(self, typed: str, key: Key) -> Decision:
        """The scan of `typed`, unless it only repeats the one just read."""
        self.last_gap_ms = self._widest
        code = _SYMBOLOGY.sub("", typed, count=1).strip()
        if not code or self._follows(2):
            return Decision(key, Held.DROP, rejected=True)
        seen, self._seen = self._seen, (code, self._at)
        if seen and seen[0] == code and self._began_within(DUPLICATE_MS, seen[1]):
            return Decision(key, Held.DROP)
        return Decision(key, Held.DROP, code)

    def _follows(self, count: int) -> bool:
        """Whether this is the rest of a code, whose first part of `count` keys or more stopped just before."""
        at, stopped = self._stopped
        return stopped >= count and self._began_within(SPLIT_MS, at)

    def _began_within(self, span: int, moment: int | None) -> bool:
        began = self._began_at if self.is_open else self._at
        return moment is not None and began is not None and (began - moment) % _CLOCK <= span

    @property
    def _is_too_long(self) -> bool:
        return len(self._code) > MAX_CODE_LENGTH


def _is_printable(token: str) -> bool:
    return len(token) == 1 and " " <= token <= "~"
