"""The voucher in a card: its words within its edge, its bars on white with their quiet zones."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.palette import Palette
from loyaltydesk.printing.greetings.ticket import LARGE, SMALL, ticket
from loyaltydesk.printing.refusals import CodeTooWide
from loyaltydesk.printing.scene import WHITE, Bars, Rect, Text
from loyaltydesk.printing.typeset import line
from loyaltydesk.printing.voucher import VoucherFace

COLOURS = Palette("#FFFBF2", "#0B7A5B", ("#E9AE3F", "#E0785A", "#8CCFB8"))
VOUCHER = VoucherFace("Rīts", "Voucher", "€5", "V00000000004", valid="Valid to 16 April", number="V000-0000-0004")


@pytest.mark.parametrize("size", [LARGE, SMALL])
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


def test_a_code_without_room_for_its_bars_is_refused() -> None:
    with pytest.raises(CodeTooWide):
        list(ticket(replace(VOUCHER, code="V" * 40), Box(0, 0, *SMALL), COLOURS, dpi=300))
