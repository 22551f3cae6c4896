"""Promises to customers and their warranties: written down with a last day, spoken of in time, kept or broken."""

from datetime import date

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.voices import purchase_of
from loyaltydesk.model.facts import RecordSaved, Stamp
from loyaltydesk.model.pledges import PLEDGE, NewPledge, Pledge, PledgeKind, PledgeState, checked_pledge
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.voices import LONGEST_ANSWER, short_line

_Fields = dict[str, str | int | bool | None]


class Pledges:
    """What the shop owes by a day, a record for each; the last word of all tills counts, field by field."""

    def __init__(self, core: Core) -> None:
        self._core = core

    # --- reading

    def of(self, customer: str) -> list[Pledge]:
        """Every promise and warranty of a customer, the soonest day first. Raises UnknownCustomer."""
        store, person = self._core.store, self._core.customer(customer)
        return store.pledges.of([person.id, *store.households.merged_into(person.id)])

    def everything(self) -> list[Pledge]:
        """All of them, the soonest day first."""
        return self._core.store.pledges.everything()

    def open(self) -> list[Pledge]:
        """All that are neither kept nor broken, the soonest day first."""
        return self._core.store.pledges.open()

    def get(self, pledge: str) -> Pledge:
        """The one with this id. Raises BadRequest when there is none, or not any more."""
        found = self._core.store.pledges.named(pledge)
        if found is None:
            raise BadRequest("pledge", "pledge_gone")
        return found

    # --- writing

    def give(self, customer: str, asked: NewPledge, stamp: Stamp | None = None) -> Pledge:
        """Writes down a promise or a warranty.

        Raises UnknownCustomer, UnknownPurchase, or BadRequest where nothing is promised or more than 300 letters, and
        where the purchase is somebody else's.
        """
        stamp = stamp or self._core.stamp()
        with self._core.writing():
            person = self._core.customer(customer).id
            name = f"{person}/{self._core.new_id()()}"
            begun: _Fields = {"at": stamp.at.isoformat(timespec="seconds"), "staff": stamp.staff}
            begun["state"] = PledgeState.OPEN.value
            self._keep(name, asked, stamp, begun=begun)
        return self.get(name)

    def revise(self, pledge: str, asked: NewPledge, stamp: Stamp | None = None) -> Pledge:
        """Keeps other words, another day, another who keeps it. Raises BadRequest or UnknownPurchase as `give`."""
        with self._core.writing():
            self.get(pledge)
            self._keep(pledge, asked, stamp or self._core.stamp(), begun={})
        return self.get(pledge)

    def close(self, pledge: str, state: PledgeState, *, note: str = "", stamp: Stamp | None = None) -> Pledge:
        """Says that it was kept or broken, with perhaps a word on it (200 letters); OPEN takes that back.

        Raises BadRequest where there is no such pledge, or the note is too long; a warranty is never broken.
        """
        stamp, words = stamp or self._core.stamp(), short_line(note, "note", most=LONGEST_ANSWER)
        with self._core.writing():
            kept = self.get(pledge)
            if state is PledgeState.BROKEN and kept.kind is PledgeKind.WARRANTY:
                raise BadRequest("state", "wrong_value")
            at = None if state is PledgeState.OPEN else stamp.at.isoformat(timespec="seconds")
            self._save(pledge, stamp, fields={"state": state.value, "closed_at": at}, words={"note": words})
        return self.get(pledge)

    # --- inside

    def _keep(self, name: str, asked: NewPledge, stamp: Stamp, *, begun: _Fields) -> None:
        asked = checked_pledge(asked)
        whose = self._core.customer(name.partition("/")[0]).id
        fields: _Fields = {
            **begun,
            "kind": asked.kind.value,
            "until": asked.until.isoformat(),
            "keeper": asked.keeper,
            "purchase": purchase_of(self._core, asked.purchase, customer=whose),
        }
        self._save(name, stamp, fields=fields, words={"text": asked.text})

    def _save(self, name: str, stamp: Stamp, *, fields: _Fields, words: dict[str, str]) -> None:
        saved = RecordSaved(id=self._core.new_id()(), kind=PLEDGE, record=name, fields=fields, personal=words)
        self._core.record([saved], stamp)


def near(core: Core, customer: str, day: date) -> list[Pledge]:
    """The promises and warranties of a customer that it is time to speak of on `day`, the soonest first."""
    return [pledge for pledge in Pledges(core).of(customer) if pledge.is_near(day)]
