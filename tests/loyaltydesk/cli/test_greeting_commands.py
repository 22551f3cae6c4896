"""Greetings on the command line: listed, and printed as cards that are marked only when asked."""

import json
from pathlib import Path

import pypdfium2
import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.greetings import GreetingDesign, GreetingRules, State
from tests.loyaltydesk.cli.conftest import Opened, Run

DAYS = ("--from", "2099-03-14", "--to", "2099-03-20")


@pytest.fixture
def anna(desk: Opened) -> str:
    """A customer with a birthday and a holiday in the days that are asked for."""
    with desk() as shop:
        told = {"language": "lv", "consent": "Agreed", "address": "Miera iela 1, Rīga"}
        anna, _card = shop.customers.register(Profile(name="Anna Bērziņa", birth_date="1984-03-16", **told))
        shop.customers.register(Profile(name="Bob", birth_date="1984-03-17"))
        shop.greetings.save_rules(GreetingRules(holidays=("easter", "womens_day")))
        shop.greetings.save_design(GreetingDesign(reward="coffee"))
        return anna


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_a_list_says_whom_why_and_how_it_stands(run: Run, anna: str) -> None:
    done = run("greetings", "list", *DAYS)
    assert done.stdout.splitlines() == [
        "2099-03-16\tBirthday\tAnna Bērziņa\tTo do",
        "2099-03-17\tBirthday\tBob\tLeft out: did not agree to greetings",
    ]
    holidays = run("greetings", "list", "--from", "2099-04-12", "--to", "2099-04-12").stdout
    assert holidays == "2099-04-12\tEaster\t\t1 greeting to do\n"


def test_a_list_is_one_json_document_too(run: Run, anna: str) -> None:
    told = json.loads(run("greetings", "list", *DAYS, "--json").stdout)
    first, second = told["greetings"]
    assert (first["customer"], first["occasion"], first["years"], first["state"]) == (anna, "birthday", 115, "to_do")
    assert (first["address"], first["language"]) == (True, "lv")
    assert (second["state"], second["why"]) == ("skipped", "no_consent")
    assert told["holidays"] == []


def test_cards_are_printed_and_nothing_is_marked_unless_asked(
    run: Run, anna: str, desk: Opened, tmp_path: Path
) -> None:
    out = tmp_path / "cards.pdf"
    done = run("greetings", "print", *DAYS, "--out", str(out))
    assert done.stdout == f"1 card is in {out}.\n"
    assert "Cienījamā Anna!" in text_of(out)
    again = tmp_path / "again.pdf"
    run("greetings", "print", *DAYS, "--out", str(again), "--mark-printed")
    assert again.read_bytes() == out.read_bytes()
    with desk() as shop:
        greeting = shop.greetings.of_customer(anna, "birthday", year=2099)
        assert greeting.state is State.PRINTED
        assert len(shop.customers.vouchers(anna)) == 1
    done = run("greetings", "print", *DAYS, "--out", str(again))
    assert (done.exit_code, done.stderr) == (1, "There is no greeting to do in these days.\n")


def test_one_customers_card_is_printed_whatever_its_state(run: Run, anna: str, tmp_path: Path) -> None:
    out = tmp_path / "card.pdf"
    asked = ("--customer", anna, "--from", "2099-01-01", "--format", "postcard", "--out", str(out))
    assert run("greetings", "print", *asked).exit_code == 0
    assert len(pypdfium2.PdfDocument(out)) == 2
    assert run("greetings", "print", *asked, "--occasion", "womens_day").exit_code == 0
    refused = run("greetings", "print", *asked, "--occasion", "name_day")
    assert (refused.exit_code, refused.stdout) == (1, "")


def test_a_holiday_is_printed_for_all_who_agreed(run: Run, anna: str, tmp_path: Path) -> None:
    out = tmp_path / "easter.pdf"
    days = ("--from", "2099-04-12", "--to", "2099-04-12")
    assert run("greetings", "print", *days, "--occasion", "easter", "--sheet", "a4", "--out", str(out)).exit_code == 0
    assert "Lieldienas" in text_of(out)


def test_the_last_day_comes_after_the_first(run: Run, anna: str) -> None:
    assert run("greetings", "list", "--from", "2099-03-14", "--to", "2099-03-13").exit_code == 2
