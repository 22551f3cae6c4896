"""What cards are printed on, as this computer remembers it, for it belongs to the printer beside it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from loyaltydesk.model.grids import Grid, checked_grid
from loyaltydesk.model.refusals import BadRequest
from loyaltydesk.printing.card import Sides
from loyaltydesk.printing.card_paper import Sheet, with_cutting
from loyaltydesk.printing.stocks import CARD_STOCKS, Flip, Stock, stock_of
from ui.seams.preferences import Preferences

SINGLE = "single"
USUAL = "Avery C32011"
FARTHEST = 100  # tenths of a millimetre; more is a wrong paper and no wrong printer
_Kind = TypeVar("_Kind", bound=StrEnum)


class KeptPaper(Struct, frozen=True):
    """The answers; `front` and `back` are tenths of a millimetre to the right and down.

    `own` is the sheet that the shop measured itself, where that was chosen; `bleed` is None for as the design has it.
    """

    paper: str = USUAL
    sides: Sides = Sides.BOTH
    flip: Flip = Flip.LONG_EDGE
    marks: bool = False
    bleed: bool | None = None
    front: tuple[int, int] = (0, 0)
    back: tuple[int, int] = (0, 0)
    own: Grid | None = None

    @property
    def stock(self) -> Stock | None:
        """The sheet of labels, none for single cards."""
        if self.own is not None and self.own.name == self.paper:
            return stock_of(self.own)
        return None if self.paper == SINGLE else CARD_STOCKS.get(self.paper, CARD_STOCKS[USUAL])

    def sheet(self, start: int = 0, *, bleed: bool = False) -> Sheet:
        """The paper, the first `start` labels of which are gone; `bleed` is what the design has."""
        stock, beyond = self.stock, bleed if self.bleed is None else self.bleed
        if stock is None:
            return with_cutting(Sheet(None, self.sides), marks=self.marks, bleed=beyond)
        moved = replace(stock, start=start, flip=self.flip, shift=_mm(self.front), back_shift=_mm(self.back))
        return with_cutting(Sheet(moved, self.sides), marks=self.marks or stock.marks, bleed=beyond)


def read_paper(preferences: Preferences, own: Sequence[Grid] = ()) -> KeptPaper:
    """What was chosen last, among the usual papers and the shop's `own`; what makes no sense is as usual."""
    name = preferences.read("cards/paper", USUAL)
    grid = next((each for each in own if each.name == name), None) or _grid(preferences.read("cards/own"))
    known = name in CARD_STOCKS or name == SINGLE or (grid is not None and grid.name == name)
    return KeptPaper(
        name if known else USUAL,
        _kind(Sides, preferences.read("cards/sides")) or Sides.BOTH,
        _kind(Flip, preferences.read("cards/turn")) or Flip.LONG_EDGE,
        preferences.read("cards/marks") == "on",
        {"on": True, "off": False}.get(preferences.read("cards/bleed")),
        (_tenths(preferences, "right"), _tenths(preferences, "down")),
        (_tenths(preferences, "back_right"), _tenths(preferences, "back_down")),
        grid if grid is not None and grid.name == name else None,
    )


def keep_paper(preferences: Preferences, paper: KeptPaper) -> None:
    """Remembers the answers on this computer."""
    for name, value in (
        ("paper", paper.paper),
        ("sides", paper.sides.value),
        ("turn", paper.flip.value),
        ("marks", "on" if paper.marks else "off"),
        ("bleed", "" if paper.bleed is None else "on" if paper.bleed else "off"),
        ("right", str(paper.front[0])),
        ("down", str(paper.front[1])),
        ("back_right", str(paper.back[0])),
        ("back_down", str(paper.back[1])),
        ("own", msgspec.json.encode(paper.own).decode() if paper.own else ""),
    ):
        preferences.write(f"cards/{name}", value)


def _mm(tenths: tuple[int, int]) -> tuple[float, float]:
    return tenths[0] / 10, tenths[1] / 10


def _tenths(preferences: Preferences, name: str) -> int:
    kept = preferences.read(f"cards/{name}", "0")
    digits = kept.removeprefix("-")
    number = int(kept) if digits.isascii() and digits.isdecimal() else 0
    return max(-FARTHEST, min(number, FARTHEST))


def _kind(kinds: type[_Kind], kept: str) -> _Kind | None:
    return next((each for each in kinds if each.value == kept), None)


def _grid(kept: str) -> Grid | None:
    try:
        return checked_grid(msgspec.json.decode(kept, type=Grid)) if kept else None
    except (msgspec.MsgspecError, BadRequest):  # of another release, or of somebody's own hand
        return None
