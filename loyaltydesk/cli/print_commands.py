"""Commands that make cards and print paper, always as a PDF and never through Qt."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from loyaltydesk.cli.customer_commands import named
from loyaltydesk.cli.papers import CardPaper, Papers, VoucherPaper
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.printing.files import save
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.slip import Roll
from loyaltydesk.words import tr, tr_n

MOST = 10_000
OUT = click.option(
    "--out",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The PDF file; one that is there already is replaced.",
)
ROLL = click.option(
    "--roll", type=click.Choice(["58", "80"]), default="80", show_default=True, help="How many mm the roll is wide."
)
ROLLS = {"58": Roll.MM58, "80": Roll.MM80}


class Which(TypedDict):
    """The cards that are asked for, in one of three ways."""

    blank: int | None
    customer: str | None
    numbers: tuple[str, ...]


class Paper(TypedDict):
    """What vouchers are printed on."""

    sheet: str
    slip: bool
    roll: str


@click.group()
def cards() -> None:
    """Loyalty cards: numbers and paper."""


@cards.command("make")
@click.argument("count", type=int)
@click.pass_context
def make_cards(context: click.Context, count: int) -> None:
    """Makes COUNT blank cards and prints their numbers."""
    with opened(context) as desk:
        numbers = desk.cards.make(count)
    for number in numbers:
        click.echo(number)


@cards.command("print")
@click.option("--blank", type=click.IntRange(1, MOST), help="So many blank cards, the newest that nobody has taken.")
@click.option("--customer", help="The card of this customer, named by id or by a card number.")
@click.option("--card", "numbers", multiple=True, help="The card with this number, blank or not; can be repeated.")
@click.option(
    "--sheet",
    type=click.Choice([paper.value for paper in CardPaper]),
    default=CardPaper.A4.value,
    show_default=True,
    help="Ten to a sheet for cutting, or single plastic cards.",
)
@OUT
@click.pass_context
def print_cards(context: click.Context, sheet: str, out: Path, **which: Unpack[Which]) -> None:
    """Prints cards, fronts and backs, into a PDF; the backs of sheets are mirrored for printing on both sides."""
    if sum(bool(each) for each in which.values()) != 1:
        raise click.UsageError(tr("Say which cards: --blank, --customer or --card."))
    with opened(context, writes=False) as desk:
        papers = Papers(desk)
        if which["blank"]:
            faces = papers.blank_faces(which["blank"])
        elif which["customer"]:
            faces = [papers.customer_face(named(desk, which["customer"]))]
        else:
            faces = [papers.face(number) for number in which["numbers"]]
        _save(papers.cards(faces, CardPaper(sheet)), out)


@click.group()
def vouchers() -> None:
    """Reward vouchers: paper."""


@vouchers.command("print")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@click.option(
    "--sheet",
    type=click.Choice([paper.value for paper in VoucherPaper]),
    default=VoucherPaper.A6.value,
    show_default=True,
    help="A leaf for each voucher, or four to a sheet.",
)
@click.option("--slip", is_flag=True, help="For the slip printer instead of a sheet.")
@ROLL
@OUT
@click.pass_context
def print_vouchers(context: click.Context, codes: tuple[str, ...], out: Path, **paper: Unpack[Paper]) -> None:
    """Prints the vouchers with these codes into a PDF; only those that can still be used."""
    with opened(context, writes=False) as desk:
        papers = Papers(desk)
        if paper["slip"]:
            _save(papers.voucher_slips(codes, ROLLS[paper["roll"]]), out)
        else:
            _save(papers.vouchers(codes, VoucherPaper(paper["sheet"])), out)


@click.group()
def slips() -> None:
    """Slips of purchases: paper."""


@slips.command("print")
@click.argument("receipt")
@ROLL
@OUT
@click.pass_context
def print_slip(context: click.Context, receipt: str, roll: str, out: Path) -> None:
    """Prints the slip of the purchase with this RECEIPT number into a PDF, returns counted off."""
    with opened(context, writes=False) as desk:
        _save(Papers(desk).slip(receipt, ROLLS[roll]), out)


def _save(document: Document, out: Path) -> None:
    save(pdf_bytes(document), out)
    count = len(document.pages)
    said = tr_n("{n} page is in {path}.", "{n} pages are in {path}.", count)
    click.echo(said.format(n=count, path=out))


COMMANDS = (cards, vouchers, slips)
