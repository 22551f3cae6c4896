"""Writes who turned out to be one person: everything of theirs goes to one record, the others are found nowhere."""

import json
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.customers import PERSONAL_FIELDS, Profile
from loyaltydesk.model.facts import (
    NAMED_BY_CUSTOMER,
    CustomerErased,
    CustomerRegistered,
    CustomersMerged,
    Fact,
    HouseholdFormed,
    HouseholdLeft,
    Recorded,
    RecordSaved,
)
from loyaltydesk.model.partners import FORGOTTEN, PARTNER
from loyaltydesk.store import codec
from loyaltydesk.store.journal import Journal
from loyaltydesk.store.links import Links
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.tables.people import CUSTOMER_FIELDS, People
from loyaltydesk.store.tables.promises import Promises
from loyaltydesk.store.tables.waiting import Waiting

_OWNED = (
    ("cards", "customer"), ("purchases", "customer"), ("vouchers", "customer"), ("vouchers", "payer"),
    ("taken", "customer"), ("promoted", "customer"), ("donations", "customer"),
)  # fmt: skip
_NONE: dict[str, object] = {"tier": None, "floor": None, "blocked": 0}


class _Origin(Struct, frozen=True):
    """A record as it was made."""

    id: bytes
    at: datetime
    profile: Profile
    referred_by: str
    erased: bool


class Persons:
    """The rows of customers who are one person, and those of households; what is kept does not depend on the order in
    which facts come: it follows from all merges together, and from who was forgotten.
    """

    def __init__(self, connection: Connection, journal: Journal, *, people: People, promises: Promises) -> None:
        self._db = connection
        self._journal = journal
        self._people = people
        self._promises = promises
        self._links = Links(connection)
        self._waiting = Waiting(connection)

    # --- facts

    def saved(self, fact: RecordSaved, recorded: Recorded) -> None:
        """Something was saved; what is newer than a merge counts for the person, on whichever record it was."""
        self._people.saved(fact, recorded)
        if fact.kind == "customer":
            same = self._links.joined(codec.blob(fact.record), ("merge",))
            if len(same) > 1:
                self._tell([self._origin(each) for each in sorted(same)], self._stays(codec.blob(fact.record)))
        elif fact.kind in NAMED_BY_CUSTOMER and fact.customer_id:
            customer = codec.blob(fact.customer_id)
            self._waiting.show(self._stays(customer), self._links.joined(customer, ("merge",)))
        elif fact.kind == PARTNER and fact.customer_id and FORGOTTEN in fact.fields:
            self._drop_words(fact.customer_id)

    def merged(self, fact: CustomersMerged, recorded: Recorded) -> None:
        """Two records were one person."""
        self._links.add(recorded, "merge", keep=fact.keep, others=[fact.drop])
        self._settle(codec.blob(fact.keep))

    def erased(self, fact: CustomerErased, recorded: Recorded) -> None:
        """A person was forgotten, and a household bears no name that was theirs."""
        self._people.erased(fact, recorded)
        self._drop_words(fact.customer)
        customer = codec.blob(fact.customer)
        self._db.execute(
            "UPDATE households SET name = '' "
            "WHERE id IN (SELECT fact FROM links WHERE keep = ? AND kind = 'household')",
            (customer,),
        )
        self._settle(customer)

    def formed(self, fact: HouseholdFormed, recorded: Recorded) -> None:
        """Customers share one balance."""
        first, *others = fact.members
        self._links.add(recorded, "household", keep=first, others=others)
        self._db.execute(
            "INSERT INTO households SELECT ?, iif(erased, '', ?) FROM customers WHERE id = ?",
            (codec.blob(fact.id), fact.name, codec.blob(first)),
        )

    def left(self, fact: HouseholdLeft, recorded: Recorded) -> None:
        """A customer left a household."""
        self._links.add(recorded, "left", keep=fact.customer, others=[fact.customer])

    def resolved(self, fact: Fact) -> Fact:
        """A fact as if it were about the record that stayed."""
        changed = {
            name: codec.identity(person)
            for name in ("customer", "payer", "referred_by")
            if (customer := getattr(fact, name, None)) and (person := self._person(codec.blob(customer)))
        }
        return replace(fact, **changed) if changed else fact

    def _drop_words(self, person: str) -> None:
        """Drops notes, what they said, and whatever a newer release keeps of a customer or a partner."""
        self._db.executemany(
            "DELETE FROM records WHERE kind = ? AND record = ? AND field = ?", self._journal.personal_fields(person)
        )

    def _stays(self, customer: bytes) -> bytes:
        return self._person(customer) or customer

    def _person(self, customer: bytes) -> bytes | None:
        row = self._db.execute("SELECT merged FROM customers WHERE id = ?", (customer,)).fetchone()
        return row[0] if row else None

    # --- one person

    def _settle(self, customer: bytes) -> None:
        """Gives everything of a person to the record that stays, whichever had it."""
        same = self._links.joined(customer, ("merge",))
        if len(same) == 1:
            return
        origins = [self._origin(each) for each in sorted(same)]
        stays = _who_stays(self._links.merges(same), [origin.id for origin in origins if not origin.erased])
        for origin in origins:
            self._db.execute(
                "UPDATE customers SET merged = ?, open_vouchers = 0, visits = 0, spend = 0, earned = 0, "
                "last_visit = '' WHERE id = ?",
                (None if origin.id == stays else stays, origin.id),
            )
            self._waiting.show(origin.id, same if origin.id == stays else ())
            if origin.id != stays:
                self._give(origin.id, stays)
        self._count(stays)
        self._promises.settle(stays)
        self._join_beginnings(origins, stays)
        self._tell(origins, stays)

    def _origin(self, customer: bytes) -> _Origin:
        found = self._journal.fact(codec.identity(customer))
        assert found is not None
        assert isinstance(found.fact, CustomerRegistered)
        (erased,) = self._db.execute("SELECT erased FROM customers WHERE id = ?", (customer,)).fetchone()
        profile = Profile() if erased else found.fact.profile or Profile()
        return _Origin(customer, found.stamp.at, profile, found.fact.referred_by, bool(erased))

    def _give(self, customer: bytes, to: bytes) -> None:
        for table, column in _OWNED:
            self._db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", (to, customer))
        self._db.execute(
            "INSERT INTO stamps SELECT ?, card, have FROM stamps WHERE customer = ? "
            "ON CONFLICT (customer, card) DO UPDATE SET have = have + excluded.have",
            (to, customer),
        )
        self._db.execute("DELETE FROM stamps WHERE customer = ?", (customer,))
        self._db.execute(
            "UPDATE customers SET referred_by = ? WHERE referred_by = ?", (codec.identity(to), codec.identity(customer))
        )

    def _count(self, customer: bytes) -> None:
        """A customer's sums, over their purchases as they stand."""
        self._db.execute(
            "UPDATE customers SET (visits, spend, earned, last_visit) = (SELECT count(*) FILTER "
            "(WHERE state <> 'voided'), coalesce(sum(due - refunded), 0), coalesce(sum(earned - taken_back), 0), "
            "coalesce(max(at) FILTER (WHERE state <> 'voided'), '') FROM purchases WHERE customer = customers.id) "
            "WHERE id = ?",
            (customer,),
        )

    def _join_beginnings(self, origins: list[_Origin], stays: bytes) -> None:
        """Whoever was registered twice came when they came first, and was brought by whoever brought them first."""
        friends = {origin.id: self._friend(origin, stays) for origin in origins}
        brought = friends[stays] or next(filter(None, friends.values()), "")
        first = min(origins, key=lambda origin: (origin.at, origin.id))
        for origin in origins:
            here = origin.id == stays
            self._db.execute(
                "UPDATE customers SET registered = ?, referred_by = ? WHERE id = ?",
                ((first if here else origin).at.isoformat(), brought if here else "", origin.id),
            )

    def _friend(self, origin: _Origin, stays: bytes) -> str:
        """Who brought somebody; empty for nobody, and for whoever brought themselves."""
        if not origin.referred_by:
            return ""
        friend = self._stays(codec.blob(origin.referred_by))
        return "" if friend == stays else codec.identity(friend)

    def _tell(self, origins: list[_Origin], stays: bytes) -> None:
        """Shows what is known of a person on the record that stays, and nothing on the others."""
        names = [codec.identity(origin.id) for origin in origins]
        since: dict[str, tuple[int, bytes]] = {codec.identity(stays): (0, b"")}
        for lamport, fact, *both in self._links.merges([origin.id for origin in origins]):
            for each in both:
                since.setdefault(codec.identity(each), (lamport, fact))
        words = self._db.execute(
            "SELECT field, value, record, lamport, fact FROM records WHERE kind = 'customer' AND record IN "
            f"({', '.join('?' * len(names))}) ORDER BY lamport, fact",
            names,
        ).fetchall()
        for origin in origins:
            told = {field: _NONE.get(field, "") for field in CUSTOMER_FIELDS}
            if origin.id == stays:
                told.update({name: getattr(origin.profile, name) for name in PERSONAL_FIELDS})
                told.update(
                    {
                        field: json.loads(value)
                        for field, value, record, *place in words
                        if tuple(place) > since[record] and (field != "tier" or record == codec.identity(stays))
                    }
                )
            self._people.show(origin.id, told)


def _who_stays(merges: list[tuple[int, bytes, bytes, bytes]], living: list[bytes]) -> bytes:
    """The record into which all others went in the end; where just that one was forgotten, the oldest other one."""
    person: dict[bytes, bytes] = {}
    last = b""
    for _lamport, _fact, keep, drop in merges:
        last, dropped = person.setdefault(keep, keep), person.setdefault(drop, drop)
        person.update({each: last for each, other in person.items() if other == dropped})
    return last if last in living or not living else living[0]
