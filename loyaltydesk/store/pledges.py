"""Reads what the shop owes its customers by a day: the records "pledge", named by customer and identity."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from loyaltydesk.model.pledges import PLEDGE, Pledge, PledgeKind, PledgeState
from loyaltydesk.store.sqlite import Connection
from loyaltydesk.store.voices import stayed

_READ = f"SELECT record, json_group_object(field, json(value)) FROM records WHERE kind = '{PLEDGE}' AND"


class Pledges:
    """Promises and warranties, for each person on whichever of their records they were written down."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def of(self, customers: Iterable[str]) -> list[Pledge]:
        """What somebody with these records was promised, whose own comes first; the soonest day first."""
        found: list[Pledge | None] = []
        names = list(customers)
        for name in names:
            span = (f"{name}/", f"{name}0")
            rows = self._db.execute(f"{_READ} record >= ? AND record < ? GROUP BY record", span)
            found += [_pledge(record, fields, customer=names[0]) for record, fields in rows]
        return _in_order(found)

    def named(self, pledge: str) -> Pledge | None:
        """The one with this id; None when there is none, and when its words are forgotten."""
        return next(iter(self._found("record = ?", pledge)), None)

    def everything(self) -> list[Pledge]:
        """All of them, the soonest day first."""
        return self._found("true")

    def open(self) -> list[Pledge]:
        """All that are neither kept nor broken, the soonest day first."""
        return self._found(
            "record IN (SELECT record FROM records WHERE kind = ? AND field = 'state' AND value = '\"open\"')", PLEDGE
        )

    def _found(self, condition: str, *values: str) -> list[Pledge]:
        rows = self._db.execute(f"{_READ} {condition} GROUP BY record", values).fetchall()
        whose = [stayed(self._db, record.partition("/")[0]) for record, _fields in rows]
        return _in_order(
            _pledge(record, fields, customer=customer) for (record, fields), customer in zip(rows, whose, strict=True)
        )


def _pledge(record: str, fields: str, *, customer: str) -> Pledge | None:
    """What a record says; None without words, which are forgotten with their customer, and for what is unknown here."""
    told: dict[str, Any] = json.loads(fields)
    if not told.get("text"):
        return None
    try:
        return Pledge(
            id=record,
            customer=customer,
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
    except (KeyError, ValueError, TypeError):  # written by another release
        return None


def _in_order(pledges: Iterable[Pledge | None]) -> list[Pledge]:
    return sorted((each for each in pledges if each), key=lambda each: (each.until, each.id.partition("/")[2]))
