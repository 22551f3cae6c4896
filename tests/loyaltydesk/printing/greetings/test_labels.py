"""Address labels: one for each address, from the first free label on."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.greetings.face import GreetingFace
from loyaltydesk.printing.greetings.labels import LABEL_STOCKS, address_label_scene
from loyaltydesk.printing.scene import Group, Page, Text
from loyaltydesk.printing.stocks import Stock
from loyaltydesk.printing.typeset import line


def _labels(page: Page) -> list[Group]:
    return [item for item in page.items if isinstance(item, Group)]


@pytest.mark.parametrize("stock", LABEL_STOCKS.values(), ids=LABEL_STOCKS)
def test_words_stay_on_their_label_and_labels_on_their_sheet(stock: Stock, faces: dict[str, GreetingFace]) -> None:
    long = replace(faces["pl"], address=("Bardzo Długie Nazwisko-Nazwisko " * 3,) * 7)
    document = address_label_scene([*faces.values(), long] * 5, stock=stock)
    assert len(document.pages) == -(-25 // stock.count)
    for group in (group for page in document.pages for group in _labels(page)):
        assert group.dx >= 0
        assert group.dy >= 0
        assert group.dx + stock.label[0] <= stock.sheet[0] + 0.01
        assert group.dy + stock.label[1] <= stock.sheet[1] + 0.01
        for text in group.items:
            assert isinstance(text, Text)
            assert line(text).x + line(text).width <= stock.label[0] - 4
            assert 2 < text.y <= stock.label[1] - 2


def test_a_sheet_that_was_begun_is_gone_on_with(faces: dict[str, GreetingFace]) -> None:
    stock = LABEL_STOCKS["Avery L7160"]
    pages = address_label_scene([faces["lv"]] * 20, stock=stock, start=4).pages
    assert [len(_labels(page)) for page in pages] == [17, 3]
    assert (_labels(pages[0])[0].dx, _labels(pages[0])[0].dy) == list(stock.places())[4]
    assert (_labels(pages[1])[0].dx, _labels(pages[1])[0].dy) == next(stock.places())


def test_who_has_no_address_gets_no_label(faces: dict[str, GreetingFace]) -> None:
    assert len(address_label_scene([replace(faces["lv"], address=("", " "))] * 3).pages) == 0
