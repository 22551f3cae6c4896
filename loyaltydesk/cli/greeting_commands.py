"""Commands about greetings: whom to wish well, and cards for them as a PDF."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypedDict, Unpack

import click

from loyaltydesk.cli.customer_commands import named
from loyaltydesk.cli.demo_command import DAY
from loyaltydesk.cli.greeting_papers import GreetingPapers
from loyaltydesk.cli.paper_files import OUT
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk import Desk
from loyaltydesk.model.greetings import Greeting, Occasion, State
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.printing.greetings import FORMATS, SHEETS
from loyaltydesk.printing.pdf import save_pdf
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.greetings import holiday_name, occasion_text, state_text

WEEK = timedelta(days=6)
FIRST = click.option("--from", "first", type=DAY, help="The first day; today when it is not given.")
LAST = click.option("--to", "last", type=DAY, help="The last day; the sixth after the first when it is not given.")


class Days(TypedDict):
    """The days that are asked for."""

    first: datetime | None
    last: datetime | None


class Asked(Days):
    """Which greetings are asked for: those of some days, or one customer's."""

    customer: str | None
    occasion: str | None


@click.group()
def greetings() -> None:
    """Birthdays, name days, years with the shop and holidays: whom to wish well, and cards."""


@greetings.command("list")
@FIRST
@LAST
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def list_greetings(context: click.Context, as_json: bool, **days: Unpack[Days]) -> None:
    """Lists whom to wish well and how each greeting stands; holidays with how many greetings wait."""
    with opened(context, writes=False) as desk:
        first, last = _span(desk, days)
        found, holidays = desk.greetings.due(first, last), desk.greetings.holidays(first, last)
    if as_json:
        groups = [
            {
                "day": group.holiday.day.isoformat(),
                "holiday": group.holiday.key,
                "waiting": group.waiting,
                "done": group.done,
                "skipped": group.skipped,
            }
            for group in holidays
        ]
        document = {"greetings": [_told(each) for each in found], "holidays": groups}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for each in found:
        cells = (each.day.isoformat(), occasion_text(each), each.customer.profile.called, state_text(each))
        click.echo("\t".join(cells))
    for group in holidays:
        waiting = tr_n("{n} greeting to do", "{n} greetings to do", group.waiting).format(n=group.waiting)
        click.echo("\t".join((group.holiday.day.isoformat(), holiday_name(group.holiday), "", waiting)))


@greetings.command("print")
@FIRST
@LAST
@click.option("--customer", help="Only the card of this customer, named by id or by a card number.")
@click.option("--occasion", help="Of which kind: birthday, name_day, anniversary, or the key of a holiday.")
@click.option("--format", "card_format", type=click.Choice(list(FORMATS)), help="As the owner chose when not given.")
@click.option("--sheet", type=click.Choice(list(SHEETS)), default="own", show_default=True)
@click.option("--mark-printed", is_flag=True, help="Marks the greetings as printed.")
@OUT
@click.pass_context
def print_greetings(
    context: click.Context, out: Path, card_format: str | None, sheet: str, mark_printed: bool, **asked: Unpack[Asked]
) -> None:
    """Prints the cards that are to be done into a PDF.

    A voucher that lies inside is written out with the first print, and only once however often a card is printed.
    """
    with opened(context) as desk:
        chosen = _chosen(desk, asked)
        if not chosen:
            raise BadRequest("greetings", "nothing_to_do")
        document = GreetingPapers(desk, sheet=sheet, card_format=card_format or "").document(chosen)
        save_pdf(document, out)
        if mark_printed:
            desk.greetings.keep_state((each.id for each in chosen), State.PRINTED)
    count = len(chosen)
    click.echo(tr_n("{n} card is in {path}.", "{n} cards are in {path}.", count).format(n=count, path=out))


def _chosen(desk: Desk, asked: Asked) -> list[Greeting]:
    """One customer's greeting whatever its state, or all that are to be done within some days."""
    first, last = _span(desk, asked)
    kind = asked["occasion"] or ""
    if asked["customer"]:
        return [desk.greetings.of_customer(named(desk, asked["customer"]), kind or Occasion.BIRTHDAY, year=first.year)]
    found = desk.greetings.due(first, last)
    for group in desk.greetings.holidays(first, last):
        if group.holiday.key == kind:
            found = desk.greetings.for_holiday(group.holiday)
    return [each for each in found if each.state is State.TO_DO and kind in ("", each.key)]


def _span(desk: Desk, days: Days) -> tuple[date, date]:
    first = days["first"].date() if days["first"] else desk.now().date()
    last = days["last"].date() if days["last"] else first + WEEK
    if last < first:
        raise click.UsageError(tr("The last day is before the first."))
    return first, last


def _told(greeting: Greeting) -> dict[str, object]:
    return {
        "id": greeting.id,
        "day": greeting.day.isoformat(),
        "occasion": greeting.key,
        "also": greeting.also,
        "customer": greeting.customer.id,
        "name": greeting.customer.profile.called,
        "language": greeting.language,
        "years": greeting.years,
        "state": greeting.state,
        "why": greeting.why,
        "address": greeting.has_address,
    }


COMMANDS = (greetings,)
