"""The barcode of a card in its place: a kind that is easily read short is closed above and below."""

import pytest

from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.printing.card_code import CodePlace, code_items
from loyaltydesk.printing.scene import Align, Bars, Rect

PLACE = CodePlace((3.5, 20.0, 78.6, 17.0), Align.CENTRE, 54.0)
CODES = {Symbology.EAN13: "2600000000017", Symbology.CODE128: "LD-1", Symbology.CODABAR: "123", Symbology.QR: "LD-1"}


def test_interleaved_2_of_5_has_a_bar_along_both_of_its_edges() -> None:
    bars, *bearers, _number = code_items("123456789012", Symbology.ITF, number="", place=PLACE)
    assert isinstance(bars, Bars)
    assert len(bearers) == 2
    for bearer, y in zip(bearers, (bars.y, bars.y + bars.height - 2 * bars.module), strict=True):
        assert isinstance(bearer, Rect)
        assert (bearer.y, bearer.height) == pytest.approx((y, 2 * bars.module))
        assert bearer.x == pytest.approx(bars.left + bars.symbol.quiet_left * bars.module)
        assert bearer.width == pytest.approx(len(bars.symbol.modules) * bars.module)


@pytest.mark.parametrize(("kind", "code"), CODES.items())
def test_other_kinds_need_none(kind: Symbology, code: str) -> None:
    assert not any(isinstance(item, Rect) for item in code_items(code, kind, number="", place=PLACE))
