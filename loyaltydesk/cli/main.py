"""The command `loyaltydesk` and its ways out: 0 done, 1 refused with one sentence, 2 wrong usage."""

import sys
from pathlib import Path
from typing import Any

import click

from loyaltydesk import __version__
from loyaltydesk.cli import (
    customer_commands,
    demo_command,
    file_commands,
    print_commands,
    shop_commands,
    window_commands,
)
from loyaltydesk.cli.shop_option import speak
from loyaltydesk.computer import shop_file
from loyaltydesk.model.money import Currency
from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import active
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.refusals import sentence


class Commands(click.Group):
    """Turns a refusal into one sentence on stderr and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except Refused as refused:
            click.echo(sentence(refused, BabelFormats(active().language, Currency("EUR", 2))), err=True)
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--shop",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="LOYALTYDESK_SHOP",
    help="The shop's file; the user's own shop when it is not given.",
)
@click.version_option(__version__)
@click.pass_context
def loyaltydesk(context: click.Context, shop: Path | None) -> None:
    """The loyalty programme of a small shop, on its own computer."""
    speak()
    context.obj = shop or shop_file()


for _commands in (window_commands, file_commands, demo_command, shop_commands, customer_commands, print_commands):
    for _command in _commands.COMMANDS:
        loyaltydesk.add_command(_command)


def main() -> None:
    """Runs the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe on Windows speaks the old code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    loyaltydesk(prog_name="loyaltydesk")
