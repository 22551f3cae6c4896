"""Name days: which dates a given name has in a country, and which of them is kept by custom.

The calendars lie in `resources/namedays`, a file for each country; one is read when it is first asked for.
"""

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.customers import NO_NAME_DAY, Profile
from loyaltydesk.model.folding import fold

FOLDER = Path(__file__).parents[2] / "resources" / "namedays"
_BY_THE_BIRTHDAY = "ru"  # any of its dates may be kept, and the birthday says which
_CYRILLIC = re.compile("[\u0400-\u04ff]")


class NameDays(Struct, frozen=True):
    """The dates ("MM-DD", in the order of the year) of a given name; the usual ones are among all of them."""

    usual: tuple[str, ...]
    dates: tuple[str, ...]
    calendar: str  # of the country it was found in: ISO 3166, small


@lru_cache(maxsize=1)
def calendars() -> tuple[str, ...]:
    """The countries (ISO 3166, small) whose calendar is known."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.csv")))


def days_of(name: str, country: str) -> NameDays | None:
    """The days of the first given name in `name` in a country (ISO 3166); None when they are not known.

    Capitals, diacritics and ё for е make no difference, unless two names differ by nothing else. A Cyrillic name that
    the country's own calendar does not have is looked up in Russia's.
    """
    asked = [country.lower()] if country.lower() in calendars() else []
    if _CYRILLIC.search(name) and _BY_THE_BIRTHDAY not in asked:
        asked.append(_BY_THE_BIRTHDAY)
    for code in asked:
        for key in _keys(name):
            if found := _calendar(code).get(key):
                return found
    return None


def customary(name: str, country: str, *, birth_date: str = "") -> str:
    """The date ("MM-DD") on which somebody of this name keeps the day, empty when it cannot be told.

    Where a name has several dates it is the first usual one on or after the birthday; in Russia the first of all.
    Without a birthday it is the first usual one of the year.
    """
    days = days_of(name, country)
    if days is None:
        return ""
    widely = days.calendar == _BY_THE_BIRTHDAY
    if birth_date:
        dates = days.dates if widely or not days.usual else days.usual
        return next((day for day in dates if day >= birth_date[-5:]), dates[0])
    if widely and not days.usual and len(days.dates) > 1:
        return ""  # a popular name has a date in every week
    return (days.usual or days.dates)[0]


def with_name_day(profile: Profile, country: str, before: Profile | None = None) -> Profile:
    """`profile` with the date that custom gives, unless the customer chose one, or wants none.

    A date that custom gave `before` is worked out anew; one that is different from it was chosen.
    """
    kept = profile.name_day_on
    was_chosen = before is None or kept != before.name_day_on or kept != automatic(before, country)
    if kept == NO_NAME_DAY or (kept and was_chosen):
        return profile
    return replace(profile, name_day_on=automatic(profile, country))


def automatic(profile: Profile, country: str) -> str:
    """The date ("MM-DD") that custom gives somebody in a country, empty when it cannot be told."""
    return customary(kept_name(profile), country, birth_date=profile.birth_date)


def kept_name(profile: Profile) -> str:
    """The name whose day somebody keeps: as they told it, or their own; a company has none."""
    return profile.name_day or ("" if profile.name == profile.company else profile.name)


# --- reading


def _keys(name: str) -> Iterator[str]:
    """What the first given name may stand under: as written, then folded; one with a hyphen also by its first part."""
    word = next(iter(unicodedata.normalize("NFC", name).casefold().split()), "").strip(",.;")
    for part in dict.fromkeys((word, word.partition("-")[0])):
        yield part
        yield fold(part)


@lru_cache(maxsize=8)
def _calendar(code: str) -> Mapping[str, NameDays]:
    """The names of a country, as they are written and folded; names that fold to one share their dates there."""
    with (FOLDER / f"{code}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    own = {_written(row["name"]): _days(row, code) for row in rows if not row["like"]}
    names = {**own, **{_written(row["name"]): own[_written(row["like"])] for row in rows if row["like"]}}
    folded: dict[str, NameDays] = {}
    for name, days in names.items():
        known = folded.get(fold(name))
        folded[fold(name)] = _both(known, days) if known else days
    return {**folded, **names}


def _written(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _days(row: Mapping[str, str], code: str) -> NameDays:
    usual = row["usual"].split()
    return NameDays(tuple(usual), tuple(sorted({*usual, *row["other"].split()})), code)


def _both(one: NameDays, other: NameDays) -> NameDays:
    return NameDays(tuple(sorted({*one.usual, *other.usual})), tuple(sorted({*one.dates, *other.dates})), one.calendar)
