"""Reads paper: the bars of a picture as the scanner at a till does, and the words of a document."""

from collections.abc import Iterable

import zxingcpp
from PIL.Image import Image

from loyaltydesk.printing.scene import Document, Item, Text, Written

FORMATS = (zxingcpp.BarcodeFormat.EAN13, zxingcpp.BarcodeFormat.Code128)


def codes(picture: Image) -> list[str]:
    """The codes in a picture, sorted.

    Bars are looked for as they were drawn. A reader that also turns the picture, shrinks it and takes white for black
    finds a false code in a design once in some thousand pages.
    """
    found = zxingcpp.read_barcodes(
        picture.convert("L"), formats=FORMATS, try_rotate=False, try_downscale=False, try_invert=False
    )
    return sorted(each.text for each in found)


def words(document: Document) -> str:
    """Every word on the paper."""
    found: list[str] = []

    def read(items: Iterable[Item]) -> None:
        for item in items:
            if isinstance(item, Text):
                found.append(item.text)
            if isinstance(item, Written):
                found.append(item.text.text)
            read(getattr(item, "items", ()))

    for page in document.pages:
        read(page.items)
    return " ".join(found)
