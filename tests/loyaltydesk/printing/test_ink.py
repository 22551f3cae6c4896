"""What is ink on a picture and what is not, and the thickness of lines that a pen drew on the screen."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from loyaltydesk.model.money import currency
from loyaltydesk.printing.ink import MOST_TOUCHES, SignatureUnclear, Touch, drawn, found
from loyaltydesk.printing.tracing import Outline, area
from loyaltydesk.words.formats import BabelFormats
from loyaltydesk.words.refusals import sentence

DOTS, PAPER = b"\0\0\xff\xff" * 400, b"\xff" * 1600  # rows of pixels


def _file(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (Image.new("L", (300, 200), 230), "empty"),
        (ImageChops.add(Image.new("L", (300, 200), 230), Image.effect_noise((300, 200), 9), 1, -128), "empty"),
        (Image.effect_noise((500, 400), 200), "crowded"),
        (Image.frombytes("L", (1600, 1600), (DOTS * 2 + PAPER * 2) * 400), "crowded"),  # 160,000 of them
    ],
    ids=["blank", "noise", "a picture of something else", "a page full of dots"],
)
def test_a_picture_without_a_signature_is_refused_with_a_sentence(picture: Image.Image, reason: str) -> None:
    with pytest.raises(SignatureUnclear) as refused:
        found(_file(picture))
    assert refused.value.reason == reason
    assert sentence(refused.value, BabelFormats("en", currency("EUR")))


@pytest.mark.parametrize(
    "strokes", [[], [[]], [[Touch(5, 5)]], [[Touch(float("nan"), 1), Touch(2, float("inf"))]]], ids=repr
)
def test_nothing_drawn_is_no_signature(strokes: list[list[Touch]]) -> None:
    with pytest.raises(SignatureUnclear):
        drawn(strokes)


def test_so_many_touches_are_no_signature() -> None:
    with pytest.raises(SignatureUnclear):
        drawn([[Touch(n % 500, n % 300) for n in range(MOST_TOUCHES + 1)]])


def test_a_slow_pen_leaves_more_ink_than_a_quick_one() -> None:
    assert _thick(1.0, 0.2) > 1.15 * _thick(0.2, 1.0)


def _thick(first: float, second: float) -> float:
    """How much ink is on the left half of a line whose halves took so long."""
    moments = [first * n / 10 for n in range(11)] + [first + second * n / 10 for n in range(1, 21)]
    outlines = drawn([[Touch(n * 10, 0, time=moment) for n, moment in enumerate(moments)]])
    return sum(map(area, (_left(each) for each in outlines)))


def _left(outline: Outline) -> Outline:
    return [(x, y) for x, y in outline if x < 290]
