"""Prints slips on a slip printer, as pictures or in its own letters: everything from ready words to sent bytes."""

from collections.abc import Sequence

from msgspec.structs import replace

from loyaltydesk.printing import escpos_typed
from loyaltydesk.printing.escpos import drawn_bytes
from loyaltydesk.printing.printer_models import models
from loyaltydesk.printing.scene import Document, Page
from loyaltydesk.printing.sending import SECONDS, send
from loyaltydesk.printing.slip import SlipFace, slip_scene, voucher_slip_scene
from loyaltydesk.printing.slip_printer import ANY, SlipPrinter
from loyaltydesk.printing.trial_slip import TrialFace, trial_scene
from loyaltydesk.printing.voucher import VoucherFace


def slip_bytes(slip: SlipFace, printer: SlipPrinter) -> bytes:
    """The commands that print the slip of a purchase."""
    printer = known(printer)
    if types(printer):
        return escpos_typed.typed_slip(slip, printer)
    return drawn_bytes(slip_scene(slip, roll=printer.roll), printer)


def voucher_bytes(vouchers: Sequence[VoucherFace], printer: SlipPrinter) -> bytes:
    """The commands that print vouchers, cut from each other. Raises CodeNotPrintable and CodeTooWide."""
    printer = known(printer)
    if types(printer):
        return escpos_typed.typed_vouchers(vouchers, printer)
    pages: list[Page] = []
    for voucher in vouchers:
        pages += voucher_slip_scene(voucher, roll=printer.roll).pages
    return drawn_bytes(Document(tuple(pages), "", kind="slip"), printer)


def trial_bytes(face: TrialFace, printer: SlipPrinter) -> bytes:
    """The commands that print a trial slip."""
    printer = known(printer)
    if types(printer):
        return escpos_typed.typed_trial(face, printer)
    return drawn_bytes(trial_scene(face, roll=printer.roll), printer)


def print_bytes(content: bytes, printer: SlipPrinter, *, seconds: float = SECONDS) -> None:
    """Sends commands to the printer. Raises PrinterFailed, after `seconds` without an answer."""
    send(content, printer.connection, seconds=seconds)


def known(printer: SlipPrinter) -> SlipPrinter:
    """The printer, as one of no known model where its model is not known (any more)."""
    return printer if printer.model in models() else replace(printer, model=ANY)


def types(printer: SlipPrinter) -> bool:
    """Whether it writes letters: where that is wanted, and where its model draws nothing."""
    model = models().get(printer.model)
    return printer.types or (model is not None and not model.draws)
