"""Everything leaves the shop on the command line, with a word on how it is to be kept."""

import zipfile
from pathlib import Path

import pytest
from python_calamine import load_workbook

from loyaltydesk.model.customers import Profile
from tests.loyaltydesk.cli.conftest import Opened, Run


@pytest.fixture
def card(desk: Opened) -> str:
    with desk() as opened:
        return opened.customers.register(Profile(name="=Anna"))[1]


def test_a_workbook_has_a_sheet_for_each_kind_of_thing(run: Run, card: str, tmp_path: Path) -> None:
    done = run("export", tmp_path / "all.xlsx")
    assert done.exit_code == 0
    assert "Keep it as safe as the shop's own file." in done.stderr
    with load_workbook(str(tmp_path / "all.xlsx")) as book:
        assert book.sheet_names[:3] == ["Customers", "Cards", "Purchases"]
        assert book.get_sheet_by_name("Customers").to_python()[1][1] == "=Anna"
        assert book.get_sheet_by_name("Cards").to_python()[1][0] == card


def test_csv_files_come_in_a_zip_or_a_folder(run: Run, card: str, tmp_path: Path) -> None:
    assert run("export", tmp_path / "all.zip").exit_code == 0
    assert run("export", tmp_path / "all").exit_code == 0
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert packed.read("cards.csv") == (tmp_path / "all" / "cards.csv").read_bytes()
    assert card in (tmp_path / "all" / "cards.csv").read_text("utf-8")
    assert "'=Anna" in (tmp_path / "all" / "customers.csv").read_text("utf-8")
    again = run("export", tmp_path / "all")
    assert (again.exit_code, again.stderr.count("\n")) == (1, 1)


@pytest.mark.parametrize(("name", "status"), [("all.xls", 2), ("all.csv", 2), ("gone/all.xlsx", 1)])
def test_a_target_that_cannot_be_is_refused(run: Run, tmp_path: Path, name: str, status: int) -> None:
    assert run("export", tmp_path / name).exit_code == status
    assert not (tmp_path / name).exists()


def test_customers_alone_fit_in_a_workbook(run: Run, card: str, tmp_path: Path) -> None:
    assert run("customers", "export", tmp_path / "people.xlsx").exit_code == 0
    with load_workbook(str(tmp_path / "people.xlsx")) as book:
        head, row = book.get_sheet_by_index(0).to_python()
    assert (head[:3], row[1:3]) == (["customer", "card", "name"], [card, "=Anna"])
