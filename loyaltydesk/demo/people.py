"""Invents the customers of the demo shop: who they are, when they joined, how often they come and for how much."""

from datetime import date, timedelta
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.demo.stage import Nation, Stage, Year, latin, nation, phone_pattern
from loyaltydesk.model.customers import Profile
from loyaltydesk.words import LANGUAGES

# Of a hundred customers, so many come this often (visits in a year): a few nearly daily, most now and then.
_HABITS = ((4, 110), (14, 48), (30, 20), (34, 9), (18, 3))
# These customers, by their number, have a birthday so many days from the last one: there must be one to wish well.
_BIRTHDAYS = {2: 0, 5: 1, 8: -1, 11: 3, 14: -3, 17: 0}
_SHY = 11  # has one of them, and did not agree to be wished well
_KEEP_NAME_DAYS = ("lv", "pl", "lt")
_MAIL = ("example.com", "example.org", "example.net")


class Person(Struct, frozen=True):
    """A customer of the demo shop: `often` is visits in a year, `things` what they usually buy at once."""

    profile: Profile
    joined: date
    left: date  # the last day on which they may come
    often: int
    things: int
    early: bool  # comes in the morning rather than later


def invent(year: Year, count: int) -> list[Person]:
    """`count` customers, one at least; the first is a faithful one to begin a tour with."""
    nations = {key: nation(key) for key in year.stage.people}
    people = [_regular(year, nations)]
    names = {people[0].profile.name}
    while len(people) < count:
        person = _person(year, nations)
        if person.profile.name in names - {""} and count <= 1000:
            continue  # namesakes would only puzzle; in a large shop there are some
        names.add(person.profile.name)
        if len(people) in _BIRTHDAYS:
            birthday = _birthday(year.until + timedelta(days=_BIRTHDAYS[len(people)]))
            consent = year.stage.consent if len(people) != _SHY else ""
            profile = replace(person.profile, birth_date=birthday, consent=consent)
            person = replace(person, profile=profile, left=year.until)
        people.append(replace(person, profile=_at_home(person.profile, year.stage, number=len(people))))
    return _with_cashier(people, year)


def _with_cashier(people: list[Person], year: Year) -> list[Person]:
    """One of those who still come is the first cashier, who collects points in her free time; nobody in a tiny shop."""
    home = nation(next(iter(year.stage.people)))
    women = {f"{first} {hers}" for first in home.women for _, hers in home.surnames}
    for place, person in enumerate(people[1:], 1):
        profile = person.profile
        if profile.name in women and person.left == year.until:
            name = f"{year.stage.cashiers[0]} {profile.name.partition(' ')[2]}"
            email = profile.email and f"{latin(name)}@{profile.email.partition('@')[2]}"
            known = replace(
                profile, name=name, email=email, name_day=profile.name_day and year.stage.cashiers[0], note=""
            )
            return [*people[:place], replace(person, profile=known), *people[place + 1 :]]
    return people


def _regular(year: Year, nations: dict[str, Nation]) -> Person:
    """Anna: with the card from the first day on, comes twice a week, has a birthday in two days."""
    stage, home = year.stage, next(iter(nations))
    anna, surname = nations[home].women[0], nations[home].surnames[0][1]
    profile = Profile(
        name=f"{anna} {surname}",
        phone=phone_pattern(nations[home].region).replace("#", "4"),
        email=f"{latin(f'{anna} {surname}')}@example.com",
        birth_date=_birthday(year.until + timedelta(days=2)),
        name_day=anna,
        language=_spoken(home, stage.language),
        note=stage.notes[0],
        consent=stage.consent,
        address=stage.homes[0].replace("#", "7-3"),
    )
    return Person(profile, year.start, year.until, often=46, things=3, early=True)


def _person(year: Year, nations: dict[str, Nation]) -> Person:
    stage, chance = year.stage, year.chance
    joined = _joined(year)
    left = year.until
    if chance.random() < 0.22:  # moved away, or found another café
        left = joined + timedelta(days=chance.randrange(1 + (year.until - joined).days))
    habit = chance.choices([visits for _, visits in _HABITS], [share for share, _ in _HABITS])[0]
    often = max(1, habit * chance.randrange(60, 150) // 100)
    key = chance.choices(list(stage.people), list(stage.people.values()))[0]
    things = chance.choice((1, 1, 2, 2, 2, 3, 4))
    return Person(_profile(year, key, nations[key]), joined, left, often, things, early=chance.random() < 0.5)


def _joined(year: Year) -> date:
    """A third join in the first weeks, when the card is new; the others come as the year goes."""
    whole = (year.until - year.start).days  # until yesterday, so that all have joined by now
    most = min(35, whole) if year.chance.random() < 0.34 else whole
    return year.start + timedelta(days=year.chance.randrange(most))


def _profile(year: Year, key: str, names: Nation) -> Profile:
    """A person as the shop knows them: some told all, some only a name, a few half of it or nothing."""
    stage, chance = year.stage, year.chance
    if chance.random() < 0.05:
        return Profile(name=chance.choice(names.women + names.men) if chance.random() < 0.5 else "")
    if chance.random() < 0.04:
        return _company(stage, chance)
    woman = chance.random() < 0.6
    first, last = chance.choice(names.women if woman else names.men), chance.choice(names.surnames)[woman]
    told = chance.random()
    return Profile(
        name=f"{first} {last}",
        phone=_phone(names.region, chance) if told > 0.25 else "",
        email=f"{latin(f'{first} {last}')}@{chance.choice(_MAIL)}" if told > 0.55 else "",
        birth_date=_birth_date(chance, year.until) if told > 0.4 else "",
        name_day=first if key in _KEEP_NAME_DAYS and told > 0.7 else "",
        language=_spoken(key, ""),
        note=chance.choice(stage.notes[1:]) if chance.random() < 0.1 else "",
        consent=stage.consent if told > 0.35 and chance.random() < 0.85 else "",
    )


def _at_home(profile: Profile, stage: Stage, *, number: int) -> Profile:
    """A person with an address, if they told as much as their birthday; thrown by other dice, for all else to stay."""
    chance = Random(f"home {number} {profile.name}")
    if not profile.birth_date or chance.random() < 0.15:
        return profile
    house = f"{chance.randrange(1, 90)}-{chance.randrange(1, 40)}" if chance.random() < 0.8 else str(number % 60 + 1)
    return replace(profile, address=chance.choice(stage.homes).replace("#", house))


def _spoken(nation: str, otherwise: str) -> str:
    return nation if nation in LANGUAGES else otherwise


def _company(stage: Stage, chance: Random) -> Profile:
    name, tax = chance.choice(stage.companies)
    return Profile(name=name, phone=_phone(stage.region, chance), company=name, tax_id=tax, language=stage.language)


def _phone(region: str, chance: Random) -> str:
    return "".join(str(chance.randrange(10)) if sign == "#" else sign for sign in phone_pattern(region))


def _birth_date(chance: Random, until: date) -> str:
    day = until.replace(month=1, day=1) - timedelta(days=365 * 16 + chance.randrange(365 * 62))
    return f"--{day:%m-%d}" if chance.random() < 0.3 else day.isoformat()


def _birthday(day: date) -> str:
    """A birth date without its year that returns on `day`; on 28 February for a leap day."""
    return f"--{day:%m-%d}" if (day.month, day.day) != (2, 29) else "--02-28"
