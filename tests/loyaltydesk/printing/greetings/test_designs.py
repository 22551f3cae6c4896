"""Every design on every side: words stand on a calm ground, cards differ a little and print the same again."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from PIL import Image

from loyaltydesk.printing.colours import luminance
from loyaltydesk.printing.greetings.designs import DESIGNS
from loyaltydesk.printing.greetings.field import Box, Design, Drawing, Field
from loyaltydesk.printing.greetings.formats import FORMATS
from loyaltydesk.printing.greetings.palette import Palette, contrast
from loyaltydesk.printing.scene import Gradient, Item, Rect

SIZES = sorted({each.front for each in FORMATS.values()})
SHOPS = ("#0B7A5B", "#F5D90A", "#101010", "#D7263D", "#FFFFFF")


def _drawn(
    draw: Drawing, palette: Palette, size: tuple[float, float], *, calm: Box, seed: str = "1"
) -> tuple[Item, ...]:
    return tuple(draw(Field(size, palette, calm=calm, seed=seed)))


def _extremes(picture: Image.Image, box: Box, size: tuple[float, float]) -> tuple[str, str]:
    """The lightest and the darkest colour within `box`, which may be up to a pixel larger."""
    scale = picture.width / size[0]
    part = picture.crop(
        (round(box.x * scale), round(box.y * scale), round(box.right * scale), round(box.bottom * scale))
    )
    colours = ["#{:02X}{:02X}{:02X}".format(*colour) for _, colour in part.getcolors(part.width * part.height) or ()]
    return max(colours, key=luminance), min(colours, key=luminance)


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_headings_stand_on_a_calm_ground(design: Design, painted: Callable[..., Image.Image]) -> None:
    for size in SIZES:
        box = design.heading_at(*size)
        picture = painted(_drawn(design.front, design.palette, size, calm=box), size)
        light, dark = _extremes(picture, box, size)
        assert min(contrast(design.palette.heading, each) for each in (light, dark)) >= 4.5
        assert abs(luminance(light) - luminance(dark)) < 0.2


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_a_text_has_its_place_for_itself(design: Design, painted: Callable[..., Image.Image]) -> None:
    for size in SIZES:
        box = design.text_at(*size)
        picture = painted(_drawn(design.frame, design.inside or design.palette, size, calm=box), size)
        assert _extremes(picture, box, size) == ("#FFFFFF", "#FFFFFF")


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_words_have_room_within_the_edges(design: Design) -> None:
    for width, height in SIZES:
        for box, least in ((design.heading_at(width, height), 0.12), (design.text_at(width, height), 0.35)):
            assert min(box.x, box.y, width - box.right, height - box.bottom) >= 7
            assert box.width * box.height >= least * width * height


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_two_seeds_differ_and_one_does_not(design: Design) -> None:
    size, calm = (105.0, 148.0), design.heading_at(105, 148)
    once = _drawn(design.front, design.palette, size, calm=calm)
    assert once == _drawn(design.front, design.palette, size, calm=calm)
    assert once != _drawn(design.front, design.palette, size, calm=calm, seed="2")


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_a_front_is_drawn_beyond_its_edge(design: Design) -> None:
    for size in SIZES:
        first = _drawn(design.front, design.palette, size, calm=design.heading_at(*size))[0]
        assert isinstance(first, Rect)
        assert (first.x, first.y, first.width, first.height) == (-3, -3, size[0] + 6, size[1] + 6)


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_headings_can_be_read_in_the_colour_of_any_shop(design: Design) -> None:
    for palette in (design.palette, design.inside or design.palette):
        for colour in SHOPS:
            tuned = palette.of_shop(colour)
            assert contrast(tuned.heading, tuned.paper) >= 4.5
            assert contrast(palette.words, palette.paper) >= 4.5


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_the_colours_of_a_drawing_are_colours(design: Design) -> None:
    size = (148.0, 105.0)
    for colour in SHOPS[:2]:
        for item in _flat(_drawn(design.frame, design.palette.of_shop(colour), size, calm=design.text_at(*size))):
            for fill in (getattr(item, "fill", None), getattr(item, "stroke", None)):
                if fill is not None and not isinstance(fill, Gradient):
                    assert len(fill) == 7
                    assert int(fill[1:], 16) >= 0


def _flat(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _flat(getattr(item, "items", ()))


def test_every_occasion_has_designs_to_choose_from() -> None:
    suited = [occasion for design in DESIGNS.values() for occasion in design.occasions]
    assert len(DESIGNS) >= 8
    for occasion in ("birthday", "name_day", "anniversary", "new_year", "christmas", "orthodox_christmas", "easter",
                     "orthodox_easter", "womens_day", "mothers_day", "midsummer",
                     "miss_you", "thank_you", "welcome", "first_purchase"):  # fmt: skip
        assert occasion in suited
    assert len({design.name for design in DESIGNS.values()}) == len(DESIGNS)
