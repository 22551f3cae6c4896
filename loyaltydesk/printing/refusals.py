"""What paper refuses, each kind with its facts, and the sentence for each in the language in use."""

import math
from dataclasses import dataclass

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import mark, tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.refusals import sentence
from loyaltydesk.words.symbologies import symbology_name

PICTURE_REASONS = {
    "format": mark("This is no picture that can be printed. Choose a PNG or JPEG file."),
    "size": mark("This picture is too large. Choose one of less than 20 MB and 25 megapixels."),
}


@dataclass(eq=False)
class CodeNotPrintable(Refused):
    """No barcode can carry `code`: it is empty, longer than 48 characters or not all printable ASCII.

    Or none of the `kind` (a Symbology) that was asked for.
    """

    code: str
    kind: str = ""


@dataclass(eq=False)
class CodeTooWide(Refused):
    """The bars of `code` need `needed_mm` at least and have `width_mm`."""

    code: str
    needed_mm: float
    width_mm: float


@dataclass(eq=False)
class PictureUnreadable(Refused):
    """This is no PNG or JPEG picture, or is one too large to take in: `reason` is format or size."""

    reason: str


@sentence.register
def _(no: CodeNotPrintable, _formats: Formats) -> str:
    if no.kind:
        return tr("“{code}” cannot be printed as {kind}.").format(code=no.code, kind=symbology_name(no.kind))
    return tr("“{code}” cannot be printed as a barcode: 1 to 48 plain letters, digits and signs can.").format(
        code=no.code
    )


@sentence.register
def _(no: CodeTooWide, formats: Formats) -> str:
    text = tr("{code} is too long for a barcode here: it needs {needed} mm, and there are {room} mm.")
    needed, room = formats.number(math.ceil(no.needed_mm)), formats.number(math.floor(no.width_mm))
    return text.format(code=no.code, needed=needed, room=room)


@sentence.register
def _(no: PictureUnreadable, _formats: Formats) -> str:
    return tr(PICTURE_REASONS[no.reason])
