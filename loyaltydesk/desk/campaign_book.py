"""The records of campaigns: each as it was begun, and the customers within it."""

from datetime import datetime

import msgspec
from msgspec.structs import replace

from loyaltydesk.desk.core import Core
from loyaltydesk.model.campaigns import CAMPAIGN, MEMBER, Campaign, Member
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.refusals import BadRequest

HEAD, STOPPED, VOUCHER = "head", "stopped", "voucher"


class CampaignBook:
    """A record for a campaign, and one for each customer within; nothing in them is personal."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def all(self) -> list[Campaign]:
        """Every campaign, the newest first; one that another release wrote in its own way is passed over."""
        found = [self._read(name) for name in self._core.store.records.names(CAMPAIGN)]
        return sorted((each for each in found if each), key=lambda each: (each.begun, each.id), reverse=True)

    def get(self, campaign: str) -> Campaign:
        """The campaign with this id. Raises BadRequest where there is none."""
        found = self._read(campaign)
        if found is None:
            raise BadRequest(campaign[:64], "no_such_campaign")
        return found

    def members(self, campaign: str) -> list[Member]:
        """The customers within, in the order they were chosen; two records of one person are two of them."""
        kept = self._core.store.greetings.kept(MEMBER, f"{campaign}/")
        return [Member(each.customer, str(each.fields.get(VOUCHER, ""))) for each in kept]

    def voucher(self, campaign: str, customer: str) -> str:
        """The code of a customer's voucher, also of one to a record that went into theirs; empty for none."""
        for record in (customer, *self._core.store.households.merged_into(customer)):
            code = self._core.store.records.fields(MEMBER, f"{campaign}/{record}").get(VOUCHER, "")
            if code:
                return str(code)
        return ""

    # --- writing, only within a transaction

    def begin(self, campaign: Campaign, stamp: Stamp) -> None:
        """Writes down how a campaign was begun."""
        self._save(CAMPAIGN, campaign.id, fields={HEAD: msgspec.json.encode(campaign).decode()}, stamp=stamp)

    def join(self, campaign: str, member: Member, stamp: Stamp) -> None:
        """Writes down one customer within."""
        self._save(MEMBER, f"{campaign}/{member.customer}", fields={VOUCHER: member.voucher}, stamp=stamp)

    def stop(self, campaign: str, stamp: Stamp) -> None:
        """Writes down that a campaign goes on no more."""
        self._save(CAMPAIGN, campaign, fields={STOPPED: stamp.at.isoformat(timespec="seconds")}, stamp=stamp)

    # --- inside

    def _save(self, kind: str, record: str, *, fields: dict[str, str], stamp: Stamp) -> None:
        saved = RecordSaved(id=self._core.new_id()(), kind=kind, record=record, fields=dict(fields))
        self._core.record([saved], stamp)

    def _read(self, name: str) -> Campaign | None:
        fields = self._core.store.records.fields(CAMPAIGN, name)
        try:
            head = msgspec.json.decode(str(fields.get(HEAD, "")), type=Campaign)
            stopped = fields.get(STOPPED)
            return replace(head, stopped=datetime.fromisoformat(str(stopped)) if stopped else None)
        except (msgspec.MsgspecError, ValueError):
            return None
