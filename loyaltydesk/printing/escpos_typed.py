"""Slips in a printer's own letters (ESC/POS): a tenth of a picture's bytes, for slow serial lines.

Each line changes the printer's alphabet (code page) where it has to; what no alphabet has is spelt in plain letters.
Commands are named as in the ESC/POS reference of their maker.
"""

import unicodedata
from collections.abc import Callable, Iterable

from loyaltydesk.model.symbologies import Symbology
from loyaltydesk.printing.escpos import Tape
from loyaltydesk.printing.printer_models import dots_of, letters_of
from loyaltydesk.printing.raster import page_picture
from loyaltydesk.printing.scene import MM_PER_INCH, Bars, Page
from loyaltydesk.printing.slip import SLIP_DPI, SlipFace, Strip, write_slip, write_voucher
from loyaltydesk.printing.slip_printer import SlipPrinter
from loyaltydesk.printing.trial_slip import TrialFace, write_trial
from loyaltydesk.printing.typed_column import TypedBars, TypedColumn, TypedLine
from loyaltydesk.printing.voucher import VoucherFace

# The alphabets that are used, first those that a printer surely has; others need letters that join or run leftwards.
PAGES = tuple("CP437 CP852 CP775 CP866 CP1257 CP1250 CP1251 CP858 CP1252 CP850 CP855 CP737 CP857".split())
EAN13_A, CODE128_B = b"\x1dk\x02", b"\x1dkI"  # GS k
WORD = 11  # modules of a character of Code 128
AROUND = 35 + 20  # its start, check and stop, and the quiet zones


def typed_slip(slip: SlipFace, printer: SlipPrinter) -> bytes:
    """A purchase slip in the printer's own letters."""
    typist = _Typist(printer)
    column = typist.column()
    write_slip(column, slip, dpi=SLIP_DPI)
    return typist.content([column])


def typed_vouchers(vouchers: Iterable[VoucherFace], printer: SlipPrinter) -> bytes:
    """Vouchers in the printer's own letters, cut from each other. Raises CodeNotPrintable and CodeTooWide."""
    typist = _Typist(printer)
    columns = []
    for voucher in vouchers:
        columns.append(typist.column())
        write_voucher(columns[-1], voucher, dpi=SLIP_DPI)
    return typist.content(columns)


def typed_trial(face: TrialFace, printer: SlipPrinter) -> bytes:
    """The slip to try a printer with, in its own letters."""
    typist = _Typist(printer)
    column = typist.column()
    write_trial(column, face, dpi=SLIP_DPI)
    return typist.content([column])


def typed_by(write: Callable[[Strip], None], printer: SlipPrinter) -> bytes:
    """What `write` writes on a strip, in the printer's own letters."""
    typist = _Typist(printer)
    column = typist.column()
    write(column)
    return typist.content([column])


class _Typist:
    """Writes the lines of a column on a tape."""

    def __init__(self, printer: SlipPrinter) -> None:
        self._printer = printer
        self._tape = Tape(printer)
        known = self._tape.magic.encoder.codepages
        self._pages = [page for page in PAGES if page in known]

    def column(self) -> TypedColumn:
        """An empty column for what this printer can write."""
        printer = self._printer
        return TypedColumn(letters_of(printer), width=printer.roll.value[1], has=self._has)

    def content(self, columns: Iterable[TypedColumn]) -> bytes:
        """All columns, each cut off behind it."""
        for column in columns:
            for line in column.lines:
                if isinstance(line, TypedBars):
                    self._bars(line)
                else:
                    self._line(line)
            self._tape.end()
        return bytes(self._tape.content())

    def _has(self, character: str) -> bool:
        """Whether one of the printer's alphabets has it; never a command, whatever an alphabet has in its place."""
        printed = not unicodedata.category(character).startswith("C")
        return printed and any(self._in(page, character) for page in self._pages)

    def _in(self, page: str, character: str) -> bool:
        return bool(self._tape.magic.encoder.can_encode(page, character))

    def _line(self, line: TypedLine) -> None:
        self._tape.add(b"\x1bE" + bytes([line.bold]) + b"\x1d!" + bytes([line.tall]))  # ESC E, GS !
        rest = line.text
        while rest:
            page, count = self._stretch(rest)
            if page:
                self._tape.magic.write_with_encoding(page, rest[:count])  # ESC t where it is another
            else:
                self._tape.add(rest[:count].encode("ascii", "replace"))
            rest = rest[count:]
        self._tape.add(b"\n")

    def _stretch(self, text: str) -> tuple[str, int]:
        """The alphabet that goes furthest in a text, the one in use if it goes as far; and how far."""
        best, furthest = "", 0
        used = self._tape.magic.encoding
        for page in [used, *self._pages] if used in self._pages else self._pages:
            reach = next((place for place, each in enumerate(text) if not self._in(page, each)), len(text))
            if reach > furthest:
                best, furthest = page, reach
        return (best, furthest) if best else ("", len(text))

    def _bars(self, bars: TypedBars) -> None:
        command, dots = self._command(bars)
        if not command or dots < 2:
            self._drawn_bars(bars)
            return
        # ESC a to the middle, GS h height, GS w width, GS H without digits, and to the left again.
        size = b"\x1dh" + bytes([bars.height]) + b"\x1dw" + bytes([min(6, dots)]) + b"\x1dH\x00"
        self._tape.add(b"\x1ba\x01" + size + command + b"\x1ba\x00")

    def _command(self, bars: TypedBars) -> tuple[bytes, int]:
        """The printer's own command for a barcode, and how many dots a module may have; none where it has none."""
        code, supports = bars.symbol.code, self._tape.profile.supports
        if bars.symbol.kind == Symbology.EAN13 and supports("barcodeA"):
            return EAN13_A + code.encode("ascii") + b"\x00", bars.dots
        if bars.symbol.kind != Symbology.CODE128 or not supports("barcodeB"):
            return b"", 0
        text = b"{B" + code.replace("{", "{{").encode("ascii")
        room = dots_of(self._printer) // (WORD * len(code) + AROUND)  # it takes no pairs of digits together
        return CODE128_B + bytes([len(text)]) + text, min(bars.dots, room)

    def _drawn_bars(self, bars: TypedBars) -> None:
        """The bars as a picture, where there is no command for them; a printer that draws nothing has their number."""
        if not self._tape.profile.supports("bitImageRaster"):
            return
        wide, height = self._printer.roll.value[1], bars.height / 8
        placed = Bars(0, 0, wide, height, bars.symbol, bars.dots, SLIP_DPI)
        dots = dots_of(self._printer)
        self._tape.add_picture(page_picture(Page(wide, height, (placed,)), dots / wide * MM_PER_INCH))
