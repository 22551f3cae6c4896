"""The stub of a voucher: the card's design upright, its words clear of what is busy."""

import pytest

from loyaltydesk.printing.colours import contrast
from loyaltydesk.printing.designs import TEMPLATES
from loyaltydesk.printing.raster import page_picture
from loyaltydesk.printing.scene import WHITE, Group, Page
from loyaltydesk.printing.voucher_stub import StubLook, hole_on, stub_of

SIZES = [(44.0, 94.0), (54.0, 88.0), (21.0, 50.8)]
COLOURS = ["#0B7A5B", "#FFE45C", "#101010", "#F4F4F4"]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("colour", COLOURS)
def test_the_shops_name_stands_out_from_all_that_is_below_it(
    template: str, size: tuple[float, float], colour: str
) -> None:
    width, height = size
    stub = stub_of(StubLook("Kafe", template, colour), width, height=height)
    page = Page(width, height, stub.items)
    upper = page_picture(page, 254, grey=True).crop(
        (round(10 * stub.left) + 10, round(height * 4), round(10 * (width - stub.right)) - 10, round(height * 5.3))
    )
    tones = [tone for tone, count in enumerate(upper.histogram()) if count]
    greys = ["#" + f"{tone:02X}" * 3 for tone in (tones[0], tones[-1])]
    assert all(contrast(stub.inks.shop, grey) >= 3.0 for grey in greys)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_stub_is_painted_to_its_edges_and_no_further(template: str) -> None:
    stub = stub_of(StubLook("Kafe", template, "#0B7A5B"), 21.0, height=54.0, bleed=3.0)
    page = Page(40, 70, (Group(stub.items, 8, 8),))
    image = page_picture(page, 254, grey=True).point(lambda tone: 255 if tone < 255 else 0)
    left, top, right, bottom = image.getbbox() or (0, 0, 0, 0)
    assert min(left, top) >= 49  # half a dot of a smooth edge may be seen
    assert right <= 321
    assert bottom <= 651
    assert left <= 80


def test_the_holes_are_seen_on_a_stub_of_any_colour() -> None:
    dark, light = (stub_of(StubLook("Kafe", name, "#0B7A5B"), 44, height=94).inks for name in ("circles", "leaves"))
    assert hole_on(dark) == WHITE
    assert contrast(hole_on(light), WHITE) > 1.8


def test_a_letter_of_the_shop_that_fills_the_stub_is_its_sign_unless_there_is_a_logo() -> None:
    assert not stub_of(StubLook("Kafe", "monogram", "#0B7A5B"), 44, height=94).is_signed
    assert stub_of(StubLook("Kafe", "monogram", "#0B7A5B", has_logo=True), 44, height=94).is_signed
