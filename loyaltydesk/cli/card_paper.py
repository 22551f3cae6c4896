"""The options that say on what cards are printed, and the paper that they make."""

from collections.abc import Callable
from typing import Any, TypedDict

import click
from msgspec.structs import replace

from loyaltydesk.desk import Desk
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.printing.card import BLEED, Sides
from loyaltydesk.printing.card_paper import Sheet
from loyaltydesk.printing.stocks import CARD_STOCKS, Flip, Stock, stock_of
from loyaltydesk.words import tr

FARTHEST = 10.0  # mm that a print is moved
SHORT_NAMES = {"a4": "Avery C32011", "letter": "Avery 5371"}  # what --sheet says, besides single cards
SINGLE = "single"
SIDES = {"both": Sides.BOTH, "fronts": Sides.FRONTS, "backs": Sides.BACKS}


class PaperOptions(TypedDict):
    """What was said about the paper; all lengths in mm."""

    sheet: str
    stock: str
    start: int
    crop: bool
    bleed: bool | None
    sides: str
    turn: str
    shift_x: float
    shift_y: float
    back_shift_x: float | None
    back_shift_y: float | None


_MOVED = click.FloatRange(-FARTHEST, FARTHEST)
_OPTIONS = (
    click.option(
        "--sheet",
        type=click.Choice([*SHORT_NAMES, SINGLE]),
        default="a4",
        show_default=True,
        help="Ten to a sheet of the usual stock, or single cards.",
    ),
    click.option(
        "--stock", default="", help='Another stock by its name, such as "Avery L7414" or one of the shop\'s own.'
    ),
    click.option("--start", type=click.IntRange(1), default=1, help="The first free label of a sheet that was begun."),
    click.option("--crop", is_flag=True, help="Marks to cut by."),
    click.option(
        "--bleed/--no-bleed",
        default=None,
        help="Colour 3 mm beyond the edges, as far as paper is free; as the design has it when neither is said.",
    ),
    click.option("--sides", type=click.Choice(list(SIDES)), default="both", show_default=True),
    click.option(
        "--turn",
        type=click.Choice([flip.value for flip in Flip]),
        default=Flip.LONG_EDGE.value,
        show_default=True,
        help="The edge on which the printer turns the sheet over.",
    ),
    click.option("--shift-x", type=_MOVED, default=0.0, help="Moves the print to the right, in mm."),
    click.option("--shift-y", type=_MOVED, default=0.0, help="Moves the print down, in mm."),
    click.option("--back-shift-x", type=_MOVED, help="The same for backs, where it is another."),
    click.option("--back-shift-y", type=_MOVED, help="The same for backs, where it is another."),
)


def paper_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Gives a command every option of PaperOptions."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def stock_named(desk: Desk, name: str) -> Stock:
    """A stock by its name, in capitals or not; the shop's own come first. Raises BadRequest for one there is not."""
    own = [stock_of(grid) for grid in desk.stocks.all()]
    for stock in (*own, *CARD_STOCKS.values()):
        if stock.name.casefold() == name.strip().casefold():
            return stock
    raise BadRequest("stock", "unknown_stock")


def sheet_from(desk: Desk, options: PaperOptions) -> Sheet:
    """The paper. Raises BadRequest for a stock there is not, and UsageError for a label that no sheet has."""
    sides = SIDES[options["sides"]]
    bleed = desk.designs.card().bleed if options["bleed"] is None else options["bleed"]
    if options["sheet"] == SINGLE and not options["stock"]:
        return Sheet(None, sides, options["crop"], bleed)
    stock = stock_named(desk, options["stock"] or SHORT_NAMES[options["sheet"]])
    if options["start"] > stock.count:
        raise click.UsageError(
            tr("{paper} has so many places on a sheet: {n}.").format(paper=stock.name, n=stock.count)
        )
    back = (options["back_shift_x"], options["back_shift_y"])
    front = (options["shift_x"], options["shift_y"])
    moved = tuple(other if other is not None else usual for other, usual in zip(back, front, strict=True))
    return Sheet(
        replace(
            stock,
            start=options["start"] - 1,
            marks=stock.marks or options["crop"],
            bleed=BLEED if bleed else 0,
            flip=Flip(options["turn"]),
            shift=front,
            back_shift=moved,
        ),
        sides,
    )
