"""The words of a card: within the safe area, beside each other, in every design, format and language."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.printing.greetings.designs import DESIGNS
from loyaltydesk.printing.greetings.drawing import VARIANTS, GreetingDrawing
from loyaltydesk.printing.greetings.face import GreetingFace, GreetingLook
from loyaltydesk.printing.greetings.field import Box
from loyaltydesk.printing.greetings.formats import FORMATS
from loyaltydesk.printing.greetings.lettering import LETTERINGS
from loyaltydesk.printing.pdf import pdf_bytes
from loyaltydesk.printing.refusals import CodeNotPrintable
from loyaltydesk.printing.scene import Bars, Document, Group, Item, Page, Placed, Text, Written
from loyaltydesk.printing.signature import Signature
from loyaltydesk.printing.typeset import line

SIGNED = Signature(400, 120, (((0, 60), (200, 0), (400, 60), (200, 120)),))
SHOP = GreetingLook(shop="Kafejnīca Rīts", shop_address="Brīvības iela 12, Rīga", signature=SIGNED)
HOSTILE = ("<font size=99>&amp;</font>", "W" * 200, "محمد عبد الله", "山田太郎", "🎂🎉", "a\u202eb\x00c", "")
EDGE = 5.0
RISE, FALL = 0.72, 0.22  # of letters above and below their base line, in ems: the tallest strokes may touch


def _words(items: Iterable[Item], x: float = 0, y: float = 0) -> Iterator[Box]:
    """Where lines, bars and drawn signatures stand."""
    for item in items:
        if isinstance(item, Text | Written):
            text = item if isinstance(item, Text) else item.text
            placed = line(text)
            if placed.text:
                yield Box(x + placed.x, y + text.y - RISE * placed.size, placed.width, (RISE + FALL) * placed.size)
        elif isinstance(item, Bars):
            yield Box(x + item.x, y + item.y, item.width, item.height)
        elif isinstance(item, Placed) and item.motif.width < 60:
            yield Box(x + item.x, y + item.y, item.motif.width, item.motif.height)
        elif isinstance(item, Group):
            yield from _words(item.items, x + item.dx, y + item.dy)


def _apart(boxes: list[Box]) -> bool:
    return not any(
        one.x < two.right - 0.1 and two.x < one.right - 0.1 and one.y < two.bottom - 0.4 and two.y < one.bottom - 0.4
        for n, one in enumerate(boxes)
        for two in boxes[n + 1 :]
    )


def _within(boxes: list[Box], width: float, height: float) -> bool:
    return all(
        box.x >= EDGE and box.y >= EDGE and box.right <= width - EDGE and box.bottom <= height - EDGE for box in boxes
    )


def _sides(drawing: GreetingDrawing, face: GreetingFace) -> Iterator[list[Box]]:
    for back in (False, True)[: 2 if drawing.format.two_sided else 1]:
        yield list(_words(drawing.side(face, back=back)))


@pytest.mark.parametrize("card", FORMATS)
@pytest.mark.parametrize("design", DESIGNS)
def test_words_stand_beside_each_other_within_the_edges(design: str, card: str, faces: dict[str, GreetingFace]) -> None:
    drawings = [
        GreetingDrawing(replace(SHOP, design=design, format=card, lettering=hand, text_by_hand=by_hand))
        for hand, by_hand in (("formal", False), ("hand", True))
    ]
    for face in faces.values():
        for told in (face, replace(face, voucher=None, seed=3), replace(face, text=face.text * 4, seed=3)):
            for drawing in drawings:
                for boxes in _sides(drawing, replace(told, seed=3)):
                    assert _within(boxes, *drawing.format.flat)
                    assert _apart(boxes)


@pytest.mark.parametrize("card", FORMATS)
def test_odd_words_are_set_like_any_other(card: str, faces: dict[str, GreetingFace]) -> None:
    for hand in LETTERINGS:
        drawing = GreetingDrawing(replace(SHOP, format=card, lettering=hand, shop=HOSTILE[0], shop_address="x" * 300))
        for odd in HOSTILE:
            face = replace(
                faces["en"], heading=odd, salutation=odd, text=(odd,), closing=odd, signed=odd, address=(odd, odd)
            )
            for boxes in _sides(drawing, face):
                assert _within(boxes, *drawing.format.flat)
                assert _apart(boxes)


def test_a_name_no_hand_can_write_is_seen_to_be_replaced(
    faces: dict[str, GreetingFace], words: Callable[..., str]
) -> None:
    face = replace(faces["en"], heading="山田太郎", salutation="محمد")
    file = pdf_bytes(
        Document([Page(148, 105, GreetingDrawing(replace(SHOP, format="note")).side(face, back=False))], "")
    )
    assert file.startswith(b"%PDF")
    assert words(file).strip()
    marks = [box for box in _words(GreetingDrawing(replace(SHOP, format="note")).side(face, back=False)) if box.y < 30]
    assert marks


@pytest.mark.parametrize("card", FORMATS)
@pytest.mark.parametrize("dpi", [203, 300])
def test_the_bars_of_the_voucher_are_read(
    card: str,
    dpi: int,
    faces: dict[str, GreetingFace],
    picture: Callable[..., Image.Image],
    read: Callable[..., list[str]],
) -> None:
    drawing = GreetingDrawing(replace(SHOP, format=card), dpi=dpi)
    side = drawing.side(faces["pl"], back=drawing.format.two_sided)
    file = pdf_bytes(Document([Page(*drawing.format.flat, side)], "A card", dpi=dpi))
    assert read(picture(file, dpi=dpi)) == ["V00000000004"]


def test_a_voucher_without_a_code_that_bars_can_say_is_refused(faces: dict[str, GreetingFace]) -> None:
    voucher = faces["en"].voucher
    assert voucher
    with pytest.raises(CodeNotPrintable):
        GreetingDrawing(SHOP).side(replace(faces["en"], voucher=replace(voucher, code="Łódź")), back=True)


def test_a_ground_is_drawn_once_for_each_of_its_variants(faces: dict[str, GreetingFace]) -> None:
    drawing = GreetingDrawing(replace(SHOP, format="postcard"))
    grounds = [next(drawing.front(replace(faces["lv"], seed=seed))) for seed in (1, 1 + VARIANTS, 2)]
    assert all(isinstance(each, Placed) for each in grounds)
    one, same, other = (each.motif for each in grounds if isinstance(each, Placed))
    assert one is same
    assert one is not other


def test_two_customers_get_two_hands_and_one_always_the_same(faces: dict[str, GreetingFace]) -> None:
    drawing, face = GreetingDrawing(replace(SHOP, signature=None)), faces["en"]

    def strokes(seed: int) -> list[Written]:
        return [item for item in drawing.front(replace(face, seed=seed)) if isinstance(item, Written)]

    assert strokes(1) == strokes(1)
    assert strokes(1) != strokes(1 + VARIANTS)


def test_a_signature_stands_in_place_of_the_name(faces: dict[str, GreetingFace]) -> None:
    def signed(look: GreetingLook) -> list[str]:
        return [item.text.text for item in GreetingDrawing(look).single(faces["en"]) if isinstance(item, Written)]

    note = replace(SHOP, format="note")
    assert "Ilze and the Morning team" not in signed(note)
    assert "Ilze and the Morning team" in signed(replace(note, signature=None))
