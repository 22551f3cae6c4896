"""The folder of pictures: numbered, its own, and emptied of an earlier tour."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from loyaltydesk.model.refusals import FileReadOnly
from ui.tour.album import Album


@pytest.fixture
def window(qtbot: QtBot) -> QLabel:
    window = QLabel("Ready")
    qtbot.addWidget(window)
    window.resize(320, 200)
    window.show()
    return window


def test_pictures_are_numbered_and_told(tmp_path: Path, window: QLabel) -> None:
    told: list[str] = []
    album = Album(tmp_path / "tour", told.append)
    album.take(window, "ready", what="The till")
    album.take(window, "sale", what="A sale")
    assert sorted(each.name for each in (tmp_path / "tour").iterdir()) == ["001-ready.png", "002-sale.png"]
    assert told == ["001-ready.png: The till", "002-sale.png: A sale"]
    assert album.count == 2
    assert QImage(str(tmp_path / "tour" / "001-ready.png")).width() == 320


def test_what_an_earlier_tour_left_goes_and_everything_else_stays(tmp_path: Path) -> None:
    for name in (
        "01-ready.png",
        "040-end.png",
        "voucher.pdf",
        "greeting.pdf",
        "holiday.png",
        "invoice.pdf",
        "1-one.png",
    ):
        (tmp_path / name).touch()
    Album(tmp_path, print)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["1-one.png", "holiday.png", "invoice.pdf"]


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileReadOnly):
        Album(tmp_path / "file" / "tour", print)


def test_a_picture_that_cannot_be_written_is_refused(tmp_path: Path, window: QLabel) -> None:
    album = Album(tmp_path / "tour", print)
    (tmp_path / "tour").rmdir()
    with pytest.raises(FileReadOnly):
        album.take(window, "ready", what="The till")


def test_a_paper_has_its_place_and_is_told(tmp_path: Path) -> None:
    told: list[str] = []
    album = Album(tmp_path, told.append)
    assert album.paper("voucher") == tmp_path / "voucher.pdf"
    album.tell_paper("voucher", "The voucher")
    assert told == ["voucher.pdf: The voucher"]


def test_what_hangs_over_the_window_is_in_its_picture(qtbot: QtBot, tmp_path: Path, window: QLabel) -> None:
    over = QLabel(window)
    over.setStyleSheet("background: #FF0000")
    over.setGeometry(20, 30, 40, 50)
    over.show()
    Album(tmp_path, print).take_with(window, "how", over=over, what="How it is counted")
    picture = QImage(str(tmp_path / "001-how.png"))
    assert picture.pixelColor(40, 50).name() == "#ff0000"
    assert picture.pixelColor(80, 50).name() != "#ff0000"
