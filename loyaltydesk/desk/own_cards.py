"""Knows which customer each of the staff is, so that nobody earns on a purchase they ring up themselves."""

from collections.abc import Iterable

from loyaltydesk.model.customers import Customer
from loyaltydesk.model.staff import STAFF, Member, Role
from loyaltydesk.store.store import Store


class OwnCards:
    """The customers that the staff are, read once and kept until the list may be another."""

    def __init__(self) -> None:
        self._customers: dict[str, str] = {}  # by folded name
        self._seen: tuple[int, int] | None = None

    def forget(self) -> None:
        """Reads the list anew at the next question."""
        self._seen = None

    def is_own(self, customer: Customer, names: Iterable[str], store: Store) -> bool:
        """Whether a customer is one of the staff called `names`, or of their household."""
        version = store.version()
        if version != self._seen:
            self._customers, self._seen = _customers(store), version
        if not self._customers:
            return False
        own = (self._customers.get(name.casefold()) for name in names)
        return any(_is_one_of(customer, each, store) for each in own if each)


def members_in(store: Store) -> tuple[Member, ...]:
    """Everybody on the list, whoever left at the end, by name."""
    found = (_member(name, store) for name in store.records.names(STAFF))
    known = [member for member in found if member]
    return tuple(sorted(known, key=lambda member: (not member.is_active, member.name.casefold(), member.id)))


def _customers(store: Store) -> dict[str, str]:
    return {
        name.casefold(): member.customer for member in members_in(store) if member.customer for name in member.names
    }


def _is_one_of(customer: Customer, own: str, store: Store) -> bool:
    if customer.id == own:
        return True
    person = store.deeds.person(own)
    if person is None:
        return False
    record, household = person
    return record == customer.id or (household is not None and household == customer.household)


def _member(record: str, store: Store) -> Member | None:
    """One of the list; None where another release wrote it and has no name for them."""
    kept = store.records.fields(STAFF, record)
    name = kept.get("name")
    if not isinstance(name, str) or not name:
        return None
    role = kept.get("role")
    return Member(
        record,
        name,
        Role(role) if role in tuple(Role) else Role.CASHIER,
        kept.get("active") is not False,
        str(kept["customer"]) if kept.get("customer") else None,
        str(kept.get("payroll") or ""),
        tuple(filter(None, str(kept.get("also") or "").split("\n"))),
    )
