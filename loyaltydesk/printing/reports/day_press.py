"""Prints a day on a slip printer, as a picture or in the printer's own letters."""

from loyaltydesk.printing.escpos import drawn_bytes
from loyaltydesk.printing.escpos_typed import typed_by
from loyaltydesk.printing.reports.day_end import DayFace, day_slip_scene, write_day_end
from loyaltydesk.printing.slip_press import known, types
from loyaltydesk.printing.slip_printer import SlipPrinter


def day_bytes(face: DayFace, printer: SlipPrinter) -> bytes:
    """The commands that print a day."""
    printer = known(printer)
    if types(printer):
        return typed_by(lambda strip: write_day_end(strip, face), printer)
    return drawn_bytes(day_slip_scene(face, roll=printer.roll), printer)
