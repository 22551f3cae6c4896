"""What customers of the demo shop said in the last weeks and were promised; the first answer waits to be told."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from loyaltydesk.demo.people import Person
from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk
from loyaltydesk.model.customers import Customer
from loyaltydesk.model.pledges import NewPledge, PledgeKind
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome, VoicePlan

_SAID, _ANSWERED, _TOLD = timedelta(days=16), timedelta(days=9), timedelta(days=4)  # before the last day
_HEARD = timedelta(days=2)
_SCORE = 4  # of the mystery visit


def listen(desk: Desk, year: Year, people: Sequence[Person]) -> None:
    """Each thing is said by another of those who still come, none of them a cashier; only a suggestion is declined."""
    faithful = (
        person.profile.name
        for person in people
        if person.profile.name and person.left == year.until and not person.profile.name.startswith(year.stage.cashiers)
    )
    customers = (desk.customers.find(name)[0] for name in faithful)
    _voices(desk, year, customers)
    _heard(desk, year)
    _pledges(desk, year, customers)


def _voices(desk: Desk, year: Year, customers: Iterator[Customer]) -> None:
    """What was said at the till; the first of it is said by somebody else, too."""
    cashier, baker = year.stage.cashiers[0], year.stage.cashiers[-1]
    first = ""
    for number, ((kind, text, answer), customer) in enumerate(zip(year.stage.voices, customers, strict=False)):
        at = max(year.end - _SAID + timedelta(hours=number), customer.registered)
        about = VoicePlan(about=baker if VoiceKind(kind) is VoiceKind.PRAISE else "", responsible=cashier)
        said = desk.stamp(at, staff=cashier)
        voice = desk.voices.note(customer.id, text, kind=VoiceKind(kind), plan=about, stamp=said)
        first = first or voice.id
        if answer and number == 0:
            desk.voices.answer(voice.id, answer, outcome=VoiceOutcome.TAKEN_UP)
        elif answer:
            good = VoiceKind(kind) is not VoiceKind.SUGGESTION
            outcome = VoiceOutcome.TAKEN_UP if good else VoiceOutcome.DECLINED
            desk.voices.answer(voice.id, answer, outcome=outcome, stamp=desk.stamp(max(at, year.end - _ANSWERED)))
            desk.voices.told(voice.id, desk.stamp(max(at, year.end - _TOLD), staff=cashier))
    other = next(customers, None)
    if first and other:
        said = desk.stamp(max(year.end - _SAID, other.registered), staff=cashier)
        same = desk.voices.note(other.id, year.stage.same, kind=VoiceKind.SUGGESTION, stamp=said)
        desk.voices.join(same.id, to=first)


def _heard(desk: Desk, year: Year) -> None:
    """What was read, seen and called about, by nobody who is known."""
    for number, (kind, text, _answer) in enumerate(year.stage.heard):
        stamp = desk.stamp(year.end - _HEARD + timedelta(hours=number), staff=year.stage.cashiers[0])
        plan = VoicePlan(score=_SCORE if VoiceKind(kind) is VoiceKind.MYSTERY_VISIT else None)
        desk.voices.note("", text, kind=VoiceKind(kind), plan=plan, stamp=stamp)


def _pledges(desk: Desk, year: Year, customers: Iterator[Customer]) -> None:
    """What was promised, each to another customer."""
    for (kind, days, text), customer in zip(year.stage.pledges, customers, strict=False):
        asked = NewPledge(PledgeKind(kind), text, year.until + timedelta(days=int(days)), year.stage.cashiers[1])
        stamp = desk.stamp(max(year.end - _ANSWERED, customer.registered), staff=year.stage.cashiers[0])
        desk.pledges.give(customer.id, asked, stamp)
