"""Commands that start the window: to work in it, and to take pictures of a day's work."""

from importlib import import_module
from typing import Any

import click

from loyaltydesk.cli.shop_option import now, shop_path
from loyaltydesk.computer import start_log
from loyaltydesk.words import tr


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
    start_log()
    context.exit(window_part("ui.app").start(shop_path(context), now))


COMMANDS = (open_window,)
