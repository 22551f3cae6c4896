"""How the shop's paper looks: the design of its card, and the pictures that belong to it, kept in the file."""

from base64 import b64decode, b64encode
from hashlib import sha256

from msgspec import to_builtins

from loyaltydesk.desk.core import Core
from loyaltydesk.model.design import COLOUR, CardDesign, checked_design, design_of
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.refusals import BadRequest

LARGEST_PICTURE = 400_000  # bytes; it stays in the journal and in every backup for good


class Designs:
    """The looks of paper."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def card(self) -> CardDesign:
        """The design of the card; of a shop that chose none, one in the colour it chose for its paper before."""
        records = self._core.store.records
        colour = str(records.fields("shop", "shop").get("colour", COLOUR)).upper()
        return design_of(records.fields("design", "card"), colour)

    def save_card(self, design: CardDesign, stamp: Stamp | None = None, *, before: CardDesign | None = None) -> None:
        """Keeps what is different from the design that was seen `before` (None: the one that is kept), field by field.

        Two people can so change two things. Raises BadRequest for a colour, a text or a name that none can be, and for
        a logo that is not kept.
        """
        with self._core.writing():
            after, seen = checked_design(design), to_builtins(before or self.card())
            if after.logo and self.picture(after.logo) is None:
                raise BadRequest("logo", "wrong_value")
            changed = {name: value for name, value in to_builtins(after).items() if value != seen[name]}
            self._save("design", "card", fields=changed, stamp=stamp)

    def picture(self, name: str) -> bytes | None:
        """A picture (PNG or JPEG) that the file keeps under this name; None when it keeps none, or another by now."""
        kept = self._core.store.records.fields("picture", name).get("content")
        try:
            content = b64decode(kept) if isinstance(kept, str) else b""
        except ValueError:
            return None
        return content if name_of(content) == name else None

    def keep_picture(self, content: bytes, stamp: Stamp | None = None) -> str:
        """Keeps a picture and returns its name, which is the same for the same picture. Raises BadRequest.

        It must be made small before, as `printing.logo.small` does.
        """
        if not 0 < len(content) <= LARGEST_PICTURE:
            raise BadRequest("picture", "wrong_value")
        name = name_of(content)
        with self._core.writing():
            if self.picture(name) is None:
                self._save("picture", name, fields={"content": b64encode(content).decode()}, stamp=stamp)
        return name

    def _save(self, kind: str, record: str, *, fields: dict[str, str | int | bool | None], stamp: Stamp | None) -> None:
        if fields:
            saved = RecordSaved(id=self._core.new_id()(), kind=kind, record=record, fields=fields)
            self._core.record([saved], stamp or self._core.stamp())


def name_of(content: bytes) -> str:
    """What a picture is kept under."""
    return sha256(content).hexdigest()[:16]
