"""Commands about the programme, the customers and their cards."""

import json
from pathlib import Path

import click

from loyaltydesk.cli.file_commands import FILE
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.cli.verbs import read_text
from loyaltydesk.rules.programme_file import read_programme
from loyaltydesk.words import tr


@click.group()
def programme() -> None:
    """The rules of the programme."""


@programme.command("show")
@click.pass_context
def show_programme(context: click.Context) -> None:
    """Prints the rules in force."""
    with opened(context, writes=False) as desk:
        click.echo(desk.shop.programme_text().rstrip())


@programme.command("check")
@click.argument("file", type=FILE)
def check_programme(file: Path) -> None:
    """Reads a programme file and says what is wrong with it."""
    rules = read_programme(read_text(file))
    click.echo(tr("“{name}” can be used.").format(name=rules.name))


@programme.command("load")
@click.argument("file", type=FILE)
@click.pass_context
def load_programme(context: click.Context, file: Path) -> None:
    """Puts the rules in FILE in force for what happens from now on."""
    text = read_text(file)
    with opened(context) as desk:
        version = desk.shop.load_programme(text)
    click.echo(tr("Version {number} is in force.").format(number=version))


@programme.command("history")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def programme_history(context: click.Context, as_json: bool) -> None:
    """Lists the rules that were ever in force."""
    with opened(context, writes=False) as desk:
        history = desk.shop.programme_history()
    versions = [
        {"version": number, "at": at, "name": read_programme(text).name, "toml": text} for number, at, text in history
    ]
    if as_json:
        click.echo(json.dumps(versions, ensure_ascii=False, indent=2))
        return
    for version in versions:
        click.echo(f"{version['version']}\t{version['at']}\t{version['name']}")


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


COMMANDS = (programme, customers)
