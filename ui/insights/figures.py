"""Figures of the insights in words: shares, changes with their meaning, and when a point of a series was."""

from collections.abc import Callable, Sequence
from datetime import date

from loyaltydesk.model.insights import Figure, Period
from loyaltydesk.words import tr
from loyaltydesk.words.forecast import percent
from ui.seams.formats import QtFormats
from ui.theme.charts.spark import Trend
from ui.theme.sheet import Tone

UNKNOWN = "–"
MANY_MONTHS = 24  # from which on the names below a chart are too few to leave out the year
SLACK = 20  # thousandths: less is no change worth a colour


def share(thousandths: int, formats: QtFormats) -> str:
    """A share as people read it: 62%."""
    return percent(thousandths * 10, formats)


def signed_share(thousandths: int, formats: QtFormats) -> str:
    """A change as people read it: +10%, −3%."""
    if not _nearest(thousandths):
        return tr("as before")
    return tr("{percent}%").format(percent=formats.signed(_nearest(thousandths)))


def signed_points(thousandths: int, formats: QtFormats) -> str:
    """By how much a share changed, in hundredths of the whole: +3, −2."""
    return formats.signed(_nearest(thousandths)) if _nearest(thousandths) else tr("as before")


def signed_money(minor: int, formats: QtFormats) -> str:
    """A change of money: +€2.10, −€0.40."""
    if not minor:
        return tr("as before")
    return ("+" if minor > 0 else "−") + formats.price(abs(minor))


def tone_of(figure: Figure) -> Tone:
    """Whether a figure that should grow did: good, bad, or so little that it says nothing."""
    growth = figure.growth
    if growth is None or abs(growth) < SLACK:
        return ""
    return "accent" if growth > 0 else "danger"


def when(period: Period, formats: QtFormats) -> str:
    """A period in as few words as there can be."""
    first, last = formats.short_day(period.first), formats.short_day(period.last)
    return first if period.days == 1 else tr("{first} to {last}").format(first=first, last=last)


def month_names(months: Sequence[date], formats: QtFormats) -> tuple[str, ...]:
    """Months below a chart; where they are more than a year, each January is its year; of many years all have it."""
    if len(months) > MANY_MONTHS:  # not each of them has its name there
        return months_with_years(months, formats)
    several = len(months) > 12
    return tuple(str(day.year) if several and day.month == 1 else formats.month(day.month) for day in months)


def months_with_years(months: Sequence[date], formats: QtFormats) -> tuple[str, ...]:
    """Months in a table: Mar 2026."""
    return tuple(f"{formats.month(day.month)} {day.year}" for day in months)


def trend(figure: Figure, period: Period, formats: QtFormats, *, words: Callable[[int], str]) -> Trend:
    """The series of a figure as far as it is known, each point by its days."""
    slices = period.slices(len(figure.series)) if figure.series else ()
    known = [
        (when(each, formats), value) for each, value in zip(slices, figure.series, strict=True) if value is not None
    ]
    names, values = tuple(name for name, _value in known), tuple(value for _name, value in known)
    return Trend(names=names, values=values, words=words)


def _nearest(thousandths: int) -> int:
    """The nearest whole hundredth, halves away from nothing."""
    whole = (abs(thousandths) + 5) // 10
    return whole if thousandths > 0 else -whole
