"""The guide: goes on only when something can be seen, and brings papers home from dialogs of either kind."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from loyaltydesk.desk import Desk
from loyaltydesk.printing.scene import Document, Page
from ui.paper.dialog import PaperDialog
from ui.seams.session import Session
from ui.theme.theme import Theme
from ui.tour import eyes
from ui.tour.album import Album
from ui.tour.guide import Guide

PAPER = Document((Page(80, 40, ()),), "Slip")


class Shown(QWidget):
    """A window with a field and a button that prints."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit("Ready to scan"), QPushButton("Print slip")
        self.button.setAccessibleName("Print slip")
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.button)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> Shown:
    window = Shown()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def guide(window: Shown, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guide:
    monkeypatch.setattr(eyes, "PATIENCE_MS", 3000)
    return Guide(window, Session(desk), Album(tmp_path, lambda _line: None))


def _opening(theme: Theme, window: Shown, show: Callable[[PaperDialog], object]) -> None:
    def print_slip() -> None:
        dialog = PaperDialog(theme, PAPER, title="Slip", parent=window)
        show(dialog)

    window.button.clicked.connect(print_slip)


def test_a_picture_is_taken_of_what_can_be_read(guide: Guide, tmp_path: Path) -> None:
    guide.see("ready", "Ready", "scan", what="The till")
    assert (tmp_path / "001-ready.png").is_file()


def test_no_picture_is_taken_of_what_is_not_there(
    guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(eyes, "PATIENCE_MS", 50)
    with pytest.raises(eyes.NotSeen, match="Sold"):
        guide.see("sold", "Sold", what="A sale")
    assert list(tmp_path.iterdir()) == []


def test_what_happened_is_checked_in_the_shop(guide: Guide) -> None:
    guide.check(lambda desk: desk.customers.count() == 0, "nobody")
    with pytest.raises(eyes.NotSeen, match="Anna"):
        guide.check(lambda desk: desk.customers.count() == 1, "Anna")


def test_an_amount_is_typed_in_the_shops_currency(guide: Guide, window: Shown) -> None:
    window.field.clear()
    window.field.setFocus()
    guide.hands.come()
    assert guide.type_amount("24.50") == "24.50"
    assert window.field.text() == "24.50"
    window.field.clear()
    assert guide.type_amount("1500.00") == "1,500.00"
    assert window.field.text() == "1500"


def test_a_paper_is_saved_from_a_dialog_that_stands_beside_the_window(
    guide: Guide, theme: Theme, window: Shown, tmp_path: Path
) -> None:
    _opening(theme, window, PaperDialog.open)
    guide.push("Print")
    guide.save_paper("slip", what="The slip")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["001-slip-preview.png", "slip.pdf"]
    assert eyes.dialog(PaperDialog) is None


def test_a_paper_is_saved_from_a_dialog_that_holds_everything_up(
    guide: Guide, theme: Theme, window: Shown, tmp_path: Path
) -> None:
    _opening(theme, window, PaperDialog.exec)
    guide.print_and_save("Print", "slip", what="The slip")
    assert (tmp_path / "slip.pdf").is_file()


def test_a_paper_that_cannot_be_saved_does_not_leave_its_dialog_open(
    guide: Guide, theme: Theme, window: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "slip.pdf").mkdir()
    monkeypatch.setattr(eyes, "PATIENCE_MS", 300)
    _opening(theme, window, PaperDialog.exec)
    with pytest.raises(eyes.NotSeen, match="slip"):
        guide.print_and_save("Print", "slip", what="The slip")
    assert eyes.dialog(PaperDialog) is None
