"""A document on a Qt printer, seen through the file that a printer without paper makes."""

import re
from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from PySide6.QtPrintSupport import QPrinter

from loyaltydesk.model.cards import check_digit
from loyaltydesk.printing.card import CardFace, CardLook
from loyaltydesk.printing.scene import Document
from loyaltydesk.printing.sheet import sheet_scene
from loyaltydesk.printing.slip import SlipFace, slip_scene
from loyaltydesk.printing.stocks import CARD_STOCKS, VOUCHER_STOCKS
from loyaltydesk.printing.voucher import VoucherFace, voucher_scene
from tests.reading import codes
from ui.paper.print_form import LONG_EDGE, SHORT_EDGE, Order
from ui.paper.printer import arrange, print_document, printer_for

pytestmark = pytest.mark.usefixtures("qapp")


def _to_file(document: Document, path: Path) -> QPrinter:
    printer = printer_for(document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def _sizes(path: Path) -> list[tuple[int, int]]:
    pages = pypdfium2.PdfDocument(path.read_bytes())
    return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in pages]  # type: ignore[misc]


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_the_printed_bars_are_read(card: Document, tmp_path: Path, dpi: int) -> None:
    printer = _to_file(replace(card, dpi=dpi), tmp_path / "card.pdf")
    assert printer.resolution() == dpi
    assert print_document(card, printer)
    back = pypdfium2.PdfDocument((tmp_path / "card.pdf").read_bytes())[1].render(scale=dpi / 72).to_pil()
    assert codes(back) == ["2600000000017"]


def test_a_card_is_printed_on_its_own_size(card: Document, tmp_path: Path) -> None:
    assert print_document(card, _to_file(card, tmp_path / "card.pdf"))
    assert _sizes(tmp_path / "card.pdf") == [(86, 54), (86, 54)]


def test_a_sheet_of_ten_is_a4_upright_and_four_vouchers_are_a4_across(tmp_path: Path) -> None:
    stems = [f"26{number:010}" for number in range(10)]
    faces = [CardFace(stem + check_digit(stem), "Anna") for stem in stems]
    sheet = sheet_scene(CardLook("Rīts"), faces, stock=CARD_STOCKS["Avery C32011"])
    assert print_document(sheet, _to_file(sheet, tmp_path / "sheet.pdf"))
    assert _sizes(tmp_path / "sheet.pdf") == [(210, 297), (210, 297)]
    back = pypdfium2.PdfDocument((tmp_path / "sheet.pdf").read_bytes())[1].render(scale=300 / 72).to_pil()
    assert codes(back) == sorted(face.code for face in faces)
    vouchers = voucher_scene([VoucherFace("Rīts", "Voucher", "Coffee", "4711")], stock=VOUCHER_STOCKS["A4"])
    assert print_document(vouchers, _to_file(vouchers, tmp_path / "vouchers.pdf"))
    assert _sizes(tmp_path / "vouchers.pdf") == [(297, 210)]


def test_a_slip_is_as_long_as_its_words(tmp_path: Path) -> None:
    slip = slip_scene(SlipFace("Rīts", rows=(("Date", "14.03.2026"),) * 20))
    assert print_document(slip, _to_file(slip, tmp_path / "slip.pdf"))
    assert _sizes(tmp_path / "slip.pdf") == [(80, round(slip.pages[0].height))]


def test_only_the_chosen_pages_are_printed(card: Document, tmp_path: Path) -> None:
    printer = _to_file(card, tmp_path / "back.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    assert print_document(card, printer)
    assert len(_sizes(tmp_path / "back.pdf")) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)  # Qt says so too
def test_a_printer_that_cannot_begin_is_told(card: Document, tmp_path: Path) -> None:
    assert not print_document(card, _to_file(card, tmp_path / "no folder" / "card.pdf"))


def test_no_pages_are_no_error_before_anything_is_asked_for() -> None:
    assert printer_for(Document((), "nothing")).resolution() == 300


def test_words_stay_words_in_our_own_embedded_typeface(card: Document, tmp_path: Path) -> None:
    assert print_document(card, _to_file(card, tmp_path / "card.pdf"))
    printed = (tmp_path / "card.pdf").read_bytes()
    assert "Jānis Bērziņš" in pypdfium2.PdfDocument(printed)[0].get_textpage().get_text_range()
    assert {name.split(b"+")[-1] for name in re.findall(rb"/FontName /(\S+)", printed)} == {
        b"PTSans-Regular",
        b"PTSans-Bold",
    }


def test_chosen_pages_are_printed_in_their_order_and_told(card: Document, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    many = replace(card, pages=(*card.pages, *card.pages))
    path = tmp_path / "some.pdf"
    assert print_document(many, _to_file(many, path), pages=(1, 2), tell=lambda done, whole: told.append((done, whole)))
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path.read_bytes())]
    assert ["2 600000 000017" in text for text in texts] == [True, False]
    assert told == [(1, 2), (2, 2)]


class _Stopped(Exception):
    pass


def test_what_is_told_may_end_the_printing(card: Document, tmp_path: Path) -> None:
    def stop(_done: int, _whole: int) -> None:
        raise _Stopped

    with pytest.raises(_Stopped):
        print_document(card, _to_file(card, tmp_path / "card.pdf"), tell=stop)


def test_slips_of_different_lengths_are_each_as_long_as_their_words(tmp_path: Path) -> None:
    short, long = (slip_scene(SlipFace("Rīts", rows=(("Date", "14.03.2026"),) * rows)) for rows in (3, 30))
    both = Document((*short.pages, *long.pages, *short.pages), "Slips")
    assert print_document(both, _to_file(both, tmp_path / "slips.pdf"))
    assert _sizes(tmp_path / "slips.pdf") == [(80, round(page.height)) for page in both.pages]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order("Laser", (0,)), (1, QPrinter.DuplexMode.DuplexNone, QPrinter.ColorMode.Color)),
        (
            Order("Laser", (0,), 7, LONG_EDGE, True),
            (7, QPrinter.DuplexMode.DuplexLongSide, QPrinter.ColorMode.GrayScale),
        ),
        (Order("Laser", (0,), 1, SHORT_EDGE), (1, QPrinter.DuplexMode.DuplexShortSide, QPrinter.ColorMode.Color)),
    ],
)
def test_a_printer_is_set_as_it_was_asked_for(
    order: Order, expected: tuple[int, QPrinter.DuplexMode, QPrinter.ColorMode]
) -> None:
    class Turning(QPrinter):
        """One that can turn paper over, which a file cannot."""

        def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:
            self.turned = duplex

    printer = Turning()
    arrange(printer, order)
    assert (printer.copyCount(), printer.turned, printer.colorMode()) == expected
