"""Which greetings are due between two days, how each stands, and why one is skipped."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct, field
from msgspec.structs import replace

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.folding import fold
from loyaltydesk.model.greetings import Greeting, GreetingRules, Holiday, Mark, Occasion, State, Why
from loyaltydesk.rules.calendar import anniversary_in
from loyaltydesk.rules.given_names import Gender, gender_of
from loyaltydesk.rules.holidays import for_women, languages_of
from loyaltydesk.words import LANGUAGES

LONGEST = 366  # days that are looked at in one go
_DONE = (State.PRINTED, State.SENT)
_ORDER = {occasion: number for number, occasion in enumerate(Occasion)}

Marks = Mapping[tuple[str, int], Mapping[str, Mark]]
"""By key and year what is kept of each customer's greeting."""


class Known(Struct, frozen=True):
    """What is known beside the customers: the owner's rules, the shop's language, who wants nothing, what was done."""

    rules: GreetingRules
    language: str = "en"
    unwanted: frozenset[str] = frozenset()
    marks: Marks = field(default_factory=dict)


def days_kept(first: date, last: date) -> dict[str, list[date]]:
    """The birthdays and name days ("MM-DD") that are kept from `first` to `last`, each with its days.

    29 February is kept on the 28th in a common year. Of more than LONGEST days only the first are looked at.
    """
    found: dict[str, list[date]] = {}
    for ahead in range(min((last - first).days + 1, LONGEST)):
        day = first + timedelta(days=ahead)
        found.setdefault(f"{day:%m-%d}", []).append(day)
        if (day.month, day.day) == (2, 28) and anniversary_in(day.year, (2, 29)) == day:
            found.setdefault("02-29", []).append(day)
    return found


def greetings_on(
    occasion: Occasion, people: Iterable[Customer], days: Mapping[str, list[date]], *, known: Known
) -> Iterator[Greeting]:
    """The greetings for a birthday, name day or year with the shop; `days` as `days_kept` gives them."""
    for person in people:
        for day in days.get(_kept_by(person, occasion), ()):
            if _is_kept(person, occasion, day):
                years = _years(person, occasion, day)
                bare = Greeting(person, day, occasion, language_of(person, known.language), years=years)
                yield stood(bare, known)


def holiday_greetings(holiday: Holiday, people: Iterable[Customer], *, known: Known) -> Iterator[Greeting]:
    """The greetings for a holiday."""
    women, languages = for_women(holiday.key), languages_of(holiday.key)
    for person in people:
        language = language_of(person, known.language)
        is_here = bool(person.profile.called) and person.registered.date() <= holiday.day
        if not is_here or (languages and language not in languages):
            continue
        if women and gender_of(person.profile.name) is not Gender.WOMAN:
            continue
        yield stood(Greeting(person, holiday.day, Occasion.HOLIDAY, language, holiday=holiday.key), known)


def stood(greeting: Greeting, known: Known) -> Greeting:
    """A greeting with how it stands; what was printed or sent stays so whatever came later."""
    mark = known.marks.get((greeting.key, greeting.day.year), {}).get(greeting.customer.id)
    if mark and mark.state in _DONE:
        return replace(greeting, state=mark.state, at=mark.at)
    why = why_not(greeting.customer, known)
    if why:
        return replace(greeting, state=State.SKIPPED, why=why)
    if mark and mark.state is State.SKIPPED:
        return replace(greeting, state=State.SKIPPED, why=mark.why or Why.BY_HAND, note=mark.note, at=mark.at)
    return greeting


def joined(greetings: Iterable[Greeting]) -> list[Greeting]:
    """A birthday and a name day on one day made one, unless the wishes for the name day went out already."""
    found = list(greetings)
    days = {
        (each.customer.id, each.day) for each in found if each.occasion is Occasion.NAME_DAY and each.state not in _DONE
    }
    both = {
        (each.customer.id, each.day)
        for each in found
        if each.occasion is Occasion.BIRTHDAY and (each.customer.id, each.day) in days
    }
    return [
        replace(each, also=Occasion.NAME_DAY)
        if each.occasion is Occasion.BIRTHDAY and (each.customer.id, each.day) in both
        else each
        for each in found
        if each.occasion is not Occasion.NAME_DAY or (each.customer.id, each.day) not in both
    ]


def in_order(greetings: Iterable[Greeting]) -> list[Greeting]:
    """By day, then birthdays before name days before the rest, then by name."""
    return sorted(
        greetings,
        key=lambda each: (each.day, _ORDER[each.occasion], fold(each.customer.profile.called), each.customer.id),
    )


def language_of(person: Customer, otherwise: str) -> str:
    """The language to greet somebody in: their own if we speak it, else the shop's."""
    if person.profile.language in LANGUAGES:
        return person.profile.language
    return otherwise if otherwise in LANGUAGES else "en"


def why_not(person: Customer, known: Known) -> Why | None:
    """Why somebody is neither greeted nor called, None when they may be."""
    if person.blocked:
        return Why.BLOCKED
    if person.id in known.unwanted:
        return Why.NOT_WANTED
    return Why.NO_CONSENT if known.rules.only_agreed and not person.profile.consent else None


# --- inside


def _kept_by(person: Customer, occasion: Occasion) -> str:
    """The day ("MM-DD") of somebody's occasion."""
    if occasion is Occasion.BIRTHDAY:
        return person.profile.birth_date[-5:]
    if occasion is Occasion.NAME_DAY:
        return person.profile.name_day_on
    return f"{person.registered:%m-%d}"


def _is_kept(person: Customer, occasion: Occasion, day: date) -> bool:
    """Whether somebody was a customer by then and can be named; a company is not born and has no name day."""
    if not person.profile.called:
        return False
    joined_on = person.registered.date()
    if occasion is Occasion.ANNIVERSARY:
        return joined_on.year < day.year
    profile = person.profile
    is_company = bool(profile.company) and profile.name in ("", profile.company)
    return joined_on <= day and not is_company


def _years(person: Customer, occasion: Occasion, day: date) -> int | None:
    if occasion is Occasion.ANNIVERSARY:
        return day.year - person.registered.year
    born = person.profile.birth_date[:4]
    if occasion is not Occasion.BIRTHDAY or not born.isdecimal():
        return None
    years = day.year - int(born)
    return years if years > 0 else None
