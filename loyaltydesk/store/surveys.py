"""Reads what was answered to surveys, and who can be asked to a focus group."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import cache

import msgspec
from msgspec import Struct

from loyaltydesk.model.survey_sheets import START
from loyaltydesk.model.surveys import ANSWER, Answer, Given, Value, Via
from loyaltydesk.store import codec
from loyaltydesk.store.sqlite import Connection

_READ = (
    "SELECT record, max(value) FILTER (WHERE field = 'answer'), max(value) FILTER (WHERE field = 'words') "
    f"FROM records WHERE kind = '{ANSWER}' AND"
)
_Row = tuple[str, str | None, str | None]


class KeptAnswer(Struct, frozen=True):
    """What stands in the field "answer" of a record; what was written stands beside it, as it can be erased."""

    version: str
    at: str
    via: Via
    values: tuple[Value, ...]
    group: str = ""
    tier: str = ""


class Surveys:
    """The records "survey_answer", named by survey, answer, and customer where it is known whose it is."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def answers(self, survey: str) -> list[Answer]:
        """All answers to a survey, the oldest first."""
        rows = self._db.execute(f"{_READ} record >= ? AND record < ? GROUP BY record", (f"{survey}/", f"{survey}0"))
        return self._read(rows.fetchall())

    def sheets(self, survey: str) -> int:
        """How many answers to a survey came back on a sheet, whose code begins the name of each."""
        row = self._db.execute(
            f"SELECT count(*) FROM records WHERE kind = '{ANSWER}' AND field = 'answer' AND record >= ? AND record < ?",
            (f"{survey}/{START}", f"{survey}/{chr(ord(START) + 1)}"),
        ).fetchone()
        return int(row[0])

    def answer(self, begins: str) -> Answer | None:
        """The answer whose record's name begins so, whoever gave it."""
        rows = self._db.execute(f"{_READ} record >= ? AND record < ? GROUP BY record", (f"{begins}/", f"{begins}0"))
        return next(iter(self._read(rows.fetchall())), None)

    def of(self, customers: Iterable[str]) -> list[Answer]:
        """What was answered by somebody with these records, the oldest first; only answers that name them."""
        found: list[_Row] = []
        for customer in customers:
            rows = self._db.execute(f"{_READ} substr(record, -37) = ? GROUP BY record", (f"/{customer}",))
            found += rows.fetchall()
        return self._read(found)

    def eligible(self, tier: str = "") -> list[str]:
        """Everybody who agreed to be written to, has a phone number and is not blocked, in the order of their ids."""
        rows = self._db.execute(
            "SELECT id FROM customers WHERE consent <> '' AND phone <> '' AND blocked = 0 AND erased = 0 "
            "AND merged IS NULL AND (?1 = '' OR tier = ?1) ORDER BY id",
            (tier,),
        )
        return [codec.identity(row[0]) for row in rows]

    def _read(self, rows: Iterable[_Row]) -> list[Answer]:
        """The answers that these rows hold; what another release writes in its own way is passed over."""
        person = cache(self._person)
        found = (_answer(row, person) for row in rows)
        return sorted((answer for answer in found if answer), key=lambda answer: (answer.at, answer.id))

    def _person(self, record: str) -> str | None:
        """Whose record it is by now; None for somebody who was forgotten."""
        sql = (
            "SELECT coalesce(stays.id, had.id), coalesce(stays.erased, had.erased) FROM customers had "
            "LEFT JOIN customers stays ON stays.id = had.merged WHERE had.id = ?"
        )
        try:
            row = self._db.execute(sql, (codec.blob(record),)).fetchone()
        except ValueError:  # another release names its records in another way
            return record
        if row is None:  # another till has not told of them yet
            return record
        return None if row[1] else codec.identity(row[0])


def _answer(row: _Row, person: Callable[[str], str | None]) -> Answer | None:
    record, answer, words = row
    survey, _, rest = record.partition("/")
    whose = rest.rpartition("/")[2]
    try:
        kept = msgspec.json.decode(str(json.loads(answer or '""')), type=KeptAnswer)
        written = msgspec.json.decode(str(json.loads(words or '"{}"')) or "{}", type=dict[int, str])
        return Answer(
            id=record,
            survey=survey,
            version=kept.version,
            given=Given(kept.values, written),
            at=datetime.fromisoformat(kept.at),
            via=kept.via,
            group=kept.group,
            tier=kept.tier,
            customer=None if whose == "-" else person(whose),
        )
    except (msgspec.MsgspecError, ValueError):
        return None
