"""Suppliers and partner shops: written down, changed, put away, forgotten, and brought to mind in time."""

from collections.abc import Iterable
from datetime import date

from loyaltydesk.desk.core import Core
from loyaltydesk.model.agenda import Matter, MatterKind, Urgency
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.folding import fold
from loyaltydesk.model.partners import FORGOTTEN, PARTNER, Due, Partner, PartnerCard, checked_partner
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.words.partners import due_text

_Fields = dict[str, str | int | bool | None]
_WORDS = ("name", "contact", "phone", "email", "address", "tax_id", "terms")
"""May be about a person, as a partner may be one, and are kept so that they can be forgotten."""


class Partners:
    """Whom the shop works with, a record for each; the last word of all tills counts, field by field."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- reading

    def everything(self, *, put_away: bool = False) -> list[Partner]:
        """All of them by name, or those that were put away."""
        found = (each for each in self._core.store.partners.everything() if each.put_away is put_away)
        return sorted(found, key=lambda each: (fold(each.card.name), each.id))

    def get(self, partner: str) -> Partner:
        """The one with this id. Raises BadRequest when there is none."""
        found = self._core.store.partners.named(partner) if partner else None
        if found is None:
            raise BadRequest("partner", "partner_gone")
        return found

    def called(self, name: str) -> Partner:
        """The one with this id, or the only one of this name. Raises BadRequest for none, and for several."""
        found = self._core.store.partners.named(name) if name else None
        if found:
            return found
        meant = [each for each in self._core.store.partners.everything() if fold(each.card.name) == fold(name)]
        if len(meant) != 1:
            raise BadRequest("partner", "partner_several" if meant else "partner_gone")
        return meant[0]

    def due(self, today: date | None = None) -> list[Due]:
        """What there is to see to: reminders whose day has come, and agreements that end within 30 days or are over.

        The soonest day first; of nobody who was put away.
        """
        today = today or self._core.now().date()
        partners = {each.id: each for each in self.everything()}
        found = [
            Due(partners[each.partner], each.day, each)
            for each in self._core.store.partners.reminders()
            if each.partner in partners and each.is_due(today)
        ]
        found += [Due(each, each.card.until or today) for each in partners.values() if each.ends_soon(today)]
        return sorted(found, key=lambda each: (each.day, each.partner.card.name))

    def matters(self, today: date) -> Iterable[Matter]:
        """The same for the owner's list: late, for today, and ends that are only near."""
        due = self.due(today)
        late = [each for each in due if each.day < today]
        now = [each for each in due if each.day >= today and each.reminder]
        near = [each for each in due if each.day >= today and not each.reminder]
        for urgency, matters in ((Urgency.LATE, late), (Urgency.SOON, now), (Urgency.NOTED, near)):
            if matters:
                first = matters[0]
                what = f"suppliers:{first.partner.id}" if len(matters) == 1 else "suppliers:due"
                name, text = first.partner.card.name, due_text(first)
                kind = MatterKind.PARTNER_REMINDER
                yield Matter(kind, urgency, len(matters), "partners", what, name, text, first.day)

    # --- writing

    def add(self, card: PartnerCard, stamp: Stamp | None = None) -> Partner:
        """Writes a partner down. Raises BadRequest where there is no name, and for what cannot be true."""
        stamp, card = stamp or self._core.stamp(), self._checked(card)
        with self._core.writing():
            name = self._core.new_id()()
            fields, words = _told(card)
            begun: _Fields = {"at": stamp.at.isoformat(timespec="seconds"), "staff": stamp.staff}
            self._save(name, stamp, fields={**begun, **fields}, words=words)
        return self.get(name)

    def change(self, partner: str, card: PartnerCard, stamp: Stamp | None = None) -> Partner:
        """Keeps what is different in `card`. Raises BadRequest as `add`, and where there is no such partner."""
        stamp, card = stamp or self._core.stamp(), self._checked(card)
        with self._core.writing():
            before_fields, before_words = _told(self.get(partner).card)
            fields, words = _told(card)
            fields = {name: value for name, value in fields.items() if value != before_fields[name]}
            words = {name: value for name, value in words.items() if value != before_words[name]}
            if fields or words:
                self._save(partner, stamp, fields=fields, words=words)
        return self.get(partner)

    def put_away(self, partner: str, *, away: bool = True, stamp: Stamp | None = None) -> Partner:
        """Puts a partner away with all that is kept, or takes one out again. Raises BadRequest where there is none."""
        with self._core.writing():
            if self.get(partner).put_away != away:
                self._save(partner, stamp or self._core.stamp(), fields={"put_away": away})
        return self.get(partner)

    def forget(self, partner: str, stamp: Stamp | None = None) -> None:
        """Forgets a partner with the reminders and notes: not a word is kept. Raises BadRequest where there is none."""
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            found = self.get(partner)
            self._save(found.id, stamp, fields={FORGOTTEN: True})
            self._core.store.forget_partner(found.id)

    # --- inside

    def _checked(self, card: PartnerCard) -> PartnerCard:
        region = self._core.store.records.fields("shop", "shop").get("region", "")
        return checked_partner(card, str(region))

    def _save(self, partner: str, stamp: Stamp, *, fields: _Fields, words: dict[str, str] | None = None) -> None:
        saved = RecordSaved(id=self._core.new_id()(), kind=PARTNER, record=partner, fields=fields, personal=words or {})
        self._core.record([saved], stamp)


def _told(card: PartnerCard) -> tuple[_Fields, dict[str, str]]:
    """What is kept of a partner for good, and what can be forgotten."""
    fields: _Fields = {
        "kind": card.kind.value,
        "payment_days": card.payment_days,
        "discount": card.discount,
        "until": card.until.isoformat() if card.until else None,
    }
    return fields, {name: getattr(card, name) for name in _WORDS}
