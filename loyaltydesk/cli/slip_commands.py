"""The command that prints slips: into a PDF, as commands for a slip printer into a file, or straight to the printer."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from loyaltydesk.cli.paper_files import saved
from loyaltydesk.cli.papers import Papers
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.printing.files import save
from loyaltydesk.printing.slip import Roll, SlipFace, slip_scene
from loyaltydesk.words import tr

ROLLS = {"58": Roll.MM58, "80": Roll.MM80}
ROLL = click.option(
    "--roll", type=click.Choice(list(ROLLS)), default="80", show_default=True, help="How many mm the roll is wide."
)
FILE = click.Path(dir_okay=False, path_type=Path)
NOWHERE = "file:-"  # where commands belong that are only written to a file


class Where(TypedDict):
    """Where a slip goes; to more than one place if that is wanted."""

    out: Path | None
    escpos: Path | None
    printer: str | None


class How(TypedDict):
    """How the slip printer is spoken to."""

    letters: bool
    cut: str
    model: str


class Asked(Where, How):
    """Everything that can be said of a slip."""


@click.group()
def slips() -> None:
    """Slips of purchases: paper."""


@slips.command("print")
@click.argument("receipt")
@ROLL
@click.option("--out", type=FILE, help="The PDF file; one that is there already is replaced.")
@click.option("--escpos", type=FILE, help="The file for the bytes that a slip printer would get.")
@click.option(
    "--printer",
    help="Straight to network:HOST[:PORT], usb:VID:PID, serial:PORT[:BAUD], file:PATH, cups:QUEUE or windows:NAME.",
)
@click.option("--letters", is_flag=True, help="In the printer's own letters rather than as a picture.")
@click.option("--cut", type=click.Choice(["full", "part", "none"]), default="full", show_default=True)
@click.option("--model", default="default", help="The model of the printer, by its name in python-escpos.")
@click.pass_context
def print_slip(context: click.Context, receipt: str, roll: str, **asked: Unpack[Asked]) -> None:
    """Prints the slip of the purchase with this RECEIPT number, returns counted off."""
    if not any((asked["out"], asked["escpos"], asked["printer"])):
        raise click.UsageError(tr("Say where to: --out, --escpos or --printer."))
    with opened(context, writes=False) as desk:
        face = Papers(desk).slip_face(receipt)
        if asked["out"]:
            saved(slip_scene(face, roll=ROLLS[roll]), asked["out"])
        if asked["escpos"] or asked["printer"]:
            _to_slip_printer(face, ROLLS[roll], asked)


def _to_slip_printer(face: SlipFace, roll: Roll, asked: Asked) -> None:
    """Sends a slip to a printer, and keeps what is sent in a file; whatever is wanted of the two."""
    from loyaltydesk.printing import slip_press  # python-escpos is seldom needed, and takes 150 ms
    from loyaltydesk.printing.slip_printer import Cut, SlipPrinter, connection

    place = connection(asked["printer"] or NOWHERE)
    printer = SlipPrinter(place, roll, types=asked["letters"], cut=Cut(asked["cut"]), model=asked["model"])
    content = slip_press.slip_bytes(face, printer)
    if asked["escpos"]:
        save(content, asked["escpos"])
        click.echo(tr("The bytes for the slip printer are in {path}.").format(path=asked["escpos"]))
    if asked["printer"]:
        slip_press.print_bytes(content, printer)
        click.echo(tr("The slip was sent to {printer}.").format(printer=printer.connection))


COMMANDS = (slips,)
