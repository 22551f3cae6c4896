"""Commands that print vouchers, always as a PDF and never through Qt."""

from pathlib import Path
from typing import TypedDict, Unpack

import click
from msgspec.structs import replace

from loyaltydesk.cli.paper_files import OUT, saved
from loyaltydesk.cli.papers import Papers
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.cli.slip_commands import ROLL, ROLLS
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.printing.stocks import VOUCHER_STOCKS, Stock
from loyaltydesk.words import tr

SHEETS = {"a6": "A6", "a4": "A4", "letter": "Letter", "thirds": "A4 thirds", "cards": "Avery C32011"}


class Paper(TypedDict):
    """What vouchers are printed on."""

    sheet: str
    stock: str
    start: int
    crop: bool
    slip: bool
    roll: str


@click.group()
def vouchers() -> None:
    """Reward vouchers: paper."""


@vouchers.command("print")
@click.argument("codes", metavar="CODE...", nargs=-1, required=True)
@click.option(
    "--sheet",
    type=click.Choice(list(SHEETS)),
    default="a6",
    show_default=True,
    help="A leaf for each voucher, four or three to a sheet, or ten as small as business cards.",
)
@click.option("--stock", default="", help='Another sheet of business cards by its name, such as "Avery 5371".')
@click.option("--start", type=click.IntRange(1), default=1, help="The first free place of a sheet that was begun.")
@click.option("--crop", is_flag=True, help="Marks to cut by.")
@click.option("--slip", is_flag=True, help="For the slip printer instead of a sheet.")
@ROLL
@OUT
@click.pass_context
def print_vouchers(context: click.Context, codes: tuple[str, ...], out: Path, **paper: Unpack[Paper]) -> None:
    """Prints the vouchers with these codes into a PDF; only those that can still be used."""
    with opened(context, writes=False) as desk:
        papers = Papers(desk)
        if paper["slip"]:
            saved(papers.voucher_slips(codes, ROLLS[paper["roll"]]), out)
        else:
            saved(papers.vouchers(codes, _stock(paper)), out)


def _stock(paper: Paper) -> Stock:
    """The sheet. Raises BadRequest for one there is not, and UsageError for a place that it has not."""
    name = (paper["stock"].strip() or SHEETS[paper["sheet"]]).casefold()
    stock = next((each for each in VOUCHER_STOCKS.values() if each.name.casefold() == name), None)
    if stock is None:
        raise BadRequest("stock", "unknown_stock")
    if paper["start"] > stock.count:
        raise click.UsageError(
            tr("{paper} has so many places on a sheet: {n}.").format(paper=stock.name, n=stock.count)
        )
    return replace(stock, start=paper["start"] - 1, marks=stock.marks or paper["crop"])


COMMANDS = (vouchers,)
