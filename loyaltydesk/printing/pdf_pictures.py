"""A picture as an object of a PDF: a JPEG as it is, anything else as its plain pixels."""

from io import BytesIO

from PIL import Image as Pillow

from loyaltydesk.printing.pdf_file import PdfFile

SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB"}


def put_picture(file: PdfFile, content: bytes) -> int:
    """Writes the picture `content` (see `pictures.flatten`) into `file` and gives back its number.

    Raises OSError for what is no picture: those are refused before they come here.
    """
    with Pillow.open(BytesIO(content)) as picture:
        kept = picture if picture.mode in SPACES else picture.convert("RGB")
        entries = (
            f"/Type/XObject/Subtype/Image/Width {kept.width}/Height {kept.height}"
            f"/ColorSpace{SPACES[kept.mode]}/BitsPerComponent 8"
        )
        if kept is picture and picture.format == "JPEG":
            return file.packed(content, f"{entries}/Filter/DCTDecode")
        return file.stream(kept.tobytes(), entries)
