"""Commands about the product list: read from a file, written to one, shown."""

import json
from pathlib import Path

import click

from loyaltydesk.cli.csv_files import WORKBOOKS, content_of, shape, written
from loyaltydesk.cli.progress import shown
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk.products import Preview
from loyaltydesk.exchange.products_csv import csv_text, read
from loyaltydesk.model.products import ProductRow, tax_text
from loyaltydesk.words import active, tr, tr_n
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.products import row_refusal


@click.group()
def products() -> None:
    """What the shop sells: codes, names, categories, prices, tax."""


@products.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Says what would be done, and does nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def import_products(context: click.Context, file: Path, only_check: bool, as_json: bool) -> None:
    """Takes products from FILE, a CSV whose first row names its columns: code, barcode, name, category, price, tax.

    Encoding, delimiter and decimal sign are found out. Rows that cannot be read are named and left out; all others are
    written down together. What is on the list already is changed to what the file says.
    """
    with opened(context, writes=not only_check) as desk:
        currency = desk.shop.programme.currency
        preview = desk.products.preview(read(content_of(file), currency))
        if not only_check:
            desk.products.take(preview)
        formats = BabelFormats(active().language, currency)
    refused = [(row, row_refusal(row, formats)) for row in preview.refused]
    click.echo(_report(preview, refused) if as_json else _sentence(preview))
    for _row, said in refused if not as_json else ():
        click.echo(said, err=True)
    if refused and not (preview.taken or preview.same):
        context.exit(1)


@products.command("export")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--spreadsheet",
    is_flag=True,
    help="For opening with a double click: marked as UTF-8, in the list and decimal signs of the shop's language, "
    "with codes that stay text.",
)
@click.pass_context
def export_products(context: click.Context, file: Path, spreadsheet: bool) -> None:
    """Writes the product list to FILE as CSV (UTF-8), or to the standard output for "-"."""
    if file.suffix.lower() in WORKBOOKS:
        raise click.UsageError(tr("Products are written as CSV: give the file a name that ends in .csv."))
    with opened(context, writes=False) as desk, shown(tr("Writing")) as progress:
        text = csv_text(desk.products.all(progress), desk.shop.programme.currency, shape(spreadsheet=spreadsheet))
        if not written(text, file):
            return
        count = desk.products.count()
    said = tr_n("{n} product is in {path}.", "{n} products are in {path}.", count)
    click.echo(said.format(n=count, path=file), err=True)


@products.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def list_products(context: click.Context, as_json: bool) -> None:
    """Shows the product list."""
    with opened(context, writes=False) as desk:
        currency = desk.shop.programme.currency
        rows = [
            {
                "sku": product.sku,
                "barcode": product.barcode,
                "name": product.name,
                "category": product.category,
                "price": currency.text(product.price),
                "tax_percent": tax_text(product.tax),
            }
            for product in desk.products.all()
        ]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo("\t".join(row.values()))


def _sentence(preview: Preview) -> str:
    said = tr("New: {new}. Changed: {changed}. As before: {same}. Refused: {refused}.")
    return said.format(
        new=len(preview.new), changed=len(preview.changed), same=preview.same, refused=len(preview.refused)
    )


def _report(preview: Preview, refused: list[tuple[ProductRow, str]]) -> str:
    rows = [{"row": row.number, "sku": row.sku, "why": said} for row, said in refused]
    counts = {"new": len(preview.new), "changed": len(preview.changed), "same": preview.same}
    return json.dumps({**counts, "refused": rows}, ensure_ascii=False, indent=2)


COMMANDS = (products,)
