"""The slip printer is chosen, tried and remembered, and what waits for it can be printed."""

import pytest
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QPushButton

from loyaltydesk.printing import slip_press
from loyaltydesk.printing.refusals import PrinterFailed
from tests.loyaltydesk.printing.printers import listening, pictures, typed
from tests.shop import buy
from ui.seams.slip_settings import SlipSettings, keep_slips, read_slips
from ui.settings import printer_form
from ui.settings.printer_form import PrinterForm
from ui.settings.printers_found import FoundPrinter
from ui.settings.printers_section import PrintersSection


@pytest.fixture
def section(page) -> PrintersSection:
    page.open("printers")
    return page.section("printers")


def choose(choice, key: str) -> None:
    """Chooses as a person does."""
    choice.choose(key)
    choice.chosen.emit(key)


def test_at_first_there_is_no_printer_and_nothing_to_say_of_it(section, tools):
    assert not section.roll.isVisible()
    assert not section.test.isVisible()
    assert read_slips(tools.preferences) == SlipSettings()


def test_a_network_printer_is_typed_and_kept_at_once(section, person, tools):
    choose(section.form.kind, "network")
    assert section.form.place.hasFocus()
    assert section.roll.isVisible()
    person.type("192.168.1.50\t")
    assert read_slips(tools.preferences).connection == "network:192.168.1.50"
    assert section.saved.isVisible()
    for control, key in ((section.roll, "58"), (section.way, "letters")):
        control.choose(key)
        control.chosen.emit(key)
    choose(section.cut, "none")
    choose(section.when, "always")
    choose(section.model, "TM-T88V")
    kept = SlipSettings("network:192.168.1.50", "58", types=True, cut="none", model="TM-T88V", when="always")
    assert read_slips(tools.preferences) == kept


def test_what_was_kept_is_shown(qtbot, theme, page, tools):
    keep_slips(tools.preferences, SlipSettings("serial:/dev/ttyUSB0:19200", "58", types=True, model="of tomorrow"))
    page.open("printers")
    section = page.section("printers")
    assert (section.form.kind.current(), section.form.place.text(), section.form.baud.current()) == (
        "serial", "/dev/ttyUSB0", "19200",
    )  # fmt: skip
    assert (section.roll.current(), section.way.current(), section.model.current()) == ("58", "letters", "of tomorrow")
    assert section.form.connection == "serial:/dev/ttyUSB0:19200"


def test_an_address_that_is_none_is_refused_in_place_and_not_kept(section, person, tools):
    choose(section.form.kind, "usb")
    person.type("the left one\t")
    assert "This is no address of such a printer." in person.reads()
    assert read_slips(tools.preferences).connection == ""


def test_no_printer_is_kept_too(page, tools):
    keep_slips(tools.preferences, SlipSettings("file:/dev/usb/lp0"))
    page.open("printers")
    section = page.section("printers")
    choose(section.form.kind, "")
    assert read_slips(tools.preferences).connection == ""
    assert not section.test.isVisible()


def test_a_printer_that_is_found_is_taken_by_one_press(section, person, tools, monkeypatch):
    found = [FoundPrinter("EPSON TM-T20II", "usb:04b8:0e15"), FoundPrinter("Slips", "cups:Slips")]
    monkeypatch.setattr(printer_form, "found_printers", lambda _queues: found)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    person.tap(person.find(QPushButton, "Look for printers"))
    person.tap(person.find(QPushButton, "EPSON TM-T20II"))
    assert read_slips(tools.preferences).connection == "usb:04b8:0e15"
    assert (section.form.kind.current(), section.form.place.text()) == ("usb", "04b8:0e15")


def test_when_nothing_is_found_that_is_said(section, person, monkeypatch):
    monkeypatch.setattr(printer_form, "found_printers", lambda _queues: [])
    person.tap(section.form.found.look)
    assert "Nothing was found. Is the printer switched on, and plugged in?" in person.reads()


def test_the_test_print_says_what_happened(section, person, tools):
    with listening() as printer:
        kept = SlipSettings(printer.place)
        section.form.show_connection(kept.connection)
        section._fit()
        person.tap(section.test)
        assert "The test slip was sent." in person.reads()
    assert pictures(printer.got[0])[0].width == 576
    section.way.choose("letters")
    person.tap(section.test)
    assert "takes nothing" in person.reads()  # nobody listens there any more


def test_a_test_without_an_address_asks_for_it(section, person):
    choose(section.form.kind, "network")
    person.tap(section.test)
    assert "Say first where the printer is." in person.reads()


def test_what_was_said_of_a_test_moves_nothing_that_is_pressed_next(section, person):
    section.form.show_connection("network:127.0.0.1:9")
    section._fit()
    section.test.setFocus()
    person.tap(section.test)
    assert section.outcome.isVisible()
    assert section.test.hasFocus()
    place = section.test.mapTo(person.window, section.test.rect().center())
    section.form.place.setFocus()
    section.form.place.selectAll()
    person.type("127.0.0.2")
    person.tap(section.test)
    assert "127.0.0.2" in section.outcome.accessibleName()
    assert section.test.mapTo(person.window, section.test.rect().center()) == place


def test_a_test_can_be_tried_again_after_a_fault(section, person, monkeypatch):
    def fail(*_what: object) -> bytes:
        raise ZeroDivisionError

    section.form.show_connection("network:127.0.0.1:9")
    section._fit()
    monkeypatch.setattr(slip_press, "trial_bytes", fail)
    with pytest.raises(ZeroDivisionError):
        section._on_test_pressed()
    monkeypatch.undo()
    person.tap(section.test)
    assert "127.0.0.1" in section.outcome.accessibleName()


def test_slips_that_wait_are_seen_printed_and_forgotten(page, person, tools, desk, monkeypatch):
    slips, fails = [], ["timed_out"]

    def take(content: bytes, _printer: object, **_more: object) -> None:
        if fails:
            raise PrinterFailed("10.0.0.7", fails[0])
        slips.append(typed(content))

    monkeypatch.setattr(slip_press, "print_bytes", take)
    keep_slips(tools.preferences, SlipSettings("network:10.0.0.7", types=True))
    page.open("printers")
    section = page.section("printers")
    assert not section.waiting.isVisible()
    section._printing.print_purchase(buy(desk, "", 500).purchase)
    assert "1 slip could not be printed: the printer does not answer" in person.reads()
    fails.clear()
    person.tap(section.waiting.again)
    assert (len(slips), section.waiting.isVisible()) == (1, False)
    fails.append("not_found")
    section._printing.print_purchase(buy(desk, "", 700).purchase)
    person.tap(section.waiting.forget)
    assert (len(slips), section.waiting.isVisible()) == (1, False)


def test_ways_of_other_systems_are_not_offered_unless_they_were_chosen(qtbot, theme):
    assert [key for key, _words in printer_form._kinds("", "linux")] == ["", "network", "usb", "serial", "cups", "file"]
    assert "windows" in dict(printer_form._kinds("", "win32"))
    assert "windows" in dict(printer_form._kinds("windows", "linux"))
    strange = PrinterForm(theme, "pigeon:home")
    qtbot.addWidget(strange)
    assert strange.connection == ""


def test_a_serial_port_that_was_kept_without_a_speed_has_the_usual_one(qtbot, theme):
    form = PrinterForm(theme, "serial:COM3")
    qtbot.addWidget(form)
    assert form.connection == "serial:COM3:9600"
