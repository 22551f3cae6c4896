"""Commands that start the window: to work in it, and to take pictures of a day's work."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from loyaltydesk.cli.shop_option import now, shop_path, speak
from loyaltydesk.words import LANGUAGES, active, tr


def window_part(name: str) -> Any:
    """A module of the window, by its name: this package never imports Qt, and works where there is none."""
    try:
        return import_module(name)
    except ImportError as error:
        raise click.ClickException(tr("The window cannot be shown here: {reason}").format(reason=error)) from None


@click.command("open")
@click.pass_context
def open_window(context: click.Context) -> None:
    """Opens the till in a window."""
    context.exit(window_part("ui.app").start(shop_path(context), now))


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Where the pictures go.")
@click.option("--lang", type=click.Choice(list(LANGUAGES)), help="The language; yours when it is not given.")
@click.option("--theme", type=click.Choice(["light", "dark"]), default="light", show_default=True)
@click.pass_context
def tour(context: click.Context, out: Path, lang: str | None, theme: str) -> None:
    """Leads through a day of work in the real windows, and leaves pictures and papers of it."""
    if lang:
        speak(lang)
    windows = window_part("ui.tour.start")
    try:
        windows.Tour(now, active().language, theme, click.echo).run(out)
    except windows.TourFailed as failed:
        click.echo(str(failed), err=True)
        context.exit(1)


COMMANDS = (open_window, tour)
