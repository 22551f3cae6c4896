"""Campaigns on the command line: begun once, listed with what came of them, stopped."""

import json
from pathlib import Path

import pytest

from loyaltydesk.model.customers import Profile
from tests.loyaltydesk.cli.conftest import Opened, Run


@pytest.fixture
def group(desk: Opened) -> list[str]:
    """Two who agreed, and one who did not."""
    with desk() as shop:
        agreed = [
            shop.customers.register(Profile(name=name, consent="Agreed", phone=phone))[0]
            for name, phone in (("Anna Bērziņa", "+37120001111"), ("Bob Smith", "+37120001112"))
        ]
        return [*agreed, shop.customers.register(Profile(name="Carl"))[0]]


def told(customers: list[str]) -> list[str]:
    return [word for each in customers for word in ("--customer", each)]


def test_a_campaign_is_begun_once_under_its_key_and_listed(run: Run, group: list[str]) -> None:
    asked = ("campaigns", "begin", "vouchers", "--reward", "coffee", "--group", "slipping", "--key", "k", "--json")
    first = json.loads(run(*asked, *told(group)).stdout)
    again = json.loads(run(*asked, *told(group)).stdout)
    assert first == again
    assert (first["people"], first["left_out"], first["plan"]["group"]) == (2, {"no_consent": 1}, "slipping")
    (listed,) = json.loads(run("campaigns", "list", "--json").stdout)
    assert (listed["id"], listed["result"]["vouchers"], listed["result"]["came_back"]) == (first["id"], 2, 0)
    line = run("campaigns", "list").stdout
    assert "We miss you\tslipping\t0 of 2 came back · 0 of 2 vouchers used" in line
    assert run("campaigns", "stop", first["id"]).stdout == "Stopped. 2 vouchers count no more.\n"
    assert "stopped" in run("campaigns", "list").stdout


def test_customers_may_come_from_a_file_and_money_gets_a_name(run: Run, group: list[str], tmp_path: Path) -> None:
    path = tmp_path / "group.txt"
    path.write_text("\n".join((*group, "", " ")), encoding="utf-8")
    done = run("campaigns", "begin", "greetings", "--from-file", str(path), "--money", "5.00", "--json")
    campaign = json.loads(done.stdout)
    assert (campaign["gift"], campaign["people"]) == ("€5.00 off your next purchase", 2)


def test_a_dry_run_says_who_would_get_it_and_changes_nothing(run: Run, group: list[str]) -> None:
    asked = ("campaigns", "begin", "vouchers", "--money", "5.00", "--dry-run", *told(group))
    assert run(*asked).stdout == "2 customers would get it.\nLeft out: did not agree to greetings: 1\n"
    preview = json.loads(run(*asked, "--json").stdout)
    assert (preview["customers"], preview["worth"]) == (group[:2], 1000)
    assert json.loads(run("campaigns", "list", "--json").stdout) == []


def test_a_whole_group_can_be_meant(run: Run, group: list[str]) -> None:
    asked = ("campaigns", "begin", "greetings", "--subject", "first_purchase", "--group", "not_yet", "--dry-run")
    assert run(*asked).stdout.startswith("2 customers would get it.\n"), "nobody of them bought anything"


def test_what_makes_no_sense_is_refused(run: Run, group: list[str]) -> None:
    one = ("--customer", group[0])
    assert run("campaigns", "begin", "vouchers", *one).stderr == "“gift” is missing.\n"
    assert run("campaigns", "begin", "calls", "--customer", group[2]).stderr.startswith("Nobody of these")
    assert "There is no such campaign" in run("campaigns", "stop", "nothing").stderr
    both = ("--money", "5", "--percent", "5")
    wrong = run("campaigns", "begin", "calls", *one, *both)
    assert (wrong.exit_code, "reward, for money or for percents" in wrong.stderr) == (2, True)
    assert run("campaigns", "begin", "calls").exit_code == 2
