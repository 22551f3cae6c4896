"""The command `loyaltydesk` and its ways out: 0 done, 1 refused with one sentence, 2 wrong usage."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from loyaltydesk import __version__
from loyaltydesk.cli import (
    campaign_commands,
    card_commands,
    customer_commands,
    day_report_command,
    demo_command,
    dossier_command,
    export_command,
    file_commands,
    forecast_command,
    greeting_commands,
    partner_commands,
    print_commands,
    product_commands,
    report_commands,
    shop_commands,
    slip_commands,
    staff_commands,
    survey_commands,
    voice_commands,
    window_commands,
)
from loyaltydesk.cli.shop_option import speak
from loyaltydesk.computer import shop_file
from loyaltydesk.model.money import Currency
from loyaltydesk.model.refusals import DiskFull, FileReadOnly, Refused
from loyaltydesk.words import active
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.refusals import sentence


class Commands(click.Group):
    """Turns a refusal, and what the computer refuses, into one sentence on stderr and exit status 1."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Runs the command line; its words may find no room either."""
        try:
            return super().main(*args, **extra)
        except OSError as error:
            refused = _disk_refusal(error)
            if refused is None:
                raise
            _say(refused)
            _let_go_of_the_output()
            sys.exit(1)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command."""
        try:
            return super().invoke(ctx)
        except Refused as refused:
            _say(refused)
            ctx.exit(1)


def _say(refused: Refused) -> None:
    click.echo(sentence(refused, BabelFormats(active().language, Currency("EUR", 2))), err=True)


def _let_go_of_the_output() -> None:
    """Python writes at its end what found no room before, and would end with a status and words of its own."""
    with suppress(OSError):  # it may be no file at all
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _disk_refusal(error: OSError) -> Refused | None:
    """What a person can act on in a complaint of the disk, about a file or about the output; None for a bug."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(str(error.filename or ""))
    if error.filename and error.errno in (errno.ENAMETOOLONG, errno.EACCES, errno.EPERM, errno.EROFS):
        return FileReadOnly(str(error.filename))
    return None


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


for _commands in (
    window_commands, file_commands, demo_command, shop_commands, customer_commands, product_commands, card_commands,
    print_commands, slip_commands, forecast_command, export_command, report_commands, greeting_commands,
    voice_commands,
    survey_commands,
    staff_commands,
    campaign_commands,
    partner_commands,
    day_report_command,
    dossier_command,
):  # fmt: skip
    for _command in _commands.COMMANDS:
        loyaltydesk.add_command(_command)


def main() -> None:
    """Runs the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe on Windows speaks the old code page
            stream.reconfigure(encoding="utf-8", errors="replace")
    loyaltydesk(prog_name="loyaltydesk")
