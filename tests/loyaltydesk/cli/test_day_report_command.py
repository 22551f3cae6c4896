"""The reports for the desk drawer on the command line: as lines, JSON, CSV and PDF."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from tests.loyaltydesk.cli.conftest import Opened, Run


@pytest.fixture
def day(desk: Opened) -> str:
    """Today, with a purchase of Anna's and one of a guest's."""
    with desk() as shop:
        shop.at_work("=Ilze", "Till 1")
        _customer, card = shop.customers.register(Profile("=Anna"))
        shop.till.record(Basket((Line(1234),), card=card))
        shop.till.record(Basket((Line(100),)))
        return shop.now().date().isoformat()


def test_the_day_is_told_as_json(run: Run, day: str) -> None:
    told = json.loads(run("report", "day", "--json").stdout)
    assert (told["day"], told["points"]["given"], told["points"]["holds"]) == (day, 120, True)
    assert told["members"] == {"purchases": 1, "paid": "12.34"}
    assert told["cashiers"][0]["name"] == "=Ilze"
    assert told["paid"] == "13.34"


def test_the_day_is_told_as_lines_and_as_csv(run: Run, day: str) -> None:
    assert "0 + 120 = 120" in run("report", "day", "--on", day).stdout
    rows = list(csv.DictReader(StringIO(run("report", "day", "--csv").stdout)))
    assert {"whose": "", "figure": "points_closing", "value": "120"} in rows
    assert {row["whose"] for row in rows} == {"", "cashier =Ilze", "till Till 1"}


@pytest.mark.parametrize(
    "arguments", [("day",), ("day", "--slip", "58"), ("month",), ("balances",), ("balances", "--by", "card")]
)
def test_each_report_is_a_pdf(run: Run, day: str, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    out = tmp_path / "report.pdf"
    answer = run("report", *arguments, "--out", out)
    assert answer.exit_code == 0, answer.stderr
    assert out.read_bytes().startswith(b"%PDF")


def test_a_day_to_come_is_refused(run: Run, day: str) -> None:
    answer = run("report", "day", "--on", "2999-01-01")
    assert (answer.exit_code, answer.stderr) == (1, "That time is still to come. Choose one that has begun.\n")


def test_two_ways_of_writing_are_wrong_usage(run: Run, day: str) -> None:
    assert run("report", "day", "--json", "--csv").exit_code == 2


def test_the_letter_is_told_as_sentences_and_as_json(run: Run, day: str) -> None:
    assert "2 purchases brought €13.34." in run("report", "month", "--month", day[:7]).stdout
    told = json.loads(run("report", "month", "--month", day[:7], "--json").stdout)
    assert len(told["months"]) == 13
    assert told["months"][-1]["members"] == "12.34"
    assert run("report", "month", "--month", "March").exit_code == 1


def test_the_balances_are_told_as_csv_that_no_spreadsheet_takes_for_a_formula(run: Run, day: str) -> None:
    (row,) = csv.DictReader(StringIO(run("report", "balances", "--csv").stdout))
    assert (row["name"], row["points"], row["more_cards"]) == ("'=Anna", "120", "0")
    (told,) = json.loads(run("report", "balances", "--json").stdout)["rows"]
    assert told["name"] == "=Anna"
    assert "=Anna" in run("report", "balances", "--months", "3").stdout


def test_a_printed_list_is_remembered(run: Run, day: str, desk: Opened, tmp_path: Path) -> None:
    run("report", "balances", "--csv")
    with desk() as shop:
        assert shop.reports.last_printed() is None
    run("report", "balances", "--out", tmp_path / "list.pdf")
    with desk() as shop:
        assert shop.reports.last_printed() is not None
