"""Reports of the insights: each panel as a table for a person, as JSON or as CSV, and how its figures are counted."""

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date
from io import StringIO
from typing import Any

import click

from loyaltydesk.cli import insight_tables
from loyaltydesk.cli.insight_tables import Cell, Money, Named, Share, Table
from loyaltydesk.cli.report_frame import Wish, asked
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk import Desk
from loyaltydesk.exchange.csv_writing import harmless
from loyaltydesk.model.insights import Period, Preset
from loyaltydesk.model.money import Currency
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import BabelFormats, Formats
from loyaltydesk.words.insights import explained

_Asked = Callable[[Desk, Period], Table]


def _report(name: str, table: _Asked) -> click.Command:
    """A report that is called `name` and tells what is in `table`."""

    @click.pass_context
    def told(context: click.Context, /, how: bool, **options: Any) -> None:
        wish = Wish(**options)
        with opened(context, writes=False) as desk:
            period, currency = _period(desk, wish), desk.shop.programme.currency
            found = table(desk, period)
        if wish.as_json:
            click.echo(json.dumps(_document(name, period, found, currency=currency), ensure_ascii=False, indent=2))
        elif wish.as_csv:
            click.echo(_csv(found, currency), nl=False)
        else:
            for line in _lines(found, BabelFormats(active().language, currency), how=how):
                click.echo(line)

    option = click.option("--how", is_flag=True, help="How each figure is counted, below the table.")
    return click.command(name, help=table.__doc__)(asked(option(told)))


def _period(desk: Desk, wish: Wish) -> Period:
    """The days that are asked for; without a first one the twelve months that end with the last."""
    first, last = wish.days
    year = Period.of(Preset.MONTHS_12, last or desk.now().date())
    if first and first > year.last:
        raise click.UsageError(tr("The last day is before the first."))
    return Period(first or year.first, year.last)


def _document(name: str, period: Period, table: Table, *, currency: Currency) -> dict[str, Any]:
    names = [column for column, _head in table.columns]
    rows = [dict(zip(names, (_plain(cell, currency) for cell in row), strict=True)) for row in table.rows]
    days = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    return {"report": name, **days, "currency": currency.code, "rows": rows}


def _plain(cell: Cell, currency: Currency) -> str | int | None:
    """A cell for other programs: money as text in major units, a share as text of one, a figure by its key.

    A weekday is 1 (Monday) to 7.
    """
    if isinstance(cell, Named):
        return cell.key
    if isinstance(cell, Money):
        return currency.text(cell.minor)
    if isinstance(cell, Share):
        return f"{cell.thousandths // 1000}.{cell.thousandths % 1000:03}"
    return cell.isoformat() if isinstance(cell, date) else cell


def _csv(table: Table, currency: Currency) -> str:
    """RFC 4180, harmless when a spreadsheet program opens it."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow([column for column, _head in table.columns])
    for row in table.rows:
        words = (cell.words if isinstance(cell, Named) else cell for cell in row)
        writer.writerow([harmless(cell) if isinstance(cell, str) else _plain(cell, currency) for cell in words])
    return file.getvalue()


def _lines(table: Table, formats: Formats, *, how: bool) -> Iterator[str]:
    """Lines for a person, the figures below each other."""
    lines = [
        [head for _column, head in table.columns],
        *([_shown(cell, formats) for cell in row] for row in table.rows),
    ]
    widths = [max(len(line[place]) for line in lines) for place in range(len(table.columns))]
    right = [all(not isinstance(row[place], str | Named) for row in table.rows) for place in range(len(table.columns))]
    for line in lines:
        cells = (
            cell.rjust(width) if to_the_right else cell.ljust(width)
            for cell, width, to_the_right in zip(line, widths, right, strict=True)
        )
        yield "  ".join(cells).rstrip()
    for figure in table.figures if how else ():
        told = explained(figure)
        yield ""
        yield f"{told.title}: {told.sentence}"
        yield f"  {told.formula}"


def _shown(cell: Cell, formats: Formats) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Named):
        return cell.words
    if isinstance(cell, Money):
        return formats.money(cell.minor)
    if isinstance(cell, Share):
        return tr("{percent}%").format(percent=formats.number((cell.thousandths + 5) // 10))
    if isinstance(cell, date):
        return formats.day(cell)
    return cell if isinstance(cell, str) else formats.number(cell)


REPORTS = tuple(
    _report(table.__name__, table)
    for table in (
        insight_tables.overview, insight_tables.customers, insight_tables.groups, insight_tables.cohorts,
        insight_tables.best, insight_tables.cost, insight_tables.hours, insight_tables.points,
    )
)  # fmt: skip
