"""Every step fits: no word is cut, nothing a finger hits is small or nameless, whatever stands in the table."""

import csv
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from loyaltydesk.model.imports import Verdict
from loyaltydesk.words import catalogue
from tests.hostile import HOSTILE
from tests.ui.fitting import Long, cut, nameless, small
from ui.exchange.export_dialog import ExportDialog
from ui.exchange.import_view import DONE, ImportView
from ui.pages import page_specs
from ui.theme.tokens import density_for

NO_TEXT = ("controls", "escape codes")  # a file with them is no table
LOOKS = [((1366, 768), 100, False), ((1280, 720), 100, True), ((1280, 720), 150, False)]


@pytest.fixture
def hostile_file(tmp_path: Path) -> Path:
    """Headings and cells of all kinds, some of them refused, two rows alike, dates that could be read in two ways."""
    path = tmp_path / ("W" * 120 + ".csv")
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Name", "Card", "E-mail", "Points", "Date of birth", "Phone", "<b>x</b> & " + "W" * 80])
        for number, text in enumerate(text for name, text in HOSTILE.items() if name not in NO_TEXT):
            writer.writerow([text, f"OLD-{number}", f"a{number}@example.org", 10**6, "3/4/1990", "", text])
        writer.writerow(["Anna Ozola", "OLD-90", "a1@example.org", "", "", "", ""])
        writer.writerow(["Jan Nowak", "OLD-91", "no address", "", "", "", ""])
    return path


@pytest.mark.parametrize(("size", "percent", "long"), LOOKS)
def test_every_step_fits(open_window, theme, monkeypatch, hostile_file, size, percent, long):
    if long:
        monkeypatch.setattr(catalogue._Active, "words", Long())
    window = open_window([spec for spec in page_specs() if spec.key == "customers"], size=size)
    theme.set(density=density_for(size[1], percent), text_percent=percent)
    page = window.go("customers")
    page.open_import()
    view = page.table
    _look_over(view)
    view.begin(hostile_file)
    _look_over(view)
    view.go_on()
    _look_over(view)
    view.go_on()
    for verdict in (Verdict.NEW, Verdict.REFUSED):
        view.preview.figures.figure(verdict).click()
        _look_over(view)
    view.go_on()
    assert view.number == DONE
    view.done.undo_button.click()
    _look_over(view)
    assert (window.width(), window.height()) == size


@pytest.mark.parametrize(("size", "percent", "long"), LOOKS)
def test_the_export_fits(qtbot, theme, session, tools, monkeypatch, size, percent, long):
    if long:
        monkeypatch.setattr(catalogue._Active, "words", Long())
    theme.set(density=density_for(size[1], percent), text_percent=percent)
    dialog = ExportDialog(theme, session, tools)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert (cut(dialog), small(dialog), nameless(dialog)) == ([], [], [])
    assert dialog.width() <= size[0]
    assert dialog.height() <= size[1]


def _look_over(view: ImportView) -> None:
    QApplication.processEvents()  # a bar takes its place a moment later
    assert (cut(view), small(view), nameless(view)) == ([], [], [])
