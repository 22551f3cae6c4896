"""The command that writes everything in the shop for other programs."""

from pathlib import Path

import click

from loyaltydesk.cli.csv_files import shape
from loyaltydesk.cli.progress import shown
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.exchange.csv_tables import CsvTables, save_folder, save_zip
from loyaltydesk.exchange.workbook_writing import save_workbook
from loyaltydesk.words import tr
from loyaltydesk.words.exports import column_name, table_name, warning


@click.command("export")
@click.argument("target", type=click.Path(path_type=Path))
@click.option(
    "--spreadsheet", is_flag=True, help="CSV files for opening with a double click, as in `customers export`."
)
@click.pass_context
def export(context: click.Context, target: Path, spreadsheet: bool) -> None:
    """Writes everything to TARGET: a workbook (.xlsx), a ZIP of CSV files (.zip), or a new folder of them.

    Customers, cards, purchases, points, vouchers, products, programmes, voices and settings. Text stays text, and
    nothing in it is a formula. A file that is there already is replaced, a folder with something in it is not.
    """
    suffix = target.suffix.lower()
    if suffix in (".xls", ".ods", ".csv"):
        raise click.UsageError(tr("Name a file that ends in .xlsx or .zip, or a folder."))
    with opened(context, writes=False) as desk, desk.exports.at_one_moment(), shown(tr("Writing")) as progress:
        tables, currency = desk.exports.tables(), desk.shop.programme.currency
        if suffix == ".xlsx":
            save_workbook(target, tables, currency, names=(table_name, column_name), progress=progress)
        else:
            form = shape(spreadsheet=spreadsheet)
            texts = CsvTables(currency, form, name_of=column_name, progress=progress).texts(tables)
            (save_zip if suffix == ".zip" else save_folder)(target, texts)
    click.echo(tr("Everything is in {path}.").format(path=target), err=True)
    click.echo(warning(), err=True)


COMMANDS = (export,)
