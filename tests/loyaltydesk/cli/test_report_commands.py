"""Reports on the command line: for a person, for another program, and what is asked wrongly."""

import csv
import json
from io import StringIO

import pytest

from loyaltydesk.model.customers import Profile
from tests.loyaltydesk.cli.conftest import PROGRAMME, Opened, Run

GIVING = """
[[reward]]
id = "shelter"
name = "For the shelter"
cost = 10
gives = { donate = "Shelter", money = "3.00" }
[[reward]]
id = "school"
name = "For the school"
cost = 10
gives = { donate = "=School", money = "1.50" }
"""


@pytest.fixture
def given(desk: Opened) -> dict[str, str]:
    """Anna gave twice to the shelter, once to the school; Jānis, without a name, once to the shelter. Their ids."""
    with desk() as shop:
        shop.shop.load_programme(PROGRAMME + GIVING)
        people = {}
        for name, rewards in (("Anna", ("shelter", "shelter", "school")), ("", ("shelter",))):
            people[name], _card = shop.customers.register(Profile(name), nameless=not name)
            shop.customers.adjust(people[name], 100, reason="To begin with")
            for reward in rewards:
                shop.rewards.redeem(reward, customer=people[name])
    return people


def test_what_each_cause_got_stands_below_each_other(run: Run, given: dict[str, str]) -> None:
    result = run("report", "donations")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "Good cause  Times    Sum",
        "=School         1  €1.50",
        "Shelter         3  €9.00",
    ]


def test_by_customer_it_says_whom_to_thank(run: Run, given: dict[str, str]) -> None:
    assert run("report", "donations", "--by", "customer").stdout.splitlines() == [
        "Customer  Good cause  Times    Sum",
        "Anna      =School         1  €1.50",
        "Anna      Shelter         2  €6.00",
        "No name   Shelter         1  €3.00",
    ]


def test_whoever_was_forgotten_is_a_line_without_a_name(run: Run, given: dict[str, str]) -> None:
    run("erase", given["Anna"], "--yes")
    rows = json.loads(run("report", "donations", "--by", "customer", "--json").stdout)["rows"]
    assert rows[0]["customer"] == given[""]
    assert rows[1:] == [
        {"customer": None, "name": "", "cause": "=School", "times": 1, "money": "1.50"},
        {"customer": None, "name": "", "cause": "Shelter", "times": 2, "money": "6.00"},
    ]
    assert "Forgotten  Shelter" in run("report", "donations", "--by", "customer").stdout


def test_a_program_reads_a_document(run: Run, given: dict[str, str]) -> None:
    told = json.loads(run("report", "donations", "--json", "--from", "2020-01-01").stdout)
    assert told == {
        "report": "donations",
        "from": "2020-01-01",
        "to": None,
        "currency": "EUR",
        "by": "cause",
        "rows": [
            {"cause": "=School", "times": 1, "money": "1.50"},
            {"cause": "Shelter", "times": 3, "money": "9.00"},
        ],
    }


def test_a_spreadsheet_reads_lines_and_no_formula(run: Run, given: dict[str, str]) -> None:
    rows = list(csv.reader(StringIO(run("report", "donations", "--by", "customer", "--csv").stdout)))
    assert rows[0] == ["customer", "name", "cause", "times", "money"]
    assert rows[1] == [given["Anna"], "Anna", "'=School", "1", "1.50"]
    assert run("report", "donations", "--csv").stdout.splitlines()[0] == "cause,times,money"


@pytest.mark.parametrize("days", [("--to", "2020-12-31"), ("--from", "2999-01-01")])
def test_another_time_has_its_own_figures(run: Run, given: dict[str, str], days: tuple[str, str]) -> None:
    assert run("report", "donations", *days).stdout == "Nothing was given in this time.\n"
    assert json.loads(run("report", "donations", "--json", *days).stdout)["rows"] == []
    assert run("report", "donations", "--csv", *days).stdout.splitlines() == ["cause,times,money"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (("donation",), "There is no report “donation”. There are: balances, best, "),
        (("donations", "--from", "2026-02-02", "--to", "2026-02-01"), "The last day is before the first."),
        (("donations", "--json", "--csv"), "A report is written as JSON or as CSV."),
        (("donations", "--from", "yesterday"), "'yesterday' does not match"),
        (("donations", "--by", "moon"), "'moon' is not one of"),
    ],
)
def test_wrong_usage_is_told(run: Run, wrong: tuple[str, ...], sentence: str) -> None:
    result = run("report", *wrong)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sentence in result.stderr
