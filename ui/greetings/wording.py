"""How greetings are told on the page: what for, when, how they stand and why one is left out."""

from datetime import date

from loyaltydesk.model.greetings import Greeting, HolidayGroup, Occasion, State, Why
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.greetings import OCCASIONS, STATES, WHY, holiday_name, occasion_text
from ui.greetings.roll import Roll, Shown, Sieve
from ui.seams.formats import QtFormats
from ui.seams.lines import Line
from ui.seams.people import shown_name
from ui.seams.tables import Chip
from ui.theme.sheet import Tone

ICONS: dict[Occasion, tuple[str, Tone]] = {
    Occasion.BIRTHDAY: ("cake", "accent"),
    Occasion.NAME_DAY: ("calendar-heart", "info"),
    Occasion.ANNIVERSARY: ("heart", "danger"),
    Occasion.HOLIDAY: ("party-popper", "gold"),
    Occasion.GROUP: ("users", "accent"),
}
TONES: dict[State, Tone] = {State.PRINTED: "info", State.SENT: "accent", State.SKIPPED: "warning"}
TODAY, TOMORROW = 0, 1  # days ahead
NEAR = 14  # days within which the day of the week and of the month say enough


def line_of(place: Shown, roll: Roll, formats: QtFormats, *, today: date) -> Line:
    """A place of the list as its line."""
    if place.group:
        return _group_line(place.group, roll, formats, today=today)
    greeting = place.greeting
    assert greeting
    icon, tone = ICONS[greeting.occasion]
    left_out = greeting.state is State.SKIPPED
    about = where(greeting) if greeting.campaign else occasion(greeting, formats)  # all cards of one are for the same
    told = ("" if place.within else about, reason(greeting) if left_out else "")
    return Line(
        greeting.id,
        shown_name(greeting.customer),
        " · ".join(words for words in told if words),
        icon,
        tone,
        chips=tuple(_chips(greeting, roll)),
        tick=roll.tick(greeting),
        within=place.within,
        day="" if left_out or greeting.campaign else when(greeting.day, formats, today=today),
    )


def occasion(greeting: Greeting, formats: QtFormats) -> str:
    """What somebody is greeted for: Birthday, 42."""
    number = formats.number(greeting.years) if greeting.years else ""
    if greeting.occasion is Occasion.ANNIVERSARY and greeting.years:
        return tr_n("{n} year with us", "{n} years with us", greeting.years).format(n=number)
    if greeting.occasion in (Occasion.HOLIDAY, Occasion.GROUP):
        return occasion_text(greeting)
    words = tr(OCCASIONS[greeting.occasion])
    if number:
        words = tr("{occasion}, {age}").format(occasion=words, age=number)
    return tr("{occasion}, and name day").format(occasion=words) if greeting.also else words


def where(greeting: Greeting) -> str:
    """Where a card can go: to an address, or by e-mail; else it waits until the customer comes."""
    profile = greeting.customer.profile
    return profile.address or profile.email or tr("No address")


def when(day: date, formats: QtFormats, *, today: date) -> str:
    """A day as it is said of one soon: today, tomorrow, Friday 16; a later one by its date."""
    ahead = (day - today).days
    if ahead in (TODAY, TOMORROW):
        return tr("today") if ahead == TODAY else tr("tomorrow")
    if not 0 <= ahead < NEAR:
        return formats.short_day(day)
    weekday = formats.locale.dayName(day.isoweekday())
    return tr("{weekday} {day}").format(weekday=weekday, day=formats.number(day.day))


def reason(greeting: Greeting) -> str:
    """Why somebody is left out."""
    words = tr(WHY[greeting.why]) if greeting.why else tr(WHY[Why.BY_HAND])
    return tr("{reason}: {note}").format(reason=words, note=greeting.note) if greeting.note else words


def sieves() -> list[tuple[str, str]]:
    """What can be shown of the list, by its key."""
    return [*((state.value, tr(words)) for state, words in STATES.items()), (Sieve.ALL.value, tr("All"))]


def left_out(counts: dict[Why, int], formats: QtFormats) -> str:
    """How many are left out and why, as a sentence; empty for nobody."""
    whole = sum(counts.values())
    if not whole:
        return ""
    number = formats.number(whole)
    if set(counts) == {Why.NO_CONSENT}:
        words = tr_n(
            "{n} person did not agree to greetings and is left out.",
            "{n} people did not agree to greetings and are left out.",
            whole,
        )
        return words.format(n=number)
    parts = ", ".join(f"{tr(WHY[why])}: {formats.number(count)}" for why, count in counts.items())
    words = tr_n("{n} person is left out ({reasons}).", "{n} people are left out ({reasons}).", whole)
    return words.format(n=number, reasons=parts)


def _group_line(group: HolidayGroup, roll: Roll, formats: QtFormats, *, today: date) -> Line:
    icon, tone = ICONS[Occasion.HOLIDAY]
    parts = (
        (tr_n("{n} to do", "{n} to do", group.waiting), group.waiting),
        (tr_n("{n} done", "{n} done", group.done), group.done),
        (tr_n("{n} left out", "{n} left out", group.skipped), group.skipped),
    )
    told = ", ".join(words.format(n=formats.number(count)) for words, count in parts if count)
    return Line(
        Shown(group=group).key,
        holiday_name(group.holiday),
        told,
        icon,
        tone,
        tick=roll.group_tick(group),
        opens=roll.is_open(group),
        day=when(group.holiday.day, formats, today=today),
    )


def _chips(greeting: Greeting, roll: Roll) -> list[Chip]:
    chips = [Chip(greeting.language.upper())]
    if greeting.state in TONES and roll.sieve is Sieve.ALL:
        chips.append(Chip(tr(STATES[greeting.state]), TONES[greeting.state]))
    return chips
