"""Two records that are one person, and customers who share one balance."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from loyaltydesk.model.customers import PERSONAL_FIELDS, Account, Customer, Household, Profile
from loyaltydesk.model.facts import CustomersMerged, Fact, HouseholdFormed, HouseholdLeft, RecordSaved
from loyaltydesk.model.programme import Programme
from loyaltydesk.model.refusals import BadRequest

NewId = Callable[[], str]

LONGEST_NAME = 60  # of a household
MOST = 30  # members
_NAME_DAY = ("name_day", "name_day_on")  # one says nothing without the other


def merge(*, keep: Customer, drop: Customer, programme: Programme, new_id: NewId) -> list[Fact]:
    """Everything of `drop` becomes `keep`'s, with what was known of `drop` only, and the higher tier by hand.

    Raises BadRequest for one record twice, and for the members of two households.
    """
    if keep.id == drop.id:
        raise BadRequest("drop", "same_customer")
    if keep.household and drop.household and keep.household != drop.household:
        raise BadRequest("drop", "two_households")
    facts: list[Fact] = [CustomersMerged(id=new_id(), keep=keep.id, drop=drop.id)]
    news = _news(keep=keep.profile, drop=drop.profile)
    fields: dict[str, str | int | bool | None] = {}
    if _threshold(programme, drop.floor) > _threshold(programme, keep.floor):
        fields["floor"] = drop.floor
    if news or fields:
        facts.append(RecordSaved(id=new_id(), kind="customer", record=keep.id, fields=fields, personal=news))
    return facts


def joined(*, keep: Customer, drop: Customer, programme: Programme) -> Customer:
    """`keep` as a merger would leave them; members of one household have one balance already."""
    facts = merge(keep=keep, drop=drop, programme=programme, new_id=str)
    one, other = keep.account, drop.account
    same = keep.household is not None and keep.household == drop.household
    last = max(filter(None, (one.last_visit, other.last_visit)), default=None)
    account = Account(
        one.balance if same else one.balance + other.balance,
        one.debt if same else max(one.debt + other.debt - _open(one) - _open(other), 0),
        one.visits + other.visits,
        one.spend + other.spend,
        one.earned + other.earned,
        last,
    )
    after = replace(keep, account=account, registered=min(keep.registered, drop.registered))
    for fact in facts:
        if isinstance(fact, RecordSaved):
            floor = fact.fields.get("floor", keep.floor)
            after = replace(after, profile=replace(keep.profile, **fact.personal), floor=floor)
    return replace(after, household=keep.household or drop.household)


def _open(account: Account) -> int:
    """The points on open lots."""
    return account.balance + account.debt


def _news(*, keep: Profile, drop: Profile) -> dict[str, str]:
    """What is known of `drop` only."""
    lacking = {name for name in PERSONAL_FIELDS if not getattr(keep, name)}
    if keep.name_day or keep.name_day_on:
        lacking -= set(_NAME_DAY)
    return {name: value for name in PERSONAL_FIELDS if name in lacking and (value := getattr(drop, name))}


def _threshold(programme: Programme, floor: str | None) -> int:
    tier = programme.tier(floor)
    return tier.threshold if tier else -1


def form(people: Sequence[Customer], name: str, *, household: Household | None, new_id: NewId) -> HouseholdFormed:
    """A household of these people, or these people for the one that some of them have, with a name.

    Raises BadRequest for fewer than two people, for too many, for members of two households, and for a long name.
    """
    members = [member.id for member in household.members] if household else []
    members += [person.id for person in people if person.id not in members]
    members = list(dict.fromkeys(members))
    if any(person.household and person.household != (household.id if household else "") for person in people):
        raise BadRequest("customers", "two_households")
    if len(members) < 2:
        raise BadRequest("customers", "two_members")
    if len(members) > MOST:
        raise BadRequest("customers", "too_many_members")
    tidy = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    if len(tidy) > LONGEST_NAME:
        raise BadRequest("name", "too_long")
    return HouseholdFormed(id=new_id(), members=tuple(members), name=tidy)


def leave(person: Customer, *, new_id: NewId) -> HouseholdLeft:
    """An account of one's own again; the points stay with the household. Raises BadRequest for who is in none."""
    if not person.household:
        raise BadRequest("customer", "no_household")
    return HouseholdLeft(id=new_id(), customer=person.id)
