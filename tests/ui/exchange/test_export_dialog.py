"""Everything goes out as a workbook, a ZIP, a folder or one table of the customers, watched, and stopped on a wish."""

import csv
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.shop import buy, join
from ui.exchange.export_dialog import CUSTOMERS, ExportDialog
from ui.exchange.export_work import Form
from ui.seams.session import Session
from ui.seams.tasks import BackgroundRunner


@pytest.fixture
def dialog(qtbot, theme, session, tools, desk):
    _customer, card = join(desk, '=HYPERLINK("x")', phone="+37120012345")
    buy(desk, card, 500)
    dialog = ExportDialog(theme, session, tools)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def export(dialog: ExportDialog, path: Path, form: Form) -> None:
    dialog.ask_where = dialog.ask_folder = lambda _parent, _suggested: str(path)
    dialog.forms[form].click()
    dialog.export_button.click()


def test_it_warns_that_people_are_named(dialog):
    assert dialog.banner.accessibleName().startswith("This is everything the shop knows of its customers.")


def test_everything_is_one_workbook(dialog, tmp_path):
    from python_calamine import load_workbook

    export(dialog, tmp_path / "shop.xlsx", Form.WORKBOOK)
    with load_workbook(str(tmp_path / "shop.xlsx")) as book:
        assert {"Customers", "Purchases"} <= set(book.sheet_names)
        assert '=HYPERLINK("x")' in book.get_sheet_by_name("Customers").to_python()[1]
    assert "shop.xlsx" in dialog.banner.accessibleName()


def test_everything_is_a_zip_or_a_folder_of_tables(dialog, tmp_path):
    export(dialog, tmp_path / "shop.zip", Form.ZIP)
    export(dialog, tmp_path / "shop", Form.FOLDER)
    with zipfile.ZipFile(tmp_path / "shop.zip") as packed:
        assert sorted(packed.namelist()) == sorted(each.name for each in (tmp_path / "shop").iterdir())
    assert (tmp_path / "shop" / "purchases.csv").stat().st_size > 0


def test_the_customers_alone_are_a_table_or_a_workbook(dialog, tmp_path):
    dialog.what.choose(CUSTOMERS)
    assert [form for form, card in dialog.forms.items() if card.isVisible()] == [Form.WORKBOOK, Form.CSV]
    export(dialog, tmp_path / "customers.csv", Form.CSV)
    rows = list(csv.reader((tmp_path / "customers.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 2
    assert '\'=HYPERLINK("x")' in rows[1]


def test_a_folder_with_something_in_it_is_left_alone(dialog, tmp_path):
    (tmp_path / "kept.txt").write_text("mine")
    export(dialog, tmp_path, Form.FOLDER)
    assert [each.name for each in tmp_path.iterdir() if each.suffix == ".txt"] == ["kept.txt"]
    assert "Saved" not in dialog.banner.accessibleName()
    assert dialog.export_button.isVisible()


def test_no_file_chosen_is_no_matter(dialog):
    dialog.ask_where = lambda _parent, _suggested: ""
    dialog.export_button.click()
    assert dialog.banner.accessibleName().startswith("This is everything")


def test_escape_gives_it_up_first_and_closes_then(qtbot, theme, tools, filed, tmp_path):
    for number in range(30):
        join(filed, f"Customer {number}")
    runner = BackgroundRunner()
    dialog = ExportDialog(theme, Session(filed), replace(tools, run=runner))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    with qtbot.waitSignal(dialog._work.given_up):
        export(dialog, tmp_path / "shop.xlsx", Form.WORKBOOK)
        assert dialog.stop_button.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.banner.accessibleName() == "Stopped. Nothing was saved."
    assert not (tmp_path / "shop.xlsx").exists()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    runner.wait()
    QApplication.processEvents()


def test_the_pages_lead_to_it(window, person):
    page = window.go("customers")
    person.tap(page.list.give_out)
    settings = window.go("settings")
    settings.open("safety")
    person.tap(settings.section("safety").give_out)
    shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, ExportDialog) and each.isVisible()]
    assert len(shown) == 2
    for each in shown:
        each.close()
