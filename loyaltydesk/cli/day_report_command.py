"""Commands for the desk drawer: the day as it ended, the letter about a month, the balances of everybody."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from loyaltydesk.cli import drawer_answers as answers
from loyaltydesk.cli.csv_files import shape
from loyaltydesk.cli.demo_command import DAY
from loyaltydesk.cli.drawer_papers import balances, face_of_day, shop_name
from loyaltydesk.cli.paper_files import saved
from loyaltydesk.cli.report_commands import report
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk import Desk
from loyaltydesk.exchange.balances_csv import csv_text
from loyaltydesk.exchange.csv_writing import Shape, harmless, written
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.reports import BalanceWish, ListedBy, MonthLetter
from loyaltydesk.printing.reports.balance_filling import balance_rows
from loyaltydesk.printing.reports.day_end import DayFace, day_end_scene, day_slip_scene
from loyaltydesk.printing.reports.month_filling import letter_face
from loyaltydesk.printing.reports.month_letter import month_letter_scene
from loyaltydesk.printing.slip import Roll
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.month_letters import LetterWords, month_title

OUT = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A PDF file.")
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document.")
CSV = click.option("--csv", "as_csv", is_flag=True, help="Lines for a spreadsheet or another program.")
ROLLS = {"80": Roll.MM80, "58": Roll.MM58}


@report.command("day")
@click.option("--on", "day", type=DAY, help="The day; today when it is not given.")
@OUT
@click.option("--slip", type=click.Choice(list(ROLLS)), help="With --out: for roll paper so many mm wide.")
@JSON
@CSV
@click.pass_context
def report_day(
    context: click.Context, day: datetime | None, out: Path | None, slip: str | None, as_json: bool, as_csv: bool
) -> None:
    """A day as it ended: points, vouchers, purchases, by cashier and by till, and whether the points add up."""
    _only_one(as_json, as_csv, out is not None)
    with opened(context, writes=False) as desk:
        end, currency = desk.reports.day_end(day.date() if day else desk.now().date()), desk.shop.programme.currency
        face = face_of_day(desk, end, BabelFormats(active().language, currency))
    if out is not None:
        saved(day_slip_scene(face, roll=ROLLS[slip]) if slip else day_end_scene(face), out)
    elif as_json:
        _say(answers.day_document(end, currency))
    elif as_csv:
        rows = ((harmless(whose), harmless(name), value) for whose, name, value in answers.day_figures(end, currency))
        click.echo("".join(written(("whose", "figure", "value"), rows, Shape())), nl=False)
    else:
        _show_day(face)


@report.command("month")
@click.option("--month", "written_month", default="", help="The month as 2026-03; the one before this when not given.")
@OUT
@JSON
@click.pass_context
def report_month(context: click.Context, written_month: str, out: Path | None, as_json: bool) -> None:
    """The letter to the owner about a month: how it went, what it cost, who shone, what to do next."""
    _only_one(as_json, out is not None)
    with opened(context, writes=False) as desk:
        letter, currency, shop = _letter(desk, written_month), desk.shop.programme.currency, shop_name(desk)
    formats = BabelFormats(active().language, currency)
    if out is not None:
        saved(month_letter_scene(letter_face(letter, shop=shop, formats=formats)), out)
        return
    words = LetterWords(letter, formats)
    said = {
        name: tuple(getattr(words, name)()) for name in ("how_it_went", "what_it_cost", "who_shone", "what_next")
    }  # fmt: skip
    if as_json:
        _say(answers.month_document(letter, currency, said))
        return
    click.echo(month_title(letter))
    for sentences in said.values():
        click.echo()
        for sentence in sentences:
            click.echo(sentence)


@report.command("balances")
@click.option("--by", type=click.Choice([each.value for each in ListedBy]), default="name", show_default=True)
@click.option("--months", type=click.IntRange(1, 1200), help="Only who was here or joined within so many months.")
@OUT
@JSON
@CSV
@click.option("--spreadsheet", is_flag=True, help="With --csv: the shape that a spreadsheet opens by a double click.")
@click.pass_context
def report_balances(context: click.Context, /, by: str, months: int | None, out: Path | None, **how: Any) -> None:
    """The balances of everybody with a card that can be used, for the day on which the computer is down."""
    as_json, as_csv = how["as_json"], how["as_csv"]
    _only_one(as_json, as_csv, out is not None)
    wish = BalanceWish(ListedBy(by), months)
    with opened(context, writes=out is not None) as desk:
        formats = BabelFormats(active().language, desk.shop.programme.currency)
        if out is not None:
            saved(balances(desk, wish, formats), out)
            desk.reports.keep_printed()
        elif as_json:
            _say({"report": "balances", "rows": [answers.held_row(each) for each in desk.reports.balances(wish)]})
        elif as_csv:
            for piece in csv_text(desk.reports.balances(wish), shape(spreadsheet=how["spreadsheet"])):
                click.echo(piece, nl=False)
        else:
            for row in balance_rows(desk.reports.balances(wish), formats):
                click.echo("\t".join(row))


def _letter(desk: Desk, month: str) -> MonthLetter:
    """The letter about a month as it was written, or about the one before this. Raises BadRequest."""
    if not month:
        last = desk.now().date().replace(day=1).toordinal() - 1
        return desk.reports.month(date.fromordinal(last))
    try:
        day = date.fromisoformat(f"{month}-01")
    except ValueError:
        raise BadRequest("month", "month_unreadable") from None
    return desk.reports.month(day)


def _show_day(face: DayFace) -> None:
    """Lines for a person."""
    click.echo(face.title.title)
    for block in face.blocks:
        click.echo(f"\n{block.title}")
        for name, value in (*block.pairs, block.total):
            if name:
                click.echo(f"  {name:40} {value:>16}")
    click.echo(f"\n{face.check[0]}\n{face.check[1]}")
    for table in face.tables:
        click.echo(f"\n{table.title}")
        for row in (table.heads, *table.rows):
            click.echo("  " + "\t".join(row))
    for headline, meaning in face.unusual[1]:
        click.echo(f"\n{headline}\n  {meaning}")


def _only_one(*chosen: bool) -> None:
    """Raises UsageError where two of these are asked for."""
    if sum(chosen) > 1:
        raise click.UsageError(tr("A report is written as JSON, as CSV or as a PDF."))


def _say(document: answers.Row) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


COMMANDS: tuple[click.Command, ...] = ()  # all of these are reports, which have a command of their own
