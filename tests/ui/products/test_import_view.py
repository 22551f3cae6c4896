"""A file is looked at before anything of it is written down, and the list goes into one that comes back the same."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from loyaltydesk.desk import Desk
from tests.ui.products.conftest import CAKE, SOUP, TEA

FILE = "Kod;Nazwa;Cena;VAT\n007;Żółty ser;1,20;21\n2.00012E+12;Mleko;3,20;\nCAKE;Carrot cake;4,20;21\nTEA;;2,80;\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cennik.csv"
    path.write_bytes(FILE.encode("cp1250"))
    return path


def read(page, path: Path) -> None:
    page.files.ask_which = lambda _parent: str(path)
    page.list.take_in.click()


@pytest.mark.usefixtures("shelf")
def test_what_would_be_taken_and_what_is_refused_is_seen_before_anything_is_written(desk: Desk, page, person, file):
    before = desk.products.get("CAKE")
    read(page, file)
    words = person.reads()
    assert "New: 1. Changed: 1. As before: 0. Refused: 2." in words
    assert {"cennik.csv", "What will be taken", "What is left out"} <= set(words.splitlines())
    assert [row.sku for row in page.file._taken.rows] == ["007", "CAKE"]
    refused = page.file._refused
    assert [row.number for row in refused.rows] == [3, 5]
    assert refused.columns[2].words(refused.rows[0]).startswith("A spreadsheet has shortened “Code”")
    assert refused.columns[2].words(refused.rows[1]) == "“Product name” is missing."
    assert desk.products.get("CAKE") == before


@pytest.mark.usefixtures("shelf")
def test_the_button_takes_it_and_the_list_says_how_many(desk: Desk, page, person, file):
    read(page, file)
    person.tap(page.file.button)
    assert "2 products are on the list now." in person.reads()
    found = desk.products.get("007")
    assert found is not None
    assert (found.name, found.price, found.tax) == ("Żółty ser", 120, 2100)
    cake = desk.products.get("CAKE")
    assert cake is not None
    assert (cake.price, cake.barcode) == (420, CAKE.barcode)


@pytest.mark.usefixtures("shelf")
def test_escape_leaves_the_file_alone(desk: Desk, page, person, file):
    read(page, file)
    person.press(Qt.Key.Key_Escape)
    assert page._view is page.list
    assert desk.products.count() == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "No product can be read in this file"),
        (b"just some words", "No product can be read in this file"),
        (b"PK\x03\x04\x00\x00", "This is no table of text."),
        (None, "There is no file"),
    ],
)
def test_what_is_no_product_file_is_said_above_the_list(page, person, tmp_path, content, said):
    path = tmp_path / "x.csv"
    if content is not None:
        path.write_bytes(content)
    read(page, path)
    assert said in person.reads()
    assert page._view is page.list


def test_a_file_that_changes_nothing_has_nothing_to_take(page, person, tmp_path):
    (tmp_path / "x.csv").write_text("code,name\n,Nobody\n")
    read(page, tmp_path / "x.csv")
    assert not page.file.button.isEnabled()
    assert "What will be taken" not in person.reads()


def test_no_file_chosen_is_no_matter(page):
    page.files.ask_which = page.files.ask_where = lambda _parent: ""
    page.list.take_in.click()
    page.files.ask_to_write()
    assert page._view is page.list


@pytest.mark.usefixtures("shelf")
def test_the_list_goes_into_a_file_that_comes_back_unchanged(desk: Desk, page, person, tmp_path):
    path = tmp_path / "products.csv"
    page.files.ask_where = lambda _parent: str(path)
    page.reload()
    person.tap(page.list.give_out)
    assert "3 products are in products.csv." in person.reads()
    read(page, path)
    assert "New: 0. Changed: 0. As before: 3. Refused: 0." in person.reads()
    assert [desk.products.get(each.sku) for each in (CAKE, TEA, SOUP)] == [CAKE, TEA, SOUP]


@pytest.mark.usefixtures("shelf")
def test_a_folder_that_is_gone_is_said(page, person, tmp_path):
    page.files.ask_where = lambda _parent: str(tmp_path / "gone" / "x.csv")
    page.reload()
    person.tap(page.list.give_out)
    assert "gone" in person.reads()
