"""The voucher in a card: its words within its edge, its bars on white with their quiet zones."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.ticket import LARGE, POSTAL, SMALL, ticket
from loyaltydesk.printing.refusals import CodeTooWide
from loyaltydesk.printing.scene import WHITE, Bars, Rect, Text
from loyaltydesk.printing.typeset import line
from loyaltydesk.printing.voucher import VoucherFace

COLOURS = Palette("#FFFBF2", "#0B7A5B", ("#E9AE3F", "#E0785A", "#8CCFB8"))
VOUCHER = VoucherFace("Rīts", "Voucher", "€5", "V00000000004", valid="Valid to 16 April", number="V000-0000-0004")


@pytest.mark.parametrize("size", [LARGE, POSTAL, SMALL])
@pytest.mark.parametrize("gives", ["€5", "A slice of cake of the day and a large coffee", "W" * 90, "<b>&amp;</b>"])
def test_words_and_bars_stay_within_the_ticket(size: tuple[float, float], gives: str) -> None:
    box = Box(20, 30, *size)
    items = list(ticket(replace(VOUCHER, gives=gives), box, COLOURS, dpi=300))
    lines = [line(item) for item in items if isinstance(item, Text)]
    assert all(box.x + 2 <= each.x and each.x + each.width <= box.right - 2 for each in lines)
    (bars,) = (item for item in items if isinstance(item, Bars))
    (white,) = (item for item in items if isinstance(item, Rect) and item.fill == WHITE)
    assert white.x <= bars.left
    assert bars.left + bars.symbol.width * bars.module <= white.x + white.width
    assert white.y < bars.y
    assert bars.y + bars.height < white.y + white.height
    assert bars.height >= 12
    assert bars.module >= 0.25


@pytest.mark.parametrize("size", [LARGE, POSTAL])
def test_the_bars_of_our_codes_are_as_large_as_bars_should_be_where_there_is_room(size: tuple[float, float]) -> None:
    items = ticket(replace(VOUCHER, code="VK9Q2M7F3XBH"), Box(0, 0, *size), COLOURS, dpi=300)
    (bars,) = (item for item in items if isinstance(item, Bars))
    assert bars.module > 0.33


def test_two_lines_of_what_it_gives_stand_clear_of_the_last_day() -> None:
    items = ticket(replace(VOUCHER, gives="A slice of cake and a large coffee"), Box(0, 0, *SMALL), COLOURS, dpi=300)
    first, second, day = [item for item in items if isinstance(item, Text)][:3]
    assert second.y - first.y >= second.size
    assert day.y - day.size * 0.75 > second.y + second.size * 0.22


def test_a_code_without_room_for_its_bars_is_refused() -> None:
    with pytest.raises(CodeTooWide):
        list(ticket(replace(VOUCHER, code="V" * 40), Box(0, 0, *SMALL), COLOURS, dpi=300))
