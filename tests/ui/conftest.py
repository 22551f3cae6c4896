"""One theme for the whole run, light and still, put back after each test that changed it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme.theme import Theme
from ui.theme.tokens import COMFORTABLE


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    qapp.setCursorFlashTime(0)  # a blinking cursor would make every picture a matter of luck
    return Theme(qapp, mode="light", animate=False)


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    yield dressed
    dressed.set(mode="light", density=COMFORTABLE, text_percent=100)


@pytest.fixture
def colour_at() -> Callable[[QWidget, float, float], str]:
    """The colour painted at a fraction of a widget's width and height, as `#rrggbb`."""

    def look(widget: QWidget, x: float, y: float = 0.5) -> str:
        picture = widget.grab().toImage()
        at = (min(int(size * part), size - 1) for size, part in ((picture.width(), x), (picture.height(), y)))
        return QColor(picture.pixel(*at)).name().upper()

    return look
