"""Commands about the staff: who is on the list, the goals of a month, and the bonus list for the payroll."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from loyaltydesk.cli.csv_files import shape
from loyaltydesk.cli.paper_files import saved
from loyaltydesk.cli.report_commands import Row, Wish, asked, report
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk import Desk
from loyaltydesk.exchange.bonus_csv import csv_text
from loyaltydesk.exchange.csv_writing import Shape, harmless, written
from loyaltydesk.model.insights import Period
from loyaltydesk.model.money import Currency
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.model.staff import Contest, Contestant, Deed, Member
from loyaltydesk.printing.bonus_filling import bonus_face
from loyaltydesk.printing.bonus_list import bonus_list_scene
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.staff import DEEDS, ROLES, month_text, score_text

MONTH = click.option("--month", "written_month", default="", help="The month as 2026-03; this one when not given.")
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


@click.group()
def staff() -> None:
    """Cashiers and owners: the list, the goals of a month, the bonuses."""


@staff.command("list")
@JSON
@click.pass_context
def list_staff(context: click.Context, as_json: bool) -> None:
    """Lists everybody, and the names that stand with purchases and are nobody's on the list."""
    with opened(context, writes=False) as desk:
        members, offered = desk.staff.members(), desk.staff.offered()
    if as_json:
        others = [{"name": each.name, "purchases": each.purchases, "last": each.last.isoformat()} for each in offered]
        _say({"staff": [_told(member) for member in members], "others": others})
        return
    for member in members:
        state = tr(ROLES[member.role]) if member.is_active else tr("Has left")
        click.echo("\t".join((member.name, state, member.payroll)))
    for each in offered:
        click.echo("\t".join((each.name, tr("Not on the list"), "")))


@staff.command("goals")
@MONTH
@JSON
@click.pass_context
def goals(context: click.Context, written_month: str, as_json: bool) -> None:
    """Shows the goals of a month and how far everybody is."""
    with opened(context, writes=False) as desk:
        contest, currency = _contest(desk, written_month), desk.shop.programme.currency
        aims = desk.staff.goals(contest.month)
    if as_json:
        of = {
            deed.value: {
                "each": aims.goal(deed).each,
                "team": aims.goal(deed).team,
                "bonus": currency.text(aims.goal(deed).bonus),
            }
            for deed in Deed
        }
        money = {"reaching": currency.text(aims.reaching), "team_bonus": currency.text(aims.team)}
        _say({"month": f"{contest.month:%Y-%m}", "goals": of, **money, **_of_contest(contest, currency)})
        return
    formats = BabelFormats(active().language, currency)
    click.echo(month_text(contest.month))
    for score in contest.team:
        click.echo("\t".join((tr("Team"), tr(DEEDS[score.deed]), score_text(score, formats))))
    for row in contest.rows:
        for score in row.scores:
            click.echo("\t".join((row.member.name, tr(DEEDS[score.deed]), score_text(score, formats))))


@staff.command("bonus")
@MONTH
@JSON
@click.option("--csv", "as_csv", is_flag=True, help="Lines for a payroll program.")
@click.option("--spreadsheet", is_flag=True, help="With --csv: the shape that a spreadsheet opens by a double click.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A PDF file for the payroll.")
@click.pass_context
def bonus(
    context: click.Context, written_month: str, as_json: bool, as_csv: bool, spreadsheet: bool, out: Path | None
) -> None:
    """The bonus list of a month: as lines, CSV, JSON, or as a PDF with a line to sign on."""
    if sum((as_json, as_csv, out is not None)) > 1:
        raise click.UsageError(tr("A bonus list is written as JSON, as CSV or as a PDF."))
    with opened(context, writes=False) as desk:
        contest, currency = _contest(desk, written_month), desk.shop.programme.currency
        formats, shop = BabelFormats(active().language, currency), desk.shop.settings().name
    if out is not None:
        saved(bonus_list_scene(bonus_face(contest, shop=shop, formats=formats)), out)
    elif as_json:
        _say({"month": f"{contest.month:%Y-%m}", **_of_contest(contest, currency)})
    elif as_csv:
        click.echo("".join(csv_text(contest, currency, shape(spreadsheet=spreadsheet))), nl=False)
    else:
        for row in contest.rows:
            if row.member.is_rewarded:
                click.echo("\t".join((row.member.name, row.member.payroll, formats.money(row.bonus))))
        click.echo("\t".join((tr("Together"), "", formats.money(contest.bonus))))


@report.command("staff")
@asked
@click.pass_context
def report_staff(context: click.Context, /, **options: Any) -> None:
    """What everybody did well, month by month, against the goals, with the bonuses; this month when none is given."""
    wish = Wish(**options)
    with opened(context, writes=False) as desk:
        first, last = wish.days
        last = last or desk.now().date()
        months = Period(min(first or last, last), last).months()
        contests, currency = [desk.staff.contest(month) for month in months], desk.shop.programme.currency
    rows = [{"month": f"{each.month:%Y-%m}", **_line(row, currency)} for each in contests for row in each.rows]
    if wish.as_json:
        _say({"report": "staff", "currency": currency.code, "months": len(months), "rows": rows})
        return
    head = ("month", "name", "days", *(deed.value for deed in Deed), "bonus")
    cells = ([harmless(row[name]) if isinstance(row[name], str) else row[name] for name in head] for row in rows)
    if wish.as_csv:
        click.echo("".join(written(head, cells, Shape())), nl=False)
        return
    titles = (tr("Month"), tr("Name"), tr("Days"), *(tr(DEEDS[deed]) for deed in Deed), tr("Bonus"))
    for line in (titles, *([str(row[name]) for name in head] for row in rows)):
        click.echo("\t".join(line))


def _contest(desk: Desk, month: str) -> Contest:
    """The contest of a month as it was written. Raises BadRequest for what is none."""
    try:
        return desk.staff.contest(date.fromisoformat(f"{month}-01") if month else desk.now().date())
    except ValueError:
        raise BadRequest("month", "month_unreadable") from None


def _told(member: Member) -> Row:
    return {
        "id": member.id,
        "name": member.name,
        "role": member.role.value,
        "active": member.is_active,
        "customer": member.customer,
        "payroll": member.payroll,
        "also": list(member.also),
    }


def _of_contest(contest: Contest, currency: Currency) -> Row:
    team = {score.deed.value: {"count": score.count, "goal": score.goal} for score in contest.team}
    rows = [{**_line(row, currency), "payroll": row.member.payroll, "goals": _goals(row)} for row in contest.rows]
    return {"team": {"deeds": team, "bonus": currency.text(contest.team_bonus)}, "rows": rows}


def _line(row: Contestant, currency: Currency) -> Row:
    counts = {score.deed.value: score.count for score in row.scores}
    return {"name": row.member.name, "days": row.days, **counts, "bonus": currency.text(row.bonus)}


def _goals(row: Contestant) -> dict[str, int]:
    return {score.deed.value: score.goal for score in row.scores if score.goal}


def _say(document: Row) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


COMMANDS = (staff,)
