"""Commands that print vouchers, always as a PDF and never through Qt."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from loyaltydesk.cli.paper_files import OUT, saved
from loyaltydesk.cli.papers import Papers, VoucherPaper
from loyaltydesk.cli.shop_option import opened
from loyaltydesk.cli.slip_commands import ROLL, ROLLS


class Paper(TypedDict):
    """What vouchers are printed on."""

    sheet: str
    slip: bool
    roll: str


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
            saved(papers.voucher_slips(codes, ROLLS[paper["roll"]]), out)
        else:
            saved(papers.vouchers(codes, VoucherPaper(paper["sheet"])), out)


COMMANDS = (vouchers,)
