"""Every design holds for every size, language and oddity: nothing is cut off, nothing lies on anything else."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from loyaltydesk.model.design import CodeKind, CodeSide
from loyaltydesk.printing.card import BLEED, CardDrawing, CardFace, CardLook
from loyaltydesk.printing.designs import TEMPLATES, template_of
from loyaltydesk.printing.fonts import width_of
from loyaltydesk.printing.reading import quiet_box
from loyaltydesk.printing.scene import Align, Bars, Disc, Gradient, Group, Item, Path, Placed, Rect, Text
from loyaltydesk.printing.scene import Image as Picture
from loyaltydesk.printing.typeset import line
from loyaltydesk.words import tr

SIZES = ((85.60, 53.98), (85.0, 54.0), (85.0, 55.0), (88.9, 50.8))
SAFE = 2.8  # mm from the edge, within which a cutter may stray
LOOK = CardLook(
    "Kafejnīca Rīts", "Kafija, kūkas un laiks", "Rādiet šo karti katrā pirkumā",
    "10 punkti par katru €1. 150 punkti: bezmaksas kafija.", "Kafejnīca Rīts · Brīvības iela 12 · Lūdzu, atnesiet.",
    note="Paldies!",
)  # fmt: skip
FACE = CardFace("2600000000017", "Anna Kowalska", "Zelta klients")
RUSSIAN = "Ресторан-кондитерская «Бабушкины пироги и торты»"
LONG = (
    CardLook(RUSSIAN, RUSSIAN * 2, RUSSIAN, RUSSIAN * 3, RUSSIAN * 3, note=RUSSIAN),
    CardFace("2600000000017", "Константин Константинопольский-Преображенский", RUSSIAN),
)
ODD = ("W" * 200, "Anna " * 300, "<b>Anna</b>\n\x00 & ", "🎂🎉", "محمد عبد الله", "山田太郎", "‮evil", "-")


def _drawings(template: str) -> Iterator[tuple[CardDrawing, CardLook, tuple[float, float]]]:
    for size in SIZES:
        for side in CodeSide:
            for look in (LOOK, LONG[0]):
                own = replace(look, template=template, code_side=side)
                yield CardDrawing(own, size), own, size


def _texts(items: tuple[Item, ...]) -> list[Text]:
    return [item for item in items if isinstance(item, Text) and line(item).text]


def _box(text: Text) -> tuple[float, float, float, float]:
    placed = line(text)
    return placed.x, text.y - placed.size * 0.7, placed.x + placed.width, text.y + placed.size * 0.2


def _meet(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _sides(drawing: CardDrawing, face: CardFace) -> list[tuple[Item, ...]]:
    front = (*drawing.front_fixed, *drawing.front_words(face))
    return [front, (*drawing.back_fixed, *drawing.back_words(face))]


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_words_are_near_the_edge(template: str) -> None:
    odd = [replace(FACE, name=name, above_name=name) for name in ODD]
    for drawing, _look, size in _drawings(template):
        for face in (FACE, LONG[1], *odd):
            for items in _sides(drawing, face):
                for text in _texts(items):
                    left, top, right, foot = _box(text)
                    assert left > SAFE, text
                    assert top > SAFE, text
                    assert right < size[0] - SAFE + 0.01, text
                    assert foot < size[1] - SAFE + 0.5, text


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_words_lie_on_others_or_on_the_bars(template: str) -> None:
    for drawing, _look, _size in _drawings(template):
        for face in (FACE, LONG[1]):
            for items in _sides(drawing, face):
                boxes = [_box(text) for text in _texts(items)]
                for item in items:
                    if isinstance(item, Bars):
                        left, top, wide, high = quiet_box(item)
                        boxes.append((left, top, left + wide, top + high))
                    elif isinstance(item, Disc):
                        r = item.radius
                        boxes = [
                            box for box in boxes if not _within(box, (item.x - r, item.y - r, item.x + r, item.y + r))
                        ]
                        boxes.append((item.x - r, item.y - r, item.x + r, item.y + r))
                pairs = [(one, two) for at, one in enumerate(boxes) for two in boxes[at + 1 :] if _meet(one, two)]
                assert pairs == []


def _within(box: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """The initials on their disc."""
    return other[0] < box[0] and box[2] < other[2]


@pytest.mark.parametrize("align", list(Align))
@pytest.mark.parametrize("kind", list(CodeKind))
@pytest.mark.parametrize("side", list(CodeSide))
def test_bars_and_the_number_stand_where_they_are_wanted(side: CodeSide, kind: CodeKind, align: Align) -> None:
    for size in SIZES:
        drawing = CardDrawing(replace(LOOK, code_side=side, code_kind=kind, bars_at=align), size)
        items = drawing.front_words(FACE) if side is CodeSide.FRONT else drawing.back_words(FACE)
        (bars,) = (item for item in items if isinstance(item, Bars))
        number = items[items.index(bars) + 1]
        assert isinstance(number, Text)
        assert number.text == "2 600000 000017"
        left, _top, wide, _high = quiet_box(bars)
        start = {Align.LEFT: 3.5, Align.CENTRE: (size[0] - wide) / 2, Align.RIGHT: size[0] - 3.5 - wide}[align]
        assert left == pytest.approx(start)
        assert _box(number)[1] > bars.y + bars.height


@pytest.mark.parametrize("template", TEMPLATES)
def test_colour_runs_over_the_whole_card_and_beyond_it_where_that_is_wanted(template: str) -> None:
    wide, high = SIZES[0]
    drawing = CardDrawing(replace(LOOK, template=template), bleed=BLEED)
    for motif, art in ((drawing.front_ground, drawing.front_art), (drawing.back_ground, drawing.back_art)):
        assert (motif.width, motif.height) == (wide + 6, high + 6)
        (moved,) = motif.items
        assert isinstance(moved, Group)
        assert (moved.dx, moved.dy) == (BLEED, BLEED)
        field = art[0]
        assert isinstance(field, Rect)
        assert (field.x, field.y, field.width, field.height) == (-BLEED, -BLEED, wide + 6, high + 6)


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_painted_beyond_the_bleed_but_what_is_clipped(template: str) -> None:
    drawing = CardDrawing(replace(LOOK, template=template))
    for art in (drawing.front_art, drawing.back_art):
        for item in art:
            if isinstance(item, Disc):
                raise AssertionError("a disc of the ground is clipped")
            if isinstance(item, Rect):
                assert item.x >= -0.01
                assert item.x + item.width <= 85.61


def test_designs_are_named_once_and_known_by_their_names() -> None:
    assert len(TEMPLATES) >= 6
    assert all(template.key == key and template.name for key, template in TEMPLATES.items())
    assert len({tr(template.name) for template in TEMPLATES.values()}) == len(TEMPLATES)
    assert template_of("waves") is TEMPLATES["waves"]
    assert template_of("holograms") is TEMPLATES["circles"]


def test_designs_differ_in_what_they_paint() -> None:
    kinds = {template: CardDrawing(replace(LOOK, template=template)).front_art for template in TEMPLATES}
    assert len({repr(art) for art in kinds.values()}) == len(TEMPLATES)


@pytest.mark.parametrize("size", [(400, 100), (100, 400), (200, 200)])
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_logo_of_any_shape_stands_clear_of_the_name(template: str, size: tuple[int, int]) -> None:
    file = BytesIO()
    Image.new("RGB", size, "red").save(file, "PNG")
    for side in CodeSide:
        look = replace(LOOK, template=template, logo=file.getvalue(), code_side=side)
        drawing = CardDrawing(look)
        (logo,) = (item for item in drawing.front_fixed if isinstance(item, Picture))
        assert logo.x > SAFE
        assert logo.y > SAFE
        box = (logo.x, logo.y, logo.x + logo.width, logo.y + logo.height)
        words = (*drawing.front_fixed, *drawing.front_words(FACE))
        assert not any(_meet(_box(text), box) for text in _texts(words))


def test_a_long_word_is_set_smaller_before_it_is_broken() -> None:
    drawing = CardDrawing(replace(LOOK, template="tiles", shop="Ресторан-кондитерская Утро"))
    assert [text.text for text in drawing.front_fixed if isinstance(text, Text)][1:3] == [
        "Ресторан-кондитерская",
        "Утро",
    ]


def test_a_hand_writes_no_name_in_capitals() -> None:
    roles = [
        next(item.role for item in CardDrawing(replace(LOOK, template="leaves", shop=shop)).front_fixed[2:3])
        for shop in ("Rīts", "RĪTS")
    ]
    assert roles == ["round", "bold"]


def test_a_card_without_bars_on_its_back_uses_the_room() -> None:
    coded, free = (CardDrawing(replace(LOOK, code_side=side)).back_fixed[0] for side in (CodeSide.BACK, CodeSide.FRONT))
    assert isinstance(coded, Text)
    assert isinstance(free, Text)
    assert free.size > coded.size
    assert free.y > coded.y
    assert width_of(free.text, free.role, size=free.size) <= (free.width or 0)


def test_no_colour_is_mixed_on_paper() -> None:
    """Whatever a design paints has a whole colour: there is no such thing as transparency in a scene."""
    for template in TEMPLATES:
        drawing = CardDrawing(replace(LOOK, template=template))
        for item in _all((*drawing.front_art, *drawing.back_art)):
            fill = getattr(item, "fill", None)
            colours = [fill.start, fill.end] if isinstance(fill, Gradient) else [fill] if fill else []
            assert all(len(colour) == 7 for colour in colours)
            assert not isinstance(item, Placed)


def _all(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _all(item.items)
        assert isinstance(item, Rect | Disc | Path | Group | Text)
