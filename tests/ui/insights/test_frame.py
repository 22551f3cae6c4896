"""A panel says that it counts, shows what there is, and never stands empty."""

import pytest
from PySide6.QtWidgets import QLabel

from loyaltydesk.words.insights import Explained
from ui.insights.frame import Frame, Skeleton
from ui.insights.how import How
from ui.theme.text import ElidedLabel


@pytest.fixture
def frame(theme, qtbot):
    made = Frame(theme, How("Members", (Explained("Members", "All of them.", "a + b"),)))
    made.column.addWidget(QLabel("figures"))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def said(frame):
    return [each.text() for each in frame.findChildren(QLabel) if each.isVisible() and each.text()]


def test_first_it_counts(frame):
    assert said(frame) == ["Members", "counting…"]
    assert frame.findChild(Skeleton).isVisible()


def test_then_it_shows_its_figures(frame):
    frame.show_content("of March")
    assert said(frame) == ["Members", "of March", "figures"]
    assert not frame.is_empty


def test_figures_of_before_stay_while_it_counts_again(frame):
    frame.show_content("of March")
    frame.show_counting()
    assert said(frame) == ["Members", "counting…", "figures"]


def test_where_there_is_nothing_a_sentence_says_why(frame):
    frame.show_hint("Nobody was here yet.")
    assert frame.is_empty
    assert said(frame) == ["Members", "Nobody was here yet."]


def test_a_long_title_gives_way(theme, qtbot):
    made = Frame(theme, How("Members " * 40, ()))
    qtbot.addWidget(made)
    assert made.minimumSizeHint().width() < 400
    assert isinstance(made.head.itemAt(0).widget(), ElidedLabel)
