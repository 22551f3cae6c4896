"""The staff on the command line: the list, a month's goals and the bonus list as lines, CSV, JSON and PDF."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.staff import Deed, Goal, Goals
from tests.loyaltydesk.cli.conftest import Opened, Run


@pytest.fixture
def month(desk: Opened) -> str:
    """This month, in which Ilze gave out two cards and Marta, with a strange name, one."""
    with desk() as shop:
        first = shop.now().date().replace(day=1)
        shop.staff.add("Ilze", payroll="007")
        shop.staff.add("=Marta", payroll="+1")
        for name, customer in (("Ilze", "Anna"), ("Ilze", "Zane"), ("=Marta", "Jānis"), ("Olga", "Pēteris")):
            shop.at_work(name, "")
            shop.customers.register(Profile(customer))
        shop.staff.save_goals(Goals(first, {Deed.CARD: Goal(2, 4, 150)}, reaching=1000, team=501))
        return f"{first:%Y-%m}"


def test_the_list_has_everybody_and_the_names_that_are_on_none(run: Run, month: str) -> None:
    result = run("staff", "list")
    assert result.stdout.splitlines() == ["=Marta\tCashier\t+1", "Ilze\tCashier\t007", "Olga\tNot on the list\t"]
    told = json.loads(run("staff", "list", "--json").stdout)
    assert [each["name"] for each in told["staff"]] == ["=Marta", "Ilze"]
    assert told["others"][0]["name"] == "Olga"


def test_the_goals_say_how_far_everybody_is(run: Run, month: str) -> None:
    lines = run("staff", "goals", "--month", month).stdout.splitlines()
    assert "Team\tCards given out\t4 of 4" in lines
    assert "Ilze\tCards given out\t2 of 2" in lines
    told = json.loads(run("staff", "goals", "--json").stdout)
    assert told["goals"]["card"] == {"each": 2, "team": 4, "bonus": "1.50"}
    assert told["team"] == {"deeds": {**told["team"]["deeds"], "card": {"count": 4, "goal": 4}}, "bonus": "5.01"}


def test_the_bonus_list_is_exact_and_harmless(run: Run, month: str) -> None:
    lines = list(csv.DictReader(StringIO(run("staff", "bonus", "--month", month, "--csv").stdout)))
    assert [(each["payroll"], each["name"], each["for_deeds"], each["bonus"]) for each in lines] == [
        ("'+1", "'=Marta", "1.50", "4.01"),
        ("007", "Ilze", "3.00", "15.50"),
    ]
    assert run("staff", "bonus").stdout.splitlines()[-1] == "Together\t\t€19.51"
    spreadsheet = run("staff", "bonus", "--csv", "--spreadsheet").stdout
    assert '"=""007"""' in spreadsheet
    assert json.loads(run("staff", "bonus", "--json").stdout)["rows"][1]["bonus"] == "15.50"


def test_the_bonus_list_becomes_a_pdf(run: Run, month: str, tmp_path: Path) -> None:
    result = run("staff", "bonus", "--month", month, "--out", str(tmp_path / "bonus.pdf"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert (tmp_path / "bonus.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("month", ["2026-13", "March", "2026", "2026-03-01", "9999999-01"])
def test_what_is_no_month_is_refused(run: Run, desk: Opened, month: str) -> None:
    result = run("staff", "bonus", "--month", month)
    assert (result.exit_code, result.stderr) == (1, "This is no month. Write it as 2026-03.\n")


def test_one_form_at_a_time(run: Run, month: str) -> None:
    assert run("staff", "bonus", "--csv", "--json").exit_code == 2


def test_the_report_has_a_line_for_each_person_and_month(run: Run, month: str) -> None:
    told = json.loads(run("report", "staff", "--from", f"{month}-01", "--json").stdout)
    assert [(row["month"], row["name"], row["card"]) for row in told["rows"]] == [
        (month, "=Marta", 1),
        (month, "Ilze", 2),
        (month, "Olga", 1),
    ]
    assert len(run("report", "staff", "--csv").stdout.splitlines()) == 4
    assert run("report", "staff").stdout.splitlines()[0].startswith("Month\tName\tDays\tCards given out")
    earlier = date.fromisoformat(f"{month}-01").replace(year=2020)
    assert json.loads(run("report", "staff", "--to", earlier.isoformat(), "--json").stdout)["months"] == 1
