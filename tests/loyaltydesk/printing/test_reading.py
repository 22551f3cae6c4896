"""Bars are measured as they are painted, and read back as they would be printed."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.bars import dots_for, symbol_for
from loyaltydesk.printing.reading import bars_among, quiet_box, read_back, reflected_by, says_its_code
from loyaltydesk.printing.scene import Bars, Gradient, Page, Rect, Text

OWN = "2600000000017"
BARS = Bars(3.5, 20, 78.6, 17, symbol_for(OWN), 4, 300)
WHITE = Rect(0, 0, 86, 54, "#FFFFFF")


def test_the_bars_are_found_among_the_words() -> None:
    assert bars_among((Text("Anna", 0, 0, 3), BARS)) is BARS
    assert bars_among((Text("Anna", 0, 0, 3),)) is None


def test_bars_keep_their_quiet_zones_to_themselves() -> None:
    left, top, wide, high = quiet_box(BARS)
    assert wide == pytest.approx(113 * 4 / 300 * 25.4)
    assert (left + wide / 2, top, high) == pytest.approx((42.8, 20, 17))


def test_a_square_symbol_keeps_them_on_all_four_sides() -> None:
    symbol = symbol_for("4711", "qr")
    square = Bars(10, 20, 20, 10, symbol, dots_for(symbol, 20, dpi=300), 300)
    _left, top, wide, high = quiet_box(square)
    assert (top, high) == pytest.approx((20 - 4 * square.module, 10 + 8 * square.module))
    assert wide == pytest.approx(29 * square.module)


@pytest.mark.parametrize(
    ("ink", "bars"), [("#000000", 0), ("#0000FF", 0), ("#00FF00", 0), ("#FF0000", 1), ("#800080", 0.216)]
)
def test_only_red_light_is_seen(ink: str, bars: float) -> None:
    seen = reflected_by((WHITE,), replace(BARS, ink=ink))
    assert (seen.darkest, seen.brightest) == (1, 1)
    assert seen.bars == pytest.approx(bars, abs=0.001)
    assert seen.contrast == pytest.approx(1 - bars, abs=0.001)


def test_what_is_painted_beside_the_bars_is_seen_and_what_is_farther_away_is_not() -> None:
    left, top, wide, _high = quiet_box(BARS)
    beside = Rect(left + wide - 1, top, 3, 3, "#000080")
    assert reflected_by((WHITE, beside), BARS).darkest == 0
    away = Rect(left + wide + 0.2, top, 3, 3, "#000080")
    assert reflected_by((WHITE, away), BARS).darkest == 1


def test_a_ground_that_changes_is_as_dark_as_its_darkest_place() -> None:
    ground = Rect(0, 0, 86, 54, Gradient(0, 0, 86, 0, "#FFFFFF", "#808080"))
    seen = reflected_by((ground,), BARS)
    assert 0.2 < seen.darkest < seen.brightest < 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (OWN, ""), ("LD-0012345", ""), ("4711", "qr"), ("26000015", "ean8"), ("012345678905", "upc_a"),
        ("LD-47", "code39"), ("12345678", "itf"), ("4711", "codabar"), ("A4711B", "codabar"),
    ],
)  # fmt: skip
def test_what_is_printed_is_read_back(code: str, kind: str) -> None:
    symbol = symbol_for(code, kind)
    bars = Bars(3.5, 20, 78.6, 17, symbol, dots_for(symbol, 78.6, dpi=300), 300)
    if symbol.rows:
        bars = replace(bars, height=len(symbol.rows) * bars.module)
    assert read_back(Page(86, 54, (WHITE, bars)), symbol, dpi=300) == code
    assert says_its_code(symbol)


def test_what_is_lost_in_red_light_is_not_read() -> None:
    assert read_back(Page(86, 54, (WHITE, replace(BARS, ink="#FF2020"))), BARS.symbol, dpi=300) == ""


def test_bars_that_say_another_number_are_found_out() -> None:
    other = symbol_for("2600000000024")
    assert read_back(Page(86, 54, (WHITE, replace(BARS, symbol=other))), BARS.symbol, dpi=300) == "2600000000024"
    assert not says_its_code(replace(symbol_for(OWN), code="2600000000024"))
    assert not says_its_code(replace(symbol_for(OWN), modules="1" * 95))
