"""A card counts as readable only when its bars are thick enough, have their quiet zones and say the right number."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.printing.bars import symbol_for
from loyaltydesk.printing.card import CardFace, CardLook, card_scene
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.reading import bars_read_well, reads_well, says_its_code
from loyaltydesk.printing.scene import Bars
from loyaltydesk.printing.stocks import CARD_STOCKS

OWN = "2600000000017"
LOOK = CardLook("Kafejnīca Rīts")
GOOD = Bars(3.5, 20, 78.6, 17, symbol_for(OWN), 4, 300)


@pytest.mark.parametrize("stock", CARD_STOCKS.values(), ids=lambda stock: stock.name)
def test_our_own_numbers_read_well_on_every_stock(stock) -> None:
    assert reads_well(LOOK, CardFace(OWN), size=stock.label)


def test_a_number_that_needs_thinner_bars_does_not() -> None:
    assert not reads_well(LOOK, CardFace("LOYALTY-CARD-0012345"))


@pytest.mark.parametrize("code", ["X" * 40, "Ł1234", ""])
def test_a_number_without_any_bars_does_not(code: str) -> None:
    assert not reads_well(LOOK, CardFace(code))


def test_bars_too_thin_too_low_or_over_the_edge_do_not() -> None:
    assert bars_read_well(GOOD, 85.6)
    assert not bars_read_well(replace(GOOD, dots=3), 85.6)
    assert not bars_read_well(replace(GOOD, height=12), 85.6)
    assert not bars_read_well(replace(GOOD, x=-40), 85.6)
    assert not bars_read_well(GOOD, 60)


def test_bars_that_say_another_number_do_not() -> None:
    assert not says_its_code(replace(symbol_for(OWN), code="2600000000024"))
    assert not says_its_code(replace(symbol_for(OWN), modules="1" * 95))
    assert says_its_code(symbol_for("LD-0012345"))


def test_what_is_said_to_read_well_is_read(picture: Callable[..., Image.Image], read: Callable[..., list[str]]) -> None:
    assert read(picture(pdf_bytes(card_scene(LOOK, [CardFace(OWN)])), 1)) == [OWN]
