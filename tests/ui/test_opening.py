"""The first thing that is seen: it says once that it is, and goes when it is told to."""

from pytestqt.qtbot import QtBot

from ui.opening import Opening


def test_it_says_once_that_it_is_seen(qtbot: QtBot) -> None:
    opening = Opening()
    qtbot.addWidget(opening)
    told: list[bool] = []
    opening.painted.connect(lambda: told.append(opening.isVisible()))
    with qtbot.waitSignal(opening.painted):
        opening.show()
    opening.repaint()
    qtbot.wait(0)
    assert told == [True]


def test_a_screen_that_never_shows_it_holds_nothing_up(qtbot: QtBot) -> None:
    opening = Opening()
    qtbot.addWidget(opening)
    with qtbot.waitSignal(opening.painted):
        pass  # it is not even shown


def test_it_stays_until_what_was_opened_can_be_seen(qtbot: QtBot) -> None:
    opening = Opening()
    qtbot.addWidget(opening)
    opening.show()
    opening.leave()
    assert opening.isVisible()
    qtbot.waitUntil(lambda: not opening.isVisible())
