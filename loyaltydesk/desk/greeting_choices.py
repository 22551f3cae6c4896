"""The owner's choices about greetings: whom the shop greets, and what the paper of each occasion looks like."""

from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.model.customers import checked_name_day
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.greetings import OWN, GreetingDesign, GreetingRules, OwnDay
from loyaltydesk.model.refusals import BadRequest

RULES, DESIGN = "greeting_rules", "greeting_design"
_ALL = "all"  # the record of the look of whatever has none of its own
LONGEST = 200  # letters of a heading or a name
_Choices = TypeVar("_Choices", GreetingRules, GreetingDesign)


class GreetingChoices:
    """What the owner chose; what nobody chose yet is as the model has it."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def country(self) -> str:
        """The shop's country (ISO 3166): as it is set, or as its language lets guess."""
        shop = self._core.store.records.fields("shop", "shop")
        language = self.language()
        return str(shop.get("region") or {"en": "GB"}.get(language, language)).upper()

    def language(self) -> str:
        """The shop's language."""
        return str(self._core.store.records.fields("shop", "shop").get("language", "en"))

    def shop_name(self) -> str:
        """What the shop is called; by its programme where nothing was set."""
        name = str(self._core.store.records.fields("shop", "shop").get("name", ""))
        return name or self._core.programme.name

    def rules(self) -> GreetingRules:
        """Whom the shop greets."""
        return _read(GreetingRules, self._core.store.records.fields(RULES, _ALL))

    def save_rules(self, rules: GreetingRules, stamp: Stamp | None = None) -> None:
        """Keeps what is different. Raises BadRequest for a day of its own that is none."""
        own = tuple(_checked(day) for day in rules.own)
        self._save(RULES, _ALL, before=self.rules(), after=replace(rules, own=own), stamp=stamp)

    def design(self, key: str = "") -> GreetingDesign:
        """What a kind of greeting looks like: its own choices over those for all."""
        records = self._core.store.records
        fields = dict(records.fields(DESIGN, _ALL))
        if key:
            fields |= records.fields(DESIGN, key)
        return _read(GreetingDesign, fields)

    def save_design(self, design: GreetingDesign, key: str = "", stamp: Stamp | None = None) -> None:
        """Keeps what is different."""
        tidy = replace(design, heading=_tidy(design.heading), signed=_tidy(design.signed))
        self._save(DESIGN, key or _ALL, before=self.design(key), after=tidy, stamp=stamp)

    def _save(
        self, kind: str, record: str, *, before: msgspec.Struct, after: msgspec.Struct, stamp: Stamp | None
    ) -> None:
        old, new = msgspec.to_builtins(before), msgspec.to_builtins(after)
        changed = {name: _flat(value) for name, value in new.items() if value != old[name]}
        if changed:
            with self._core.writing():
                saved = RecordSaved(id=self._core.new_id()(), kind=kind, record=record, fields=changed)
                self._core.record([saved], stamp or self._core.stamp())


def _read(kind: type[_Choices], fields: dict[str, Any]) -> _Choices:
    """The choices out of their fields; one that this release cannot read is as nobody had chosen it."""
    chosen = kind()
    for name, value in fields.items():
        if name in kind.__struct_fields__:
            is_list = isinstance(getattr(chosen, name), tuple)
            try:
                plain = msgspec.json.decode(value) if is_list else value
                chosen = msgspec.convert({**msgspec.to_builtins(chosen), name: plain}, kind)
            except (msgspec.MsgspecError, TypeError):
                continue
    return chosen


def _flat(value: Any) -> str | int | bool | None:
    """Lists stand as text in a record."""
    return msgspec.json.encode(value).decode() if isinstance(value, list | tuple) else value


def _checked(day: OwnDay) -> OwnDay:
    name = _tidy(day.name)
    if not name:
        raise BadRequest("own", "missing")
    if not day.key.startswith(OWN) or not day.key.isascii() or "/" in day.key:
        raise BadRequest("own", "wrong_value")
    return OwnDay(day.key, name, checked_name_day(day.day))


def _tidy(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST]
