"""The dialog in which it is said where a file is to be saved."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from loyaltydesk import words
from ui.seams.file_dialogs import ask_to_save, documents


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QFileDialog]:
    asked: list[QFileDialog] = []

    def enter(dialog: QFileDialog) -> QDialog.DialogCode:
        asked.append(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", enter)
    return asked


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.mark.usefixtures("asked")
def test_a_name_is_saved_among_the_documents_and_a_path_in_its_folder(page: QWidget, tmp_path: Path) -> None:
    assert ask_to_save(page, "list.csv", title="Save", kind="Tables") == str(documents() / "list.csv")
    assert ask_to_save(page, str(tmp_path / "list.csv"), title="Save", kind="Tables") == str(tmp_path / "list.csv")


def test_it_speaks_the_shops_language_and_knows_the_kind_of_file(page: QWidget, asked: list[QFileDialog]) -> None:
    words.use("ru")
    ask_to_save(page, "список.csv", title="Сохранить", kind="Таблицы")
    (dialog,) = asked
    assert (dialog.windowTitle(), dialog.defaultSuffix(), dialog.nameFilters()) == (
        "Сохранить",
        "csv",
        ["Таблицы (*.csv)"],
    )
    assert dialog.labelText(QFileDialog.DialogLabel.LookIn) == words.tr("Folder:") != "Folder:"


def test_nothing_is_chosen_where_it_is_given_up(page: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)
    assert ask_to_save(page, "list.csv", title="Save", kind="Tables") == ""
