"""Waste is looked for on the window's thread, and nowhere else."""

import gc
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject

from ui.seams.tasks import BackgroundRunner
from ui.seams.waste import Waste, clear

MANY = 3000  # objects, more than Python lets come together


@pytest.fixture
def waste(qapp) -> Iterator[Waste]:
    waste = Waste()
    yield waste
    waste.end()


class Circle:
    """Something that only a search finds to be waste."""

    ended: ClassVar[list[str]] = []

    def __init__(self) -> None:
        self.itself = self
        self.object = QObject()

    def __del__(self) -> None:
        self.ended.append(threading.current_thread().name)


@pytest.fixture(autouse=True)
def _nothing_before() -> None:
    gc.collect()
    Circle.ended.clear()


def make_much() -> list[list[int]]:
    Circle()
    return [[] for _ in range(MANY)]


def test_work_beside_the_window_ends_nothing_of_it(waste, qtbot):
    waste.begin()
    run = BackgroundRunner()
    told: list[object] = []
    run(make_much, done=told.append, refused=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert Circle.ended == []
    clear()
    assert Circle.ended == [threading.main_thread().name]


def test_it_is_done_from_time_to_time_until_it_ends(waste, qtbot):
    waste._often.setInterval(1)
    waste.begin()
    kept = make_much()
    qtbot.waitUntil(lambda: Circle.ended != [])
    waste.end()
    assert gc.isenabled()
    assert not waste._often.isActive()
    assert len(kept) == MANY


def test_nothing_is_looked_for_before_enough_has_come_together(waste):
    gc.collect()
    waste.begin()
    Circle()
    clear()
    assert Circle.ended == []
