"""Single values of a programme file while it is read: money, exact numbers, times, and the refusal with its place."""

import re
from collections.abc import Callable, Iterable
from datetime import time
from fractions import Fraction
from typing import NoReturn, TypeVar

from loyaltydesk.model.money import Currency
from loyaltydesk.model.programme import Span
from loyaltydesk.model.refusals import BadProgramme, BadRequest
from loyaltydesk.rules.programme_tables import Exact
from loyaltydesk.rules.toml_places import Path, place

_T = TypeVar("_T")


class Values:
    """One file while it is read; knows its text, so that a refusal can name the line."""

    def __init__(self, text: str, currency: Currency) -> None:
        self._text = text
        self._currency = currency

    def money(self, path: Path, written: Exact) -> int:
        """An amount in minor units."""
        return self.attempt(path, "bad_money", lambda: self._currency.amount(written), detail=str(written))

    def some_money(self, path: Path, written: Exact) -> int:
        """An amount in minor units that is not nothing."""
        amount = self.money(path, written)
        if amount == 0:
            self.refuse(path, "not_zero")
        return amount

    def money_or_none(self, path: Path, written: Exact | None) -> int | None:
        """An amount in minor units, if one is written."""
        return None if written is None else self.money(path, written)

    def exact(self, path: Path, written: Exact, largest: Fraction) -> Fraction:
        """An exact number up to `largest`."""
        if not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,6})?", str(written)) or Fraction(str(written)) > largest:
            self.refuse(path, "bad_number", detail=str(written))
        return Fraction(str(written))

    def percent(self, path: Path, written: Exact) -> Fraction:
        """A percentage, a hundred at most."""
        return self.exact(path, written, Fraction(100))

    def time(self, path: Path, written: str | None) -> time | None:
        """A time of day, if one is written."""
        if written is None:
            return None
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", written):
            self.refuse(path, "bad_time", detail=written)
        return time.fromisoformat(written)

    def span(self, path: Path, written: str) -> Span:
        """A length of time: so many days, months or years."""
        match = re.fullmatch(r"([0-9]{1,4}) (day|month|year)s?", written)
        if not match or int(match[1]) == 0:
            self.refuse(path, "bad_span", detail=written)
        return Span(int(match[1]), match[2] + "s")

    def one_of(self, path: Path, table: object, names: tuple[str, ...]) -> str:
        """Which of some keys a table has, exactly one of which belongs there."""
        given = [name for name in names if getattr(table, name) is not None]
        if len(given) != 1:
            self.refuse(path, "one_of", detail=", ".join(names))
        return given[0]

    def only(self, path: Path, table: object, *, extras: tuple[str, ...], allowed: Iterable[str]) -> None:
        """Refuses what does not belong beside the rest of a table."""
        for name in extras:
            if getattr(table, name) is not None and name not in allowed:
                self.refuse((*path, name), "unknown_key", detail=name)

    def no_doubles(self, table: str, key: str, *, names: Iterable[str]) -> None:
        """Refuses a name that was there before."""
        seen: set[str] = set()
        for number, name in enumerate(names):
            if name in seen:
                self.refuse((table, number, key), "duplicate", detail=name)
            seen.add(name)

    def attempt(self, path: Path, reason: str, read: Callable[[], _T], *, detail: str = "") -> _T:
        """What `read` gives, or else a refusal."""
        try:
            return read()
        except (BadRequest, KeyError, ValueError):
            self.refuse(path, reason, detail=detail)

    def refuse(self, path: Path, reason: str, *, detail: str = "") -> NoReturn:
        """Raises BadProgramme with the line on which `path` is written."""
        raise BadProgramme(place(self._text, path), reason, detail[:200]) from None
