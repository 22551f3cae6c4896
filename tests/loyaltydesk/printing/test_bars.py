"""Symbols, their quiet zones and their whole dots."""

import math
from collections.abc import Callable

import pytest
import zxingcpp
from barcode.codex import Code128
from barcode.ean import EuropeanArticleNumber8
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from loyaltydesk.model.cards import check_digit
from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.printing import bars
from loyaltydesk.printing.bars import dots_for, square, symbol_for
from loyaltydesk.printing.code128 import text_of
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide
from loyaltydesk.printing.scene import Bars, Document, Page

OURS = "2600000000017"


def test_thirteen_digits_with_their_check_digit_are_an_ean13() -> None:
    symbol = symbol_for(OURS)
    assert check_digit(OURS[:12]) == OURS[12]
    assert len(symbol.modules) == 95
    assert (symbol.quiet_left, symbol.quiet_right, symbol.width) == (11, 7, 113)
    assert symbol.caption == "2 600000 000017"


def test_thirteen_digits_with_a_wrong_check_digit_keep_it_as_code128() -> None:
    symbol = symbol_for("2600000000014")
    assert text_of(symbol.modules) == "2600000000014"
    assert (symbol.quiet_left, symbol.quiet_right) == (10, 10)


@pytest.mark.parametrize(
    "code", ["99", "999999", "9900000123", "99AB", "9" * 48, "LD-0012345", "4711", "A" * 48, "a B"]
)
def test_code128_says_the_whole_code(code: str) -> None:
    symbol = symbol_for(code)
    assert text_of(symbol.modules) == code
    assert symbol.caption == code


def test_the_library_still_loses_a_leading_99_so_the_guard_is_needed() -> None:
    assert text_of(Code128("999999").build()[0]) == "9999"


def test_the_library_still_changes_a_check_digit_so_the_guard_is_needed() -> None:
    assert EuropeanArticleNumber8("96385070").ean == "96385074"
    assert EuropeanArticleNumber8("96385074123").ean == "96385074"
    assert EuropeanArticleNumber8("٩٦٣٨٥٠٧").ean != "96385074"


def test_the_same_code_has_the_same_bars_each_time() -> None:
    assert len({symbol_for("LD12345").modules for _ in range(3)}) == 1


@pytest.mark.parametrize(
    "code",
    ["", "a" * 49, "Łódź", "26000000000\u0661\u0667", "tab\there", "line\n", "nul\x00", "²²²²", "2600000000017\n"],
)
def test_what_no_bars_can_carry_is_refused(code: str) -> None:
    with pytest.raises(CodeNotPrintable) as refused:
        symbol_for(code)
    assert refused.value.facts() == {"code": code, "kind": ""}


def test_a_symbol_that_says_something_else_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "_Code128", Code128)
    with pytest.raises(ValueError, match="9900"):
        symbol_for("9900")
    monkeypatch.setattr(EuropeanArticleNumber8, "calculate_checksum", lambda _self, _value=None: 3)
    with pytest.raises(ValueError, match="96385073"):
        symbol_for("96385074", "ean8")


@pytest.mark.parametrize(("dpi", "dots"), [(203, 3), (300, 4), (600, 8)])
def test_modules_are_as_near_to_a_third_of_a_millimetre_as_whole_dots_come(dpi: int, dots: int) -> None:
    assert dots_for(symbol_for(OURS), 70, dpi=dpi) == dots


@pytest.mark.parametrize(("dpi", "dots", "enough"), [(203, 2, 28.3), (300, 3, 28.75), (600, 6, 28.75)])
def test_a_narrow_place_takes_smaller_modules_down_to_a_quarter_millimetre(dpi: int, dots: int, enough: float) -> None:
    assert dots_for(symbol_for(OURS), enough, dpi=dpi) == dots
    with pytest.raises(CodeTooWide) as refused:
        dots_for(symbol_for(OURS), enough - 0.1, dpi=dpi)
    assert refused.value.code == OURS
    assert refused.value.needed_mm > refused.value.width_mm


@given(st.from_regex(r"[!-~]{4,48}", fullmatch=True), st.floats(20, 200), st.sampled_from([203, 300, 600]))
def test_what_is_not_refused_fits_and_is_not_too_fine(code: str, width: float, dpi: int) -> None:
    symbol = symbol_for(code)
    smallest = math.ceil(0.25 * dpi / 25.4) * 25.4 / dpi * symbol.width
    if smallest > width:
        with pytest.raises(CodeTooWide):
            dots_for(symbol, width, dpi=dpi)
        return
    module = dots_for(symbol, width, dpi=dpi) * 25.4 / dpi
    assert 0.25 <= module <= 0.38
    assert symbol.width * module <= width + 1e-6


# --- the kinds of other shops' cards

KINDS = [
    (Symbology.EAN13, "4006381333931", zxingcpp.BarcodeFormat.EAN13, "4006381333931"),
    (Symbology.EAN8, "96385074", zxingcpp.BarcodeFormat.EAN8, "96385074"),
    (Symbology.UPC_A, "036000291452", zxingcpp.BarcodeFormat.EAN13, "0036000291452"),
    (Symbology.CODE128, "4006381333931", zxingcpp.BarcodeFormat.Code128, "4006381333931"),
    (Symbology.CODE39, "LD-0012/45", zxingcpp.BarcodeFormat.Code39, "LD-0012/45"),
    (Symbology.ITF, "00123456", zxingcpp.BarcodeFormat.ITF, "00123456"),
    (Symbology.CODABAR, "A2901234B", zxingcpp.BarcodeFormat.Codabar, "A2901234B"),
    (Symbology.CODABAR, "2901234", zxingcpp.BarcodeFormat.Codabar, "A2901234A"),
    (Symbology.QR, "LD-0012345", zxingcpp.BarcodeFormat.QRCode, "LD-0012345"),
    (Symbology.QR, "4711", zxingcpp.BarcodeFormat.QRCode, "4711"),
]


@pytest.mark.parametrize(("kind", "code", "form", "seen"), KINDS, ids=lambda value: str(value))
@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_a_reader_sees_each_kind_on_paper_as_what_it_is(
    picture: Callable[..., Image.Image], kind: Symbology, code: str, form: object, seen: str, dpi: int
) -> None:
    symbol = symbol_for(code, kind)
    if symbol.rows:
        placed = square(symbol, (30, 10), 30, dpi=dpi)
    else:
        placed = Bars(5, 10, 90, 15, symbol, dots_for(symbol, 90, dpi=dpi), dpi)
    image = picture(pdf_bytes(Document((Page(100, 50, (placed,)),), "", dpi=dpi)), 0, dpi)
    found = zxingcpp.read_barcodes(image, formats=form)
    assert [each.text for each in found] == [seen]
    assert symbol.code == code


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Symbology.EAN13, "4006381333932"), (Symbology.EAN13, "400638133393"), (Symbology.EAN8, "96385075"),
        (Symbology.UPC_A, "036000291453"), (Symbology.CODE39, "ld-1"), (Symbology.CODE39, "A*B"),
        (Symbology.ITF, "123"), (Symbology.ITF, "12A4"), (Symbology.CODABAR, "A12"), (Symbology.CODABAR, "E12E"),
        (Symbology.QR, "Łódź"), (Symbology.ITF, "\u0661\u0662"),
    ],
)  # fmt: skip
def test_what_a_kind_cannot_say_is_refused_and_never_changed(kind: Symbology, code: str) -> None:
    with pytest.raises(CodeNotPrintable) as refused:
        symbol_for(code, kind)
    assert refused.value.facts() == {"code": code, "kind": kind.value}


@pytest.mark.parametrize(("kind", "code", "_form", "_seen"), KINDS[:-2], ids=lambda value: str(value))
def test_every_row_of_bars_is_read_back(kind: Symbology, code: str, _form: object, _seen: str) -> None:
    read = bars.text_of(symbol_for(code, kind))
    assert code in read
    assert len(read) - len(code) in (0, 2)  # the letters around a Codabar


def test_a_square_has_nothing_of_one_row() -> None:
    with pytest.raises(ValueError, match="no row"):
        bars.text_of(symbol_for("4711", "qr"))


def test_a_square_stands_in_the_middle_with_its_quiet_zones_or_not_at_all() -> None:
    symbol = symbol_for("LD-0012345", "qr")
    placed = square(symbol, (10, 20), 22, dpi=300)
    quiet = 4 * placed.module
    assert (len(symbol.rows), len(symbol.rows[0])) == (21, 21)
    assert placed.module == pytest.approx(0.508)
    assert placed.left >= 10
    assert placed.y - quiet >= 20
    assert placed.y + placed.height + quiet <= 42
    assert placed.y - 20 == pytest.approx(42 - placed.y - placed.height)
    with pytest.raises(CodeTooWide):
        square(symbol, (10, 20), 9, dpi=300)


def test_a_design_may_ask_for_code_128_or_for_what_suits() -> None:
    assert symbol_for(OURS, "auto") == symbol_for(OURS)
    assert symbol_for(OURS, "code128").kind == Symbology.CODE128
