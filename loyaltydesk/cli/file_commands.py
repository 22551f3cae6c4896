"""Commands about the whole file: made, opened, linked, proved, copied, put back."""

import sys
from pathlib import Path

import click

from loyaltydesk.cli.link import Link
from loyaltydesk.cli.progress import shown
from loyaltydesk.cli.shop_option import now, opened, shop_path
from loyaltydesk.cli.verbs import read_text
from loyaltydesk.desk import Desk
from loyaltydesk.desk.putting_back import put_back
from loyaltydesk.words import tr, tr_n

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE)
@click.option("--programme", "-p", type=FILE, required=True, help="The rules, as a TOML file.")
def new(file: Path, programme: Path) -> None:
    """Makes an empty shop in FILE."""
    Desk.create(file, read_text(programme), now).close()
    click.echo(tr("{path} is ready.").format(path=file))


@click.command()
@click.pass_context
def link(context: click.Context) -> None:
    """Answers JSON requests, one a line, until the input ends."""
    with opened(context) as desk:
        if sys.stdin and sys.stdout:  # there is neither where a program was started without them
            Link(desk).serve(sys.stdin.buffer, sys.stdout.buffer)


@click.command()
@click.pass_context
def check(context: click.Context) -> None:
    """Proves the file whole: chain, tables and sums."""
    with opened(context, writes=False) as desk, shown(tr("Checking")) as progress:
        faults = desk.shop.faults(progress)
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        click.echo(tr("The file is not whole. Put a backup back, or run “rebuild”."), err=True)
        context.exit(1)
    click.echo(tr("The file is whole."))


@click.command()
@click.pass_context
def rebuild(context: click.Context) -> None:
    """Derives every table anew from the journal."""
    with opened(context) as desk, shown(tr("Deriving")) as progress:
        count = desk.shop.rebuild(progress)
    click.echo(tr_n("Derived from {n} fact.", "Derived from {n} facts.", count).format(n=count))


@click.command()
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.pass_context
def backup(context: click.Context, folder: Path | None) -> None:
    """Makes a proved copy of the shop in FOLDER (beside the shop when it is not given)."""
    with opened(context, writes=False) as desk:
        copy = desk.shop.back_up(folder or desk.shop.backup_folder)
    click.echo(str(copy))


@click.command()
@click.argument("file", type=FILE)
@click.pass_context
def restore(context: click.Context, file: Path) -> None:
    """Puts the backup FILE in the place of the shop; the shop's old file is kept beside it."""
    path = shop_path(context)
    kept = put_back(file, path, now=now())
    click.echo(tr("{path} is ready.").format(path=path))
    if kept:
        click.echo(tr("The old file is kept as {path}.").format(path=kept))


COMMANDS = (new, link, check, rebuild, backup, restore)
