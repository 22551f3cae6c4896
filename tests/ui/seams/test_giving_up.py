"""Watched work says how far it is, and can be given up."""

import pytest

from loyaltydesk.model.refusals import DiskFull
from ui.seams.giving_up import GivenUp, Tell, Watched, counted
from ui.theme.progress import ProgressBar
from ui.theme.theme import Theme


@pytest.fixture
def bar(qtbot, theme: Theme) -> ProgressBar:
    bar = ProgressBar(theme)
    qtbot.addWidget(bar)
    return bar


def test_the_bar_shows_how_far_it_is(bar: ProgressBar) -> None:
    def work(tell: Tell) -> None:
        for done in range(4):
            tell(done, 4)

    assert Watched(bar).job(work)() is True
    assert bar.value() == bar.maximum() * 3 // 4


def test_it_ends_where_it_tells_next(bar: ProgressBar) -> None:
    watched, told = Watched(bar), []

    def work(tell: Tell) -> None:
        tell(1, 4)
        watched.stop()
        told.append("stopped")
        tell(2, 4)
        told.append("went on")

    assert watched.job(work)() is False
    assert told == ["stopped"]


def test_it_can_be_begun_anew(bar: ProgressBar) -> None:
    watched = Watched(bar)
    watched.stop()
    assert watched.job(lambda tell: tell(1, 2))() is True


def test_a_length_that_is_not_known_is_no_fault(bar: ProgressBar) -> None:
    assert Watched(bar).job(lambda tell: tell(0, 0))() is True
    assert bar.value() == 0


def test_a_refusal_is_left_to_whoever_runs_it(bar: ProgressBar) -> None:
    def work(_tell: Tell) -> None:
        raise DiskFull("demo.db")

    with pytest.raises(DiskFull):
        Watched(bar).job(work)()


def test_whatever_is_counted_tells_how_far_it_is() -> None:
    told = []
    assert sum(counted(iter(range(250)), 240, lambda *far: told.append(far))) == sum(range(250))
    assert told == [(0, 240), (100, 240), (200, 240)]


def test_what_is_counted_is_closed_where_it_is_given_up() -> None:
    closed = []

    def source():
        try:
            yield from range(250)
        finally:
            closed.append(True)

    def tell(done: int, _whole: int) -> None:
        if done:
            raise GivenUp

    taken = []
    with pytest.raises(GivenUp) as given_up:
        taken.extend(counted(source(), 250, tell))
    assert given_up
    assert closed
