"""Who of a group gets what a campaign brings, and who is left out of it for which reason."""

from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from loyaltydesk.model.campaigns import CampaignKind, LeftOut, Plan
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.greetings import Why
from loyaltydesk.model.programme import Programme
from loyaltydesk.rules.control_group import is_without_offers
from loyaltydesk.rules.greeting_due import Known, why_not

_WHY = {
    Why.BLOCKED: LeftOut.BLOCKED,
    Why.NOT_WANTED: LeftOut.NOT_WANTED,
    Why.NO_CONSENT: LeftOut.NO_CONSENT,
}


class Circle(Struct, frozen=True):
    """What is known beside the customers: whom the shop greets, who had the same lately, and how many may get it.

    `wrong` has phone numbers that turned out to be somebody else's, by customer.
    """

    known: Known
    programme: Programme
    recent: frozenset[str]
    room: int
    wrong: dict[str, str]


class Sifted(Struct, frozen=True):
    """Who gets it, and how many do not by the reason, in the order of the reasons."""

    people: tuple[Customer, ...]
    left_out: tuple[tuple[LeftOut, int], ...]


def sift(customers: Iterable[str], plan: Plan, circle: Circle, *, find: Callable[[str], Customer | None]) -> Sifted:
    """Goes through the ids of a group, each person once, in their order.

    `find` gives the person of an id, None for one who was forgotten; when there is no more room nobody is looked up.
    """
    people: dict[str, Customer] = {}
    seen: set[str] = set()
    counts: Counter[LeftOut] = Counter()
    for name in dict.fromkeys(customers):
        if len(people) >= circle.room:
            counts[LeftOut.TOO_MANY] += name not in seen
            continue
        person = find(name)
        if person and person.id in seen:  # two records of one person
            continue
        why = why_left_out(person, plan, circle) if person else LeftOut.GONE
        if person:
            seen.add(person.id)
        if why:
            counts[why] += 1
        elif person:
            people[person.id] = person
    return Sifted(tuple(people.values()), tuple((why, counts[why]) for why in LeftOut if counts[why]))


def why_left_out(person: Customer, plan: Plan, circle: Circle) -> LeftOut | None:
    """The first reason for which somebody gets nothing; None when they may have it."""
    why = why_not(person, circle.known)
    if why:
        return _WHY[why]
    if plan.gift and is_without_offers(circle.programme, person):
        return LeftOut.NO_OFFERS
    profile = person.profile
    if plan.kind is CampaignKind.CALLS:
        phone = profile.phone if profile.phone != circle.wrong.get(person.id) else ""
        if not (phone or profile.email):
            return LeftOut.NO_PHONE
    elif plan.by_post and not profile.address:
        return LeftOut.NO_ADDRESS
    return LeftOut.RECENT if person.id in circle.recent else None
