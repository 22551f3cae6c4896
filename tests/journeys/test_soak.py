"""A long day at the till: three hundred purchases through the window leave neither memory nor references behind."""

import gc
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.shop import join
from tests.ui.person import Person

PURCHASES, WARM = 300, 60
MOST_NONES = 100  # references of None that may be missing in the end
MOST_WIDGETS = 20  # things to say that one customer has and another has not
MOST_GROWTH = 12_000_000  # bytes, after everything was warm
CARDS = [f"SOAK-{number}" for number in range(8)]


def resident() -> int:
    """The memory this process has, in bytes; 0 where the system does not say."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if status.exists() else 0


def tidy_up() -> None:
    """What was to be deleted later is deleted."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()


def buy(person: Person, number: int) -> None:
    """One purchase, in each of the ways that a day brings."""
    person.scan(CARDS[number % len(CARDS)])
    if number % 7 == 3:
        person.press(Qt.Key.Key_F4, Qt.Key.Key_F4)
    person.type(f"{number % 40 + 1}.{number % 100:02}\r")
    if number % 11 == 5:
        person.press(Qt.Key.Key_F5)
    if number % 50 == 49:
        person.press(Qt.Key.Key_F6)


@pytest.mark.slow
def test_three_hundred_purchases_leave_nothing_behind(desk, person):
    for number, card in enumerate(CARDS):
        join(desk, f"Customer {number}", card=card)
    nones = memory = widgets = 0
    for number in range(PURCHASES):
        if number == WARM:
            tidy_up()
            nones, memory, widgets = sys.getrefcount(None), resident(), len(QApplication.allWidgets())
        buy(person, number)
    tidy_up()
    assert desk.till.today()[0] == PURCHASES - PURCHASES // 50
    assert len(QApplication.allWidgets()) <= widgets + MOST_WIDGETS
    assert resident() - memory < MOST_GROWTH
    if sys.version_info < (3, 12):  # None is immortal from then on
        assert nones - sys.getrefcount(None) < MOST_NONES
