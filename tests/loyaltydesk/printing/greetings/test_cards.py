"""A run of cards: as many pages as it needs, made one by one, the same bytes each time."""

import pytest
from msgspec.structs import replace

from loyaltydesk.printing.greetings.cards import greeting_scene, greeting_views
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.refusals import CodeNotPrintable
from tests.reading import words

LOOK = GreetingLook(shop="Kafejnīca Rīts", shop_address="Brīvības iela 12, Rīga")


@pytest.mark.parametrize(
    ("card", "sheet", "count", "pages"),
    [
        ("folded", "own", 3, 6),
        ("folded", "a4", 3, 4),
        ("folded", "letter", 2, 4),
        ("square", "a4", 2, 4),
        ("postcard", "a4", 5, 4),
        ("note", "a4", 5, 2),
        ("note", "letter", 3, 2),
        ("note", "own", 0, 0),
    ],
)
def test_there_are_as_many_pages_as_the_cards_need(
    card: str, sheet: str, count: int, pages: int, faces: dict[str, GreetingFace]
) -> None:
    document = greeting_scene(replace(LOOK, format=card), [faces["lv"]] * count, sheet=sheet)
    assert len(document.pages) == pages
    assert document.duplex is (card != "note")
    assert document.kind == "greetings"


def test_a_page_is_drawn_when_it_is_asked_for(faces: dict[str, GreetingFace]) -> None:
    voucher = faces["en"].voucher
    assert voucher
    broken = replace(faces["en"], voucher=replace(voucher, code=""))
    document = greeting_scene(LOOK, [faces["en"], broken])
    assert document.pages[1].items  # the inside of the first
    assert document.pages[-2].items  # the outside of the second
    with pytest.raises(CodeNotPrintable):
        document.pages[3]
    assert len(document.pages[:2]) == 2


def test_every_customer_is_in_the_run(faces: dict[str, GreetingFace]) -> None:
    seen = words(greeting_scene(replace(LOOK, format="postcard"), list(faces.values()), sheet="a4"))
    for face in faces.values():
        assert face.salutation in seen
        assert face.address[0] in seen


def test_the_same_cards_are_the_same_file(faces: dict[str, GreetingFace]) -> None:
    def file(seed: int) -> bytes:
        some = [replace(face, seed=seed) for face in faces.values()]
        return pdf_bytes(greeting_scene(replace(LOOK, format="note", design="cake"), some, sheet="a4"))

    assert file(1) == file(1)
    assert file(1) != file(2)


@pytest.mark.parametrize(
    ("card", "names"),
    [("folded", ["front", "inside", "back"]), ("postcard", ["front", "back"]), ("note", ["front"])],
)
def test_a_card_is_shown_side_by_side(card: str, names: list[str], faces: dict[str, GreetingFace]) -> None:
    views = greeting_views(replace(LOOK, format=card), faces["ru"])
    assert [view.side for view in views] == names
    sizes = {"folded": [(105, 148), (210, 148), (105, 148)]}.get(card, [(148, 105)] * len(names))
    assert [(view.page.width, view.page.height) for view in views] == sizes
