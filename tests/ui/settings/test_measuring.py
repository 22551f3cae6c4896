"""Three scans tell how quickly a scanner types."""

import pytest

from ui.seams.scanner_settings import WIDEST_GAP_MS
from ui.settings.measuring import WIDE_OPEN, Heard, Measuring


def _measured(*gaps: int) -> Measuring:
    measuring = Measuring()
    for gap in gaps:
        measuring.add(Heard("2600000000017", gap))
    return measuring


def test_it_takes_three_scans_and_no_more() -> None:
    assert [_measured(*[5] * count).is_done for count in (0, 1, 2, 3)] == [False, False, False, True]
    assert len(_measured(5, 5, 5, 5).heard) == 3


@pytest.mark.parametrize(("gaps", "proposed"), [((8, 30, 12), 60), ((1, 2, 1), 20), ((90, 20, 20), 100)])
def test_twice_the_longest_pause_is_proposed_within_what_works(gaps: tuple[int, ...], proposed: int) -> None:
    assert _measured(*gaps).proposed_ms() == proposed


def test_codes_that_differ_are_noticed() -> None:
    measuring = _measured(5, 5)
    assert not measuring.differs
    measuring.add(Heard("260000000001", 5))
    assert measuring.differs


def test_while_measuring_every_scanner_is_heard() -> None:
    assert (WIDE_OPEN.max_gap_ms, WIDE_OPEN.min_length, WIDE_OPEN.suffix) == (WIDEST_GAP_MS, 4, "none")
