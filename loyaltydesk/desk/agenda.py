"""The owner's list for today: what is overdue and what is near, gathered from every part that has something to say."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from loyaltydesk.desk.core import Core
from loyaltydesk.desk.pledges import Pledges
from loyaltydesk.desk.voices import Voices
from loyaltydesk.model.agenda import Matter, MatterKind, Urgency
from loyaltydesk.model.pledges import Pledge, PledgeKind
from loyaltydesk.model.refusals import UnknownCustomer
from loyaltydesk.model.voices import Voice

Source = Callable[[date], Iterable[Matter]]
SOON = timedelta(days=2)  # of an answer


class Agenda:
    """Matters of today; whoever has more of them includes what gives them."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._sources: list[Source] = [self._voices, self._pledges]

    def include(self, source: Source) -> None:
        """Asks one more source for the matters of a day, each time somebody looks."""
        self._sources.append(source)

    def matters(self) -> tuple[Matter, ...]:
        """What waits today, the most urgent first; those that are equally urgent by kind and day."""
        today = self._core.now().date()
        found = [matter for source in self._sources for matter in source(today)]
        kinds = list(MatterKind)
        return tuple(sorted(found, key=lambda each: (each.urgency, kinds.index(each.kind), each.day or date.max)))

    # --- our own

    def _voices(self, today: date) -> Iterable[Matter]:
        waiting = sorted((v for v in Voices(self._core).open() if v.plan.due), key=lambda v: v.plan.due or today)
        late = [voice for voice in waiting if voice.is_overdue(today)]
        soon = [voice for voice in waiting if voice.plan.due and today <= voice.plan.due <= today + SOON]
        yield from self._about_voices(MatterKind.VOICE_OVERDUE, Urgency.LATE, late)
        yield from self._about_voices(MatterKind.VOICE_DUE, Urgency.SOON, soon)

    def _about_voices(self, kind: MatterKind, urgency: Urgency, voices: Sequence[Voice]) -> Iterable[Matter]:
        if voices:
            first = voices[0]
            what = f"inbox:{first.id}" if len(voices) == 1 else f"inbox:{kind.value.removeprefix('voice_')}"
            name = self._name(first.customer)
            yield Matter(kind, urgency, len(voices), "voices", what, name, first.text, first.plan.due)

    def _pledges(self, today: date) -> Iterable[Matter]:
        near = [pledge for pledge in Pledges(self._core).open() if pledge.is_near(today)]
        promises = [pledge for pledge in near if pledge.kind is PledgeKind.PROMISE]
        late = [pledge for pledge in promises if pledge.is_overdue(today)]
        soon = [pledge for pledge in promises if not pledge.is_overdue(today)]
        ending = [pledge for pledge in near if pledge.kind is PledgeKind.WARRANTY]
        yield from self._about_pledges(MatterKind.PROMISE_OVERDUE, Urgency.LATE, late)
        yield from self._about_pledges(MatterKind.PROMISE_DUE, Urgency.SOON, soon)
        yield from self._about_pledges(MatterKind.WARRANTY_ENDS, Urgency.NOTED, ending)

    def _about_pledges(self, kind: MatterKind, urgency: Urgency, pledges: Sequence[Pledge]) -> Iterable[Matter]:
        if pledges:
            first = pledges[0]
            what = f"promises:{first.id}" if len(pledges) == 1 else "promises:near"
            name = self._name(first.customer)
            yield Matter(kind, urgency, len(pledges), "voices", what, name, first.text, first.until)

    def _name(self, customer: str | None) -> str:
        """What somebody is called; empty for whoever is not known."""
        try:
            return self._core.customer(customer).profile.called if customer else ""
        except UnknownCustomer:
            return ""
