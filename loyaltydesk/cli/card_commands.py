"""Commands about loyalty cards: numbers made or taken over, and cards printed into a PDF."""

import json
from pathlib import Path
from typing import TypedDict, Unpack

import click

from loyaltydesk.cli.card_paper import PaperOptions, paper_options, sheet_from, stock_named
from loyaltydesk.cli.csv_files import content_of
from loyaltydesk.cli.customer_commands import named
from loyaltydesk.cli.paper_files import OUT, saved
from loyaltydesk.cli.papers import Papers
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.exchange.cards_csv import read
from loyaltydesk.model.cards import LONGEST
from loyaltydesk.model.old_cards import RefusedCard
from loyaltydesk.printing.calibration import calibration_scene
from loyaltydesk.words import active, tr
from loyaltydesk.words.formats import BabelFormats, Formats
from loyaltydesk.words.refusals import sentence

MOST = 10_000


class Which(PaperOptions):
    """The cards that are asked for, in one of three ways, and their paper."""

    blank: int | None
    customer: str | None
    numbers: tuple[str, ...]


class Row(TypedDict):
    """A row of a file that was refused."""

    row: int
    number: str
    why: str


@click.group()
def cards() -> None:
    """Loyalty cards: numbers and paper."""


@cards.command("make")
@click.argument("count", type=int)
@click.pass_context
def make_cards(context: click.Context, count: int) -> None:
    """Makes COUNT blank cards, numbered as the shop numbers its cards, and prints their numbers."""
    with opened(context) as desk:
        numbers = desk.cards.make(count)
    for number in numbers:
        click.echo(number)


@cards.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def import_cards(context: click.Context, file: Path, as_json: bool) -> None:
    """Takes over cards that the shop has already from FILE, a CSV of number, printed, symbology.

    "number" is what the bars say, "printed" what stands on the card where that is another number, "symbology" the kind
    of the bars: EAN-13, EAN-8, UPC-A, Code 128, Code 39, ITF, Codabar or QR; none for what suits the number. The cards
    wait, blank, to be linked. Rows that cannot be are named and left out.
    """
    with opened(context) as desk:
        done = desk.numbers.take_over(read(content_of(file)))
        formats = BabelFormats(active().language, desk.shop.programme.currency)
    rows = [_row(each, formats) for each in done.refused]
    if as_json:
        click.echo(json.dumps({"taken": len(done.taken), "refused": rows}, ensure_ascii=False, indent=2))
    else:
        said = tr("Taken over: {taken}. Refused: {refused}.")
        click.echo(said.format(taken=formats.number(len(done.taken)), refused=formats.number(len(rows))))
        for row in rows:
            words = tr("Row {number}, {code}: {why}")
            click.echo(words.format(number=formats.number(row["row"]), code=row["number"], why=row["why"]), err=True)
    if rows and not done.taken:
        context.exit(1)


@cards.command("print")
@click.option("--blank", type=click.IntRange(1, MOST), help="So many blank cards, the newest that nobody has taken.")
@click.option("--customer", help="The card of this customer, named by id or by a card number.")
@click.option("--card", "numbers", multiple=True, help="The card with this number, blank or not; can be repeated.")
@paper_options
@OUT
@click.pass_context
def print_cards(context: click.Context, out: Path, **which: Unpack[Which]) -> None:
    """Prints cards, fronts and backs, into a PDF; the backs of sheets are mirrored for printing on both sides."""
    if sum(bool(each) for each in (which["blank"], which["customer"], which["numbers"])) != 1:
        raise click.UsageError(tr("Say which cards: --blank, --customer or --card."))
    with opened(context, writes=False) as desk:
        papers, sheet = Papers(desk), sheet_from(desk, which)
        if which["blank"]:
            faces = papers.blank_faces(which["blank"])
        elif which["customer"]:
            faces = [papers.customer_face(named(desk, which["customer"]))]
        else:
            faces = [papers.face(number) for number in which["numbers"]]
        saved(papers.cards(faces, sheet), out)


@cards.command("calibrate")
@click.option("--stock", default="Avery C32011", show_default=True, help="The stock to measure on.")
@OUT
@click.pass_context
def calibrate(context: click.Context, stock: str, out: Path) -> None:
    """Prints a page that shows by how many tenths of a millimetre a printer draws paper askew, on both sides."""
    with opened(context, writes=False) as desk:
        saved(calibration_scene(stock_named(desk, stock)), out)


def _row(refused: RefusedCard, formats: Formats) -> Row:
    number = refused.card.number
    shown = number if len(number) <= LONGEST else number[:LONGEST] + "…"
    return {"row": refused.card.row, "number": shown, "why": sentence(refused.why, formats)}


COMMANDS = (cards,)
