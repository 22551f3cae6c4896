"""How slips are printed is kept for this computer."""

import pytest

from loyaltydesk.printing.refusals import BadPrinter
from loyaltydesk.printing.slip import Roll
from loyaltydesk.printing.slip_printer import Cut, Link
from ui.seams.slip_settings import SlipSettings, keep_slips, read_slips


def test_nothing_is_set_up_at_first(tools):
    assert read_slips(tools.preferences) == SlipSettings()
    assert not read_slips(tools.preferences).is_direct


def test_what_is_kept_comes_back(tools):
    settings = SlipSettings("network:10.0.0.7:9100", "58", types=True, cut="none", model="TM-T88V", when="always")
    keep_slips(tools.preferences, settings)
    assert read_slips(tools.preferences) == settings
    assert settings.prints_by_itself
    printer = settings.printer()
    assert (printer.roll, printer.cut, printer.types, printer.connection.link) == (
        Roll.MM58, Cut.NONE, True, Link.NETWORK,
    )  # fmt: skip


def test_nonsense_in_the_file_is_as_if_nothing_was_there(tools):
    for key in ("roll", "cut", "when", "types"):
        tools.preferences.write(f"slips/{key}", "\x00 rubbish")
    assert read_slips(tools.preferences) == SlipSettings()


def test_never_means_that_slips_are_shown_first(tools):
    assert SlipSettings("file:/x", when="asked").is_direct
    assert not SlipSettings("file:/x", when="never").is_direct
    assert not SlipSettings("", when="always").prints_by_itself


def test_a_printer_that_makes_no_sense_is_refused():
    with pytest.raises(BadPrinter):
        SlipSettings("carrier pigeon").printer()
