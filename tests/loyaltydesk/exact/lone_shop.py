"""A shop in memory that another program talks to; vouchers are called "$v0", "$v1" … as they stand in the file."""

import json
from datetime import datetime
from random import Random
from typing import Any

from loyaltydesk.cli.link import Link
from loyaltydesk.desk import Desk
from tests.loyaltydesk.exact.histories import Ask
from tests.shop import store_of


class LoneShop:
    """Answers requests of a history."""

    def __init__(self, programme: str, *, desk: Desk | None = None) -> None:
        self._now = datetime(2026, 1, 1).astimezone()
        self.desk = desk or Desk.in_memory(programme, lambda: self._now, Random(7).randrange)
        self._link = Link(self.desk)

    def ask(self, **ask: Any) -> Ask:
        """The answer to a request; the shop's clock goes on to its time."""
        self._now = max(self._now, datetime.fromisoformat(ask["at"]).astimezone())
        rows = store_of(self.desk).connection.execute("SELECT code FROM vouchers ORDER BY id").fetchall()
        text = json.dumps(ask)
        for number, (code,) in enumerate(rows):
            text = text.replace(f'"$v{number}"', f'"{code}"')
        answer = json.loads(self._link.answer(text.encode()))
        assert isinstance(answer, dict)
        assert answer.get("refused") != "Fault", ask
        return answer
