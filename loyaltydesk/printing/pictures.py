"""Takes in a shop's own picture (its logo) and makes it fit for paper: upright, small, flat on white."""

import warnings
from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageOps

from loyaltydesk.printing.refusals import PictureUnreadable

MOST_BYTES = 20_000_000
MOST_PIXELS = 25_000_000  # a picture is unpacked in memory before it is made smaller
FORMATS = ("PNG", "JPEG")


def flatten(content: bytes, longest: int = 1200) -> bytes:
    """The picture `content` (PNG or JPEG) as a PNG without transparency, no side of more than `longest` pixels.

    Transparent parts become white, as paper is. Raises PictureUnreadable.
    """
    if len(content) > MOST_BYTES:
        raise PictureUnreadable("size")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
            picture = _upright(content)
    except Pillow.DecompressionBombError as error:
        raise PictureUnreadable("size") from error
    except (OSError, SyntaxError, ValueError) as error:  # all that Pillow raises for a file it cannot make out
        raise PictureUnreadable("format") from error
    picture.thumbnail((longest, longest), Pillow.Resampling.LANCZOS)
    return _on_white(picture)


def _upright(content: bytes) -> Pillow.Image:
    with Pillow.open(BytesIO(content), formats=FORMATS) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise PictureUnreadable("size")
        turned = ImageOps.exif_transpose(opened)
        return turned.convert("RGBA")


def _on_white(picture: Pillow.Image) -> bytes:
    flat = Pillow.new("RGB", picture.size, "white")
    flat.paste(picture, mask=picture)
    file = BytesIO()
    flat.save(file, "PNG")
    return file.getvalue()


def proportions(content: bytes) -> float:
    """The width of a flattened picture divided by its height."""
    with Pillow.open(BytesIO(content), formats=FORMATS) as picture:
        return picture.width / picture.height
