"""Slips as pictures in the commands of a slip printer (ESC/POS), made by python-escpos.

Commands are named as in the ESC/POS reference of their maker.
"""

from PIL import Image as Pillow
from PIL import ImageOps

from loyaltydesk.printing.escpos_library import Escpos
from loyaltydesk.printing.printer_models import dots_of, dpi_of
from loyaltydesk.printing.raster import page_picture
from loyaltydesk.printing.scene import MM_PER_INCH, Document, Page
from loyaltydesk.printing.slip_printer import Cut, SlipPrinter

START = b"\x1b@\x1c."  # ESC @ forgets what was set before, FS . leaves Chinese letters, with which some begin
BAND = 240  # dots: cheap printers lose what comes in one piece and is higher
AIR = 8  # dots that stay white above the first ink
PAST_THE_CUTTER = 5  # lines from the print head to where paper is torn off by hand


class Tape(Escpos):  # type: ignore[misc]  # the library has no types
    """Collects commands where others of its kind send them."""

    def __init__(self, printer: SlipPrinter) -> None:
        super().__init__(profile=printer.model)
        self._cut = printer.cut
        self._parts = [START]
        # How wide it prints is known better here, and the library would refuse what is wider than it believes.
        self.profile.profile_data = {**self.profile.profile_data, "media": {"width": {}}}

    def _raw(self, msg: bytes) -> None:
        self._parts.append(msg)

    def add(self, command: bytes) -> None:
        """Adds a command as it is."""
        self._parts.append(command)

    def add_picture(self, picture: Pillow.Image) -> None:
        """Adds a black and white picture in bands (GS v 0)."""
        self.image(picture, fragment_height=BAND)

    def end(self) -> None:
        """Ends a slip: moves it past the cutter, and cuts it off where the printer can."""
        if self._cut is Cut.NONE:
            self.print_and_feed(PAST_THE_CUTTER)
        else:
            self.cut(self._cut.name)

    def content(self) -> bytes:
        """Everything so far."""
        return b"".join(self._parts)


def printed_picture(page: Page, printer: SlipPrinter) -> Pillow.Image:
    """What the printer puts on its paper: the dots between the margins, without the white above and below."""
    dpi, dots = dpi_of(printer), dots_of(printer)
    picture = page_picture(page, dpi)
    _wide, printable = printer.roll.value
    left = round((page.width - printable) / 2 * dpi / MM_PER_INCH)
    box = ImageOps.invert(picture.convert("L")).getbbox()
    top, bottom = (max(0, box[1] - AIR), box[3]) if box else (0, 1)
    return picture.crop((left, top, left + dots, bottom))


def drawn_bytes(document: Document, printer: SlipPrinter) -> bytes:
    """The pages of a slip as pictures, each page cut off behind it."""
    tape = Tape(printer)
    for page in document.pages:
        tape.add_picture(printed_picture(page, printer))
        tape.end()
    return tape.content()
