"""Customers on the command line: written to a file that no spreadsheet misreads, and forgotten when asked."""

import csv
import io
from pathlib import Path

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.model.shop import ShopSettings
from tests.loyaltydesk.cli.conftest import Opened, Run


@pytest.fixture
def anna(desk: Opened) -> str:
    """The card of a customer who bought something."""
    with desk() as open_desk:
        open_desk.shop.save_settings(ShopSettings(region="LV"))
        _customer, card = open_desk.customers.register(Profile(name="Anna, Kowalska", phone="20012345"))
        open_desk.till.record(Basket((Line(2450),), card=card))
        return card


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_export_has_the_links_own_names_and_values(run: Run, anna: str) -> None:
    done = run("customers", "export", "-")
    (row,) = _rows(done.stdout)
    assert (row["card"], row["name"], row["phone"]) == (anna, "Anna, Kowalska", "+37120012345")
    assert (row["balance"], row["tier"], row["visits"], row["spend"]) == ("240", "Gold", "1", "24.50")


def test_many_customers_are_all_written_in_the_order_they_joined(run: Run, desk: Opened, tmp_path: Path) -> None:
    names = [f"Person {number:04d}" for number in range(1001)]
    with desk() as open_desk:
        for name in names:
            open_desk.customers.register(Profile(name=name))
    done = run("customers", "export", tmp_path / "people.csv")
    assert done.stderr == f"1001 customers are in {tmp_path / 'people.csv'}.\n"
    assert [row["name"] for row in _rows((tmp_path / "people.csv").read_text("utf-8"))] == names


def test_a_shop_without_customers_is_a_header(run: Run) -> None:
    assert run("customers", "export", "-").stdout.startswith("customer,card,name,")


def test_for_a_spreadsheet_the_file_is_marked_and_follows_the_language(
    run: Run, desk: Opened, anna: str, tmp_path: Path
) -> None:
    with desk() as open_desk:
        open_desk.shop.save_settings(ShopSettings(region="LV", language="lv"))
    run("customers", "export", tmp_path / "people.csv", "--spreadsheet")
    content = (tmp_path / "people.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfcustomer;card;")
    assert f'"=""{anna}""";"Anna, Kowalska"' in content.decode() or f'"=""{anna}""";Anna, Kowalska' in content.decode()
    assert ";24,50;" in content.decode()


def test_a_protected_folder_is_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("customers", "export", tmp_path / "gone" / "people.csv")
    assert done.exit_code == 1
    assert str(tmp_path / "gone") in done.stderr


@pytest.mark.parametrize("name", ["people.xls", "people.XLS", "people.ods"])
def test_text_is_never_given_the_name_of_a_workbook(run: Run, anna: str, tmp_path: Path, name: str) -> None:
    done = run("customers", "export", tmp_path / name)
    assert done.exit_code == 2
    assert "ends in .csv or .xlsx" in done.stderr
    assert not (tmp_path / name).exists()


def test_a_person_is_forgotten_after_a_yes(run: Run, anna: str) -> None:
    done = run("erase", anna, typed="y\n")
    assert done.exit_code == 0
    assert "Forget Anna, Kowalska for good?" in done.stderr
    assert "Kowalska" not in run("customers", "export", "-").stdout
    assert run("check").exit_code == 0


def test_without_a_yes_nobody_is_forgotten(run: Run, anna: str) -> None:
    assert run("erase", anna, typed="n\n").exit_code == 1
    assert "Kowalska" in run("customers", "export", "-").stdout


def test_a_person_can_be_named_by_the_id(run: Run, anna: str) -> None:
    (row,) = _rows(run("customers", "export", "-").stdout)
    assert run("erase", row["customer"], "--yes").exit_code == 0
    assert _rows(run("customers", "export", "-").stdout) == []


@pytest.mark.parametrize("who", ["2600000000017", "nobody", "01890000-0000-7000-8000-000000000000"])
def test_somebody_unknown_is_one_sentence(run: Run, who: str) -> None:
    done = run("erase", who, "--yes")
    assert (done.exit_code, done.stderr) == (1, "There is no such customer.\n")


def test_a_blank_card_is_nobody(run: Run) -> None:
    number = run("cards", "make", 1).output.strip()
    done = run("erase", number, "--yes")
    assert done.exit_code == 1
    assert "waits for its customer" in done.stderr
