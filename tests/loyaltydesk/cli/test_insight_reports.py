"""Every panel of the insights as a report: its figures in a table, in JSON and in CSV, and how they are counted."""

import csv
import json
from datetime import datetime
from io import StringIO

import pytest

from loyaltydesk.cli import insight_tables
from loyaltydesk.cli.insight_reports import REPORTS
from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from loyaltydesk.words.insights import HOW
from tests.loyaltydesk.cli.conftest import Opened, Run

NAMES = [command.name or "" for command in REPORTS]


@pytest.fixture
def bought(desk: Opened) -> str:
    """Anna bought for 12.50 and 7.50, Jānis for 30.00, somebody for 5.00; Anna's id."""
    with desk() as shop:
        anna, card = shop.customers.register(Profile("=Anna"))
        _jan, other = shop.customers.register(Profile("Jānis"))
        for holder, cents in ((card, 1250), (card, 750), (other, 3000), ("", 500)):
            shop.till.record(Basket((Line(cents),), card=holder))
    return anna


def rows(run: Run, *words: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("report", *words, "--json").stdout)["rows"]
    return found


def test_each_panel_has_a_report(run: Run, bought: str) -> None:
    assert NAMES == ["overview", "customers", "groups", "cohorts", "best", "cost", "hours", "points"]
    for name in NAMES:
        result = run("report", name)
        assert (result.exit_code, result.stderr) == (0, "")
        assert len(result.stdout.splitlines()) > 1
        (head, *lines) = csv.reader(StringIO(run("report", name, "--csv").stdout))
        assert [list(each) for each in rows(run, name)] == [head] * len(lines)


def test_the_tiles(run: Run, bought: str) -> None:
    found = {row["figure"]: (row["now"], row["before"]) for row in rows(run, "overview")}
    assert found["active"] == (2, 0)
    assert found["basket"] == ("16.66", None)
    assert found["guest_basket"] == ("5.00", None)


def test_programs_know_a_figure_by_the_same_key_in_every_language_and_people_by_its_words(
    run: Run, bought: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(insight_tables, "tr", str.upper)  # a language in which everything is called something else
    keys = [row["figure"] for row in rows(run, "cost")]
    assert keys == ["off", "paid", "apart", "cost", "turnover", "given", "gain"]
    assert "TAKEN OFF BILLS" in run("report", "cost").stdout
    assert {row["weekday"] for row in rows(run, "hours")} <= set("1234567")


def test_the_best_come_first_and_no_name_is_a_formula(run: Run, bought: str) -> None:
    assert [row["paid"] for row in rows(run, "best")] == ["30.00", "20.00"]
    (_head, _jan, anna) = csv.reader(StringIO(run("report", "best", "--csv").stdout))
    assert anna == [bought, "'=Anna", "20.00", "20.00"]


def test_a_share_is_a_percentage_for_people_and_a_fraction_for_programs(run: Run, bought: str) -> None:
    assert "100%" in run("report", "cohorts").stdout
    (row,) = rows(run, "cohorts")
    assert (row["joined"], row["after_0"]) == (2, "1.000")


def test_nothing_is_told_of_other_days(run: Run, bought: str) -> None:
    assert rows(run, "best", "--from", "2020-01-01", "--to", "2020-12-31") == []
    assert rows(run, "hours", "--to", "2020-12-31") == []
    document = json.loads(run("report", "best", "--to", "2020-12-31", "--json").stdout)
    assert (document["from"], document["to"]) == ("2020-01-01", "2020-12-31")


def test_a_first_day_that_is_still_to_come_is_wrong_usage(run: Run, bought: str) -> None:
    result = run("report", "cost", "--from", f"{datetime.now().year + 2}-01-01")  # noqa: DTZ005 -- a year, in any zone
    assert result.exit_code == 2
    assert "The last day is before the first." in result.stderr


def test_whoever_asks_how_is_told_for_every_figure(run: Run, bought: str) -> None:
    told = "".join(run("report", name, "--how").stdout for name in NAMES)
    for each in HOW.values():
        assert each.sentence in told
        assert each.formula in told


def test_the_cost_says_that_nobody_knows_the_gain_without_a_test_group(run: Run, bought: str) -> None:
    assert "Without a test group nobody can know what the programme brought." in run("report", "cost").stdout
