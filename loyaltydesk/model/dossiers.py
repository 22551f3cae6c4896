"""A dossier: everything that is kept about a person, in chapters, for whoever it is about."""

from datetime import datetime

from msgspec import Struct

from loyaltydesk.model.exports import ExportColumn, Value

MONEY = frozenset(("spend",))
"""The fields of a chapter of fields that are minor units."""


class Chapter(Struct, frozen=True):
    """A part of a dossier; `key` names it in `loyaltydesk.words.dossiers`. Rows have as many cells as columns."""

    key: str
    columns: tuple[ExportColumn, ...]
    rows: tuple[tuple[Value, ...], ...]


class Dossier(Struct, frozen=True):
    """Everything about a customer at one moment; chapters without rows are left out."""

    customer: str
    name: str
    at: datetime
    shop: str
    chapters: tuple[Chapter, ...]

    def chapter(self, key: str) -> Chapter | None:
        """The chapter with this key."""
        return next((each for each in self.chapters if each.key == key), None)
