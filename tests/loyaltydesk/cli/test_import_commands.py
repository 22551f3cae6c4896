"""Imports on the command line: what was taken, which rows were not and why, and how it is taken back."""

import json
from pathlib import Path

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.shop import ShopSettings
from tests.loyaltydesk.cli.conftest import Opened, Run

TABLE = "Karta;Imię i nazwisko;Telefon;Punkty\nOLD-1;Łucja Żółć;600100200;10\nOLD-2;Jan Gęś;12;5\n2,6E+12;Ewa Wąs;;1\n"


@pytest.fixture
def table(tmp_path: Path, desk: Opened) -> Path:
    with desk() as opened:
        opened.shop.save_settings(ShopSettings(region="PL"))
    path = tmp_path / "klienci.csv"
    path.write_text(TABLE, encoding="cp1250")
    return path


def test_what_was_taken_and_each_refused_row_is_said(run: Run, table: Path, desk: Opened) -> None:
    done = run("customers", "import", table)
    assert done.exit_code == 0
    assert done.stdout.startswith(
        "New: 1. Filled in: 0. As before: 0. Left out: 0. Refused: 2.\nTo take it back: --undo "
    )
    assert "Row 3, Jan Gęś: This is no phone number.\n" in done.stderr
    assert "Row 4, Ewa Wąs: A spreadsheet has shortened “Card number”" in done.stderr
    with desk() as opened:
        assert opened.customers.scan("OLD-1").customer.profile.phone == "+48600100200"


def test_as_json_it_is_one_document(run: Run, table: Path) -> None:
    told = json.loads(run("customers", "import", table, "--json").stdout)
    assert (told["new"], told["refused"], told["points"]) == (1, 2, 10)
    assert [row["row"] for row in told["refused_rows"]] == [3, 4]
    assert (told["read"]["encoding"], told["read"]["delimiter"]) == ("cp1250", ";")
    assert [column["field"] for column in told["read"]["columns"]] == ["card", "name", "phone", "points"]


def test_a_dry_run_writes_nothing(run: Run, table: Path, desk: Opened) -> None:
    done = run("customers", "import", table, "--dry-run", "--json")
    assert (done.exit_code, json.loads(done.stdout)["import"], json.loads(done.stdout)["new"]) == (0, None, 1)
    with desk() as opened:
        assert (opened.customers.count(), opened.imports.batches()) == (0, [])


def test_refused_rows_come_as_a_table_to_be_mended(run: Run, table: Path, tmp_path: Path) -> None:
    run("customers", "import", table, "--refused", tmp_path / "refused.csv")
    text = (tmp_path / "refused.csv").read_text("utf-8-sig")
    assert text.startswith("Karta,Imię i nazwisko,Telefon,Punkty,row,why\n") or "row,why" in text
    assert "Jan Gęś" in text
    (tmp_path / "refused.csv").write_text(text.replace('"=""12"""', "600100201"), encoding="utf-8")
    assert run("customers", "import", tmp_path / "refused.csv", "--json").stdout.count('"new": 1') == 1


def test_an_import_is_listed_and_taken_back(run: Run, table: Path, desk: Opened) -> None:
    batch = json.loads(run("customers", "import", table, "--json").stdout)["import"]
    assert run("customers", "import", "--list").stdout.startswith(f"{batch}\t")
    done = run("customers", "import", "--undo", batch)
    assert done.stdout.startswith("Taken back: 1 customers")
    with desk() as opened:
        assert opened.customers.count() == 0
    again = run("customers", "import", "--undo", batch)
    assert (again.exit_code, again.stderr) == (1, "This import was taken back before.\n")


def test_whoever_stays_is_named(run: Run, table: Path, desk: Opened) -> None:
    batch = json.loads(run("customers", "import", table, "--json").stdout)["import"]
    with desk() as opened:
        opened.customers.adjust(opened.customers.scan("OLD-1").customer.id, 5, reason="kind")
    done = json.loads(run("customers", "import", "--undo", batch, "--json").stdout)
    assert [(each["name"], each["why"]) for each in done["kept"]] == [("Łucja Żółć", "points")]


def test_columns_and_twins_can_be_said(run: Run, table: Path, desk: Opened) -> None:
    with desk() as opened:
        opened.customers.register(Profile(name="Łucja Żółć", phone="600100200"))
    done = run("customers", "import", table, "--map", "points=", "--map", "note=4", "--duplicates", "add", "--json")
    assert json.loads(done.stdout)["new"] == 1
    with desk() as opened:
        seen = opened.customers.scan("OLD-1")
        assert (seen.customer.profile.note, seen.balance, opened.customers.count()) == ("10", 0, 2)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ((), 2), (("a.csv", "--list"), 2), (("--undo", "nothing"), 1), (("none.csv",), 1),
        (("{table}", "--map", "points"), 2), (("{table}", "--map", "points=Gold"), 1), (("{table}", "--sheet", "x"), 0),
    ],
)  # fmt: skip
def test_the_exit_status_is_as_promised(run: Run, table: Path, arguments: tuple[str, ...], status: int) -> None:
    done = run("customers", "import", *(each.format(table=table) for each in arguments))
    assert done.exit_code == status
    if status == 1:
        assert done.stderr.count("\n") == 1


def test_a_table_of_refusals_alone_ends_with_status_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("Name,Points\nAnna,many\n", encoding="utf-8")
    done = run("customers", "import", tmp_path / "bad.csv")
    assert (done.exit_code, "Nothing was written." in done.stdout) == (1, True)
    assert run("customers", "import", "--list").stdout.strip() == ""


def test_the_same_table_again_changes_nothing(run: Run, table: Path) -> None:
    run("customers", "import", table)
    done = run("customers", "import", table, "--json")
    assert (done.exit_code, json.loads(done.stdout)["same"], json.loads(done.stdout)["import"]) == (0, 1, None)
