"""The command `demo`."""

from pathlib import Path

from loyaltydesk.cli.shop_option import now
from loyaltydesk.desk import Desk
from tests.loyaltydesk.cli.conftest import Run

SMALL = ("--customers", 8, "--purchases", 30)


def test_it_makes_a_shop_of_the_size_that_was_asked_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    result = run("demo", path, *SMALL)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{path} is ready.\n"
    desk = Desk.open(path, now)
    assert desk.customers.count() == 8
    assert desk.shop.faults() == []
    desk.close()


def test_language_seed_and_last_day_can_be_chosen(run: Run, tmp_path: Path) -> None:
    run("demo", tmp_path / "demo.db", *SMALL, "--lang", "pl", "--seed", 5, "--until", "2026-02-28")
    desk = Desk.open(tmp_path / "demo.db", now)
    assert desk.shop.settings().language == "pl"
    assert desk.till.newest(1)[0].day.isoformat() <= "2026-02-28"
    desk.close()


def test_a_file_that_exists_is_refused_with_a_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    path.write_text("mine")
    result = run("demo", path, *SMALL)
    assert result.exit_code == 1
    assert result.stderr == f"There is a file {path} already; it is left as it is.\n"
    assert path.read_text() == "mine"


def test_a_size_that_cannot_be_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    for wrong in (("--customers", 0), ("--purchases", -1), ("--until", "yesterday"), ("--lang", "xx")):
        assert run("demo", tmp_path / "demo.db", *wrong).exit_code == 2
    assert list(tmp_path.glob("demo*")) == []
