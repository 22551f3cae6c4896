"""Makes grey pictures fit for dots that are black or white: photos in a fine pattern, logos and drawings sharp."""

from functools import cache

from PIL import Image as Pillow
from PIL import ImageOps

GAIN = 1.6  # heat makes dots larger than they should be, so a photo is made lighter before
CUTOFF = 1  # percent of the darkest and the lightest that may lie beyond black and white
FEW = 0.12  # a drawing has no more than this share between dark and light, at its edges
DARK, LIGHT = 64, 192
MIDDLE = 128


def dots(picture: Pillow.Image) -> Pillow.Image:
    """`picture` (grey, already as large as it is printed) in black and white, still with a byte for each dot.

    Raises nothing: an even picture stays even.
    """
    even = ImageOps.autocontrast(picture, cutoff=CUTOFF)
    if is_drawing(even):
        return even.point(_threshold())
    return even.point(_lighter()).convert("1", dither=Pillow.Dither.FLOYDSTEINBERG).convert("L")


def is_drawing(picture: Pillow.Image) -> bool:
    """Whether a grey picture is drawn in two tones, as logos are, rather than taken by a camera."""
    counts = picture.histogram()
    return sum(counts[DARK:LIGHT]) <= FEW * sum(counts)


@cache
def _threshold() -> list[int]:
    return [0 if tone < MIDDLE else 255 for tone in range(256)]


@cache
def _lighter() -> list[int]:
    return [round(255 * (tone / 255) ** (1 / GAIN)) for tone in range(256)]
