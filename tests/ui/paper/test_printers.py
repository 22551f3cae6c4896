"""What is known of a printer."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ui.paper import printers
from ui.paper.printers import Abilities

A4 = (210.0, 297.0)


@pytest.mark.parametrize(
    ("can", "size", "takes"),
    [
        (Abilities(sizes=(A4,)), (210, 297), True),
        (Abilities(sizes=(A4,)), (297, 210), True),
        (Abilities(sizes=(A4,)), (210.8, 296.3), True),
        (Abilities(sizes=(A4,)), (215.9, 279.4), False),
        (Abilities(sizes=(A4,)), (85.6, 53.98), False),
        (Abilities(sizes=(A4,), smallest=(50, 50), largest=(220, 400)), (85.6, 53.98), True),
        (Abilities(sizes=(A4,), smallest=(76, 127), largest=(220, 400)), (85.6, 53.98), False),
        (Abilities(), (85.6, 53.98), True),
    ],
)
def test_a_printer_takes_the_paper_it_has(can: Abilities, size: tuple[float, float], takes: bool) -> None:
    assert can.takes(*size) is takes


def test_the_usual_printer_comes_first_and_the_others_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["zebra", "Office", "cards"])
    monkeypatch.setattr(QPrinterInfo, "defaultPrinterName", lambda: "zebra")
    assert printers.installed() == ["zebra", "cards", "Office"]


class _Told:
    """A printer that tells everything about itself."""

    isNull = staticmethod(lambda: False)
    supportedDuplexModes = staticmethod(lambda: [QPrinter.DuplexMode.DuplexNone, QPrinter.DuplexMode.DuplexLongSide])
    supportedColorModes = staticmethod(lambda: [QPrinter.ColorMode.GrayScale])
    supportedPageSizes = staticmethod(lambda: [QPageSize(QPageSize.PageSizeId.A4)])
    supportsCustomPageSizes = staticmethod(lambda: True)
    minimumPhysicalPageSize = staticmethod(lambda: QPageSize(QSize(144, 72), "small"))
    maximumPhysicalPageSize = staticmethod(lambda: QPageSize(QSize(720, 1440), "large"))


def test_a_printer_is_asked_what_it_can_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: _Told())
    can = printers.abilities("Laser")
    assert (can.turns, can.colours, can.sizes) == (True, False, (A4,))
    assert can.smallest == pytest.approx((25.4, 50.8), abs=0.1)
    assert can.largest == pytest.approx((254, 508), abs=0.1)


def test_nothing_is_known_of_a_printer_that_is_gone(qapp: object) -> None:
    assert printers.abilities("no such printer") == Abilities()
