"""The page in its widget: fitted, turned, sharp."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QPixmap, QWheelEvent
from pytestqt.qtbot import QtBot

from loyaltydesk.printing.scene import Document, Page, Rect
from ui.paper.page_picture import PagePicture
from ui.paper.preview import AIR, PagePreview
from ui.theme.theme import Theme


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme, card: Document) -> PagePreview:
    made = PagePreview(theme)
    qtbot.addWidget(made)
    made.resize(640, 480)
    made.show_document(card)
    return made


def test_the_paper_keeps_its_proportions_and_fills_the_room(preview: PagePreview) -> None:
    for width, height in ((640, 480), (300, 700), (900, 200)):
        preview.resize(width, height)
        paper = preview.paper()
        assert paper.width() / paper.height() == pytest.approx(85.6 / 53.98, rel=0.01)
        assert max(paper.width() - (width - 2 * AIR), paper.height() - (height - 2 * AIR)) == pytest.approx(0, abs=1)
        assert paper.center().x() == pytest.approx(width / 2, abs=1)


def test_the_back_of_the_card_can_be_read_from_the_screen(
    preview: PagePreview, read: Callable[[QImage], list[str]]
) -> None:
    preview.turn_to(1)
    assert read(preview.grab().toImage()) == ["2600000000017"]


def test_the_picture_has_a_pixel_for_each_of_the_screen(preview: PagePreview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "devicePixelRatioF", lambda: 1.5)
    made, of = list[QPixmap](), PagePicture.of

    def noted(picture: PagePicture, page: Page, place: QSizeF, *, ratio: float) -> QPixmap:
        made.append(of(picture, page, place, ratio=ratio))
        return made[-1]

    monkeypatch.setattr(PagePicture, "of", noted)
    preview.grab()
    (picture,), paper = made, preview.paper()
    assert picture.devicePixelRatio() == 1.5
    assert (picture.width(), picture.height()) == (round(paper.width() * 1.5), round(paper.height() * 1.5))
    assert (paper.left() * 1.5).is_integer()


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ([Qt.Key.Key_PageDown], 1),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_End], 1),
        ([Qt.Key.Key_Down, Qt.Key.Key_Up], 0),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_Left], 0),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], 0),
        ([Qt.Key.Key_A], 0),
    ],
)
def test_keys_turn_the_pages(qtbot: QtBot, preview: PagePreview, keys: list[Qt.Key], number: int) -> None:
    for key in keys:
        qtbot.keyClick(preview, key)
    assert preview.number == number


@pytest.mark.parametrize(("turn", "number"), [(-120, 1), (120, 0), (0, 0)])
def test_the_wheel_turns_the_pages(qtbot: QtBot, preview: PagePreview, turn: int, number: int) -> None:
    at, none = QPointF(100, 100), Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    preview.wheelEvent(event)
    assert preview.number == number


def test_a_turned_page_is_told_to_the_window_and_to_a_screen_reader(qtbot: QtBot, preview: PagePreview) -> None:
    with qtbot.waitSignal(preview.page_turned) as told:
        preview.turn_to(1)
    assert told.args == [1]
    assert preview.accessibleName() == "Page 2 of 2"


def test_another_document_is_shown_on_the_same_page_if_it_has_one(preview: PagePreview, card: Document) -> None:
    preview.turn_to(1)
    preview.show_document(card)
    assert preview.number == 1
    preview.show_document(Document(card.pages[:1], "one"))
    assert preview.number == 0


def test_a_changed_page_is_painted_anew(preview: PagePreview) -> None:
    for colour in ("#ff0000", "#0000ff"):
        page = Page(80, 50, (Rect(0, 0, 80, 50, colour),))
        preview.show_document(Document((page,), "colour"))
        assert preview.grab().toImage().pixelColor(320, 240).name() == colour


def test_no_document_is_an_empty_place(qtbot: QtBot, theme: Theme) -> None:
    empty = PagePreview(theme)
    qtbot.addWidget(empty)
    empty.show_document(Document((), "nothing"))
    empty.turn_to(3)
    assert empty.grab().width() > 0
    assert empty.number == 0


def test_a_place_too_small_for_anything_does_no_harm(preview: PagePreview) -> None:
    preview.resize(4, 4)
    assert preview.grab().width() == 4
