"""Slips at the till: F7 prints at once where there is a slip printer, and a printer that fails loses nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from loyaltydesk.printing import slip_press
from tests.shop import PROGRAMME
from tests.ui.person import PAUSE_MS
from tests.ui.seams.test_slip_printing import Printer
from tests.ui.till.cards import ANNA
from tests.ui.till.test_aftermath import BRINGS
from ui.paper.dialog import PaperDialog
from ui.seams.slip_settings import SlipSettings, keep_slips
from ui.till import papers

F4, F6, F7, ESC, SHIFT = (
    Qt.Key.Key_F4,
    Qt.Key.Key_F6,
    Qt.Key.Key_F7,
    Qt.Key.Key_Escape,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, tools) -> Printer:
    """A slip printer that is set up on this computer."""
    made = Printer()
    monkeypatch.setattr(slip_press, "print_bytes", made.take)
    set_up(tools)
    return made


def set_up(tools, when="asked") -> None:
    """Has slips printed there; `when` as in the settings."""
    keep_slips(tools.preferences, SlipSettings("network:127.0.0.1:9100", types=True, when=when))


@pytest.fixture
def done(printer, person, till) -> Printer:
    """Anna's purchase of 10 euros, just recorded at a till with a slip printer."""
    till.entered()
    person.scan(ANNA)
    person.type("10\r")
    return printer


def press_with_shift(person, key) -> None:
    """Presses a key with Shift held down."""
    QTest.qWait(PAUSE_MS)
    QTest.keyClick(person.window.windowHandle(), key, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()


def shown(person) -> PaperDialog | None:
    """The preview, if there is one."""
    return person.window.findChild(PaperDialog)


def test_f7_prints_the_slip_at_once_and_says_so(person, done):
    assert done.slips == []
    person.press(F7)
    assert len(done.slips) == 1
    assert "Slip printed" in person.reads()
    assert shown(person) is None


def test_shift_f7_and_a_button_show_it_first(person, till, done):
    press_with_shift(person, F7)
    assert shown(person).isVisible()
    assert done.slips == []
    shown(person).close()
    person.tap(till.counter.ready.preview)
    assert shown(person).isVisible()


def test_without_a_slip_printer_the_preview_comes_as_ever(person, till):
    person.scan(ANNA)
    person.type("10\r")
    assert not till.counter.ready.preview.isVisible()
    person.press(F7)
    assert shown(person).isVisible()


def test_the_slip_has_the_voucher_that_the_purchase_brought(desk, printer, person, till):
    desk.shop.load_programme(PROGRAMME + BRINGS)
    person.scan(ANNA)
    person.type("10\r")
    person.press(F7)
    assert "Two off" in printer.slips[0]
    person.press(F4)  # the vouchers alone
    assert len(printer.slips) == 2
    press_with_shift(person, F4)
    assert shown(person).isVisible()


def test_a_slip_is_printed_by_itself_where_that_is_wanted(person, till, printer, tools):
    set_up(tools, "always")
    person.scan(ANNA)
    person.type("10\r")
    assert len(printer.slips) == 1
    assert "Slip printed" in person.reads()
    set_up(tools, "asked")
    person.scan(ANNA)
    person.type("20\r")
    assert len(printer.slips) == 1
    assert "Slip printed" not in person.reads()


def test_a_printer_that_fails_never_loses_the_purchase(desk, person, till, done):
    done.fails = "timed_out"
    person.press(F7)
    assert "The slip waits: the printer does not answer" in person.reads()
    assert desk.till.newest(1)[0].due == 1000
    person.scan(ANNA)  # and the till goes on
    assert "1 slip waits: print it now" in named(till)
    done.fails = ""
    person.tap(till.top._slips)
    assert len(done.slips) == 1
    assert not till.top._slips.isVisible()


def named(till) -> str:
    """What the sign above says to a screen reader, if it is seen."""
    return till.top._slips.accessibleName() if till.top._slips.isVisible() else ""


def test_a_slip_that_waits_is_printed_after_a_purchase_that_was_taken_back(person, till, done):
    done.fails = "not_found"
    person.press(F7)
    person.press(F6)
    done.fails = ""
    person.tap(till.top._slips)
    assert "Brought back" in done.slips[0]


def test_an_older_purchase_is_printed_too(desk, person, till, printer):
    till.entered()
    receipt = desk.till.newest(1)[0].receipt
    person.scan(receipt)
    assert till.counter.bought.preview.isVisible()
    person.press(F7)
    assert receipt in printer.slips[0]
    assert "Slip printed" in person.reads()
    person.press(ESC)
    person.scan(receipt)
    assert "Slip printed" not in person.reads()


def test_the_preview_is_as_wide_as_the_roll(desk, person, till, tools):
    keep_slips(tools.preferences, SlipSettings("file:/x", "58", when="never"))
    person.scan(ANNA)
    person.type("10\r")
    person.press(F7)
    assert papers.slip(desk, desk.till.newest(1)[0], narrow=True).pages[0].width == 58
    assert shown(person).isVisible()
