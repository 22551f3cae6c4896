"""Commands about what customers say: listed, written down and answered."""

import json
from datetime import date, datetime
from typing import TypedDict, Unpack

import click

from loyaltydesk.cli.customer_commands import named
from loyaltydesk.cli.demo_command import DAY
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.cli.voices import told
from loyaltydesk.desk import Desk
from loyaltydesk.model.voices import Voice, VoiceKind, VoiceOutcome, VoicePlan
from loyaltydesk.words import tr
from loyaltydesk.words.voices import KINDS, outcome_text

AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


class Wanted(TypedDict):
    """Which voices are asked for."""

    customer: str
    kind: str | None
    only_open: bool
    overdue: bool


class Noted(TypedDict):
    """What is noted beside the words."""

    responsible: str
    due: datetime | None
    purchase: str
    about: str
    source: str
    score: int | None


@click.group()
def voices() -> None:
    """Suggestions, complaints, praise, reviews, mystery visits and phone notes, and what became of them."""


@voices.command("list")
@click.option("--customer", default="", help="Only of this customer, named by id or by a card number.")
@click.option("--kind", type=click.Choice([kind.value for kind in VoiceKind]), help="Only of this kind.")
@click.option("--open", "only_open", is_flag=True, help="Only what waits for an answer.")
@click.option("--overdue", is_flag=True, help="Only what should have been answered by now.")
@AS_JSON
@click.pass_context
def list_voices(context: click.Context, as_json: bool, **wanted: Unpack[Wanted]) -> None:
    """Lists what was said, the oldest first."""
    with opened(context, writes=False) as desk:
        today = desk.now().date()
        found = _wanted(desk, wanted, today)
        names = {voice.customer: _name(desk, voice) for voice in found}
        if as_json:
            click.echo(_json([{**told(voice, desk.stamp()), "name": names[voice.customer]} for voice in found]))
            return
    for voice in found:
        state = tr("overdue") if voice.is_overdue(today) else outcome_text(voice) or tr("waits for an answer")
        cells = (voice.id, voice.at.date().isoformat(), tr(KINDS[voice.kind]), names[voice.customer], voice.text, state)
        click.echo("\t".join(cells))


@voices.command("note")
@click.argument("text")
@click.option("--customer", default="", help="Who said it, by id or by a card number; nobody known when not given.")
@click.option("--kind", type=click.Choice([kind.value for kind in VoiceKind]), default="suggestion", show_default=True)
@click.option("--responsible", default="", help="Who sees to it.")
@click.option("--due", type=DAY, help="The day by which an answer is due; after the days of its kind when not given.")
@click.option("--purchase", default="", help="About which purchase, by its id or receipt number.")
@click.option("--about", default="", help="Whom praise is for.")
@click.option("--source", default="", help="Where a review stands.")
@click.option("--score", type=click.IntRange(1, 5), help="What a mystery visit gave.")
@AS_JSON
@click.pass_context
def note_voice(
    context: click.Context, text: str, customer: str, kind: str, as_json: bool, **plan: Unpack[Noted]
) -> None:
    """Writes TEXT down as somebody said it, and prints the id under which it is answered."""
    due = plan["due"].date() if plan["due"] else None
    noted = VoicePlan(plan["responsible"], due, plan["purchase"], plan["about"], plan["source"], plan["score"])
    with opened(context) as desk:
        person = named(desk, customer) if customer else ""
        voice = desk.voices.note(person, text, kind=VoiceKind(kind), plan=noted)
        click.echo(_json(told(voice, desk.stamp())) if as_json else voice.id)


@voices.command("answer")
@click.argument("voice")
@click.argument("text")
@click.option("--declined", is_flag=True, help="Nothing came of it; otherwise it was taken up, or put right.")
@AS_JSON
@click.pass_context
def answer_voice(context: click.Context, voice: str, text: str, declined: bool, as_json: bool) -> None:
    """Answers VOICE (an id) with TEXT; whoever asks for the same gets the same answer, at their next visit."""
    outcome = VoiceOutcome.DECLINED if declined else VoiceOutcome.TAKEN_UP
    with opened(context) as desk:
        given = desk.voices.answer(voice, text, outcome=outcome)
        click.echo(_json(told(given, desk.stamp())) if as_json else tr("It is told at the next visit."))


def _wanted(desk: Desk, wanted: Wanted, today: date) -> list[Voice]:
    said = desk.voices.of(named(desk, wanted["customer"])) if wanted["customer"] else desk.voices.everything()
    return [
        voice
        for voice in said
        if wanted["kind"] in (None, voice.kind.value)
        and (voice.is_open or not wanted["only_open"])
        and (voice.is_overdue(today) or not wanted["overdue"])
    ]


def _name(desk: Desk, voice: Voice) -> str:
    return desk.customers.get(voice.customer).profile.called if voice.customer else ""


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


COMMANDS = (voices,)
