"""The lines of an address, and lines to write one on."""

import pytest

from loyaltydesk.printing.greetings.address import MOST_LINES, address_block, address_lines
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.scene import Rect, Text
from loyaltydesk.printing.typeset import line

BOX = Box(70, 40, 60, 30)


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("Brīvības iela 12, dz. 4, Rīga, LV-1010", ("Brīvības iela 12, dz. 4", "Rīga, LV-1010")),
        ("ul. Długa 5/3, 00-123 Warszawa", ("ul. Długa 5/3", "00-123 Warszawa")),
        ("ул. Ленина, д. 5, кв. 12, Москва, 101000", ("ул. Ленина, д. 5, кв. 12", "Москва, 101000")),
        ("12 High Street\nFlat 2, Camden\nLondon N1 9GU", ("12 High Street", "Flat 2, Camden", "London N1 9GU")),
        (" , ,", ()),
        ("", ()),
    ],
)
def test_an_address_is_broken_where_people_break_it(address: str, lines: tuple[str, ...]) -> None:
    assert address_lines("Anna", address) == ("Anna", *lines)


def test_the_country_is_the_last_line() -> None:
    assert address_lines("Anna", "Rīga", country="LATVIJA") == ("Anna", "Rīga", "LATVIJA")
    assert address_lines("", "", country="LATVIJA") == ()


@pytest.mark.parametrize("count", [1, 4, 7, 30])
def test_lines_keep_to_their_box(count: int) -> None:
    texts = [item for item in address_block(["Przykładowa ulica Bardzo Długa " * 3] * count, BOX, size=5)
             if isinstance(item, Text)]  # fmt: skip
    assert len(texts) == min(count, MOST_LINES)
    assert all(line(text).width <= BOX.width + 0.01 and BOX.y < text.y <= BOX.bottom for text in texts)


def test_what_paper_can_not_write_is_left_to_a_pen() -> None:
    name, street = address_block(["山田太郎", "Brīvības iela 12"], BOX, size=5)
    assert isinstance(name, Rect)
    assert isinstance(street, Text)
    assert all(isinstance(item, Rect) for item in address_block(["山田太郎", "محمد"], BOX, size=5))


def test_without_an_address_there_is_a_place_to_write_it() -> None:
    lines = list(address_block(["", " "], BOX, size=5))
    assert len(lines) >= 3
    assert all(isinstance(item, Rect) and item.height < 0.5 for item in lines)
