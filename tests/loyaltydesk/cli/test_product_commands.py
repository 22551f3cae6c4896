"""Products on the command line: read from a file of any country, refused row by row, and written back."""

import json
from pathlib import Path

import pytest

from loyaltydesk.model.products import Product
from tests.loyaltydesk.cli.conftest import Opened, Run

FILE = "Kod;Nazwa;Cena;VAT\n007;Żółty ser;1,20;21\n2.00012E+12;Mleko;3,20;21\n9;;1;\n8;Kefir;0,99;5,5\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "cennik.csv"
    path.write_bytes(FILE.encode("cp1250"))
    return path


def test_trap_8_good_rows_are_taken_and_a_number_that_a_spreadsheet_mangled_is_named(run: Run, file: Path) -> None:
    done = run("products", "import", file)
    assert (done.exit_code, done.stdout) == (0, "New: 2. Changed: 0. As before: 0. Refused: 2.\n")
    first, second = done.stderr.splitlines()
    assert first.startswith("Row 3, 2.00012E+12: A spreadsheet has shortened “Code”")
    assert second == "Row 4, 9: “Product name” is missing."
    assert run("products", "list").stdout == "8\t\tKefir\t\t0.99\t5.5\n007\t\tŻółty ser\t\t1.20\t21\n"
    assert run("products", "import", file).stdout == "New: 0. Changed: 0. As before: 2. Refused: 2.\n"
    assert run("check").exit_code == 0


def test_a_look_changes_nothing(run: Run, file: Path) -> None:
    assert run("products", "import", file, "--check").stdout.startswith("New: 2.")
    assert run("products", "list").stdout == ""


def test_a_program_reads_what_became_of_it(run: Run, file: Path) -> None:
    said = json.loads(run("products", "import", file, "--json").stdout)
    assert (said["new"], said["changed"], said["same"]) == (2, 0, 0)
    assert [row["row"] for row in said["refused"]] == [3, 4]
    (kefir, cheese) = json.loads(run("products", "list", "--json").stdout)
    assert kefir == {
        "sku": "8", "barcode": "", "name": "Kefir", "category": "", "price": "0.99", "tax_percent": "5.5",
    }  # fmt: skip
    assert cheese["sku"] == "007"


def test_a_file_of_which_nothing_can_be_taken_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("code,price\n1,x\n")
    assert run("products", "import", tmp_path / "bad.csv").exit_code == 1


@pytest.mark.parametrize("name", ["gone.csv", "book.xlsx", "picture.csv", "words.csv"])
def test_what_is_no_product_file_is_one_sentence(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "picture.csv").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (tmp_path / "words.csv").write_text("There are no products in here.\n")
    done = run("products", "import", tmp_path / name)
    assert (done.exit_code, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1


def test_the_list_is_written_and_read_back_unchanged(run: Run, desk: Opened, tmp_path: Path) -> None:
    with desk() as open_desk:
        open_desk.products.save(Product("007", "=cmd()", "0036000291452", "Salt & pepper", 1234, 550))
        open_desk.products.save(Product("B", "Ābolu sula"))
    for extra in ((), ("--spreadsheet",)):
        out = tmp_path / "products.csv"
        done = run("products", "export", out, *extra)
        assert done.stderr == f"2 products are in {out}.\n"
        assert ",=cmd()" not in out.read_text("utf-8-sig")
        assert run("products", "import", out).stdout == "New: 0. Changed: 0. As before: 2. Refused: 0.\n"
    assert run("products", "export", "-").stdout.startswith("sku,barcode,name,category,price,tax_percent")


def test_text_is_never_given_the_name_of_a_workbook(run: Run, tmp_path: Path) -> None:
    assert run("products", "export", tmp_path / "list.xlsx").exit_code == 2
