"""What a rule is limited to, in plain words: which goods (`of`) and when (`when`); each part can stand alone."""

from collections.abc import Iterable, Iterator
from datetime import time

from loyaltydesk.model.programme import Scope, When
from loyaltydesk.words.catalogue import mark, tr, tr_n, trc
from loyaltydesk.words.manner import Manner

ON_DAYS = (
    mark("on Mondays"),
    mark("on Tuesdays"),
    mark("on Wednesdays"),
    mark("on Thursdays"),
    mark("on Fridays"),
    mark("on Saturdays"),
    mark("on Sundays"),
)
ON_OCCASIONS = {
    "birthday": mark("on the birthday"),
    "name_day": mark("on the name day"),
    "joined": mark("on the day of joining, each year"),
}


def short_day(day: int) -> str:
    """The short name of a day of the week; Monday is 0."""
    return (
        trc("day of the week", "Mon"),
        trc("day of the week", "Tue"),
        trc("day of the week", "Wed"),
        trc("day of the week", "Thu"),
        trc("day of the week", "Fri"),
        trc("day of the week", "Sat"),
        trc("day of the week", "Sun"),
    )[day]


def of_words(of: Scope, manner: Manner) -> Iterator[str]:
    """Which goods a rule is for; nothing when it is for all."""
    if of.sku:
        yield tr("only: {names}").format(names=manner.named(of.sku))
    if of.category:
        yield tr("category: {names}").format(names=_listed(of.category))
    if of.not_sku:
        yield tr("without: {names}").format(names=manner.named(of.not_sku))
    if of.not_category:
        yield tr("without category: {names}").format(names=_listed(of.not_category))
    if of.not_shipping:
        yield tr("not for delivery")


def when_words(when: When, manner: Manner) -> Iterator[str]:
    """When a rule applies, part by part; nothing when it always does."""
    if when.code:
        yield tr("only with code {code}").format(code=when.code)
    if when.weekdays:
        yield _days(when.weekdays)
    yield from _hours(when.from_time, when.to_time)
    yield from _dates(when, manner)
    if when.occasion:
        yield tr(ON_OCCASIONS[when.occasion])
    if when.tiers:
        yield tr("tier: {names}").format(names=_listed(when.tiers))
    if when.min_bill:
        yield tr("bills of {sum} or more").format(sum=manner.price(when.min_bill))
    if when.min_qty:
        pieces = tr_n("{n} piece or more", "{n} pieces or more", when.min_qty)
        yield pieces.format(n=manner.number(when.min_qty))


def clock(at: time) -> str:
    """A time of day: 16:00."""
    return f"{at:%H:%M}"


def _days(days: frozenset[int]) -> str:
    """One day in full, more of them in short: Mon–Wed, Sat."""
    if len(days) == 1:
        return tr(ON_DAYS[min(days)])
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_run(run) for run in runs)


def _run(days: list[int]) -> str:
    if len(days) < 3:
        return ", ".join(map(short_day, days))
    return tr("{first}–{last}").format(first=short_day(days[0]), last=short_day(days[-1]))


def _hours(start: time | None, end: time | None) -> Iterator[str]:
    if start and end:
        yield tr("from {start} to {end}").format(start=clock(start), end=clock(end))
    elif start is not None:
        yield tr("from {start} on").format(start=clock(start))
    elif end is not None:
        yield tr("before {end}").format(end=clock(end))


def _dates(when: When, manner: Manner) -> Iterator[str]:
    day = manner.formats.day
    if when.first_day and when.last_day:
        yield tr("{first} – {last}").format(first=day(when.first_day), last=day(when.last_day))
    elif when.first_day:
        yield tr("from {day} on").format(day=day(when.first_day))
    elif when.last_day:
        yield tr("last day: {day}").format(day=day(when.last_day))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
