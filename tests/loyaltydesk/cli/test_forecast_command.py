"""The command `forecast`: words for people, JSON for programs, and refusals with their place."""

import json
from pathlib import Path

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.purchases import Basket, Line
from tests.loyaltydesk.cli.conftest import PROGRAMME, Opened, Run


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "rules.toml"
    path.write_text(PROGRAMME.replace("points = 10", "points = 20"), encoding="utf-8")
    return path


@pytest.fixture
def history(desk: Opened) -> None:
    with desk() as opened:
        for name in ("Anna", "Jānis"):
            _id, card = opened.customers.register(Profile(name=name))
            opened.till.record(Basket((Line(2450),), card=card))


@pytest.mark.usefixtures("history")
def test_one_json_document_with_everything(run: Run, rules: Path) -> None:
    done = run("forecast", "--programme", rules, "--json", "--fixed", "35.00", "--startup", "380")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert told["basis"]["purchases"] == 2
    assert not told["basis"]["invented"]
    assert (told["figures"]["points_given"], told["in_force"]["points_given"]) == (960, 480)
    assert [month["month"] for month in told["months"]] == list(range(1, 13))
    assert told["profit_after_year"] == {name: told["months"][11][name] for name in ("low", "middle", "high")}
    assert told["assumed"]["startup"] == "380.00"
    assert told["tiers"]["lose"] == 0
    assert told["assumptions"]
    assert run("forecast", "--programme", rules, "--json", "--fixed", "35.00", "--startup", "380").stdout == done.stdout


@pytest.mark.usefixtures("history")
def test_a_short_table_in_words(run: Run, rules: Path) -> None:
    done = run("forecast", "-p", rules)
    assert done.exit_code == 0
    assert ["Points", "given", "960", "480"] in [line.split() for line in done.stdout.splitlines()]
    assert "Chance of a profit" in done.stdout
    assert "There are few purchases" in done.stdout
    assert done.stderr == ""  # progress is for a terminal


def test_a_shop_without_history_is_made_up_from_answers(run: Run, rules: Path) -> None:
    asked = ("forecast", "-p", rules, "--members", 30, "--visits", 40, "--basket", "9.50", "--share", 50, "--json")
    told = json.loads(run(*asked).stdout)
    assert told["basis"]["invented"]
    assert told["basis"]["customers"] == 30
    assert told["in_force"] is None
    assert json.loads(run(*asked, "--seed", 2).stdout)["figures"] != told["figures"]


def test_a_bad_file_is_refused_with_line_and_reason(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text(PROGRAMME.replace('per = "1.00"', 'per = "-1"'), encoding="utf-8")
    done = run("forecast", "-p", path)
    assert done.exit_code == 1
    assert "line 8" in done.stderr
    assert done.stdout == ""
    assert run("forecast", "-p", tmp_path / "none.toml").exit_code == 1


@pytest.mark.parametrize("wrong", [("--margin", "140"), ("--uplift", "x"), ("--months", "0"), ("--margin", "1.234")])
def test_what_is_no_percentage_is_wrong_usage(run: Run, rules: Path, wrong: tuple[str, str]) -> None:
    assert run("forecast", "-p", rules, *wrong).exit_code == 2


def test_a_sum_that_is_none_is_refused(run: Run, rules: Path) -> None:
    done = run("forecast", "-p", rules, "--fixed", "ten")
    assert (done.exit_code, done.stdout) == (1, "")
