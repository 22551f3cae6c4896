"""Voices on the command line: written down, listed by how they stand, and answered."""

import json

import pytest

from loyaltydesk.model.customers import Profile
from loyaltydesk.model.voices import VoiceKind, VoiceOutcome
from tests.loyaltydesk.cli.conftest import Opened, Run


@pytest.fixture
def anna(desk: Opened) -> str:
    """The card of a customer."""
    with desk() as shop:
        return shop.customers.register(Profile(name="Anna Bērziņa"))[1]


def test_it_is_written_down_of_a_customer_and_answered(run: Run, desk: Opened, anna: str) -> None:
    voice = run("voices", "note", "Oat milk, please", "--customer", anna, "--responsible", "Ilze").stdout.strip()
    assert run("voices", "answer", voice, "We have it now.").stdout == "It is told at the next visit.\n"
    with desk() as shop:
        kept = shop.voices.get(voice)
    assert (kept.kind, kept.plan.responsible, kept.outcome) == (VoiceKind.SUGGESTION, "Ilze", VoiceOutcome.TAKEN_UP)


def test_the_list_says_what_is_overdue(run: Run, anna: str) -> None:
    run("voices", "note", "The door bangs", "--kind", "complaint", "--customer", anna, "--due", "2020-01-01")
    run("voices", "note", "Warm rolls", "--kind", "review", "--source", "A map")
    (line,) = run("voices", "list", "--overdue").stdout.splitlines()
    assert line.split("\t")[2:] == ["Complaint", "Anna Bērziņa", "The door bangs", "overdue"]
    assert len(run("voices", "list", "--open").stdout.splitlines()) == 2
    (review,) = json.loads(run("voices", "list", "--kind", "review", "--json").stdout)
    assert (review["customer"], review["name"], review["source"], review["overdue"]) == (None, "", "A map", False)
    assert len(json.loads(run("voices", "list", "--customer", anna, "--json").stdout)) == 1


def test_what_makes_no_sense_is_refused_in_one_sentence(run: Run, anna: str) -> None:
    for asked in (
        ("note", ""), ("note", "x" * 10_000),
        ("note", "x", "--customer", "nobody"), ("note", "x", "--purchase", "R-404"),
        ("answer", "nothing/there", "Yes"),
    ):  # fmt: skip
        done = run("voices", *asked)
        assert (done.exit_code, done.stdout) == (1, ""), asked
        assert len(done.stderr.splitlines()) == 1
    assert run("voices", "note", "x", "--score", "6").exit_code == 2
    assert run("voices", "list").stdout == ""
