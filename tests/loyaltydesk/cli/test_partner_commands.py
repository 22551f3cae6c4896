"""Partners on the command line: written down, listed, reminded of and seen to."""

import csv
import io
import json
from pathlib import Path

from tests.loyaltydesk.cli.conftest import Opened, Run


def test_a_partner_is_written_down_and_listed(run: Run, desk: Opened) -> None:
    told = (
        "--kind",
        "both",
        "--contact",
        "Ilze",
        "--discount",
        "7,5 %",
        "--payment-days",
        "14",
        "--until",
        "2026-12-31",
    )
    partner = run("partners", "add", "Baltic Roast", *told).stdout.strip()
    with desk() as shop:
        kept = shop.partners.get(partner).card
    assert (kept.contact, kept.discount, kept.payment_days) == ("Ilze", "7.5", 14)
    (line,) = run("partners", "list").stdout.splitlines()
    assert line.split("\t") == [partner, "Baltic Roast", "Supplier and partner shop", "Ilze", ""]
    (told_again,) = json.loads(run("partners", "list", "--json").stdout)
    assert (told_again["name"], told_again["until"], told_again["reminders"]) == ("Baltic Roast", "2026-12-31", [])


def test_a_reminder_is_done_or_comes_back(run: Run) -> None:
    run("partners", "add", "Baltic Roast")
    once = run("partners", "remind", "baltic roast", "Order beans", "--day", "2020-01-31").stdout.strip()
    asked = ("remind", "Baltic Roast", "Pay", "--day", "2020-01-31", "--repeats", "month", "--json")
    monthly = json.loads(run("partners", *asked).stdout)
    assert len(run("partners", "list", "--due").stdout.splitlines()) == 3
    assert run("partners", "done", once).stdout == "Done.\n"
    assert run("partners", "done", monthly["reminder"]).stdout.startswith("Done. It comes back on 20")
    assert run("partners", "list", "--due").stdout == ""
    (partner,) = json.loads(run("partners", "list", "--json").stdout)
    assert [each["done"] for each in partner["reminders"]] == [False, True]


def test_the_list_goes_to_a_file_or_to_the_output(run: Run, tmp_path: Path) -> None:
    run("partners", "add", "=Mill", "--kind", "shop")
    (row,) = csv.DictReader(io.StringIO(run("partners", "list", "--csv", "-").stdout))
    assert (row["name"], row["kind"]) == ("'=Mill", "shop")
    run("partners", "list", "--csv", str(tmp_path / "list.csv"))
    assert (tmp_path / "list.csv").read_text(encoding="utf-8").startswith("id,name,kind")


def test_what_makes_no_sense_is_refused_in_one_sentence(run: Run) -> None:
    run("partners", "add", "Mill")
    run("partners", "add", "mill")
    for asked in (
        ("add", " "), ("add", "x" * 121), ("add", "x", "--discount", "half"), ("add", "x", "--payment-days", "400"),
        ("add", "x", "--email", "nobody"), ("remind", "Nobody", "x"), ("remind", "Mill", "x"), ("done", "nothing"),
    ):  # fmt: skip
        done = run("partners", *asked)
        assert (done.exit_code, done.stdout) == (1, ""), asked
        assert len(done.stderr.splitlines()) == 1
    assert run("partners", "add", "x", "--kind", "cousin").exit_code == 2


def test_a_partner_is_forgotten_when_that_is_meant(run: Run, desk: Opened) -> None:
    run("partners", "add", "Baltic Roast")
    assert run("partners", "forget", "Baltic Roast", typed="n\n").exit_code == 1
    assert run("partners", "forget", "Nobody", "--yes").exit_code == 1
    with desk() as shop:
        assert len(shop.partners.everything()) == 1
    assert run("partners", "forget", "baltic roast", "--yes").stdout.startswith("Baltic Roast is forgotten.")
    with desk() as shop:
        assert shop.partners.everything() == []
        assert shop.shop.faults() == []
