"""The reward voucher: its words, its bars, alone or four to a sheet."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.stocks import VOUCHER_STOCKS, Stock
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


@pytest.mark.parametrize("stock", VOUCHER_STOCKS.values(), ids=lambda stock: stock.name)
@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_its_bars_are_read(
    picture: Callable[..., Image.Image], read: Callable[..., list[str]], stock: Stock, dpi: int
) -> None:
    codes = ["V00000000004", "V00000000012", "990001", "V-7F3K9Q2M-LONG"][: stock.count]
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
