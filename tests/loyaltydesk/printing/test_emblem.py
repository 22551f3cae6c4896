"""The shop's disc and its field of colour."""

from io import BytesIO

import pytest
from PIL import Image as Pillow

from loyaltydesk.printing.colours import ink_on, luminance
from loyaltydesk.printing.emblem import colour_field, emblem, initials, sign_size
from loyaltydesk.printing.pictures import flatten
from loyaltydesk.printing.scene import Disc, Gradient, Group, Image, Rect, Text


@pytest.mark.parametrize(
    ("shop", "letters"),
    [
        ("Kafejnīca Rīts", "KR"),
        ("Кофейня «Утро»", "КУ"),
        ("rīts", "R"),
        ("żabka przy rynku głównym", "ŻP"),
        ("7 Sins", "7S"),
        ("*** !!!", ""),
        ("山田 🍰 Кофейня Утро", "КУ"),
        ("", ""),
    ],
)
def test_initials_are_the_first_letters_of_two_words(shop: str, letters: str) -> None:
    assert initials(shop) == letters


def test_without_a_logo_the_disc_has_the_initials_in_the_shops_colour() -> None:
    disc, letters = emblem("Kafejnīca Rīts", "#0B7A5B", place=(13, 13, 6), logo=None)
    assert isinstance(disc, Disc)
    assert isinstance(letters, Text)
    assert (disc.fill, letters.colour, letters.text) == ("#FFFFFF", "#0B7A5B", "KR")


def test_a_light_colour_has_a_dark_disc() -> None:
    disc, _letters = emblem("Kafejnīca Rīts", "#F2B705", place=(13, 13, 6), logo=None)
    assert isinstance(disc, Disc)
    assert disc.fill == "#14201C"


@pytest.mark.parametrize("size", [(240, 200), (100, 300), (200, 200)])
def test_a_logo_stands_whole_within_its_disc(size: tuple[int, int]) -> None:
    file = BytesIO()
    Pillow.new("RGB", size, "red").save(file, "PNG")
    disc, logo = emblem("Rīts", "#0B7A5B", place=(13, 14, 6), logo=flatten(file.getvalue()))
    assert isinstance(disc, Disc)
    assert isinstance(logo, Image)
    assert (logo.width**2 + logo.height**2) ** 0.5 < 2 * disc.radius
    assert logo.width / logo.height == pytest.approx(size[0] / size[1])
    assert (logo.x + logo.width / 2, logo.y + logo.height / 2) == pytest.approx((13, 14))


def test_a_field_of_colour_grows_darker_and_its_circles_stay_within() -> None:
    field, circles = colour_field("#0B7A5B", width=85.6, height=54)
    assert isinstance(field, Rect)
    assert field.fill == Gradient(0, 0, 85.6, 54, "#0B7A5B", "#07513D")
    assert isinstance(circles, Group)
    assert circles.clip == field


@pytest.mark.parametrize("colour", ["#0B7A5B", "#F2B705", "#808080", "#FFFFFF", "#7A7A7A", "#FF0000"])
def test_words_can_be_read_all_over_the_field(colour: str) -> None:
    field, _circles = colour_field(colour, width=85.6, height=54)
    assert isinstance(field, Rect)
    assert isinstance(field.fill, Gradient)
    for ground in (field.fill.start, field.fill.end):
        dark, light = sorted((luminance(ground), luminance(ink_on(colour))))
        assert (light + 0.05) / (dark + 0.05) >= 3  # WCAG 2.2, 1.4.3: large words


def test_a_wide_logo_stands_on_a_plate_as_large_as_it_is_said_to_be() -> None:
    file = BytesIO()
    Pillow.new("RGB", (400, 100), "red").save(file, "PNG")
    plate, logo = emblem("Rīts", "#0B7A5B", place=(20, 14, 6), logo=flatten(file.getvalue()))
    assert isinstance(plate, Rect)
    assert isinstance(logo, Image)
    assert (plate.width, plate.height) == pytest.approx(sign_size(4, 6))
    assert plate.x < logo.x < logo.x + logo.width < plate.x + plate.width
    assert plate.y < logo.y < logo.y + logo.height < plate.y + plate.height
    assert logo.width / logo.height == pytest.approx(4)
    assert sign_size(100, 6)[0] <= 30
