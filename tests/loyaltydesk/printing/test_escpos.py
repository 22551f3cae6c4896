"""Slips as commands: read back they are the picture, bit for bit, and its barcodes are read."""

from collections.abc import Callable
from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image as Pillow
from PIL import ImageChops

from loyaltydesk.printing.escpos import BAND, START, drawn_bytes, printed_picture
from loyaltydesk.printing.raster import page_picture
from loyaltydesk.printing.scene import Document, Image, Page
from loyaltydesk.printing.slip import Roll, SlipFace, slip_scene
from loyaltydesk.printing.slip_printer import DOTS, Cut, SlipPrinter, connection
from tests.loyaltydesk.printing.printers import pictures
from tests.loyaltydesk.printing.test_slip import SLIP, VOUCHER

PRINTER = SlipPrinter(connection("network:10.0.0.7"))
FULL = replace(
    SLIP,
    code="2600000000017",
    vouchers=(VOUCHER,),
    ending=("Use by 31 May", "120 points"),
    next_tier="Next tier: Silver · €12.50 to go",
    tier_progress=(80, 100),
    stamps=(("Kafijas karte", "7 of 10"),),
    news=("A word to you", "Ждём вас снова: żółć, ģ and ž"),
)


@pytest.mark.parametrize("roll", list(Roll))
def test_the_commands_read_back_are_the_picture_and_its_codes(
    read: Callable[[Pillow.Image], list[str]], roll: Roll
) -> None:
    printer, scene = replace(PRINTER, roll=roll), slip_scene(FULL, roll=roll)
    content = drawn_bytes(scene, printer)
    (printed,) = pictures(content)
    wanted = printed_picture(scene.pages[0], printer)
    assert printed.size == wanted.size
    assert printed.width == DOTS[roll]
    assert ImageChops.logical_xor(printed, wanted).getbbox() is None
    assert read(printed.convert("L").resize((printed.width * 2, printed.height * 2))) == sorted(
        [FULL.code, VOUCHER.code]
    )


@pytest.mark.parametrize("roll", list(Roll))
def test_nothing_of_the_page_is_lost_at_the_margins(roll: Roll) -> None:
    page = slip_scene(FULL, roll=roll).pages[0]
    whole, printed = page_picture(page, 203.2), printed_picture(page, replace(PRINTER, roll=roll))
    assert sum(whole.convert("L").histogram()[:1]) == sum(printed.convert("L").histogram()[:1])


def test_a_slip_begins_with_a_clean_printer_and_ends_with_a_cut() -> None:
    scene = slip_scene(SLIP)
    ends = {Cut.FULL: b"\x1bd\x06\x1dV\x00", Cut.PART: b"\x1bd\x06\x1dV\x01", Cut.NONE: b"\x1bd\x05"}
    for cut, end in ends.items():
        content = drawn_bytes(scene, replace(PRINTER, cut=cut))
        assert content.startswith(START)
        assert content.endswith(end)


def test_pictures_come_in_bands_that_cheap_printers_take() -> None:
    content = drawn_bytes(slip_scene(FULL), PRINTER)
    heights = []
    at = content.find(b"\x1dv0\x00")
    while at >= 0:
        heights.append(int.from_bytes(content[at + 6 : at + 8], "little"))
        at = content.find(b"\x1dv0\x00", at + 8 + 72 * heights[-1])
    assert max(heights) == BAND
    assert sum(heights) == printed_picture(slip_scene(FULL).pages[0], PRINTER).height


def test_a_coarser_model_gets_as_many_dots_as_it_has(read: Callable[[Pillow.Image], list[str]]) -> None:
    printer = replace(PRINTER, model="TM-T88V")
    (printed,) = pictures(drawn_bytes(slip_scene(FULL), printer))
    assert printed.width == 512
    assert FULL.code in read(printed.convert("L").resize((1024, printed.height * 2)))


def test_a_logo_is_printed_and_an_empty_page_too() -> None:
    file = BytesIO()
    Pillow.linear_gradient("L").save(file, "PNG")
    page = Page(80, 60, (Image(10, 10, 40, 40, file.getvalue()),))
    (printed,) = pictures(drawn_bytes(Document((page,), "x"), PRINTER))
    assert {0, 255} == set(printed.convert("L").tobytes())
    assert pictures(drawn_bytes(Document((Page(80, 60, ()),), "x"), PRINTER))[0].height == 1


@pytest.mark.parametrize("name", ["😀 👩‍👧", "محمد", "王小明", "W" * 200, "\x1b@\x1dV\x00", "<font color='red'>&"])
def test_no_name_keeps_a_slip_from_being_printed(name: str) -> None:
    slip = SlipFace(name, (name,), ((name, name),), (name, name), farewell=name, code=name, news=(name, name))
    for roll in Roll:
        assert pictures(drawn_bytes(slip_scene(slip, roll=roll), replace(PRINTER, roll=roll)))
