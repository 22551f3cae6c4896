"""What each kind of barcode can say."""

import pytest

from loyaltydesk.model.symbologies import Symbology, can_say


@pytest.mark.parametrize(
    ("kind", "can", "cannot"),
    [
        (Symbology.EAN13, "4006381333931", "400638133393"), (Symbology.EAN8, "96385074", "９6385074"),
        (Symbology.UPC_A, "036000291452", "0036000291452"), (Symbology.CODE128, "a B~", "ł"),
        (Symbology.CODE39, "A-1 $", "a"), (Symbology.ITF, "0012", "012"),
        (Symbology.CODABAR, "A12$B", "A12"), (Symbology.QR, "LD-1", "\n"),
    ],
)  # fmt: skip
def test_a_kind_says_its_own_characters_and_no_others(kind: Symbology, can: str, cannot: str) -> None:
    assert can_say(kind, can)
    assert not can_say(kind, cannot)
    assert not can_say(kind, "")
    assert can_say(Symbology.SUITED, cannot)
