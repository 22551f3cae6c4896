"""Settings of a scanner that cannot work are refused where they are made."""

import pytest

from ui.seams.scanner_settings import ScannerSettings, proposed_max_gap


@pytest.mark.parametrize(
    "wrong",
    [
        {"max_gap_ms": 19},
        {"max_gap_ms": 101},
        {"min_length": 3},
        {"min_length": 21},
        {"prefix": "~~"},
        {"prefix": "\r"},
        {"prefix": "F100"},
        {"suffix": "both"},
    ],
)
def test_settings_that_cannot_work_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        ScannerSettings(**wrong)


@pytest.mark.parametrize("prefix", ["", "~", "F13", "\x02"])
def test_a_prefix_is_a_character_or_a_function_key(prefix):
    assert ScannerSettings(prefix=prefix).prefix == prefix


@pytest.mark.parametrize(("measured", "proposed"), [(0, 20), (12, 24), (44, 88), (90, 100)])
def test_twice_the_measured_pause_is_proposed(measured, proposed):
    assert proposed_max_gap(measured) == proposed
    assert ScannerSettings(max_gap_ms=proposed).max_gap_ms == proposed
