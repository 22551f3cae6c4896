"""What customers of the demo shop said in the last weeks; the answer to the first of them waits to be told."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import islice

from loyaltydesk.demo.people import Person
from loyaltydesk.demo.stage import Year
from loyaltydesk.desk import Desk
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome

_SAID, _ANSWERED, _TOLD = timedelta(days=16), timedelta(days=9), timedelta(days=4)  # before the last day


def listen(desk: Desk, year: Year, people: Sequence[Person]) -> None:
    """Each thing is said by another of those who still come; only a suggestion is ever declined."""
    faithful = (person.profile.name for person in people if person.profile.name and person.left == year.until)
    voices, cashier = year.stage.voices, year.stage.cashiers[0]
    for number, name in enumerate(islice(faithful, len(voices))):
        kind, text, answer = voices[number]
        at = max(year.end - _SAID + timedelta(hours=number), desk.customers.find(name)[0].registered)
        said = desk.stamp(at, staff=cashier)
        voice = desk.voices.note(desk.customers.find(name)[0].id, text, kind=VoiceKind(kind), stamp=said)
        if answer and number == 0:
            desk.voices.answer(voice.id, answer, outcome=VoiceOutcome.TAKEN_UP)
        elif answer:
            good = VoiceKind(kind) is not VoiceKind.SUGGESTION
            outcome = VoiceOutcome.TAKEN_UP if good else VoiceOutcome.DECLINED
            desk.voices.answer(voice.id, answer, outcome=outcome, stamp=desk.stamp(max(at, year.end - _ANSWERED)))
            desk.voices.told(voice.id, desk.stamp(max(at, year.end - _TOLD), staff=cashier))
