"""A scanner is tried, measured and set up without a field, and works so at once and after the next start."""

import pytest
from PySide6.QtWidgets import QPushButton

from ui.seams.scanner_settings import ScannerSettings
from ui.settings.scanner_section import ScannerSection

CODE = "2600000000017"


@pytest.fixture
def section(page) -> ScannerSection:
    page.open("scanner")
    return page.section("scanner")


def test_a_scan_shows_what_arrived_and_goes_nowhere_else(window, section, person):
    person.scan(CODE, gap_ms=7)
    assert "2600000000017 · 13 characters, longest pause 7 ms" in person.reads()
    assert window.key == "settings"


def test_three_scans_propose_a_pause_that_is_used_when_agreed_to(section, person, tools):
    person.tap(person.find(QPushButton, "Measure the scanner"))
    assert "Scan one card or product three times." in person.reads()
    for gap, said in ((8, "2 more times"), (14, "1 more time"), (9, "Keys up to 28 ms apart")):
        person.scan(CODE, gap_ms=gap)
        assert said in person.reads()
    person.tap(person.find(QPushButton, "Use 28 ms"))
    assert tools.scanner.settings.max_gap_ms == tools.preferences.scanner.max_gap_ms == 28
    assert section.gap.value() == 28
    assert section.saved.isVisible()


def test_a_slow_scanner_is_heard_while_it_is_measured(section, person, tools):
    person.tap(person.find(QPushButton, "Measure the scanner"))
    for _ in range(3):
        person.scan(CODE, gap_ms=80)
    assert "Keys up to 100 ms apart" in person.reads()
    assert tools.scanner.settings.max_gap_ms == 50
    person.tap(person.find(QPushButton, "Use 100 ms"))
    person.scan(CODE, gap_ms=80)
    assert "longest pause 80 ms" in person.reads()


def test_a_scanner_that_sends_nothing_after_a_code_is_heard_while_it_is_measured(section, person, qtbot):
    person.tap(person.find(QPushButton, "Measure the scanner"))
    person.scan(CODE, gap_ms=5, end="")
    person.pause()
    assert "2 more times" in person.reads()


def test_codes_that_differ_are_told_and_nothing_is_proposed(section, person, tools):
    person.tap(person.find(QPushButton, "Measure the scanner"))
    for code in (CODE, CODE[:-1], CODE):
        person.scan(code)
    assert "The codes differ." in person.reads()
    assert not section.trial.agree.isVisible()


def test_stopping_and_leaving_put_the_scanner_back(window, section, person, tools):
    person.tap(person.find(QPushButton, "Measure the scanner"))
    assert tools.scanner.settings.max_gap_ms == 100
    person.tap(person.find(QPushButton, "Stop"))
    assert tools.scanner.settings == ScannerSettings()
    person.tap(person.find(QPushButton, "Measure the scanner"))
    window.go("till")
    assert tools.scanner.settings == ScannerSettings()


def test_what_was_measured_before_is_forgotten_when_measured_again(section, person):
    person.tap(person.find(QPushButton, "Measure the scanner"))
    for _ in range(3):
        person.scan(CODE, gap_ms=30)
    person.tap(person.find(QPushButton, "Measure again"))
    assert CODE not in person.reads()
    assert not section.trial.agree.isVisible()


def test_what_is_set_by_hand_holds_at_once_and_is_kept(section, tools):
    section.gap.setValue(70)
    section.length.setValue(8)
    for choice, key in ((section.prefix, "F13"), (section.suffix, "enter")):
        choice.choose(key)
        choice.chosen.emit(key)
    wanted = ScannerSettings(max_gap_ms=70, min_length=8, prefix="F13", suffix="enter")
    assert tools.scanner.settings == wanted
    assert tools.preferences.scanner == wanted


def test_a_prefix_that_is_not_in_the_list_is_kept(page, tools):
    tools.preferences.scanner = ScannerSettings(prefix="#")
    assert page.section("scanner").prefix.current() == "#"


def test_a_broken_scan_is_told(section, person):
    person.scan("2" * 120)
    assert "Something arrived and broke off." in person.reads()
