"""The progress bar paints what is there, what this purchase adds and what is missing, each in its place."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.progress import ProgressBar
from ui.theme.tokens import LIGHT

DONE, GAIN, MISSING = LIGHT.accent, LIGHT.accent_ghost, LIGHT.surface_hover


@pytest.fixture
def bar(qtbot, theme):
    made = ProgressBar(theme)
    made.setFixedWidth(400)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("have", "gain", "painted"),
    [
        (0, 0, [MISSING, MISSING, MISSING, MISSING]),
        (500, 0, [DONE, DONE, MISSING, MISSING]),
        (500, 300, [DONE, DONE, GAIN, MISSING]),
        (500, 500, [DONE, DONE, GAIN, GAIN]),
        (500, 9000, [DONE, DONE, GAIN, GAIN]),
        (1500, 10, [DONE, DONE, DONE, DONE]),
        (-200, 700, [GAIN, GAIN, MISSING, MISSING]),
        (800, -500, [DONE, DONE, DONE, MISSING]),
    ],
)
def test_the_parts_stand_in_their_places(bar, colour_at, have, gain, painted):
    bar.show_progress(have, goal=1000, gain=gain)
    assert [colour_at(bar, at) for at in (0.2, 0.4, 0.7, 0.95)] == painted


def test_a_first_point_is_seen_and_the_last_one_missed(bar, colour_at):
    bar.show_progress(1, goal=100_000)
    assert colour_at(bar, 0.01) == MISSING  # less than a step of the bar is nothing yet
    bar.show_progress(1, goal=900)
    assert colour_at(bar, 0.01) == DONE
    bar.show_progress(99_999, goal=100_000)
    assert bar.value() < bar.maximum()


def test_money_larger_than_an_integer_of_qt_fits(bar):
    bar.show_progress(3_000_000_000, goal=6_000_000_000)
    assert bar.value() * 2 == bar.maximum()


def test_a_goal_of_nothing_is_refused(bar):
    with pytest.raises(ValueError, match="above zero"):
        bar.show_progress(1, goal=0)


def test_the_gain_moves_in_when_animated_and_is_there_at_once_when_not(qtbot, theme, bar, colour_at):
    with qtbot.waitExposed(bar):
        bar.show()
    bar.show_progress(500, goal=1000, gain=400)
    assert colour_at(bar, 0.8) == GAIN
    bar.show_progress(500, goal=1000)
    theme.animate = True
    try:
        bar.show_progress(500, goal=1000, gain=400)
        assert colour_at(bar, 0.8) == MISSING
        qtbot.waitUntil(lambda: colour_at(bar, 0.8) == GAIN)
    finally:
        theme.animate = False


def test_a_thin_bar_is_thinner_and_both_have_a_height_that_stays(qtbot, theme):
    window = QWidget()
    box = QVBoxLayout(window)
    thick, thin = ProgressBar(theme), ProgressBar(theme, thin=True)
    box.addWidget(thick)
    box.addWidget(thin)
    qtbot.addWidget(window)
    window.resize(300, 400)
    window.show()
    assert thick.height() == theme.m.bar
    assert 6 <= thin.height() < thick.height()


def test_a_disabled_bar_is_grey(bar, colour_at):
    bar.show_progress(900, goal=1000)
    bar.setEnabled(False)
    assert colour_at(bar, 0.5) == LIGHT.text_disabled
