"""Commands about suppliers and partner shops: listed, written down, remembered, and seen to."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack

import click

from loyaltydesk.cli.csv_files import shape, written
from loyaltydesk.cli.demo_command import DAY
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.exchange.partners_csv import csv_text
from loyaltydesk.model.partners import NewReminder, Partner, PartnerCard, PartnerKind, Reminder, Repetition
from loyaltydesk.words import tr
from loyaltydesk.words.partners import PARTNER_KINDS, repetition_text

AS_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


class Told(TypedDict):
    """What is told of a partner besides the name."""

    contact: str
    phone: str
    email: str
    address: str
    tax_id: str
    terms: str
    payment_days: int | None
    discount: str


@click.group()
def partners() -> None:
    """Suppliers and partner shops: their terms, and what to remember of them."""


@partners.command("list")
@click.option("--put-away", is_flag=True, help="Those that were put away.")
@click.option("--due", is_flag=True, help="What there is to see to now: reminders, and agreements that end.")
@click.option("--csv", "file", type=click.Path(dir_okay=False, path_type=Path), help='Write a CSV file; "-": print it.')
@click.option("--spreadsheet", is_flag=True, help="Write the CSV file as spreadsheets in the shop's language read it.")
@AS_JSON
@click.pass_context
def list_partners(
    context: click.Context, put_away: bool, due: bool, file: Path | None, spreadsheet: bool, as_json: bool
) -> None:
    """Lists partners by name, each with what to remember."""
    with opened(context, writes=False) as desk:
        found = desk.partners.everything(put_away=put_away)
        if due:
            pressing = {each.partner.id for each in desk.partners.due()}
            found = [each for each in found if each.id in pressing]
        reminders = {each.id: desk.partner_log.reminders(each.id) for each in found}
        if file:
            written(csv_text(found, shape(spreadsheet=spreadsheet)), file)
            return
    if as_json:
        click.echo(_json([_told(each, reminders[each.id]) for each in found]))
        return
    for each in found:
        card = each.card
        click.echo("\t".join((each.id, card.name, tr(PARTNER_KINDS[card.kind]), card.contact, card.phone)))
        for reminder in reminders[each.id]:
            if not reminder.done:
                told = (reminder.id, reminder.day.isoformat(), reminder.text, repetition_text(reminder.repeats))
                click.echo("\t".join(("", *told)))


@partners.command("add")
@click.argument("name")
@click.option("--kind", type=click.Choice([each.value for each in PartnerKind]), default="supplier", show_default=True)
@click.option("--contact", default="", help="Whom to ask for.")
@click.option("--phone", default="", help="A phone number, as it is written in the shop's country.")
@click.option("--email", default="", help="An e-mail address.")
@click.option("--address", default="", help="The postal address, its lines with commas between.")
@click.option("--tax-id", default="", help="The tax number.")
@click.option("--terms", default="", help="What was agreed.")
@click.option("--payment-days", type=int, help="The days to pay in.")
@click.option("--discount", default="", help='A percentage, as in "7.5".')
@click.option("--until", type=DAY, help="The last day of the agreement.")
@AS_JSON
@click.pass_context
def add_partner(
    context: click.Context, name: str, kind: str, until: datetime | None, as_json: bool, **told: Unpack[Told]
) -> None:
    """Writes down the partner NAME, and prints the id."""
    card = PartnerCard(name, PartnerKind(kind), until=until.date() if until else None, **told)
    with opened(context) as desk:
        partner = desk.partners.add(card)
        click.echo(_json(_told(partner, [])) if as_json else partner.id)


@partners.command("remind")
@click.argument("partner")
@click.argument("text")
@click.option("--day", type=DAY, help="The day; today when not given.")
@click.option("--repeats", type=click.Choice([each.value for each in Repetition]), default="once", show_default=True)
@AS_JSON
@click.pass_context
def remind(context: click.Context, partner: str, text: str, day: datetime | None, repeats: str, as_json: bool) -> None:
    """Remembers TEXT about PARTNER (an id, or a name that only one has), and prints the id of the reminder."""
    with opened(context) as desk:
        asked = NewReminder(text, day.date() if day else desk.now().date(), Repetition(repeats))
        reminder = desk.partner_log.remind(desk.partners.called(partner).id, asked)
        click.echo(_json(_reminder(reminder)) if as_json else reminder.id)


@partners.command("done")
@click.argument("reminder")
@AS_JSON
@click.pass_context
def done(context: click.Context, reminder: str, as_json: bool) -> None:
    """Says that REMINDER (an id) was seen to; one that repeats comes back."""
    with opened(context) as desk:
        kept = desk.partner_log.done(reminder)
    if as_json:
        click.echo(_json(_reminder(kept)))
    elif kept.done:
        click.echo(tr("Done."))
    else:
        click.echo(tr("Done. It comes back on {day}.").format(day=kept.day.isoformat()))


@partners.command("forget")
@click.argument("partner")
@click.option("--yes", is_flag=True, help="Does not ask.")
@click.pass_context
def forget(context: click.Context, partner: str, yes: bool) -> None:
    """Forgets PARTNER (an id, or a name that only one has) for good, with all reminders and notes."""
    with opened(context) as desk:
        found = desk.partners.called(partner)
        name = found.card.name
        if not yes:
            click.confirm(tr("Forget {name} for good? This cannot be undone.").format(name=name), abort=True, err=True)
        desk.partners.forget(found.id)
    click.echo(tr("{name} is forgotten. Backups made before still know this partner.").format(name=name))


def _told(partner: Partner, reminders: list[Reminder]) -> dict[str, Any]:
    card = partner.card
    return {
        "partner": partner.id,
        "name": card.name,
        "kind": card.kind.value,
        "contact": card.contact or None,
        "phone": card.phone or None,
        "email": card.email or None,
        "address": card.address or None,
        "tax_id": card.tax_id or None,
        "terms": card.terms or None,
        "payment_days": card.payment_days,
        "discount": card.discount or None,
        "until": card.until.isoformat() if card.until else None,
        "put_away": partner.put_away,
        "reminders": [_reminder(each) for each in reminders],
    }


def _reminder(reminder: Reminder) -> dict[str, Any]:
    return {
        "reminder": reminder.id,
        "text": reminder.text,
        "day": reminder.day.isoformat(),
        "repeats": reminder.repeats.value,
        "done": reminder.done,
        "done_at": reminder.done_at.isoformat() if reminder.done_at else None,
    }


def _json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2)


COMMANDS = (partners,)
