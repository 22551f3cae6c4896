"""The command that takes customers over from a table, lists what was taken, and takes it back."""

from pathlib import Path

import click
from msgspec.structs import replace

from loyaltydesk.cli.csv_files import shape, written
from loyaltydesk.cli.import_answers import Told, document, lines, listed, summary, undone
from loyaltydesk.cli.progress import shown
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk import Desk
from loyaltydesk.desk.import_drafts import Draft
from loyaltydesk.exchange.customers_in import customers, named_columns, suggested
from loyaltydesk.exchange.refused_rows import csv_text
from loyaltydesk.exchange.tables_in import open_table
from loyaltydesk.model.imports import Batch, Choices, OnTwin, Verdict
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.imports import why


@click.command("import")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--sheet", default="", help="The sheet of a workbook; the first that is not empty otherwise.")
@click.option("--dry-run", is_flag=True, help="Says what would be done, and does nothing.")
@click.option(
    "--map",
    "maps",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Which column tells a field: its heading or its number. FIELD= tells that none does. May be repeated.",
)
@click.option(
    "--duplicates",
    type=click.Choice([each.value for each in OnTwin]),
    help="What is done with customers who are there already: left out, what is not known filled in, or added.",
)
@click.option("--no-numbers", is_flag=True, help="Customers without a card get no number of the shop's own.")
@click.option("--refused", type=click.Path(dir_okay=False, path_type=Path), help="A CSV for the rows that are refused.")
@click.option("--list", "listing", is_flag=True, help="Lists the imports that were done, the newest first.")
@click.option("--undo", default="", metavar="ID", help="Takes an import back as a whole.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def import_customers(
    context: click.Context, file: Path | None, sheet: str, dry_run: bool, maps: tuple[str, ...],
    duplicates: str | None, no_numbers: bool, refused: Path | None, listing: bool, undo: str, as_json: bool,
) -> None:  # fmt: skip
    """Takes customers from FILE: text (CSV, TSV) or a workbook (XLSX, XLS, ODS).

    Encoding, delimiter, headings and the form of dates are found out; columns are known by their names in English,
    Polish, Latvian and Russian. Rows that cannot be read are named and left out; all others are written down together.
    """
    if (file is not None) + listing + bool(undo) != 1:
        raise click.UsageError(tr("Name a file, or --list, or --undo with the id of an import."))
    if file is None:
        _other(context, undo, as_json=as_json)
        return
    alike = Choices.all_alike(OnTwin(duplicates)) if duplicates else Choices()
    choices = replace(alike, new_numbers=not no_numbers)
    with opened(context, writes=not dry_run) as desk, open_table(file, sheet=sheet) as table:
        plan = named_columns(suggested(table), _maps(maps))
        formats = BabelFormats(active().language, desk.shop.programme.currency)
        with desk.imports.check(customers(table, plan, desk.now().date()), choices) as draft:
            counts = draft.counts()
            worth = counts.new + counts.filled > 0
            batch = _taken(desk, draft, file) if worth and not dry_run else None
            if refused:
                rows = draft.rows(Verdict.REFUSED)
                written(csv_text(plan, rows, lambda row: why(row, formats), shape=shape(spreadsheet=True)), refused)
            told = Told(table, plan, draft, batch, formats)
            click.echo(document(told) if as_json else summary(told))
            for line in () if as_json else lines(told):
                click.echo(line, err=True)
    if counts.refused == counts.rows:
        context.exit(1)


def _other(context: click.Context, undo: str, *, as_json: bool) -> None:
    """Lists the imports, or takes one back."""
    with opened(context, writes=bool(undo)) as desk:
        if not undo:
            click.echo(listed(desk.imports.batches(), as_json=as_json))
            return
        with shown(tr("Taking back")) as progress:
            done = desk.imports.undo(undo, progress=progress)
    click.echo(undone(done, as_json=as_json))


def _maps(maps: tuple[str, ...]) -> dict[str, str]:
    parted = [each.partition("=") for each in maps]
    if not all(sign for _field, sign, _column in parted):
        raise click.UsageError(tr("Write --map as FIELD=COLUMN."))
    return {field.strip(): column for field, _sign, column in parted}


def _taken(desk: Desk, draft: Draft, file: Path) -> Batch:
    with shown(tr("Taking over")) as progress:
        return desk.imports.take(draft, file=file.name, progress=progress)
