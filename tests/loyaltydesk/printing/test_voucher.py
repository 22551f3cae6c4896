"""The reward voucher: its words, its bars, alone or four to a sheet."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.printing.designs import TEMPLATES
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import Bars, Document, Group, Placed, Text
from loyaltydesk.printing.stocks import CARD_STOCKS, VOUCHER_STOCKS, Stock
from loyaltydesk.printing.voucher import VoucherFace, voucher_scene

VOUCHER = VoucherFace(
    "Kafejnīca Rīts",
    "Voucher",
    "Free coffee",
    "V00000000004",
    "For Anna Kowalska",
    "Valid to 31 May 2026",
    "One voucher for each purchase.",
    "Coffee, cake and time",
    "V000-0000-0004",
)


def test_everything_is_on_the_voucher(words: Callable[..., str]) -> None:
    seen = words(pdf_bytes(voucher_scene([VOUCHER])))
    for part in ("KR", "Voucher", "Free coffee", "For Anna Kowalska", "Valid to 31 May 2026", VOUCHER.small_print):
        assert part in seen
    assert "V000-0000-0004" in seen


CARDS = [CARD_STOCKS[name] for name in ("Avery C32011", "Avery 5371", "Avery L7414", "A4 to cut, with room")]
LEAVES = [VOUCHER_STOCKS[name] for name in ("A6", "A4", "Letter", "A4 thirds")]
STOCKS = [*LEAVES, *CARDS]


def _bodies(document: Document) -> list[Group]:
    """What is each voucher's own, on all pages."""
    return [item for page in document.pages for item in page.items if isinstance(item, Group)]


@pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.name)
@pytest.mark.parametrize("dpi", [203, 300])
def test_its_bars_are_read(
    picture: Callable[..., Image.Image], read: Callable[..., list[str]], stock: Stock, dpi: int
) -> None:
    codes = ["VK9Q2M7F3XBH", "V00000000012", "990001", "V-7F3K9Q2M-LONG"][: stock.count]
    file = pdf_bytes(voucher_scene([replace(VOUCHER, code=code) for code in codes], stock=stock, dpi=dpi))
    assert read(picture(file, dpi=dpi)) == sorted(codes)


@pytest.mark.parametrize(("count", "stock", "pages"), [(3, "A6", 3), (4, "A4", 1), (5, "A4", 2), (0, "A6", 0)])
def test_there_are_as_many_pages_as_the_vouchers_need(count: int, stock: str, pages: int) -> None:
    assert len(voucher_scene([VOUCHER] * count, stock=VOUCHER_STOCKS[stock]).pages) == pages


@pytest.mark.parametrize("text", ["W" * 5000, "Kafija un kūka " * 60, "<b>Free</b>\x00 ☕ " * 40])
def test_long_words_stay_within_the_ticket_and_off_the_bars(
    picture: Callable[..., Image.Image], read: Callable[..., list[str]], text: str
) -> None:
    odd = VoucherFace(text, text, text, VOUCHER.code, text, text, text, text)
    image = picture(pdf_bytes(voucher_scene([odd])))
    left, top, right, bottom = image.point(lambda grey: 255 if grey < 250 else 0).getbbox() or (0, 0, 0, 0)
    edge = 5 / 25.4 * 300
    assert left >= edge
    assert top >= edge
    assert right <= image.width - edge
    assert bottom <= image.height - edge
    assert read(image) == [VOUCHER.code]


def test_another_number_may_stand_below_the_bars(words: Callable[..., str]) -> None:
    assert "No. 17 of 2026" in words(pdf_bytes(voucher_scene([replace(VOUCHER, number="No. 17 of 2026")])))


def test_a_voucher_without_room_for_its_bars_is_refused() -> None:
    with pytest.raises(CodeTooWide):
        voucher_scene([replace(VOUCHER, code="V" * 40)])
    with pytest.raises(CodeNotPrintable):
        voucher_scene([replace(VOUCHER, code="")])


@pytest.mark.parametrize("stock", [LEAVES[3], *CARDS], ids=lambda stock: stock.name)
def test_everything_is_on_the_smaller_papers_too(words: Callable[..., str], stock: Stock) -> None:
    seen = words(pdf_bytes(voucher_scene([VOUCHER], stock=stock)))
    for part in ("KR", "Voucher", "Free coffee", "For Anna Kowalska", "Valid to 31 May 2026", VOUCHER.number):
        assert part in seen


@pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.name)
@pytest.mark.parametrize("gives", ["Coffee", "Coffee and a large piece of cake of the day for two, with cream " * 3])
def test_no_line_is_on_another_or_on_the_bars(stock: Stock, gives: str) -> None:
    long = replace(VOUCHER, gives=gives, small_print="Counts once, and is not paid out in money. " * 4)
    (body,) = _bodies(voucher_scene([long], stock=stock))
    (bars,) = (item for item in body.items if isinstance(item, Bars))
    lines = sorted((item for item in body.items if isinstance(item, Text)), key=lambda line: line.y)
    for line in lines:
        beside = line.x + (line.width or 0) <= bars.x + 2
        higher, lower = line.y + line.size * 0.25 < bars.y, line.y - line.size * 0.75 > bars.y + bars.height
        assert beside or higher or lower
    for above, below in pairwise(lines):
        assert below.y - above.y > below.size * 0.9 or below.x != above.x


@pytest.mark.parametrize("stock", STOCKS, ids=lambda stock: stock.name)
def test_a_long_reward_is_told_to_its_end_in_three_lines(words: Callable[..., str], stock: Stock) -> None:
    gives = "A large coffee of your choice with a slice of the cake of the day for two people on any day"
    seen = words(pdf_bytes(voucher_scene([replace(VOUCHER, gives=gives)], stock=stock)))
    assert gives.replace(" ", "") in "".join(seen.split())


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_voucher_looks_as_the_card_does(
    picture: Callable[..., Image.Image], read: Callable[..., list[str]], template: str
) -> None:
    image = picture(pdf_bytes(voucher_scene([replace(VOUCHER, template=template)])))
    other = picture(
        pdf_bytes(voucher_scene([replace(VOUCHER, template="circles" if template != "circles" else "dots")]))
    )
    assert image.tobytes() != other.tobytes()
    assert read(image) == [VOUCHER.code]


def test_vouchers_begin_at_the_first_label_that_is_free() -> None:
    stock = replace(LEAVES[3], start=2)
    document = voucher_scene([VOUCHER] * 3, stock=stock)
    assert [len([item for item in page.items if isinstance(item, Group)]) for page in document.pages] == [1, 2]
    assert [round(body.dy // 99) for body in _bodies(document)] == [2, 0, 1]


def test_what_vouchers_have_in_common_is_drawn_once() -> None:
    document = voucher_scene([VOUCHER, replace(VOUCHER, gives="Cake", code="990001")], stock=VOUCHER_STOCKS["A4"])
    first, second = (item.motif for item in document.pages[0].items if isinstance(item, Placed))
    assert first is second


def test_colour_runs_beyond_a_business_card_as_far_as_half_of_its_gap(picture: Callable[..., Image.Image]) -> None:
    stock = replace(CARD_STOCKS["A4 to cut, with room"], bleed=3.0)
    image = picture(pdf_bytes(voucher_scene([VOUCHER], stock=stock)), dpi=254)
    x, y = (round(10 * each) for each in stock.origin)
    assert image.getpixel((x - 25, y + 100)) < 200
    assert image.getpixel((x - 35, y + 100)) == 255
