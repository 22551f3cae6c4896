"""Reads what the shop owes its customers by a day: the records "pledge", named by customer and identity."""

from datetime import date, datetime
from typing import Any

from loyaltydesk.model.pledges import PLEDGE, Pledge, PledgeKind, PledgeState
from loyaltydesk.store.customer_records import CustomerRecords


class Pledges(CustomerRecords[Pledge]):
    """Promises and warranties, the soonest day first."""

    kind = PLEDGE

    def open(self) -> list[Pledge]:
        """All that are neither kept nor broken, the soonest day first."""
        return self._found(self._with, "state", '"open"')

    def _told(self, record: str, told: dict[str, Any], customer: str | None) -> Pledge:
        return Pledge(
            id=record,
            customer=customer or "",
            kind=PledgeKind(told["kind"]),
            text=told["text"],
            until=date.fromisoformat(told["until"]),
            at=datetime.fromisoformat(told["at"]),
            staff=told.get("staff") or "",
            keeper=told.get("keeper") or "",
            purchase=told.get("purchase") or "",
            state=PledgeState(told["state"]),
            closed_at=datetime.fromisoformat(told["closed_at"]) if told.get("closed_at") else None,
            note=told.get("note") or "",
        )

    def _place(self, record: Pledge) -> tuple[Any, ...]:
        return record.until, record.id.partition("/")[2]
