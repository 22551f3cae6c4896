"""The list of balances: over sixty lines to a page, numbered, nothing cut off, and memory that does not grow."""

import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime

from loyaltydesk.model.money import Currency
from loyaltydesk.model.reports import Held
from loyaltydesk.printing.reports.balance_filling import balance_face, balance_rows
from loyaltydesk.printing.reports.balance_list import ON_A_PAGE, balance_list_scene
from loyaltydesk.printing.reports.kept_pages import KeptPages
from loyaltydesk.printing.scene import Page, Text
from loyaltydesk.words.formats import BabelFormats

FORMATS = BabelFormats("en", Currency("EUR", 2))
FACE = balance_face(shop="Rīts", at=datetime(2026, 3, 14, 20, 5, tzinfo=UTC), formats=FORMATS)


def held(count: int) -> Iterator[Held]:
    for number in range(count):
        yield Held(str(number), f"Customer {number}", "4321", f"26{number:011}", number, "Gold")


def texts(page: Page) -> list[str]:
    return [item.text for item in page.items if isinstance(item, Text)]


def test_there_are_more_than_sixty_lines_on_a_page_and_all_of_them_within_the_paper() -> None:
    document = balance_list_scene(FACE, balance_rows(held(ON_A_PAGE * 2 + 1), FORMATS))
    assert ON_A_PAGE > 60
    assert len(document.pages) == 3
    first = document.pages[0]
    lines = [item for item in first.items if isinstance(item, Text) and item.text.startswith("Customer ")]
    assert len(lines) == ON_A_PAGE
    note = next(item for item in first.items if isinstance(item, Text) and item.text.startswith("For the day"))
    assert max(line.y for line in lines) < note.y - note.size


def test_every_page_has_its_number_the_hour_and_columns_to_write_in() -> None:
    document = balance_list_scene(FACE, balance_rows(held(70), FORMATS))
    for number, page in enumerate(document.pages, 1):
        said = texts(page)
        assert f"{number}/2" in said
        assert {"As of 14 Mar 2026, 20:05", "Given", "Used"} <= set(said)


def test_a_customer_with_many_vouchers_has_a_line_for_each() -> None:
    one = Held("1", "Anna", "", "2600000000017", 5, "", ("VAAAABBBBCCCC", "plain", "VDDDDEEEEFFFF"), 2, False, True)
    rows = list(balance_rows([one], FORMATS))
    assert [row[0] for row in rows] == ["Anna", "", ""]
    assert rows[0][1:4] == ("2600000000017 +2", "", "5*")
    assert [row[5] for row in rows][1] == "plain"


def test_points_that_a_card_cannot_spend_stand_in_brackets() -> None:
    one = Held("1", "", "", "17", 1200, "", only_collects=True)
    assert next(balance_rows([one], FORMATS))[0] == "No name"
    assert next(balance_rows([one], FORMATS))[3] == "(1,200)"


def test_a_list_of_nobody_is_a_page() -> None:
    (page,) = balance_list_scene(FACE, ()).pages
    assert "1/1" in texts(page)


def test_pages_are_kept_in_any_order_beside_memory() -> None:
    tracemalloc.start()
    kept = KeptPages(((f"{number:060}", "x" * 60) for number in range(100_000)), 63)
    memory = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert memory < 6_000_000  # of twelve that the rows are long
    assert kept.count == 100_000
    assert kept.page(1000)[0][0] == f"{63_000:060}"
    assert kept.page(0)[0][0] == f"{0:060}"
    assert len(kept.page(len(kept) - 1)) == 100_000 % 63
