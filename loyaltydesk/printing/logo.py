"""A shop's logo as the file keeps it for good: without empty margins, flat, and small."""

from io import BytesIO

from PIL import Image as Pillow
from PIL import ImageChops

from loyaltydesk.printing.pictures import flat
from loyaltydesk.printing.svg import DrawingRefused

LONGEST = 900  # pixels; three times what a card shows at 300 dpi
LARGEST = 200_000  # bytes
LOSSLESS = 80_000  # bytes up to which nothing of a picture is given up
EMPTY = 8  # tones by which a margin may differ from white, as JPEG leaves traces
SMALLER = 0.8


def small(content: bytes) -> bytes:
    """The picture `content` (PNG, JPEG or WebP) as a PNG or JPEG of at most LONGEST pixels and LARGEST bytes.

    Raises PictureUnreadable, and DrawingRefused for one on which nothing is to be seen.
    """
    picture = _trimmed(flat(content, LONGEST * 2))
    picture.thumbnail((LONGEST, LONGEST), Pillow.Resampling.LANCZOS)
    while len(file := _file(picture)) > LARGEST:
        size = (max(1, int(picture.width * SMALLER)), max(1, int(picture.height * SMALLER)))
        picture = picture.resize(size, Pillow.Resampling.LANCZOS)
    return file


def _trimmed(picture: Pillow.Image) -> Pillow.Image:
    """Without the white around what is to be seen."""
    red, green, blue = ImageChops.invert(picture).split()
    ink = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    box = ink.point(lambda tone: 255 if tone > EMPTY else 0).getbbox()
    if box is None:
        raise DrawingRefused("empty")
    return picture.crop(box)


def _file(picture: Pillow.Image) -> bytes:
    """The smallest file that shows it well: a drawing of few colours as it is, a photograph as one."""
    colours = picture.getcolors(256)
    if colours is not None:
        return _written(picture.quantize(max(2, len(colours)), dither=Pillow.Dither.NONE), "PNG", optimize=True)
    whole = _written(picture, "PNG", optimize=True)
    if len(whole) <= LOSSLESS:
        return whole
    return min(whole, _written(picture, "JPEG", quality=90, subsampling=0), key=len)


def _written(picture: Pillow.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()
