"""Voices as the link and the command line write them down, answer them and tell of them."""

from loyaltydesk.cli import requests as asked
from loyaltydesk.cli.answers import Answer
from loyaltydesk.desk import Desk
from loyaltydesk.model.facts import Stamp
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.voices import Voice, VoiceKind, VoiceOutcome, VoicePlan


def carry_out(desk: Desk, request: asked.Voice, stamp: Stamp) -> Answer:
    """Does what a request asks for. Raises BadRequest, UnknownCard, UnknownCustomer or UnknownPurchase."""
    if request.action == "list":
        return {"voices": [told(voice, stamp) for voice in _listed(desk, request)]}
    if request.action == "answer":
        if not request.voice:
            raise BadRequest("voice", "missing")
        outcome = VoiceOutcome(request.outcome)
        return told(desk.voices.answer(request.voice, request.text, outcome=outcome, stamp=stamp), stamp)
    return told(_noted(desk, request, stamp), stamp)


def told(voice: Voice, stamp: Stamp) -> Answer:
    """A voice as it stands on the day of `stamp`."""
    plan = voice.plan
    return {
        "voice": voice.id,
        "customer": voice.customer,
        "kind": voice.kind.value,
        "text": voice.text,
        "at": voice.at.isoformat(),
        "staff": voice.staff,
        "responsible": plan.responsible,
        "due": plan.due.isoformat() if plan.due else None,
        "overdue": voice.is_overdue(stamp.day),
        "purchase": plan.purchase or None,
        "about": plan.about,
        "source": plan.source,
        "score": plan.score,
        "matter": voice.matter or None,
        "outcome": voice.outcome.value,
        "answer": voice.answer,
        "answered_at": voice.answered_at.isoformat() if voice.answered_at else None,
        "told_at": voice.told_at.isoformat() if voice.told_at else None,
    }


def _noted(desk: Desk, request: asked.Voice, stamp: Stamp) -> Voice:
    plan = VoicePlan(request.responsible, request.due, request.purchase, request.about, request.source, request.score)
    return desk.voices.note(
        _customer(desk, request), request.text, kind=VoiceKind(request.kind), plan=plan, stamp=stamp
    )


def _listed(desk: Desk, request: asked.Voice) -> list[Voice]:
    customer = _customer(desk, request)
    found = desk.voices.of(customer) if customer else desk.voices.everything()
    return [voice for voice in found if voice.is_open or not request.open]


def _customer(desk: Desk, request: asked.Voice) -> str:
    """The id of whoever is named, by card first; empty for nobody."""
    return desk.cards.owner(request.card).id if request.card else request.customer
