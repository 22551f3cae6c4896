"""Rows of panels fold into fewer columns where there is less room, and nothing stands over anything else."""

from itertools import combinations

import pytest
from PySide6.QtWidgets import QWidget

from ui.insights.folding import Folding, Place


@pytest.fixture
def rows(theme, qtbot):
    """A row of four and a row of three, and what they stand in."""
    window = QWidget()
    qtbot.addWidget(window)
    folding = Folding(theme)
    folding.setSpacing(10)
    window.setLayout(folding)
    panels = [QWidget() for _number in range(7)]
    for panel in panels:
        panel.setMinimumHeight(50)
    folding.add_row([Place(panel, 1, 100) for panel in panels[:4]])
    folding.add_row([Place(panels[4], 3, 200), Place(panels[5], 3, 200), Place(panels[6], 2, 150)], growing=1)
    window.show()

    def stand(width: int, height: int = 0) -> list[int]:
        window.resize(width, height or folding.heightForWidth(width))
        folding.activate()
        lines = [panel.y() for panel in panels if not panel.isHidden()]
        return [lines.count(y) for y in dict.fromkeys(lines)]

    return stand, panels


def test_with_room_each_row_stands_side_by_side(rows):
    stand, panels = rows
    assert stand(1000) == [4, 3]
    assert panels[3].geometry().right() == panels[6].geometry().right() == 999


def test_with_less_room_four_fold_into_two_and_two(rows):
    stand, _panels = rows
    assert stand(420) == [2, 2, 2, 1]


def test_with_the_least_room_there_is_one_column(rows):
    stand, panels = rows
    assert stand(190) == [1] * 7
    assert {panel.width() for panel in panels} == {190}


def test_larger_text_folds_earlier(rows, theme):
    stand, _panels = rows
    theme.set(text_percent=150)
    assert stand(620) == [2, 2, 2, 1]


@pytest.mark.parametrize("width", [190, 420, 1000])
def test_nothing_stands_over_anything_else(rows, width):
    stand, panels = rows
    stand(width)
    assert not any(one.geometry().intersects(other.geometry()) for one, other in combinations(panels, 2))


def test_what_is_hidden_leaves_its_room_to_the_others(rows):
    stand, panels = rows
    panels[6].hide()
    assert stand(1000) == [4, 2]
    assert panels[5].geometry().right() == 999


def test_a_hidden_row_takes_no_room(rows):
    stand, panels = rows
    for panel in panels[:4]:
        panel.hide()
    assert stand(1000) == [3]
    assert panels[4].y() == 0


def test_height_that_is_over_goes_to_the_growing_row(rows):
    stand, panels = rows
    stand(1000, 400)
    assert panels[0].height() == 50
    assert panels[4].height() == 400 - 50 - 10
