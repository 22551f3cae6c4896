"""Commands about the whole file: 0 done, 1 refused with one sentence, 2 wrong usage, and never a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from loyaltydesk.cli.main import loyaltydesk
from loyaltydesk.desk import Desk
from loyaltydesk.store.lock import ShopLock
from loyaltydesk.store.sqlite import driver
from tests.disk import damage, protected
from tests.loyaltydesk.cli.conftest import PROGRAMME, Opened, Run
from tests.shop import buy, join


def refused(result: Result, *words: str) -> None:
    """Expects a refusal: status 1, nothing on stdout, one sentence on stderr that has these words."""
    assert result.exit_code == 1
    assert result.stdout == ""
    said = result.stderr.strip().splitlines()
    assert len(said) == 1
    assert said[0].endswith((".", "?"))
    assert all(word in said[0] for word in words), said
    assert "Traceback" not in result.stderr


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    path = tmp_path / "rules.toml"
    path.write_text(PROGRAMME, encoding="utf-8")
    return path


@pytest.fixture
def lived(shop: Path, desk: Opened) -> Path:
    """A shop with a customer and a purchase."""
    with desk() as opened:
        _anna, card = join(opened)
        buy(opened, card, 2500)
    return shop


# --- new


def test_new_makes_a_shop(run: Run, rules: Path, tmp_path: Path) -> None:
    made = run("new", tmp_path / "new.db", "--programme", rules)
    assert (made.exit_code, made.stdout) == (0, f"{tmp_path / 'new.db'} is ready.\n")
    check = CliRunner().invoke(loyaltydesk, ["--shop", str(tmp_path / "new.db"), "check"])
    assert (check.exit_code, check.stdout) == (0, "The file is whole.\n")


def test_new_leaves_a_file_alone_that_is_there(run: Run, rules: Path, shop: Path) -> None:
    before = shop.read_bytes()
    refused(run("new", shop, "--programme", rules), str(shop), "already")
    assert shop.read_bytes() == before


def test_new_names_the_line_that_is_wrong(run: Run, rules: Path, tmp_path: Path) -> None:
    rules.write_text(PROGRAMME.replace("points = 10", "point = 10"), encoding="utf-8")
    refused(run("new", tmp_path / "new.db", "-p", rules), "line 7", "point")
    rules.write_bytes(b"\xff\xfe\x00")
    refused(run("new", tmp_path / "new.db", "-p", rules), "TOML")
    refused(run("new", tmp_path / "new.db", "-p", tmp_path / "nothing.toml"), "nothing.toml")
    assert not (tmp_path / "new.db").exists()


def test_new_says_that_a_folder_is_protected(run: Run, rules: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with protected(tmp_path / "folder"):
        refused(run("new", tmp_path / "folder" / "new.db", "-p", rules), "cannot be written")
    refused(run("new", tmp_path / "nowhere" / "new.db", "-p", rules), "nowhere")


@pytest.mark.parametrize(
    "words",
    [["new"], ["new", "x.db"], ["check", "x"], ["restore"], ["dance"], ["programme"], ["programme", "sing"], ["cards"],
     ["cards", "make", "many"], ["customers", "find"], ["--shop"], ["customers", "find", "a", "--limit", "0"]],
)  # fmt: skip
def test_wrong_usage_is_two(run: Run, words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "Error:" in result.output or "Usage:" in result.output


# --- check and rebuild


def test_check_says_that_a_file_is_whole(run: Run, lived: Path) -> None:
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "The file is whole.\n", "")


def test_check_names_what_is_wrong_and_rebuild_mends_it(run: Run, lived: Path) -> None:
    change(lived, "UPDATE customers SET balance = 9999")
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == ""
    said = result.stderr.splitlines()
    assert said[0] == "customers: rows that do not follow from the journal: 1"
    assert said[-1].startswith("The file is not whole.")
    made = run("rebuild")
    assert (made.exit_code, made.stdout) == (0, "Derived from 5 facts.\n")
    assert run("check").exit_code == 0


def test_rebuild_refuses_a_journal_that_was_changed(run: Run, lived: Path) -> None:
    change(lived, "DROP TRIGGER journal_stands", "UPDATE journal SET till = 'another' WHERE seq = 3")
    before = lived.read_bytes()
    refused(run("rebuild"), "damaged", "fact 3")
    assert lived.read_bytes() == before


def change(path: Path, *statements: str) -> None:
    connection = driver.connect(str(path), isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


COMMANDS = (
    ["check"], ["rebuild"], ["backup"], ["link"], ["programme", "show"], ["programme", "history"],
    ["customers", "find", "anna"], ["cards", "make", "1"],
)  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_refuses_a_file_that_is_no_shop_in_one_sentence(
    run: Run, shop: Path, words: list[str], lived: Path
) -> None:
    whole = shop.read_bytes()
    shop.write_bytes(b"")
    refused(run(*words), str(shop), "not a shop")
    shop.write_bytes(whole)
    change(shop, "PRAGMA user_version = 99")
    refused(run(*words), "newer")
    shop.write_bytes(whole)
    for page in range(4096, len(whole), 4096):
        damage(shop, page + 3)
    refused(run(*words), "damaged")
    shop.unlink()
    refused(run(*words), "There is no file")
    assert not shop.exists()


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_only_what_writes_waits_for_the_window(run: Run, shop: Path, words: list[str]) -> None:
    with ShopLock(shop):
        result = run(*words)
    if words[0] in ("rebuild", "link", "cards"):
        refused(result, "another Loyalty Desk")
    else:
        assert result.exit_code == 0


# --- backup and restore


def test_a_backup_is_made_and_put_back(run: Run, lived: Path, desk: Opened, tmp_path: Path) -> None:
    made = run("backup", tmp_path / "copies")
    assert made.exit_code == 0
    copy = Path(made.stdout.strip())
    assert copy.parent == tmp_path / "copies"
    with desk() as opened:
        join(opened, "Jānis")
    back = run("restore", copy)
    assert back.exit_code == 0
    ready, kept = back.stdout.splitlines()
    assert ready == f"{lived} is ready."
    assert Path(kept.removeprefix("The old file is kept as ").removesuffix(".")).exists()
    with desk() as opened:
        assert opened.customers.count() == 1
    assert run("check").exit_code == 0


def test_a_backup_goes_beside_the_shop_by_itself(run: Run, lived: Path) -> None:
    assert Path(run("backup").stdout.strip()).parent == lived.parent / "backups"


def test_what_is_no_backup_is_not_put_back(run: Run, lived: Path, tmp_path: Path) -> None:
    before = lived.read_bytes()
    (tmp_path / "letter.ldbak").write_text("Dear Anna")
    refused(run("restore", tmp_path / "letter.ldbak"), "letter.ldbak", "not a shop")
    refused(run("restore", tmp_path / "nothing.ldbak"), "nothing.ldbak", "no file")
    copy = Path(run("backup").stdout.strip())
    change(copy, "UPDATE customers SET balance = 9999")
    refused(run("restore", copy), copy.name, "damaged")
    with ShopLock(lived):
        refused(run("restore", copy), "another Loyalty Desk")
    assert lived.read_bytes() == before


# --- the rules


def test_the_rules_are_shown_checked_loaded_and_remembered(run: Run, rules: Path) -> None:
    assert run("programme", "show").stdout.strip() == PROGRAMME.strip()
    assert run("programme", "check", rules).stdout == "“Rīts Club” can be used.\n"
    rules.write_text(PROGRAMME.replace("Rīts Club", "Vakars"), encoding="utf-8")
    later = run("programme", "load", rules, "--from", "2999-01-31")
    assert later.stdout == "Version 2 is in force from 2999-01-31 on.\n"
    assert run("programme", "show").stdout.strip() == PROGRAMME.strip()
    assert run("programme", "load", rules).stdout == "Version 3 is in force.\n"
    history = json.loads(run("programme", "history", "--json").stdout)
    assert [(each["version"], each["name"]) for each in history] == [(1, "Rīts Club"), (2, "Vakars"), (3, "Vakars")]
    assert [each["from_day"] for each in history] == [None, "2999-01-31", None]
    assert history[1]["toml"] == rules.read_text(encoding="utf-8")
    lines = run("programme", "history").stdout.splitlines()
    assert [line.split("\t")[0::2] for line in lines] == [["1", "Rīts Club"], ["2", "Vakars"], ["3", "Vakars"]]


def test_bad_rules_are_refused_with_line_and_reason(run: Run, rules: Path) -> None:
    rules.write_text(PROGRAMME + "[[nonsense]]\n", encoding="utf-8")
    for command in ("check", "load"):
        refused(run("programme", command, rules), "line 18", "nonsense")
    assert "Rīts Club" in run("programme", "show").stdout


# --- a real process


def started(*words: object, typed: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "loyaltydesk", *(str(word) for word in words)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, encoding="utf-8", timeout=60)


def test_a_process_ends_with_its_status_and_its_sentence(shop: Path, tmp_path: Path) -> None:
    done = started("--shop", shop, "check")
    assert (done.returncode, done.stdout, done.stderr) == (0, "The file is whole.\n", "")
    no = started("--shop", tmp_path / "nothing.db", "check")
    assert (no.returncode, no.stdout) == (1, "")
    assert no.stderr == f"There is no file {tmp_path / 'nothing.db'}.\n"
    wrong = started("--shop", shop, "dance")
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize("words", [["check"], ["programme", "show"], ["link"], ["--help"]])
def test_an_output_without_room_is_one_sentence(shop: Path, words: list[str]) -> None:
    command = [sys.executable, "-m", "loyaltydesk", "--shop", str(shop), *words]
    usual = {**os.environ, "PYTHONUNBUFFERED": ""}  # what is kept back is tried again at the end of Python
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, input=b'{"do": "day"}\n', stdout=full, stderr=subprocess.PIPE, timeout=60, env=usual
        )
    assert done.returncode == 1
    assert done.stderr.decode().startswith("The disk is full")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts the whole path")
def test_a_name_that_no_disk_takes_is_one_sentence(tmp_path: Path, rules: Path) -> None:
    path = tmp_path / f"{'x' * 300}.db"
    for words in (["--shop", path, "check"], ["new", path, "--programme", rules]):
        done = started(*words)
        assert (done.returncode, done.stderr) == (
            1, f"{path} cannot be written. Is the folder protected, or the disk?\n"
        )  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="needs the shell of Unix")
@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_a_link_without_another_side_ends(shop: Path, closed: str) -> None:
    command = f'exec "{sys.executable}" -m loyaltydesk --shop "{shop}" link {closed}'
    done = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


def test_another_program_talks_through_a_pipe(shop: Path) -> None:
    """A day at the counter, the numbers worked out by hand: ten points a euro, half of them back for half the bill."""
    card = "9810000000013"
    asked = [
        {"do": "register", "name": "Пётр Ёлкин", "card": card, "at": "2026-01-02T09:00:00"},
        {"do": "purchase", "card": card, "amount": "20.00", "receipt": "R-1", "at": "2026-03-02T10:00:00", "key": "1"},
        {"do": "purchase", "card": card, "amount": "20.00", "receipt": "R-1", "at": "2026-03-02T10:00:00", "key": "1"},
        {"do": "redeem", "card": card, "reward": "coffee", "at": "2026-03-02T10:01:00"},
        {"do": "return", "receipt": "R-1", "amount": "10.00", "at": "2026-03-03T10:00:00"},
        {"do": "scan", "card": card, "at": "2026-03-03T10:00:00"},
        "no request",
        {"do": "find", "text": "елкин"},
    ]
    lines = "".join((each if isinstance(each, str) else json.dumps(each, ensure_ascii=False)) + "\n" for each in asked)
    done = started("--shop", shop, "link", typed=lines)
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["ok"] for answer in answers] == [True, True, True, True, True, True, False, True]
    assert (answers[1]["earned"], answers[1]["tier"]) == (200, "Gold")
    assert answers[2] == answers[1]
    assert answers[3]["balance"] == 50
    assert (answers[4]["refunded"], answers[4]["taken_back"], answers[4]["balance"]) == ("10.00", 50, 0)
    assert (answers[5]["balance"], answers[5]["tier"], answers[5]["name"]) == (0, None, "Пётр Ёлкин")
    assert answers[7]["customers"][0]["name"] == "Пётр Ёлкин"
    assert started("--shop", shop, "check").returncode == 0


def test_answers_come_one_by_one_while_the_other_side_waits(shop: Path) -> None:
    command = [sys.executable, "-m", "loyaltydesk", "--shop", str(shop), "link"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as link:
        assert link.stdin is not None
        assert link.stdout is not None
        for number in range(1, 4):
            link.stdin.write(json.dumps({"do": "purchase", "amount": f"{number}.00"}) + "\n")
            link.stdin.flush()
            assert json.loads(link.stdout.readline())["total"] == f"{number}.00"
        link.stdin.close()
        assert link.wait(20) == 0


def test_the_shop_may_be_named_by_the_environment(shop: Path, desk: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOYALTYDESK_SHOP", str(shop))
    made = CliRunner().invoke(loyaltydesk, ["cards", "make", "3"])
    assert made.exit_code == 0
    with desk() as opened:
        assert {card.number for card in opened.cards.blank()} == set(made.stdout.split())


def test_a_card_or_two_are_made_and_too_many_are_not(run: Run) -> None:
    assert len(run("cards", "make", 2).stdout.split()) == 2
    for count in (0, 10_001):
        refused(run("cards", "make", count), "10,000")


def test_a_sentence_is_said_in_the_shops_language(shop: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "xx_XX.UTF-8")
    refused(CliRunner().invoke(loyaltydesk, ["--shop", str(tmp_path / "no.db"), "check"]), "There is no file")


def test_a_page_that_breaks_under_a_command_is_one_sentence(
    run: Run, shop: Path, desk: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Large files are not gone through before they are opened."""
    with desk() as opened:
        join(opened)
    monkeypatch.setattr("loyaltydesk.store.file.QUICK", 0)
    connection = driver.connect(str(shop))
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'search'").fetchone()
    connection.close()
    for place in range(8):
        damage(shop, (page - 1) * 4096 + place)
    refused(run("customers", "find", "anna"), "damaged")
    with desk() as opened:
        assert isinstance(opened, Desk)
