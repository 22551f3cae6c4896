"""The command that makes a demo shop."""

from datetime import datetime
from pathlib import Path

import click

from loyaltydesk.cli.file_commands import FILE
from loyaltydesk.cli.progress import shown
from loyaltydesk.cli.shop_option import now
from loyaltydesk.words import LANGUAGES, active, tr

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("file", type=FILE)
@click.option("--customers", type=click.IntRange(1, 100_000), default=300, show_default=True)
@click.option("--purchases", type=click.IntRange(0, 5_000_000), default=8000, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="Another number, another shop.")
@click.option("--until", type=DAY, help="The last day of its year; today when it is not given.")
@click.option("--lang", type=click.Choice(list(LANGUAGES)), help="The shop's language; yours when it is not given.")
def demo(file: Path, until: datetime | None, lang: str | None, **size: int) -> None:
    """Makes a shop in FILE with a year of invented history; the same seed, day and language give the same shop."""
    from loyaltydesk.demo import Demo, make_demo

    wish = Demo(**size, language=lang or active().language, until=until.date() if until else None)
    with shown(tr("Making a demo shop")) as progress:
        make_demo(file, now, demo=wish, progress=progress)
    click.echo(tr("{path} is ready.").format(path=file))


COMMANDS = (demo,)
