"""Reads dates as people and spreadsheets write them, in four languages; 3/4/2026 is decided by its whole column."""

import re
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

from loyaltydesk.exchange.encodings import headers
from loyaltydesk.model.folding import fold
from loyaltydesk.model.imports import DayOrder
from loyaltydesk.model.refusals import BadRequest

_EPOCH = date(1899, 12, 30)  # day 0 of a spreadsheet, from March 1900 on
_SERIAL = range(367, 73_416)  # 1901 to 2100
_CLOCK = re.compile(r"[T ]+(00:00(:00(\.0+)?)?|[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?)(Z|[+-][0-9:]+)?$")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-./ ]{1,2}([0-9]{1,2})[-./ ]{1,2}([0-9]{1,2})\.?")
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")
_PARTS = re.compile(r"([0-9]{1,2})([-./])\s?([0-9]{1,2})\2\s?([0-9]{4}|'?[0-9]{2})\.?")
_NO_YEAR = re.compile(r"([0-9]{1,2})([./-])\s?([0-9]{1,2})\.?|--([0-9]{2})-([0-9]{2})")
_MONTHS = {
    1: "january, jan, stycznia, styczeń, sty, janvāris, janvārī, janvāra, января, январь, янв",
    2: "february, feb, lutego, luty, lut, februāris, februārī, februāra, февраля, февраль, фев, февр",
    3: "march, mar, marca, marzec, marts, martā, marta, марта, март, мар",
    4: "april, apr, kwietnia, kwiecień, kwi, aprīlis, aprīlī, aprīļa, апреля, апрель, апр",
    5: "may, maja, maj, maijs, maijā, maija, мая, май",
    6: "june, jun, czerwca, czerwiec, cze, jūnijs, jūnijā, jūnija, июня, июнь, июн",
    7: "july, jul, lipca, lipiec, lip, jūlijs, jūlijā, jūlija, июля, июль, июл",
    8: "august, aug, sierpnia, sierpień, sie, augusts, augustā, augusta, августа, август, авг",
    9: "september, sep, sept, września, wrzesień, wrz, septembris, septembrī, septembra, сентября, сентябрь, сен, сент",
    10: "october, oct, października, październik, paź, oktobris, oktobrī, oktobra, октября, октябрь, окт",
    11: "november, nov, listopada, listopad, lis, novembris, novembrī, novembra, ноября, ноябрь, ноя, нояб",
    12: "december, dec, grudnia, grudzień, gru, decembris, decembrī, decembra, декабря, декабрь, дек",
}


class Day(Struct, frozen=True):
    """A day as it was written; `year` is 0 where none was told."""

    year: int
    month: int
    day: int


def order_of(cell: str) -> DayOrder | None:
    """The order that a date with slashes can only have; None for any other, and where both would do."""
    match = _PARTS.fullmatch(_bare(cell))
    if not match or match[2] != "/":
        return None
    first, second = int(match[1]), int(match[3])
    if first > 12 >= second:
        return DayOrder.DAY_FIRST
    return DayOrder.MONTH_FIRST if second > 12 >= first else None


def is_open(cell: str) -> bool:
    """Whether a date could be read in two ways."""
    match = _PARTS.fullmatch(_bare(cell))
    return bool(match and match[2] == "/" and match[1] != match[3] and max(int(match[1]), int(match[3])) <= 12)


def has_short_year(cell: str) -> bool:
    """Whether a date tells two digits of its year only."""
    match = _PARTS.fullmatch(_bare(cell))
    return bool(match and len(match[4].strip("'")) == 2)


def is_nothing(cell: str) -> bool:
    """Whether a program wrote zeros for a date that nobody told it: 0000-00-00 00:00:00, 00.00.0000, 0."""
    return "0" in cell and not re.search(r"[^0 .:/T-]", cell)


def looks_like_day(cell: str) -> bool:
    """Whether this is a date, and no number that might be one."""
    if not any(sign.isdigit() for sign in cell):
        return False
    try:
        read(cell, DayOrder.DAY_FIRST, field="", latest=2100)
    except BadRequest:
        return False
    return not cell.strip().isdigit()


def read(cell: str, order: DayOrder, *, field: str, latest: int) -> Day:
    """The day in a cell; a year of two digits is the last one up to `latest`. Raises BadRequest, naming `field`."""
    bare = _bare(cell)
    found = _written(bare, order, latest) or _named(bare, latest)
    if found is None:
        raise BadRequest(field, "year_alone" if re.fullmatch(r"(18|19|20)[0-9]{2}", bare) else "day_unreadable")
    try:
        date(found.year or 2000, found.month, found.day)
    except ValueError:
        raise BadRequest(field, "day_impossible") from None
    return found


def _bare(cell: str) -> str:
    """Without a time of day, and without what a year is followed by."""
    text = _CLOCK.sub("", " ".join(cell.split()))
    return re.sub(r"\s?(r|g|gada|г|года|год)\.?$", "", text, flags=re.IGNORECASE)


def _written(text: str, order: DayOrder, latest: int) -> Day | None:
    if match := _YEAR_FIRST.fullmatch(text) or _COMPACT.fullmatch(text):
        return Day(int(match[1]), int(match[2]), int(match[3]))
    if match := _PARTS.fullmatch(text):
        first, second = int(match[1]), int(match[3])
        turned = second > 12 >= first or (match[2] == "/" and order is DayOrder.MONTH_FIRST and first <= 12)
        day, month = (second, first) if turned else (first, second)
        return Day(_year(match[4], latest), month, day)
    if match := re.fullmatch(r"([0-9]{5})(?:[.,][0-9]+)?", text):
        return _serial(int(match[1]))
    if match := _NO_YEAR.fullmatch(text):
        if match[4]:
            return Day(0, int(match[4]), int(match[5]))
        first, second = int(match[1]), int(match[3])
        turned = second > 12 or (match[2] == "/" and order is DayOrder.MONTH_FIRST and first <= 12)
        return Day(0, first, second) if turned else Day(0, second, first)
    return None


def _serial(number: int) -> Day | None:
    if number not in _SERIAL:
        return None
    found = _EPOCH + timedelta(days=number)
    return Day(found.year, found.month, found.day)


def _named(text: str, latest: int) -> Day | None:
    """A day whose month is a word: 14 marca 2026, March 14th, 2026, 2026. gada 14. marts."""
    words = re.findall(r"[^\W\d_]+|[0-9]+", fold(text))
    months = [_months()[word] for word in words if word in _months()]
    numbers = [word for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit() and word not in _months() and word not in _AROUND]
    if len(months) != 1 or others or not 1 <= len(numbers) <= 2:
        return None
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) < 3]
    if len(days) == 2 and not years:
        return Day(_year(days[1], latest), int(months[0]), int(days[0]))
    if len(days) != 1:
        return None
    return Day(int(years[0]) if years else 0, int(months[0]), int(days[0]))


_AROUND = frozenset("st nd rd th of gada g r roku года год г".split())


def _year(text: str, latest: int) -> int:
    digits = text.strip("'")
    if len(digits) == 4:
        return int(digits)
    century = latest // 100 * 100
    return century + int(digits) if century + int(digits) <= latest else century - 100 + int(digits)


@lru_cache(maxsize=1)
def _months() -> dict[str, str]:
    return headers({str(month): names for month, names in _MONTHS.items()})
