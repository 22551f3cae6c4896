"""Commands that tell the figures of the shop: a table for a person, JSON or CSV for other programs."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import click

from loyaltydesk.cli import insight_reports
from loyaltydesk.cli.report_frame import Wish, asked
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk.rewards import Donation
from loyaltydesk.exchange.csv_writing import harmless
from loyaltydesk.model.money import Currency
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import BabelFormats, Formats

__all__ = ["COMMANDS", "Row", "Wish", "asked", "report"]

Row = dict[str, Any]


class Reports(click.Group):
    """Says which reports there are when one is asked for that there is not."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the report that is meant."""
        if self.get_command(ctx, args[0]) is None:
            said = tr("There is no report “{name}”. There are: {names}.")
            ctx.fail(said.format(name=args[0], names=", ".join(self.list_commands(ctx))))
        return super().resolve_command(ctx, args)


@click.group(cls=Reports)
def report() -> None:
    """The figures of the shop, as a table, JSON or CSV."""


@report.command("donations")
@asked
@click.option("--by", type=click.Choice(["cause", "customer"]), default="cause", show_default=True)
@click.pass_context
def donations(context: click.Context, /, by: str, **options: Any) -> None:
    """What customers gave to good causes with their points: how often, and the money.

    By customer it says whom to thank. Whoever was forgotten since is one line without a name.
    """
    wish, by_customer = Wish(**options), by == "customer"
    with opened(context, writes=False) as desk:
        currency = desk.shop.programme.currency
        found = (desk.rewards.donors if by_customer else desk.rewards.donations)(*wish.days)
    rows = [_row(each, currency, by_customer=by_customer) for each in found]
    if wish.as_json:
        first, last = (day.isoformat() if day else None for day in wish.days)
        told = {"report": "donations", "from": first, "to": last, "currency": currency.code, "by": by, "rows": rows}
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
    elif wish.as_csv:
        click.echo(_csv(("customer", "name", *_FIGURES) if by_customer else _FIGURES, rows), nl=False)
    else:
        formats = BabelFormats(active().language, currency)
        for line in _table(found, formats, by_customer=by_customer):
            click.echo(line)


_FIGURES = ("cause", "times", "money")


def _row(each: Donation, currency: Currency, *, by_customer: bool) -> Row:
    """A line for other programs: money as text in major units."""
    figures: Row = {"cause": each.cause, "times": each.times, "money": currency.text(each.money)}
    return {"customer": each.customer, "name": each.name, **figures} if by_customer else figures


def _csv(head: tuple[str, ...], rows: list[Row]) -> str:
    """RFC 4180, harmless when a spreadsheet program opens it."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(head)
    for row in rows:
        writer.writerow([harmless(row[name]) if isinstance(row[name], str) else row[name] for name in head])
    return file.getvalue()


def _table(found: list[Donation], formats: Formats, *, by_customer: bool) -> Iterator[str]:
    """Lines for a person, the figures below each other."""
    if not found:
        yield tr("Nothing was given in this time.")
        return
    head = [*([tr("Customer")] if by_customer else []), tr("Good cause"), tr("Times"), tr("Sum")]
    lines = [head, *(_cells(each, formats, by_customer=by_customer) for each in found)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(lines[0]))]
    for *words, times, money in lines:
        left = [word.ljust(width) for word, width in zip(words, widths, strict=False)]
        yield "  ".join([*left, times.rjust(widths[-2]), money.rjust(widths[-1])])


def _cells(each: Donation, formats: Formats, *, by_customer: bool) -> list[str]:
    figures = [each.cause, formats.number(each.times), formats.money(each.money)]
    return [_called(each), *figures] if by_customer else figures


def _called(each: Donation) -> str:
    return each.name or (tr("No name") if each.customer else tr("Forgotten"))


for _report in insight_reports.REPORTS:
    report.add_command(_report)

COMMANDS = (report,)
