"""Commands about the rules of the programme."""

import json
from datetime import datetime
from pathlib import Path

import click

from loyaltydesk.cli.demo_command import DAY
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
@click.option("--from", "first", type=DAY, help="The first day; at once when it is not given.")
@click.pass_context
def load_programme(context: click.Context, file: Path, first: datetime | None) -> None:
    """Puts the rules in FILE in force for what happens from now on, or from a day on."""
    text = read_text(file)
    with opened(context) as desk:
        version = desk.shop.load_programme(text, from_day=first.date() if first else None)
    if first:
        said = tr("Version {number} is in force from {day} on.").format(number=version, day=first.date().isoformat())
    else:
        said = tr("Version {number} is in force.").format(number=version)
    click.echo(said)


@programme.command("history")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def programme_history(context: click.Context, as_json: bool) -> None:
    """Lists the rules that were ever in force."""
    with opened(context, writes=False) as desk:
        history = desk.shop.programme_history()
    versions = [
        {
            "version": version.number,
            "at": version.at.isoformat(),
            "from_day": version.from_day.isoformat() if version.from_day else None,
            "name": read_programme(version.toml, kept=True).name,
            "toml": version.toml,
        }
        for version in history
    ]
    if as_json:
        click.echo(json.dumps(versions, ensure_ascii=False, indent=2))
        return
    for version in versions:
        click.echo(f"{version['version']}\t{version['at']}\t{version['name']}")


COMMANDS = (programme,)
