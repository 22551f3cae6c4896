"""A document to show, and a reader for what was painted."""

from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from loyaltydesk.printing.card import CardFace, CardLook, card_scene
from loyaltydesk.printing.scene import Document
from tests.reading import codes


@pytest.fixture
def card() -> Document:
    """Two sides of a loyalty card."""
    look = CardLook("Kafejnīca Rīts", "Coffee", "Show this card", "10 points for each euro.", "Brīvības iela 12, Rīga")
    return card_scene(look, [CardFace("2600000000017", "Jānis Bērziņš", "Gold member")])


@pytest.fixture
def read() -> Callable[[QImage], list[str]]:
    """The codes a barcode reader sees in a picture, sorted."""

    def scan(image: QImage) -> list[str]:
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        raw = Image.frombuffer("L", (grey.width(), grey.height()), grey.constBits(), "raw", "L", grey.bytesPerLine(), 1)
        return codes(raw)

    return scan
