"""What paper refuses, each kind with its facts, and the sentence for each in the language in use."""

import math
from dataclasses import dataclass

from loyaltydesk.model.refusals import Refused
from loyaltydesk.words import mark, tr
from loyaltydesk.words.formats import Formats
from loyaltydesk.words.refusals import sentence
from loyaltydesk.words.symbologies import symbology_form, symbology_name

PICTURE_REASONS = {
    "format": mark("This is no picture that can be printed. Choose a PNG or JPEG file."),
    "size": mark("This picture is too large. Choose one of less than 20 MB and 25 megapixels."),
}

PRINTER_REASONS = {
    "not_found": mark("The slip printer was not found at {place}. Is it switched on, and plugged in?"),
    "refused": mark("The slip printer at {place} takes nothing. Is another program printing?"),
    "timed_out": mark("The slip printer at {place} does not answer."),
    "no_permission": mark("This computer may not write to the slip printer at {place}."),
    "full": mark("There is no room for the slip at {place}."),
    "broken_off": mark("The slip printer at {place} broke off."),
    "no_driver": mark("This computer cannot reach printers this way: a part of the system is missing for {place}."),
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


@dataclass(eq=False)
class BadPrinter(Refused):
    """`text` does not say where a printer is."""

    text: str


@dataclass(eq=False)
class PrinterFailed(Refused):
    """The slip printer at `place` took nothing, or not all: `reason` is a key of PRINTER_REASONS."""

    place: str
    reason: str


@sentence.register
def _(no: CodeNotPrintable, _formats: Formats) -> str:
    if no.kind:
        words = tr("“{code}” cannot be printed as {kind}, which says {form} and nothing else.")
        return words.format(code=no.code, kind=symbology_name(no.kind), form=symbology_form(no.kind))
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


@sentence.register
def _(no: BadPrinter, _formats: Formats) -> str:
    ways = "network:HOST:PORT, usb:VENDOR:PRODUCT, serial:PORT:BAUD, file:PATH, cups:QUEUE, windows:NAME"
    return tr("“{text}” is no printer. Write one of: {ways}.").format(text=no.text, ways=ways)


@sentence.register
def _(no: PrinterFailed, _formats: Formats) -> str:
    return tr(PRINTER_REASONS[no.reason]).format(place=no.place)
