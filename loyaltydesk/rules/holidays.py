"""Holidays: which are kept in a country, and on which day of a year; `resources/greetings/holidays.toml` has them."""

import tomllib
from calendar import SUNDAY, monthrange
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from loyaltydesk.model.greetings import Holiday, OwnDay
from loyaltydesk.rules.calendar import anniversary_in

FILE = Path(__file__).parents[2] / "resources" / "greetings" / "holidays.toml"
_OTHERWISE = "GB"


def kept_in(country: str) -> tuple[str, ...]:
    """The keys of the holidays that are kept in a country (ISO 3166), in the order of the year."""
    countries: Mapping[str, list[str]] = _known()["countries"]
    return tuple(countries.get(country.upper(), countries[_OTHERWISE]))


def all_keys() -> tuple[str, ...]:
    """The keys of all holidays that we know."""
    return tuple(key for key in _known() if key != "countries")


def holidays(year: int, country: str, *, chosen: Iterable[str], own: Iterable[OwnDay] = ()) -> list[Holiday]:
    """Those of the `chosen` holidays and of the shop's own days that fall into a year, in order."""
    keys = frozenset(chosen)
    found = [Holiday(key, _day(key, year, country=country)) for key in all_keys() if key in keys]
    found += [Holiday(day.key, _own(day, year), day.name) for day in own if day.key in keys]
    return sorted(found, key=lambda holiday: (holiday.day, holiday.key))


def for_women(key: str) -> bool:
    """Whether a holiday is kept for women."""
    return bool(_known().get(key, {}).get("women", False))


def languages_of(key: str) -> frozenset[str]:
    """The languages to whose customers a holiday is kept; empty for all."""
    return frozenset(_known().get(key, {}).get("languages", ()))


def western_easter(year: int) -> date:
    """Easter Sunday of the Western churches.

    Source: the anonymous Gregorian algorithm, in J. Meeus, "Astronomical Algorithms", chapter 8.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Easter Sunday of the Eastern churches, as a Gregorian date.

    Source: the algorithm for the Julian calendar in J. Meeus, "Astronomical Algorithms", chapter 8, and the distance
    of the two calendars: the centuries less those that the Gregorian calendar leaps in too, less two.
    """
    d = (19 * (year % 19) + 15) % 30
    month, day = divmod(d + (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 + 114, 31)
    behind = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=behind)


# --- inside


@lru_cache(maxsize=1)
def _known() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _day(key: str, year: int, *, country: str) -> date:
    holiday = _known()[key]
    rule = holiday.get(country.upper(), holiday)
    if "day" in rule:
        return _in(year, rule["day"])
    if "sunday" in rule:
        return _sunday(year, **rule["sunday"])
    if "western_easter" in rule:
        return western_easter(year) + timedelta(days=rule["western_easter"])
    return eastern_easter(year) + timedelta(days=rule["eastern_easter"])


def _own(day: OwnDay, year: int) -> date:
    return _in(year, day.day)


def _in(year: int, month_and_day: str) -> date:
    month, day = month_and_day.split("-")
    return anniversary_in(year, (int(month), int(day)))


def _sunday(year: int, *, month: int, number: int) -> date:
    """The Sunday of this number in a month; -1 is the last."""
    first = date(year, month, 1)
    sundays = [day for day in range(1, monthrange(year, month)[1] + 1) if first.replace(day=day).weekday() == SUNDAY]
    return first.replace(day=sundays[number - 1 if number > 0 else number])
