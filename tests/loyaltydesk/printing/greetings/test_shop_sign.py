"""The shop's sign on white paper."""

from io import BytesIO

from PIL import Image as Pillow

from loyaltydesk.printing.greetings.shop_sign import shop_sign
from loyaltydesk.printing.scene import Disc, Image, Text

PLACE = (20.0, 20.0, 5.0)


def test_a_shop_without_a_logo_has_its_initials_in_its_colour() -> None:
    disc, letters = shop_sign("Kafejnīca Rīts", "#0B7A5B", place=PLACE, logo=None)
    assert isinstance(disc, Disc)
    assert disc.fill == "#0B7A5B"
    assert isinstance(letters, Text)
    assert (letters.text, letters.colour) == ("KR", "#FFFFFF")


def test_a_shop_with_a_logo_has_that() -> None:
    file = BytesIO()
    Pillow.new("RGB", (8, 4), "red").save(file, "PNG")
    assert any(isinstance(item, Image) for item in shop_sign("", "#0B7A5B", place=PLACE, logo=file.getvalue()))


def test_a_shop_without_a_name_has_no_sign() -> None:
    assert list(shop_sign("", "#0B7A5B", place=PLACE, logo=None)) == []
