"""Commands about the customers: found, written to a file, forgotten."""

import json
from pathlib import Path

import click

from loyaltydesk.cli.csv_files import WORKBOOKS, shape, written
from loyaltydesk.cli.import_commands import import_customers
from loyaltydesk.cli.progress import shown
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.desk import Desk
from loyaltydesk.exchange.customers_csv import csv_text, table
from loyaltydesk.exchange.workbook_writing import save_workbook
from loyaltydesk.model.refusals import UnknownCard
from loyaltydesk.words import tr, tr_n
from loyaltydesk.words.exports import table_name


@click.group()
def customers() -> None:
    """The customers of the shop."""


@customers.command("find")
@click.argument("text")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 500))
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def find_customers(context: click.Context, text: str, limit: int, as_json: bool) -> None:
    """Finds customers by name, phone number, its last digits, or e-mail address."""
    with opened(context, writes=False) as desk:
        found = [
            {
                "customer": customer.id,
                "name": customer.profile.name,
                "card": desk.customers.card_number(customer.id),
                "phone": customer.profile.phone,
                "balance": desk.customers.see(customer.id).balance,
            }
            for customer in desk.customers.find(text, limit)
        ]
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        return
    for row in found:
        click.echo("\t".join(str(value) for value in row.values()))


@customers.command("export")
@click.argument("file", type=click.Path(dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--spreadsheet",
    is_flag=True,
    help="For opening with a double click: marked as UTF-8, in the list and decimal signs of the shop's language, "
    "with card and phone numbers that stay text.",
)
@click.pass_context
def export_customers(context: click.Context, file: Path, spreadsheet: bool) -> None:
    """Writes all customers to FILE: a workbook (.xlsx), or CSV (UTF-8); CSV to the standard output for "-".

    A FILE that is there already is replaced. Text that a spreadsheet would take for a formula gets an apostrophe in
    front.
    """
    if file.suffix.lower() in WORKBOOKS and file.suffix.lower() != ".xlsx":
        raise click.UsageError(tr("Give the file a name that ends in .csv or .xlsx."))
    with opened(context, writes=False) as desk, shown(tr("Writing")) as progress:
        currency, count = desk.shop.programme.currency, desk.customers.count()
        if file.suffix.lower() == ".xlsx":
            tables = [table(desk.exports.customers(), count)]
            save_workbook(file, tables, currency, names=(table_name, str), progress=progress)
        elif not written(csv_text(desk.exports.customers(progress), currency, shape(spreadsheet=spreadsheet)), file):
            return
    said = tr_n("{n} customer is in {path}.", "{n} customers are in {path}.", count)
    click.echo(said.format(n=count, path=file), err=True)


@click.command()
@click.argument("customer")
@click.option("--yes", is_flag=True, help="Does not ask.")
@click.pass_context
def erase(context: click.Context, customer: str, yes: bool) -> None:
    """Forgets CUSTOMER (an id or a card number) for good; purchases stay in the books without a name."""
    with opened(context) as desk:
        person = desk.customers.get(named(desk, customer))
        name = person.profile.name or person.card
        if not yes:
            click.confirm(tr("Forget {name} for good? This cannot be undone.").format(name=name), abort=True, err=True)
        desk.customers.erase(person.id)
    click.echo(tr("{name} is forgotten. Backups made before still know this person.").format(name=name))


def named(desk: Desk, customer: str) -> str:
    """The id of a customer who is named by a card number or by the id. Raises UnknownCustomer or UnknownCard."""
    try:
        return desk.cards.owner(customer).id
    except UnknownCard as unknown:
        if unknown.blank:
            raise
        return customer


customers.add_command(import_customers)
COMMANDS = (customers, erase)
