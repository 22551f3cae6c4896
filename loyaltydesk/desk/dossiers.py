"""Everything that is kept about a person, also what this release knows nothing of: the right to see it.

What is known well stands in chapters of its own. Then comes every record that is named after the person or names them,
and at last every personal word that ever was written down, with when, by whom and where it came from. So nothing that
the journal keeps about somebody can be missing, whatever kind it is of.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby
from typing import Any

import msgspec

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.dossier_chapters import Known, columns
from loyaltydesk.desk.greeting_marks import KIND as GREETING
from loyaltydesk.desk.greeting_marks import WISHES
from loyaltydesk.desk.imports import KIND as IMPORT
from loyaltydesk.model.campaigns import MEMBER
from loyaltydesk.model.dossiers import Chapter, Dossier
from loyaltydesk.model.exports import Value
from loyaltydesk.model.focus_groups import FOCUS, PLACE
from loyaltydesk.model.greetings import CALL
from loyaltydesk.model.pledges import PLEDGE
from loyaltydesk.model.surveys import ANSWER
from loyaltydesk.model.voices import VOICE
from loyaltydesk.store.dossiers import Field, Told

OWN = {
    GREETING: "greetings", CALL: "calls", WISHES: "wishes", "prompt": "wishes", VOICE: "voices", PLEDGE: "pledges",
    ANSWER: "answers", MEMBER: "campaigns", PLACE: "focus_groups",
}  # fmt: skip
"""The kinds of records that have a chapter of their own; all others are told in the last one of records."""
FURTHER = "further"


class Dossiers:
    """What the shop keeps about one person."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def of(self, customer: str) -> Dossier:
        """Everything about a customer. Raises UnknownCustomer."""
        store = self._core.store
        with store.reading():
            person = self._core.customer(customer)
            records = [person.id, *store.households.merged_into(person.id)]
            cards = [card.id for record in records for card in store.customers.cards(record)]
            chapters = [
                *Known(self._core, person, records).chapters(),
                *self._records([*records, *cards]),
                Chapter("told", columns("at staff source kind field value"), tuple(self._told(records, cards))),
                Chapter("asked", columns("key value"), tuple(store.dossiers.answers(records))),
            ]
            shop = str(store.records.fields("shop", "shop").get("name", ""))
        filled = tuple(each for each in chapters if each.rows)
        return Dossier(person.id, person.profile.called, self._core.now(), shop, filled)

    # --- records

    def _records(self, ids: list[str]) -> Iterator[Chapter]:
        """A chapter for each kind that has its own, and one for the rest."""
        rows: dict[str, list[tuple[Value, ...]]] = {}
        fields = self._core.store.dossiers.fields(ids)
        for (kind, record), of_record in groupby(fields, key=lambda field: (field.kind, field.record)):
            told = list(of_record)
            key = OWN.get(kind, FURTHER)
            about = self._about(kind, record, ids=ids)
            for field in told:
                rows.setdefault(key, []).extend(_flat(field, about if key != FURTHER else f"{kind} {about}".strip()))
        names = columns("record field value at staff")
        for key in (*dict.fromkeys(OWN.values()), FURTHER):
            yield Chapter(key, names, tuple(rows.get(key, ())))

    def _about(self, kind: str, record: str, *, ids: Iterable[str]) -> str:
        """What a record is about, beside the person: the title of a survey, the kind of a greeting and its year."""
        parts = [part for part in record.split("/") if part not in ids]
        if kind == ANSWER and parts:
            title = self._core.store.records.fields("survey", parts[0]).get("title")
            return str(title) if title else parts[0]
        if kind == PLACE and parts:
            return str(_read(self._core.store.records.fields(FOCUS, parts[0]).get("draw"), "title") or parts[0])
        return "/".join(parts)

    # --- every personal word

    def _told(self, records: list[str], cards: list[str]) -> Iterator[tuple[Value, ...]]:
        imports = self._imports()
        for told in self._core.store.dossiers.told(records, cards):
            kind = str(told.said.get("kind", "")) if told.kind == "RecordSaved" else ""
            for name, value in _leaves("", told.personal):
                if value != "":
                    yield told.at, told.staff, _source(told, imports), f"{told.kind} {kind}".strip(), name, value

    def _imports(self) -> list[tuple[str, int, int, str]]:
        """The imports: the installation, the first fact and the last, and the name of the file."""
        found = []
        for name in self._core.store.records.names(IMPORT):
            fields = self._core.store.records.fields(IMPORT, name)
            if {"origin", "first", "last"} <= fields.keys():
                found.append(
                    (str(fields["origin"]), int(fields["first"]), int(fields["last"]), str(fields.get("file", "")))
                )
        return found


def _flat(field: Field, about: str) -> Iterator[tuple[Value, ...]]:
    for name, value in _leaves(field.field, field.value):
        if value != "":
            yield about, name, value, field.at, field.staff


def _leaves(name: str, value: Any) -> Iterator[tuple[str, Value]]:
    """Every single value within a value, by its path; what is written as JSON within text is opened, too."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        with suppress(msgspec.MsgspecError):  # words that begin so
            value = msgspec.json.decode(value)
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(f"{name}.{key}".lstrip("."), inner)
    elif isinstance(value, list):
        for place, inner in enumerate(value, 1):
            yield from _leaves(f"{name} {place}".strip(), inner)
    elif isinstance(value, bool) or value is None:
        yield name, "" if value is None else "yes" if value else "no"
    else:
        yield name, value if isinstance(value, str | int) else str(value)


def _read(text: object, name: str) -> object:
    """A value within JSON text; None where it is none."""
    try:
        told = msgspec.json.decode(str(text))
    except msgspec.MsgspecError:
        return None
    return told.get(name) if isinstance(told, dict) else None


def _source(told: Told, imports: Iterable[tuple[str, int, int, str]]) -> str:
    """Where it came from: the file of an import, or the till."""
    origin, seq = told.place
    file = next((file for chain, first, last, file in imports if chain == origin and first <= seq <= last), None)
    return told.till if file is None else file
