"""The letter: a chart whose last bar stands out, sentences under headings, tasks behind dots, two sheets at most."""

from datetime import date

import pytest

from loyaltydesk.desk import Desk
from loyaltydesk.model.reports import MonthLetter
from loyaltydesk.printing.reports.month_filling import letter_face
from loyaltydesk.printing.reports.month_letter import DARK, month_letter_scene
from loyaltydesk.printing.scene import Document, Group, Rect, Text
from loyaltydesk.words.formats import BabelFormats
from tests.shop import Clock, buy, join


@pytest.fixture
def letter(desk: Desk, clock: Clock) -> MonthLetter:
    """The letter about February: twice as much as January, with a year before it."""
    clock.to("2025-02-10T10:00:00")
    _customer, card = join(desk)
    for month, cents in (("2025-02", 5000), ("2026-01", 4000), ("2026-02", 8000)):
        clock.to(f"{month}-10T10:00:00")
        buy(desk, card, cents)
    clock.to("2026-03-14T10:05:00")
    return desk.reports.month(date(2026, 2, 1))


def made(desk: Desk, letter: MonthLetter) -> Document:
    formats = BabelFormats("en", desk.shop.programme.currency)
    return month_letter_scene(letter_face(letter, shop="Rīts", formats=formats))


def test_it_says_how_the_month_went_beside_others(desk: Desk, letter: MonthLetter) -> None:
    said = " ".join(item.text for page in made(desk, letter).pages for item in page.items if isinstance(item, Text))
    assert "1 purchase brought €80.00." in said
    assert "That is 100 % more than in January 2026 (€40.00)." in said
    assert "60 % more than in February 2025 (€50.00)." in said
    for heading in ("How it went", "What the programme cost and brought", "Who shone", "What to do next"):
        assert heading in said
    assert len(made(desk, letter).pages) <= 2


def test_the_bar_of_the_month_is_the_highest_and_the_only_one_in_green(desk: Desk, letter: MonthLetter) -> None:
    (chart,) = [item for item in made(desk, letter).pages[0].items if isinstance(item, Group)]
    green = [item for item in chart.items if isinstance(item, Rect) and item.fill == DARK and item.height > 5]
    bars = [item for item in chart.items if isinstance(item, Rect) and item.width > 5 and item.height > 1]
    assert green == [max(bars, key=lambda bar: bar.height)]


def test_without_sales_there_is_no_chart(desk: Desk) -> None:
    document = made(desk, desk.reports.month(date(2026, 3, 1)))
    assert not [item for item in document.pages[0].items if isinstance(item, Group)]
