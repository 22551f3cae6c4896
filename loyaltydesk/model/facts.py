"""The facts: what can happen in the shop, kept in the journal for good; all else on the disk follows from them."""

import re
from datetime import date, datetime
from typing import Annotated

from msgspec import Struct, field

from loyaltydesk.model.companies import HOLDER
from loyaltydesk.model.fact import PERSONAL, Fact
from loyaltydesk.model.partners import OF_A_PARTNER
from loyaltydesk.model.person_facts import (
    CardIssued,
    CustomerErased,
    CustomerRegistered,
    CustomersMerged,
    HouseholdFormed,
    HouseholdLeft,
)
from loyaltydesk.model.pledges import PLEDGE
from loyaltydesk.model.point_facts import GiftTakenBack, PointsAdjusted, PointsExpired, PointsGiven
from loyaltydesk.model.purchase_facts import PurchaseAttached, PurchaseRecorded, PurchaseReturned
from loyaltydesk.model.surveys import ANSWER
from loyaltydesk.model.voices import VOICE
from loyaltydesk.model.voucher_facts import VoucherCancelled, VoucherIssued, VoucherUsed

__all__ = [
    "KINDS",
    "PERSONAL",
    "CardIssued",
    "CustomerErased",
    "CustomerRegistered",
    "CustomersMerged",
    "Fact",
    "GiftTakenBack",
    "HouseholdFormed",
    "HouseholdLeft",
    "PointsAdjusted",
    "PointsExpired",
    "PointsGiven",
    "ProgrammeChanged",
    "PurchaseAttached",
    "PurchaseRecorded",
    "PurchaseReturned",
    "RecordSaved",
    "Recorded",
    "Stamp",
    "VoucherCancelled",
    "VoucherIssued",
    "VoucherUsed",
]


class ProgrammeChanged(Fact, frozen=True, kw_only=True):
    """New rules are in force, as the text of a programme file."""

    version: int
    toml: str
    from_day: date | None = None  # None: at once, and for every day


_IDENTITY = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
OF_A_CUSTOMER = frozenset(("customer", "greeting", "call", "wishes", VOICE, PLEDGE, ANSWER, HOLDER))
"""The kinds of records whose personal fields go with their customer."""
NAMED_BY_CUSTOMER = frozenset((VOICE, PLEDGE))
"""Those of them whose names begin with the customer; those of the others end with the customer."""


class RecordSaved(Fact, frozen=True, kw_only=True):
    """Settings of something: the last writer wins, field by field. `personal` ones can be erased."""

    kind: str
    record: str
    fields: dict[str, str | int | bool | None] = field(default_factory=dict)
    personal: Annotated[dict[str, str], PERSONAL] = field(default_factory=dict)

    @property
    def customer_id(self) -> str | None:
        """The customer, when the settings are a customer's, or the partner whose they are.

        It is the last part of the record's name, or its first; None for a record that another release names in another
        way.
        """
        if self.kind == "customer":
            return self.record
        if self.kind in NAMED_BY_CUSTOMER or self.kind in OF_A_PARTNER:
            name = self.record.partition("/")[0]
        else:
            name = self.record.rpartition("/")[2] if self.kind in OF_A_CUSTOMER else ""
        return name if _IDENTITY.fullmatch(name) else None


KINDS: dict[str, type[Fact]] = {
    kind.__name__: kind
    for kind in (
        ProgrammeChanged,
        RecordSaved,
        CustomerRegistered,
        CustomerErased,
        CardIssued,
        PurchaseRecorded,
        PurchaseAttached,
        PurchaseReturned,
        PointsAdjusted,
        PointsExpired,
        PointsGiven,
        GiftTakenBack,
        CustomersMerged,
        HouseholdFormed,
        HouseholdLeft,
        VoucherIssued,
        VoucherUsed,
        VoucherCancelled,
    )
}


class Stamp(Struct, frozen=True):
    """When, where, by whom and under which key something was done; `till` is the name the till goes by."""

    at: datetime
    staff: str = ""
    till: str = ""
    key: str = ""

    @property
    def day(self) -> date:
        """The shop's own day."""
        return self.at.date()


class Recorded(Struct, frozen=True):
    """A fact in its place in the journal: the installation's identity, its gapless number and its Lamport counter."""

    fact: Fact
    stamp: Stamp
    origin: str
    seq: int
    lamport: int
