"""Symbols, their quiet zones and their whole dots."""

import math

import pytest
from barcode.codex import Code128
from barcode.ean import EuropeanArticleNumber13
from hypothesis import given
from hypothesis import strategies as st

from loyaltydesk.model.cards import check_digit
from loyaltydesk.printing import bars
from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.code128 import text_of
from loyaltydesk.printing.refusals import CodeNotPrintable, CodeTooWide

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
    assert EuropeanArticleNumber13("2600000000014").ean == OURS
    assert EuropeanArticleNumber13(OURS + "123").ean == OURS
    assert EuropeanArticleNumber13("٢٦٠٠٠٠٠٠٠٠٠١").ean != OURS


def test_the_same_code_has_the_same_bars_each_time() -> None:
    assert len({symbol_for("LD12345").modules for _ in range(3)}) == 1


@pytest.mark.parametrize(
    "code",
    ["", "a" * 49, "Łódź", "26000000000\u0661\u0667", "tab\there", "line\n", "nul\x00", "²²²²", "2600000000017\n"],
)
def test_what_no_bars_can_carry_is_refused(code: str) -> None:
    with pytest.raises(CodeNotPrintable) as refused:
        symbol_for(code)
    assert refused.value.facts() == {"code": code}


def test_a_symbol_that_says_something_else_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bars, "_Code128", Code128)
    with pytest.raises(ValueError, match="9900"):
        symbol_for("9900")
    monkeypatch.setattr(EuropeanArticleNumber13, "calculate_checksum", lambda _self, _value=None: 3)
    with pytest.raises(ValueError, match="2600000000013"):
        symbol_for(OURS)


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
