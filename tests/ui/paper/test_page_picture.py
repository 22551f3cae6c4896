"""The picture of a page is painted when the page or its size is another, and else the one that is there."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtWidgets import QApplication

from loyaltydesk.printing.scene import BLACK, Page, Rect
from ui.paper import page_picture
from ui.paper.page_picture import PagePicture

SIZE = QSizeF(40, 20)


@dataclass
class Painted:
    """The pages that were painted, in their order."""

    pages: list[Page] = field(default_factory=list)


@pytest.fixture
def painted(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Painted:
    seen, paint = Painted(), page_picture.paint_page

    def note(painter: object, page: Page) -> None:
        seen.pages.append(page)
        paint(painter, page)  # type: ignore[arg-type]  # it is handed on

    monkeypatch.setattr(page_picture, "paint_page", note)
    return seen


def _page(height: float = 10.0) -> Page:
    return Page(20, 10, (Rect(0, 0, 10, height, BLACK),))


def test_what_is_the_same_is_painted_once(painted: Painted) -> None:
    picture = PagePicture()
    for page in (_page(), _page()):
        picture.of(page, SIZE, ratio=1.0)
    assert len(painted.pages) == 1


def test_another_page_another_size_and_another_screen_are_painted_anew(painted: Painted) -> None:
    picture = PagePicture()
    picture.of(_page(), SIZE, ratio=1.0)
    picture.of(_page(5.0), SIZE, ratio=1.0)
    picture.of(_page(5.0), QSizeF(60, 30), ratio=1.0)
    picture.of(_page(5.0), QSizeF(60, 30), ratio=2.0)
    assert len(painted.pages) == 4


def test_it_has_the_pixels_of_the_screen_and_lies_where_the_page_has_it(painted: Painted) -> None:
    picture = PagePicture().of(_page(), SIZE, ratio=2.0)
    assert (picture.width(), picture.height(), picture.devicePixelRatio()) == (80, 40, 2.0)
    image = picture.toImage()
    assert image.pixelColor(20, 20).name() == "#000000"
    assert image.pixelColor(60, 20).name() == "#ffffff"


def test_a_place_without_room_has_one_pixel(painted: Painted) -> None:
    assert PagePicture().of(_page(), QSizeF(0, 0), ratio=1.0).width() == 1
