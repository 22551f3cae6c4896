"""Takes in a shop's own picture (its logo) and makes it fit for paper: upright, small, flat on white."""

import struct
import warnings
from collections.abc import Callable
from io import BytesIO
from typing import TypeVar

from PIL import Image as Pillow
from PIL import ImageOps

from loyaltydesk.printing.refusals import PictureUnreadable

MOST_BYTES = 20_000_000
MOST_PIXELS = 25_000_000  # a picture is unpacked in memory before it is made smaller
FORMATS = ("PNG", "JPEG")  # that paper is painted with
TAKEN = (*FORMATS, "WEBP")  # that a person may choose
_T = TypeVar("_T")


def flatten(content: bytes, longest: int = 1200) -> bytes:
    """The picture `content` (PNG, JPEG or WebP) as a PNG without transparency, no side longer than that many pixels.

    Transparent parts become white, as paper is. Raises PictureUnreadable.
    """
    file = BytesIO()
    flat(content, longest).save(file, "PNG")
    return file.getvalue()


def flat(content: bytes, longest: int) -> Pillow.Image:
    """The same as a picture of mode RGB. Raises PictureUnreadable."""
    picture = _opened(content, _upright)
    picture.thumbnail((longest, longest), Pillow.Resampling.LANCZOS)
    white = Pillow.new("RGB", picture.size, "white")
    white.paste(picture, mask=picture)
    return white


def header_of(content: bytes) -> tuple[int, int]:
    """How many pixels a picture has across and down, from its first bytes. Raises PictureUnreadable."""
    return _opened(content, lambda opened: opened.size)


def _opened(content: bytes, take: Callable[[Pillow.Image], _T]) -> _T:
    """What `take` makes of the picture, which is not unpacked yet."""
    if len(content) > MOST_BYTES:
        raise PictureUnreadable("size")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow tells of large pictures, broken tags and much else in this way
            with Pillow.open(BytesIO(content), formats=TAKEN) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    raise PictureUnreadable("size")
                return take(opened)
    except Pillow.DecompressionBombError as error:
        raise PictureUnreadable("size") from error
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        struct.error,
    ) as error:  # what broken ones raise
        raise PictureUnreadable("format") from error


def _upright(opened: Pillow.Image) -> Pillow.Image:
    """As it is meant to be seen: turned as the camera says, of the usual depth, its transparency kept."""
    opened.load()
    try:
        turned = ImageOps.exif_transpose(opened)
    except (KeyError, TypeError, ValueError, ZeroDivisionError, SyntaxError, OSError, struct.error):
        turned = opened  # what is written beside the picture is broken, and the picture is not
    if turned.mode.startswith("I"):  # sixteen bits of grey, which would be cut off at eight
        turned = turned.point(lambda tone: tone * (1 / 256)).convert("L")
    return turned.convert("RGBA")


def proportions(content: bytes) -> float:
    """The width of a flattened picture divided by its height."""
    with Pillow.open(BytesIO(content), formats=FORMATS) as picture:
        return picture.width / picture.height
